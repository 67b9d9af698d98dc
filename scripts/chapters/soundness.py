"""Ask simplenet whether it is what its names say, once a build has failed.

A comment, a seed or a fact that no longer holds may be no more than what
comes of a mistake in simplenet. Then that is told first.
"""

import math

import numpy as np

from simplenet import (
    FixedNetwork,
    ManyNetworks,
    MatrixNetwork,
    Neuron,
    OurNeuralNetwork,
    deriv_sigmoid,
    mse_loss,
    sigmoid,
)

NAMES = OurNeuralNetwork.parameters
RATE, NUDGE, NEARLY = 0.5, 1e-5, 1e-8
DATA = np.array([[1.5, -0.5], [-0.25, 2.0]])
LABELS = np.array([1, 0])


def f(x):
    return 1 / (1 + math.exp(-x))


def network():
    return OurNeuralNetwork(np.random.default_rng(0))


def state():
    """Give the nine parameters of that network, by name."""
    return {name: float(getattr(network(), name)) for name in NAMES}


def predicted(p, x):
    h1 = f(p["w1"] * x[0] + p["w2"] * x[1] + p["b1"])
    h2 = f(p["w3"] * x[0] + p["w4"] * x[1] + p["b2"])
    return f(p["w5"] * h1 + p["w6"] * h2 + p["b3"])


def slope(error, at):
    """Measure a slope by a nudge to both sides."""
    return (error(at + NUDGE) - error(at - NUDGE)) / (2 * NUDGE)


def slopes():
    """Measure the nine slopes of the first sample's squared error."""
    p, x, y_true = state(), DATA[0], LABELS[0]

    def error(name):
        return lambda v: (y_true - predicted(p | {name: v}, x)) ** 2

    return [slope(error(name), value) for name, value in p.items()]


def stepped():
    moved = network()
    moved.step(DATA[0], LABELS[0], RATE)
    return [getattr(moved, name) for name in NAMES]


def trained():
    """Give the loss that training reports, and the one it should report."""
    alone = network()
    (reported,) = alone.train(DATA, LABELS, RATE, 1)
    p = {name: getattr(alone, name) for name in NAMES}
    errors = [
        (y - predicted(p, x)) ** 2 for x, y in zip(DATA, LABELS, strict=True)
    ]
    return sum(errors) / 2, reported


def matrices():
    same = MatrixNetwork([2, 2, 1], np.random.default_rng(0))
    (in_W1, in_b1), (in_W2, in_b2) = same.gradient(DATA[:1], LABELS[:1, None])
    return np.concatenate([in_W1.ravel(), in_W2.ravel(), in_b1, in_b2])


def many():
    """Give the losses of two networks at once, and of each alone."""
    alone = [OurNeuralNetwork(np.random.default_rng(n)) for n in (0, 1)]
    losses = [each.train(DATA, LABELS, RATE, 2)[-1] for each in alone]
    return losses, ManyNetworks([0, 1]).train(DATA, LABELS, RATE, 2)


def fixed():
    h = f(0.5 * 2 - 1.5 * 3 + 4)
    found = FixedNetwork(np.array([0.5, -1.5]), 4).feedforward([2, 3])
    return f(0.5 * h - 1.5 * h + 4), found


def neuron():
    n = Neuron(np.array([0.5, -1.5]), 4)
    return f(0.5 * 2 - 1.5 * 3 + 4), n.feedforward([2, 3])


# What is asked: gives the expected numbers and those found. In the order in
# which one stands on another; the first that differs is the one to mend.
QUESTIONS = {
    "activation.py, sigmoid(0.5)": lambda: (f(0.5), sigmoid(0.5)),
    "activation.py, deriv_sigmoid(0.5)": lambda: (
        slope(f, 0.5),
        deriv_sigmoid(0.5),
    ),
    "loss.py, mse_loss([1, 0], [0.5, 0.25])": lambda: (
        0.15625,
        mse_loss([1, 0], [0.5, 0.25]),
    ),
    "neuron.py, Neuron.feedforward": neuron,
    "network.py, FixedNetwork.feedforward": fixed,
    "network.py, OurNeuralNetwork.feedforward": lambda: (
        [predicted(state(), x) for x in DATA],
        network().feedforward(DATA),
    ),
    "network.py, OurNeuralNetwork.gradient": lambda: (
        slopes(),
        [*network().gradient(DATA[0], LABELS[0]).values()],
    ),
    "network.py, OurNeuralNetwork.step": lambda: (
        np.array([*state().values()]) - RATE * np.array(slopes()),
        stepped(),
    ),
    "network.py, OurNeuralNetwork.train": trained,
    "matrices.py, MatrixNetwork.gradient": lambda: (slopes(), matrices()),
    "many.py, ManyNetworks.train": many,
}


def first_fault():
    """Say what is wrong in simplenet and where, or ""."""
    for place, question in QUESTIONS.items():
        if said := answer(question):
            return (
                f"simplenet/{place}: {said}. Mend that first: what follows "
                "may come of it."
            )
    return ""


def answer(question):
    """Say how two lists of numbers differ, the nine by their names."""
    try:
        wanted, found = (np.ravel(each) for each in question())
    except Exception as error:
        return f"it stops with {type(error).__name__}: {error}"
    names = NAMES if len(wanted) == len(NAMES) else range(len(wanted))
    for name, one, other in zip(names, wanted, found, strict=True):
        if not abs(one - other) <= NEARLY:
            of = f" for {name}" if name in NAMES else ""
            return f"expected about {one:.6f}{of}, got {other:.6f}"
    return ""
