"""The network of the article once more, from definitions, number by number.

A network is a dictionary of its nine parameters.
"""

import math
from functools import cache

import numpy as np

from tests.oracle.people import samples

INPUTS = ("x1", "x2")
NEURONS = {  # the parameters of each
    "h1": ("w1", "w2", "b1"),
    "h2": ("w3", "w4", "b2"),
    "o1": ("w5", "w6", "b3"),
}
NAMES = ("w1", "w2", "w3", "w4", "w5", "w6", "b1", "b2", "b3")


def f(x):
    """The sigmoid."""
    if x < 0:  # the same fraction, times e^x above and below
        return math.exp(x) / (math.exp(x) + 1)
    return 1 / (1 + math.exp(-x))


def slope_of_f(x):
    return f(x) * (1 - f(x))  # far out, 1 - f(x) rounds to 0, as in NumPy


def start(seed):
    """A network with the start values of a seed."""
    drawn = np.random.default_rng(seed).normal(size=9)
    return dict(zip(NAMES, map(float, drawn), strict=True))


def filled(weight, bias):
    """A network whose weights are all equal, and its biases, too."""
    return {n: float(weight if n[0] == "w" else bias) for n in NAMES}


def sums(p, x1, x2):
    """The weighted sums of h1, h2 and o1."""
    s1 = p["w1"] * x1 + p["w2"] * x2 + p["b1"]
    s2 = p["w3"] * x1 + p["w4"] * x2 + p["b2"]
    s3 = p["w5"] * f(s1) + p["w6"] * f(s2) + p["b3"]
    return s1, s2, s3


def predict(p, x1, x2):
    return f(sums(p, x1, x2)[2])


def loss(p, people):
    """The mean squared error over people: [(x1, x2, label), …]."""
    errors = [label - predict(p, x1, x2) for x1, x2, label in people]
    return sum(error * error for error in errors) / len(people)


def slopes(p, x1, x2, label):
    """The slope of one sample's squared error in each parameter."""
    s1, s2, s3 = sums(p, x1, x2)
    in_s3 = 2 * (f(s3) - label) * slope_of_f(s3)
    in_s1 = in_s3 * p["w5"] * slope_of_f(s1)
    in_s2 = in_s3 * p["w6"] * slope_of_f(s2)
    return {
        "w1": in_s1 * x1,
        "w2": in_s1 * x2,
        "w3": in_s2 * x1,
        "w4": in_s2 * x2,
        "w5": in_s3 * f(s1),
        "w6": in_s3 * f(s2),
        "b1": in_s1,
        "b2": in_s2,
        "b3": in_s3,
    }


def factors(p, x1, x2, label):
    """The twelve factors of the chain rule: ∂h1/∂w1 is d_h1_d_w1."""
    s1, s2, s3 = sums(p, x1, x2)
    return {
        "d_L_d_ypred": -2 * (label - f(s3)),
        "d_ypred_d_w5": f(s1) * slope_of_f(s3),
        "d_ypred_d_w6": f(s2) * slope_of_f(s3),
        "d_ypred_d_b3": slope_of_f(s3),
        "d_ypred_d_h1": p["w5"] * slope_of_f(s3),
        "d_ypred_d_h2": p["w6"] * slope_of_f(s3),
        "d_h1_d_w1": x1 * slope_of_f(s1),
        "d_h1_d_w2": x2 * slope_of_f(s1),
        "d_h1_d_b1": slope_of_f(s1),
        "d_h2_d_w3": x1 * slope_of_f(s2),
        "d_h2_d_w4": x2 * slope_of_f(s2),
        "d_h2_d_b2": slope_of_f(s2),
    }


def chain(name):
    """The factors of the slope in a parameter, from the loss on."""
    if name in ("w5", "w6", "b3"):
        return ["d_L_d_ypred", f"d_ypred_d_{name}"]
    h = "h1" if name in ("w1", "w2", "b1") else "h2"
    return ["d_L_d_ypred", f"d_ypred_d_{h}", f"d_{h}_d_{name}"]


def stepped(p, x1, x2, label, rate=0.1, wrong=None):
    """The network after one step; `wrong` goes up instead of down."""
    slope = slopes(p, x1, x2, label)
    sign = {n: -1 if n == wrong else 1 for n in NAMES}
    return {n: p[n] - rate * sign[n] * slope[n] for n in NAMES}


def trained(p, people=None, rate=0.1, epochs=1000, wrong=None):
    """The network after the training, and its loss after each epoch."""
    shown = tuple(people or samples())
    p, losses = training(tuple(p.items()), shown, rate, epochs, wrong)
    return dict(p), [*losses]


@cache  # many facts and sentences ask for the same training
def training(p, people, rate, epochs, wrong):
    p, losses = dict(p), []
    for _ in range(epochs):
        for person in people:
            p = stepped(p, *person, rate, wrong)
        losses.append(loss(p, people))
    return p, losses
