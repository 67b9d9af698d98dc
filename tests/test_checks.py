"""Wrong arguments are refused by name, before anything changes."""

from math import inf, nan

import numpy as np
import pytest

from simplenet import (
    FixedNetwork,
    Neuron,
    OurNeuralNetwork,
    deriv_sigmoid,
    mse_loss,
    sigmoid,
)
from simplenet.data import all_y_trues, data


def network():
    return OurNeuralNetwork(np.random.default_rng(0))


WRONG = [
    (lambda: sigmoid(nan), ValueError, "x must be finite, got nan"),
    (lambda: sigmoid([1, inf]), ValueError, "x must be finite"),
    (lambda: deriv_sigmoid("1"), TypeError, "x must hold real numbers"),
    (lambda: sigmoid(1j), TypeError, "x must hold real numbers, got 1j"),
    (lambda: sigmoid([]), ValueError, r"x must have .* got shape \(0,\)"),
    (lambda: Neuron(1, 2), ValueError, r"weights must have shape \('n',\)"),
    (lambda: Neuron([[1]], 2), ValueError, r"weights .* shape \(1, 1\)"),
    (lambda: Neuron([], 2), ValueError, r"weights .* got shape \(0,\)"),
    (lambda: Neuron([1], None), TypeError, "bias must hold real numbers"),
    (lambda: Neuron([1], [2]), ValueError, r"bias must have shape \(\)"),
    (lambda: Neuron([1], 2).feedforward([1, 2]), ValueError, "inputs"),
    (lambda: FixedNetwork([1, inf], 0), ValueError, "weights must be finite"),
    (lambda: mse_loss([1, 0], [1]), ValueError, "y_pred must have"),
    (lambda: mse_loss([], []), ValueError, "y_true must have"),
    (lambda: mse_loss(["F"], [1]), TypeError, "y_true must hold"),
    (lambda: OurNeuralNetwork(157), TypeError, "default_rng"),
    (lambda: network().feedforward([1]), ValueError, "x must have shape"),
    (lambda: network().feedforward([[1, 2, 3]]), ValueError, "x must have"),
    (lambda: network().gradient(data, 1), ValueError, "x must have"),
    (lambda: network().gradient([1, 2], [1]), ValueError, "y_true"),
]


@pytest.mark.parametrize(("call", "error", "message"), WRONG)
def test_wrong_argument_is_named(call, error, message):
    with pytest.raises(error, match=message):
        call()


@pytest.mark.parametrize(
    ("changes", "error", "message"),
    [
        ({"data": data[:, :1]}, ValueError, "data must have shape"),
        ({"data": np.where(data == 25, nan, data)}, ValueError, "data must"),
        ({"all_y_trues": [1, 0]}, ValueError, "all_y_trues must have"),
        ({"all_y_trues": ["F", "M", "M", "F"]}, TypeError, "all_y_trues"),
        ({"learn_rate": 0}, ValueError, "learn_rate must be above zero"),
        ({"learn_rate": "fast"}, TypeError, "learn_rate must hold"),
        ({"epochs": 0}, ValueError, "epochs must be above zero, got 0"),
        ({"epochs": 2.5}, ValueError, "epochs must be a whole number"),
    ],
)
def test_training_refuses_before_it_moves_anything(changes, error, message):
    trained = network()
    before = vars(trained).copy()
    arguments = {"data": data, "all_y_trues": all_y_trues} | changes
    with pytest.raises(error, match=message):
        trained.train(**arguments)
    assert vars(trained) == before


def test_a_refused_step_moves_nothing():
    stepped = network()
    before = vars(stepped).copy()
    with pytest.raises(ValueError, match="learn_rate"):
        stepped.step([1, 2], 1, -0.1)
    assert vars(stepped) == before
