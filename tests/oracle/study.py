"""Train the ten thousand networks of the chapter on luck, and look at them.

A row of the array `p` is one parameter, a column one network.
"""

import math
from functools import cache
from types import SimpleNamespace

import numpy as np

from tests.oracle.network import start
from tests.oracle.people import ASKED, KNOWN, LABELS, inputs

COUNT = 10_000
FEW = 1000
PREPARED = ("shifted", "raw", "centred", "standardised")
RATES = (0.001, 0.01, 0.1, 1, 10, 100)
GROUPS = ("both for male", "one for each", "both for female")
BLOCK = 2500  # as many fit into a processor's cache


def f(x):
    return 1 / (1 + np.exp(-x))


def forward(p, x):
    w1, w2, w3, w4, w5, w6, b1, b2, b3 = p
    h1 = f(w1 * x[0] + w2 * x[1] + b1)
    h2 = f(w3 * x[0] + w4 * x[1] + b2)
    return h1, h2, f(w5 * h1 + w6 * h2 + b3)


def train(p, x, rate, epochs=1000):
    """Train each column. x[person]: its two inputs, one for each network."""
    for _ in range(epochs):
        for person, label in enumerate(LABELS):
            x1, x2 = x[person]
            h1, h2, o1 = forward(p, x[person])
            in_s3 = 2 * (o1 - label) * o1 * (1 - o1)
            in_s1 = in_s3 * p[4] * h1 * (1 - h1)
            in_s2 = in_s3 * p[5] * h2 * (1 - h2)
            in_w1_to_w4 = in_s1 * x1, in_s1 * x2, in_s2 * x1, in_s2 * x2
            in_the_rest = in_s3 * h1, in_s3 * h2, in_s1, in_s2, in_s3
            p -= rate * np.array([*in_w1_to_w4, *in_the_rest])


def trained(seeds, prepared, rate):
    """Train the networks of some seeds: parameters, six predictions each."""
    p = np.array([list(start(seed).values()) for seed in seeds]).T
    x = [inputs(name, prepared) for name in (*KNOWN, *ASKED)]
    with np.errstate(over="ignore"):  # e to a large number: the sigmoid is 0
        for i in range(0, len(seeds), BLOCK):
            train(p[:, i : i + BLOCK], x[: len(KNOWN)], rate)
        return p, np.array([forward(p, each)[2] for each in x])


def looked_at(p, predictions):
    """What the chapter asks of some networks: a list for each question."""
    known = predictions[: len(KNOWN)].T.tolist()
    return SimpleNamespace(
        emily=predictions[4].tolist(),
        frank=predictions[5].tolist(),
        loss=[mean_square(row) for row in known],
        fails=[any(map(on_wrong_side, row, LABELS)) for row in known],
        # How many hidden neurons raise the prediction: w5 or w6 above 0
        group=[int(w5 > 0) + int(w6 > 0) for w5, w6 in p[4:6].T.tolist()],
        silent=f(p[8]).tolist(),  # the prediction if h1 and h2 are both 0
    )


def mean_square(row):
    return sum((a - b) ** 2 for a, b in zip(row, LABELS, strict=True)) / 4


def on_wrong_side(y_pred, label):
    return (y_pred > 0.5) != (label == 1)


@cache
def ten_thousand():
    """All networks with the article's settings: parameters, predictions."""
    return trained(range(COUNT), "shifted", 0.1)


@cache
def study():
    """What the chapter on luck asks of them."""
    return looked_at(*ten_thousand())


@cache
def experiment(prepared="shifted", rate=0.1):
    """The first thousand, with other inputs or another learning rate."""
    return looked_at(*trained(range(FEW), prepared, rate))


def percentile(values, percent):
    """The value below which that many percent lie, on a line in between."""
    ordered = sorted(values)
    place = (len(ordered) - 1) * percent / 100
    low, high = math.floor(place), math.ceil(place)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def median(values):
    return percentile(values, 50)


def article_pairs():
    """The seeds whose two predictions print as the article's do."""
    rows = zip(study().emily, study().frank, strict=True)
    wanted = "0.951 0.039"
    return [i for i, (e, f) in enumerate(rows) if f"{e:.3f} {f:.3f}" == wanted]


def group(number, values):
    """Those of the values that belong to networks of one group."""
    pairs = zip(values, study().group, strict=True)
    return [value for value, each in pairs if each == number]
