"""The networks: their formula, their gradient, their training."""

import numpy as np
import pytest

from simplenet import FixedNetwork, OurNeuralNetwork, mse_loss, sigmoid
from simplenet.data import all_y_trues, data, emily, frank, seed

PARAMETERS = OurNeuralNetwork.parameters


def a_network(seed):
    return OurNeuralNetwork(np.random.default_rng(seed))


def values_of(network):
    return {name: getattr(network, name) for name in PARAMETERS}


def reference(p, x):
    """The network's formula, written again; p may hold complex numbers."""

    def f(z):
        return 1 / (1 + np.exp(-z))

    h1 = f(p["w1"] * x[0] + p["w2"] * x[1] + p["b1"])
    h2 = f(p["w3"] * x[0] + p["w4"] * x[1] + p["b2"])
    return f(p["w5"] * h1 + p["w6"] * h2 + p["b3"])


def random_states(count):
    for start in range(count):
        rng = np.random.default_rng(start)
        yield OurNeuralNetwork(rng), rng.normal(0, 3, 2), rng.integers(2)


def test_fixed_network_gives_the_number_of_the_article():
    assert FixedNetwork([0, 1], 0).feedforward([2, 3]) == 0.7216325609518421


def test_fixed_network_is_three_neurons():
    hidden = sigmoid(0.5 * 2 - 0.25 * 3 + 0.1)
    output = sigmoid(0.5 * hidden - 0.25 * hidden + 0.1)
    network = FixedNetwork([0.5, -0.25], 0.1)
    assert network.feedforward([2, 3]) == pytest.approx(output)


def test_start_values_are_drawn_in_the_order_of_the_article():
    rng = np.random.default_rng(5)
    assert list(values_of(a_network(5)).values()) == [
        rng.normal() for _ in "123456789"
    ]


def test_feedforward_is_its_formula():
    for network, x, _ in random_states(100):
        expected = reference(values_of(network), x)
        assert network.feedforward(x) == pytest.approx(expected, abs=1e-15)


def test_feedforward_takes_many_people_at_once():
    network = a_network(0)
    one_by_one = [network.feedforward(x) for x in data]
    np.testing.assert_array_equal(network.feedforward(data), one_by_one)


@pytest.mark.parametrize("name", PARAMETERS)
def test_gradient_agrees_with_complex_steps(name):
    for network, x, y_true in random_states(200):
        moved = values_of(network)
        moved[name] = moved[name] + 1e-30j
        slope = ((y_true - reference(moved, x)) ** 2).imag / 1e-30
        gradient = network.gradient(x, y_true)[name]
        assert gradient == pytest.approx(slope, rel=1e-12, abs=1e-15)


@pytest.mark.parametrize("name", PARAMETERS)
def test_gradient_agrees_with_central_differences(name):
    step = 1e-5
    for network, x, y_true in random_states(200):
        losses = []
        value = getattr(network, name)
        for moved in (value + step, value - step):
            setattr(network, name, moved)
            losses.append(mse_loss([y_true], [network.feedforward(x)]))
        setattr(network, name, value)
        slope = (losses[0] - losses[1]) / (2 * step)
        gradient = network.gradient(x, y_true)[name]
        assert gradient == pytest.approx(slope, abs=1e-8)


def test_worked_derivative_has_the_known_digits():
    network = a_network(0)
    for name in PARAMETERS:
        setattr(network, name, 1.0 if name.startswith("w") else 0.0)
    assert network.gradient(data[0], 1) == pytest.approx(
        {
            "w1": 0.02146953526581111,
            "w2": 0.010734767632905555,
            "w3": 0.02146953526581111,
            "w4": 0.010734767632905555,
            "w5": -0.011269220242958155,
            "w6": -0.011269220242958155,
            "b1": -0.010734767632905555,
            "b2": -0.010734767632905555,
            "b3": -0.23761755952842809,
        },
        rel=1e-14,
    )
    network.step(data[0], 1, 0.1)
    assert network.w1 == pytest.approx(0.9978530464734189, rel=1e-15)


def test_a_step_subtracts_learn_rate_times_slope():
    network = a_network(3)
    before, gradient = values_of(network), network.gradient(data[1], 0)
    network.step(data[1], 0, 0.5)
    assert values_of(network) == {
        name: before[name] - 0.5 * gradient[name] for name in PARAMETERS
    }


def test_training_is_steps_in_the_order_of_the_data():
    trained, stepped = a_network(8), a_network(8)
    losses = trained.train(data, all_y_trues, learn_rate=0.2, epochs=3)
    for epoch in range(3):
        for x, y_true in zip(data, all_y_trues, strict=True):
            stepped.step(x, y_true, 0.2)
        predictions = stepped.feedforward(data)
        assert losses[epoch] == mse_loss(all_y_trues, predictions)
    assert values_of(trained) == values_of(stepped)


def test_training_learns_from_any_of_many_starts():
    for start in range(20):
        network = a_network(start)
        losses = network.train(data, all_y_trues)
        assert losses.shape == (1000,)
        assert losses[-1] < 0.01 < losses[0]
        assert network.feedforward(emily) > 0.9
        assert network.feedforward(frank) < 0.5


def test_the_seed_ends_at_the_predictions_of_the_article():
    network = a_network(seed)
    network.train(data, all_y_trues)
    assert f"{network.feedforward(emily):.3f}" == "0.951"
    assert f"{network.feedforward(frank):.3f}" == "0.039"
