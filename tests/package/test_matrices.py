"""Matrices change the notation, not the numbers; and layers of any size."""

import numpy as np
import pytest

from simplenet import MatrixNetwork, OurNeuralNetwork
from simplenet.data import all_y_trues, data

LABELS = all_y_trues[:, np.newaxis]
EXACT = {"rel": 0, "abs": 1e-12}


def pair(seed):
    """The same network twice: number by number, and in matrices."""
    return (
        OurNeuralNetwork(np.random.default_rng(seed)),
        MatrixNetwork([2, 2, 1], np.random.default_rng(seed)),
    )


def in_order(layers):
    """List the values of (W, b) pairs in the order of the article."""
    (W1, b1), (W2, b2) = layers
    return [*W1.ravel(), *W2.ravel(), *b1, *b2]


def parameters(network):
    return in_order(zip(network.weights, network.biases, strict=True))


def test_forward_is_that_of_single_numbers():
    for seed in range(100):
        one_by_one, network = pair(seed)
        x = np.random.default_rng(seed).normal(0, 5, (7, 2))
        expected = one_by_one.feedforward(x)
        assert network.feedforward(x)[:, 0] == pytest.approx(expected, **EXACT)


def test_all_nine_slopes_are_those_of_single_numbers():
    for seed in range(100):
        one_by_one, network = pair(seed)
        x = np.random.default_rng(seed).normal(0, 5, 2)
        slopes = in_order(network.gradient([x], [[seed % 2]]))
        expected = list(one_by_one.gradient(x, seed % 2).values())
        assert slopes == pytest.approx(expected, **EXACT)


def test_whole_training_is_that_of_single_numbers():
    one_by_one, network = pair(np.random.default_rng().integers(10_000))
    losses = one_by_one.train(data, all_y_trues)
    assert network.train(data, LABELS) == pytest.approx(losses, **EXACT)
    expected = [getattr(one_by_one, name) for name in one_by_one.parameters]
    assert parameters(network) == pytest.approx(expected, **EXACT)


@pytest.mark.parametrize("sizes", [[3, 1], [2, 4, 3], [1, 5, 4, 3, 2]])
def test_gradient_of_a_batch_agrees_with_central_differences(sizes):
    rng = np.random.default_rng(0)
    network = MatrixNetwork(sizes, rng)
    x = rng.normal(size=(6, sizes[0]))
    y_true = rng.integers(2, size=(6, sizes[-1]))

    def loss():
        return ((y_true - network.feedforward(x)) ** 2).sum() / len(x)

    gradient = network.gradient(x, y_true)
    for layer, slopes in enumerate(gradient):
        for values, slope in zip(
            (network.weights[layer], network.biases[layer]),
            slopes,
            strict=True,
        ):
            assert values.shape == slope.shape
            for place in np.ndindex(values.shape):
                before, ends = values[place], []
                for moved in (before + 1e-5, before - 1e-5):
                    values[place] = moved
                    ends.append(loss())
                values[place] = before
                numeric = (ends[0] - ends[1]) / 2e-5
                assert slope[place] == pytest.approx(numeric, abs=1e-8)


def test_slopes_of_a_batch_are_the_mean_of_single_slopes():
    _, network = pair(3)
    single = [
        in_order(network.gradient([x], [y]))
        for x, y in zip(data, LABELS, strict=True)
    ]
    together = in_order(network.gradient(data, LABELS))
    assert together == pytest.approx(np.mean(single, axis=0), **EXACT)


def test_training_goes_batch_by_batch_the_last_may_be_smaller():
    trained, stepped = (pair(1)[1] for _ in range(2))
    losses = trained.train(data, LABELS, learn_rate=0.5, epochs=2, batch=3)
    for _ in range(2):
        stepped.step(data[:3], LABELS[:3], 0.5)
        stepped.step(data[3:], LABELS[3:], 0.5)
    assert parameters(trained) == parameters(stepped)
    errors = LABELS - stepped.feedforward(data)
    assert losses[-1] == pytest.approx((errors**2).mean())


def test_the_reported_loss_is_what_the_slopes_lower():
    """The sum of a sample's squared errors, the mean over all samples."""
    network = MatrixNetwork([2, 3, 2], np.random.default_rng(0))
    y_true = np.array([[0, 1], [1, 1], [1, 0], [0, 0]])
    (loss,) = network.train(data, y_true, epochs=1)
    errors = y_true - network.feedforward(data)
    assert loss == pytest.approx((errors**2).sum() / len(data)), (
        "simplenet/matrices.py, train: with two outputs its loss is another "
        "than the one that gradient speaks of"
    )


def test_one_neuron_cannot_learn_xor_but_a_hidden_layer_can():
    x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    y_true = np.array([[0], [1], [1], [0]])
    settings = {"learn_rate": 5, "epochs": 2000, "batch": 4}
    for sizes, learns in [([2, 1], False), ([2, 4, 1], True)]:
        network = MatrixNetwork(sizes, np.random.default_rng(0))
        network.train(x, y_true, **settings)
        sides = network.feedforward(x) > 0.5
        assert (sides == y_true).all() == learns


def network():
    return MatrixNetwork([2, 3, 1], np.random.default_rng(0))


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (
            lambda: MatrixNetwork([2, 1], 5),
            TypeError,
            r"rng must .* got 5.*default_rng",
        ),
        (lambda: MatrixNetwork([2], 5), ValueError, r"sizes .* \[2\]"),
        (lambda: MatrixNetwork([2, 0], 5), ValueError, "sizes must be above"),
        (lambda: network().feedforward([1, 2]), ValueError, "x must have"),
        (lambda: network().layers([[1]]), ValueError, "x must have shape"),
        (lambda: network().gradient([[1, 2]], [1]), ValueError, "y_true"),
    ],
)
def test_wrong_argument_is_named(call, error, message):
    with pytest.raises(error, match=message):
        call()


@pytest.mark.parametrize(
    ("changes", "error", "message"),
    [
        ({"x": data[:, :1]}, ValueError, "x must have shape"),
        ({"y_true": all_y_trues}, ValueError, "y_true must have shape"),
        ({"learn_rate": 0}, ValueError, "learn_rate must be above zero"),
        ({"epochs": 0}, ValueError, "epochs must be above zero"),
        ({"batch": 1.5}, ValueError, "batch must be a whole number"),
    ],
)
def test_training_refuses_before_it_moves_anything(changes, error, message):
    trained = pair(0)[1]
    before = parameters(trained)
    arguments = {"x": data, "y_true": LABELS} | changes
    with pytest.raises(error, match=message):
        trained.train(**arguments)
    assert parameters(trained) == before
