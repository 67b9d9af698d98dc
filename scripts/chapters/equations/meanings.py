"""Say what each name of a formula means: run simplenet and look.

A meaning is a dictionary from names to values, of one of two sorts:
- numbers, from simplenet as it is, at a random or a given state;
- SymPy expressions, from the same functions of simplenet run on symbols.
"""

import inspect
import math
import random
import sys
from contextlib import contextmanager
from types import SimpleNamespace
from unittest.mock import patch

import numpy as np
import sympy

from scripts.chapters.equations.notation import slope_name
from scripts.chapters.factors import network_with
from simplenet import (
    Neuron,
    OurNeuralNetwork,
    deriv_sigmoid,
    door,
    mse_loss,
    sigmoid,
)

PARAMETERS = OurNeuralNetwork.parameters


class f(sympy.Function):
    """Any activation function at all: SymPy knows only its slope's name."""

    def fdiff(self, argindex=1):
        return slope_of_f(self.args[0])


slope_of_f = sympy.Function("f'")


class Symbols:
    """Names stand for themselves: what holds here, holds for all numbers."""

    exact = True
    e = sympy.E
    functions = {"f": f, "f'": slope_of_f}  # noqa: RUF012

    def __call__(self, names):
        return [sympy.Symbol(name) for name in names.split()]


class Numbers:
    """Names stand for random numbers, the same for the same seed."""

    exact = False
    e = math.e
    functions = {  # noqa: RUF012
        "f": lambda x: sigmoid(float(x)),
        "f'": lambda x: deriv_sigmoid(float(x)),
    }

    def __init__(self, seed):
        self.random = random.Random(seed)

    def __call__(self, names):
        return [self.random.gauss(0, 1.5) for _ in names.split()]


@contextmanager
def simplenet_on_symbols():
    """Let simplenet's own code compute with symbols.

    Replaced are the sigmoid wherever it is used, by any function f; and
    inside the sigmoid NumPy's exp. The door, which refuses symbols, stays
    open.
    """
    numpy = SimpleNamespace(exp=sympy.exp)
    any_f = {"sigmoid": f, "deriv_sigmoid": slope_of_f}
    with (
        patch.object(door.here, "inside", True),
        patch.multiple("simplenet.activation", np=numpy),
        patch.multiple("simplenet.neuron", sigmoid=f),
        patch.multiple("simplenet.network", **any_f),
    ):
        yield


def variables_of(function, *args):
    """Run a function; return its result and its variables at the end."""
    seen, code = {}, inspect.unwrap(function).__code__

    def watch(frame, event, _):
        if event == "return" and frame.f_code is code:
            seen.update(frame.f_locals)

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        result = function(*args)
    finally:
        sys.setprofile(before)
    return result, seen


def activation(draw):
    """The sigmoid, in full, not as a mere f."""
    if draw.exact:
        functions = {"f": sigmoid, "f'": deriv_sigmoid}
    else:
        functions = draw.functions
    (x,) = draw("x")
    return {"x": x, "e": draw.e, **functions}


def neuron(draw):
    """One neuron with two inputs."""
    w1, w2, b, x1, x2 = draw("w1 w2 b x1 x2")
    unit = Neuron([w1, w2], b)
    return neuron_meaning(unit, [x1, x2]) | draw.functions


def neuron_meaning(unit, inputs):
    """What a neuron computes, by name."""
    y, seen = variables_of(unit.feedforward, inputs)
    (w1, w2), (x1, x2) = unit.weights, inputs
    named = {"w1": w1, "w2": w2, "b": unit.bias, "x1": x1, "x2": x2, "y": y}
    return named | {"total": seen["total"]}


def weighted_sum(weights, bias, inputs):
    """What a neuron hands to its activation function."""
    return variables_of(Neuron(weights, bias).feedforward, inputs)[1]["total"]


def network(draw):
    """The network with nine parameters, before and after one step."""
    learner = network_with(draw(" ".join(PARAMETERS)))
    x1, x2, y_true, learn_rate = draw("x1 x2 y_true learn_rate")
    learn_rate = abs(learn_rate) if not draw.exact else learn_rate
    meaning = network_meaning(learner, np.array([x1, x2]), y_true)
    learner.step(np.array([x1, x2]), y_true, learn_rate)
    after = {f"{name} after": getattr(learner, name) for name in PARAMETERS}
    return meaning | after | {"learn_rate": learn_rate} | draw.functions


def network_meaning(learner, x, y_true):
    """What the network computes for one sample, by name."""
    gradient, seen = variables_of(learner.gradient, x, y_true)
    slopes = {slope_name("L", name): gradient[name] for name in gradient}
    o1 = learner.feedforward(x)
    y_trues = np.array([y_true])
    own = {"o1": o1, "n": len(y_trues), "L": mse_loss(y_trues, np.array([o1]))}
    named = {name: getattr(learner, name) for name in PARAMETERS}
    # Slopes of y_pred that are no factors: those of L without its first one.
    more = {
        slope_name("y_pred", name): gradient[name] / seen["d_L_d_ypred"]
        for name in gradient
    }
    del seen["self"], seen["x"]
    return more | seen | slopes | named | own


def samples(draw):
    """A handful of labels and predictions, and their mean squared error."""
    count = 4
    y_true = np.array(draw(" ".join(f"t{i}" for i in range(count))))
    y_pred = np.array(draw(" ".join(f"p{i}" for i in range(count))))
    return {
        "n": sympy.Integer(count),
        "y_true": y_true,
        "y_pred": y_pred,
        "MSE": mse_loss(y_true, y_pred),
    }


def fixed_network(unit, x):
    """The fixed network at given inputs."""
    o1, seen = variables_of(unit.feedforward, x)
    hidden = neuron_meaning(unit.h1, x)
    del hidden["y"]
    return hidden | {
        "h1": seen["out_h1"],
        "h2": seen["out_h2"],
        "o1": o1,
        "b": unit.h1.bias,
    }
