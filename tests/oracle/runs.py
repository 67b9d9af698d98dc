"""The runs that several facts, tables and figures speak of."""

from functools import cache
from itertools import pairwise
from types import SimpleNamespace

import numpy as np

from tests.oracle.network import predict, start, trained
from tests.oracle.people import inputs, samples

SEED = 157


@cache
def article():
    """The network of all chapters: after the training, and its losses."""
    return trained(start(SEED))


@cache
def raw():
    """The same, on pounds and inches."""
    return trained(start(SEED), samples("raw"))


def equal_neurons():
    """Both hidden neurons start as h1 does, with one weight in o1."""
    p = start(SEED)
    return p | {
        "w3": p["w1"],
        "w4": p["w2"],
        "b2": p["b1"],
        "w6": p["w5"],
    }


@cache
def first_five(name):
    """The predictions of the seeds 0 to 4 for a person."""
    return [predict(trained(start(n))[0], *inputs(name)) for n in range(5)]


def spiral_points():
    """50 points on a spiral, and opposite 50 others: (100, 2) and labels."""
    points, labels = [], []
    for i in range(50):
        share = 0.02 + 0.98 * i / 49
        t = share**0.5  # from the middle, t = 0, to the end, t = 1
        point = (
            3 * t * np.array([np.cos(2 * np.pi * t), np.sin(2 * np.pi * t)])
        )
        points += [point, -point]
        labels += [0, 1]
    return np.array(points), np.array(labels)


@cache
def spirals(sizes):
    """A network of some sizes, trained on the spirals in batches of ten."""
    rng = np.random.default_rng(0)
    weights = [rng.normal(size=(m, n)) for n, m in pairwise(sizes)]
    biases = [rng.normal(size=m) for m in sizes[1:]]
    x, labels = spiral_points()

    def forward(points):
        values = [points.T]  # a column for each point
        for w, b in zip(weights, biases, strict=True):
            values.append(1 / (1 + np.exp(-(w @ values[-1] + b[:, None]))))
        return values

    losses = []
    for _ in range(300):
        for i in range(0, 100, 10):
            values = forward(x[i : i + 10])
            back = 2 * (values[-1] - labels[i : i + 10]) / 10
            for layer in reversed(range(len(weights))):
                out = values[layer + 1]
                in_sum = back * out * (1 - out)
                back = weights[layer].T @ in_sum
                weights[layer] = weights[layer] - 3 * in_sum @ values[layer].T
                biases[layer] = biases[layer] - 3 * in_sum.sum(axis=1)
        losses.append(((forward(x)[-1][0] - labels) ** 2).mean())

    def predicts(points):
        return forward(np.asarray(points, float))[-1][0]

    sides = predicts(x) > 0.5
    return SimpleNamespace(
        losses=losses, predicts=predicts, right=float((sides == labels).mean())
    )
