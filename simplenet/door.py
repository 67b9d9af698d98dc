"""The package's door: what each public name asks of its arguments.

The lesson code behind it is mathematics and nothing else. What comes from
outside is checked here, once; what lesson code calls on its way is not.
"""

import functools
import inspect
import threading
from types import SimpleNamespace

import numpy as np

from simplenet.checks import (
    count,
    finite,
    generator,
    layer_sizes,
    one_or_more_seeds,
    positive,
    seeds,
)
from simplenet.outcome import (
    is_finite,
    overflow,
    parameters_of,
    restore,
    stayed_finite,
)


def as_y_true(given):
    return given.y_true.shape


def as_weights(given):
    return given.self.weights.shape


def one_for_each_sample(given):
    return given.data.shape[:-1]


def each_network_its_own(given):
    return len(given.self.w1), "n", 2


def matrix_inputs(given):
    return "n", given.self.weights[0].shape[1]


def matrix_labels(given):
    return len(given.x), len(given.self.biases[-1])


# What is asked of an argument: a check, or a list of shapes that numbers may
# have, [] for any. A function gives a shape that depends on what came before.
SAMPLE = {"x": [(2,)], "y_true": [()]}
LABELS = {"all_y_trues": [one_for_each_sample]}
DATA = {"data": [("n", 2)], **LABELS}
OWN_DATA = {"data": [("n", 2), each_network_its_own], **LABELS}
BATCH = {"x": [matrix_inputs], "y_true": [matrix_labels]}
RATE = {"learn_rate": positive}
EPOCHS = {"epochs": count}
TABLE = {
    "sigmoid": {"x": []},
    "deriv_sigmoid": {"x": []},
    "mse_loss": {"y_true": [("n",)], "y_pred": [as_y_true]},
    "Neuron": {"weights": [("n",)], "bias": [()]},
    "Neuron.feedforward": {"inputs": [as_weights]},
    "FixedNetwork": {"weights": [(2,)], "bias": [()]},
    "FixedNetwork.feedforward": {"x": [(2,)]},
    "OurNeuralNetwork": {"rng": generator},
    "OurNeuralNetwork.feedforward": {"x": [(2,), ("n", 2)]},
    "OurNeuralNetwork.gradient": SAMPLE,
    "OurNeuralNetwork.step": SAMPLE | RATE,
    "OurNeuralNetwork.train": DATA | RATE | EPOCHS,
    "ManyNetworks": {"seeds": one_or_more_seeds},
    "ManyNetworks.feedforward": {"x": [(2,), ("n", 2), each_network_its_own]},
    "ManyNetworks.train": OWN_DATA | RATE | EPOCHS,
    "train_many": {"seeds": seeds, **DATA, **RATE, **EPOCHS},
    "MatrixNetwork": {"sizes": layer_sizes, "rng": generator},
    "MatrixNetwork.layers": {"x": [matrix_inputs]},
    "MatrixNetwork.feedforward": {"x": [matrix_inputs]},
    "MatrixNetwork.gradient": BATCH,
    "MatrixNetwork.step": BATCH | RATE,
    "MatrixNetwork.train": BATCH | RATE | EPOCHS | {"batch": count},
}


class Here(threading.local):
    """Where this thread is: in front of the door, or behind it."""

    inside = False


here = Here()


def close(names):
    """Put the door in front of all that the package gives away."""
    for path, asked in TABLE.items():
        name, _, method = path.partition(".")
        known = names[name]
        if isinstance(known, type):
            method = method or "__init__"
            setattr(known, method, front(getattr(known, method), asked))
        else:
            names[name] = front(known, asked)


# Written out for each function with its own arguments: lesson code comes
# through here at each step, and *args would take several times as long.
FRONT = """
def checked({names}):
    if here.inside:
        return function({names})
    return enter(function, asked, locals())
"""


def front(function, asked):
    """Put the door in front of a function, and give it the same face."""
    scope = {"function": function, "asked": asked, "here": here}
    scope["enter"] = enter
    names = ", ".join(inspect.signature(function).parameters)
    exec(FRONT.format(names=names), scope)
    scope["checked"].__defaults__ = function.__defaults__
    return functools.wraps(function)(scope["checked"])


def enter(function, asked, arguments):
    """Check the arguments, then let the lesson code compute with them."""
    given = SimpleNamespace(**arguments)
    for name, wanted in asked.items():
        setattr(given, name, check(name, wanted, given))
    moved = given.self if {"self", "learn_rate"} <= arguments.keys() else None
    before = parameters_of(moved)
    here.inside = True
    try:
        # exp may overflow to infinity: 1 / (1 + infinity) is the 0 that a
        # saturated neuron gives. Other infinities are refused below.
        with np.errstate(all="ignore"):
            result = function(**vars(given))
    finally:
        here.inside = False
    if not (is_finite(result) and stayed_finite(before, moved)):
        restore(before, moved)
        raise ValueError(overflow(function, given, asked))
    return result


def check(name, wanted, given):
    """Return one argument as the lesson code may have it, or raise."""
    value = getattr(given, name)
    if callable(wanted):
        return wanted(name, value)
    shapes = [each(given) if callable(each) else each for each in wanted]
    return finite(name, value, *shapes)
