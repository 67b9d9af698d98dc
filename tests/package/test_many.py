"""Many networks at once are the very networks of the article."""

import secrets

import numpy as np
import pytest

from simplenet import ManyNetworks, OurNeuralNetwork, many, train_many
from simplenet.data import all_y_trues, data, emily, frank

PARAMETERS = OurNeuralNetwork.parameters


def alone(seed, **settings):
    """One network, trained by the article's code."""
    network = OurNeuralNetwork(np.random.default_rng(seed))
    losses = network.train(data, all_y_trues, **settings)
    return network, losses[-1]


def columns(networks):
    """A copy of all parameters, one row for each."""
    return np.array([getattr(networks, name) for name in PARAMETERS])


def test_networks_start_as_the_single_ones_do():
    networks = ManyNetworks([3, 0, 2**70])
    for row, seed in enumerate([3, 0, 2**70]):
        network = OurNeuralNetwork(np.random.default_rng(seed))
        for name in PARAMETERS:
            assert getattr(networks, name)[row, 0] == getattr(network, name)


def test_training_is_that_of_single_networks_for_seeds_drawn_at_random():
    seeds = [secrets.randbelow(10_000) for _ in range(10)] + [8218]
    (networks,) = train_many(seeds, data, all_y_trues)
    predicted = networks.feedforward([emily, frank])
    for row, seed in enumerate(seeds):
        network, _ = alone(seed)
        for name in PARAMETERS:
            assert getattr(networks, name)[row, 0] == pytest.approx(
                getattr(network, name), abs=1e-9, rel=0
            ), f"seed {seed}"
        expected = network.feedforward([emily, frank])
        assert predicted[row] == pytest.approx(expected, abs=1e-9, rel=0)


@pytest.mark.parametrize("scale", [1, 100], ids=["shifted", "saturated"])
def test_train_returns_the_last_losses(scale):
    networks = ManyNetworks(range(5))
    settings = {"learn_rate": 0.7, "epochs": 30}
    losses = networks.train(data * scale, all_y_trues, **settings)
    for seed in range(5):
        network = OurNeuralNetwork(np.random.default_rng(seed))
        expected = network.train(data * scale, all_y_trues, **settings)[-1]
        assert losses[seed] == pytest.approx(expected, abs=1e-9, rel=0)


def test_each_network_may_have_data_of_its_own():
    rng = np.random.default_rng(0)
    x, y_true = rng.normal(0, 3, (4, 6, 2)), rng.integers(2, size=(4, 6))
    settings = {"learn_rate": 0.7, "epochs": 30}
    networks = ManyNetworks(range(4))
    losses = networks.train(x, y_true, **settings)
    for row in range(4):
        network = OurNeuralNetwork(np.random.default_rng(row))
        expected = network.train(x[row], y_true[row], **settings)[-1]
        assert losses[row] == pytest.approx(expected, abs=1e-9, rel=0)
        for name in PARAMETERS:
            assert getattr(networks, name)[row, 0] == pytest.approx(
                getattr(network, name), abs=1e-9, rel=0
            )


def test_data_of_their_own_are_those_of_all_if_they_are_equal():
    together, apart = ManyNetworks(range(3)), ManyNetworks(range(3))
    losses = together.train(data, all_y_trues, epochs=5)
    own = apart.train([data] * 3, [all_y_trues] * 3, epochs=5)
    np.testing.assert_array_equal(losses, own)
    np.testing.assert_array_equal(columns(together), columns(apart))


def test_the_methods_of_one_network_work_on_all():
    networks, x = ManyNetworks([4, 5]), data[1]
    gradients = networks.gradient(x, 0)
    networks.step(x, 0, 0.3)
    for row, seed in enumerate([4, 5]):
        network = OurNeuralNetwork(np.random.default_rng(seed))
        gradient = network.gradient(x, 0)
        network.step(x, 0, 0.3)
        for name in PARAMETERS:
            assert gradients[name][row, 0] == pytest.approx(gradient[name])
            moved = getattr(networks, name)[row, 0]
            assert moved == pytest.approx(getattr(network, name))


def test_blocks_are_small_and_in_the_order_of_the_seeds(monkeypatch):
    together = ManyNetworks(range(7))
    together.train(data, all_y_trues, epochs=2)
    monkeypatch.setattr(many, "BLOCK", 3)
    blocks = list(train_many(range(7), data, all_y_trues, epochs=2))
    assert [len(block.w1) for block in blocks] == [3, 3, 1]
    for name in PARAMETERS:
        joined = np.concatenate([getattr(block, name) for block in blocks])
        np.testing.assert_array_equal(joined, getattr(together, name))


def test_no_block_is_trained_before_it_is_asked_for(monkeypatch):
    # Ten thousand million networks: only possible block by block.
    monkeypatch.setattr(many, "BLOCK", 2)
    blocks = train_many(range(10**10), data, all_y_trues, epochs=1)
    assert next(blocks).w1.shape == next(blocks).w1.shape == (2, 1)


@pytest.mark.parametrize(
    ("seeds", "error", "message"),
    [
        ([], ValueError, r"seeds must be one or more .* got \[\]"),
        ([1, -1], ValueError, r"seeds must be one or more .* got \[1, -1\]"),
        (7, TypeError, "seeds must hold whole numbers, got 7"),
        ([[1, 2]], TypeError, "seeds must hold whole numbers"),
        ([1.5], TypeError, r"seeds must hold whole numbers, got \[1.5\]"),
        ([None], TypeError, "seeds must hold whole numbers"),
        ("12", TypeError, "seeds must hold whole numbers"),
    ],
)
def test_wrong_seeds_are_named(seeds, error, message):
    with pytest.raises(error, match=message):
        ManyNetworks(seeds)


@pytest.mark.parametrize(
    ("changes", "error", "message"),
    [
        ({"data": data[:, :1]}, ValueError, "data must have shape"),
        ({"all_y_trues": [1, 0]}, ValueError, "all_y_trues must have"),
        ({"data": [data]}, ValueError, r"\('n', 2\) or \(2, 'n', 2\), got"),
        ({"data": [data] * 2}, ValueError, r"all_y_trues .* shape \(2, 4\)"),
        ({"learn_rate": -1}, ValueError, "learn_rate must be above zero"),
        ({"epochs": 0.5}, ValueError, "epochs must be a whole number"),
    ],
)
def test_training_refuses_before_it_moves_anything(changes, error, message):
    networks = ManyNetworks([1, 2])
    before = columns(networks)
    arguments = {"data": data, "all_y_trues": all_y_trues} | changes
    with pytest.raises(error, match=message):
        networks.train(**arguments)
    np.testing.assert_array_equal(columns(networks), before)


def test_an_interrupted_training_moves_nothing(monkeypatch):
    networks = ManyNetworks([1, 2])
    before = columns(networks)
    calls = iter([None, None, KeyboardInterrupt])
    real = many.step_all

    def interrupted(*arguments):
        real(*arguments)
        if error := next(calls):
            raise error

    monkeypatch.setattr(many, "step_all", interrupted)
    with pytest.raises(KeyboardInterrupt):
        networks.train(data, all_y_trues)
    np.testing.assert_array_equal(columns(networks), before)


def test_no_seeds_make_no_blocks():
    assert list(train_many([], data, all_y_trues)) == []
