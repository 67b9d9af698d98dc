r"""Teach the network a fifth person

Take yourself, or anybody, with a weight in pounds, a height in inches and a
label. Train a new network on all five, and return what it predicts for the
fifth.
"""

kind = "write"
hints = [
    "The fifth person has to be shifted like the others: "
    "`np.array([weight, height]) - shift`.",
    "`np.vstack([data, person])` puts a row below the data, and "
    "`np.append(all_y_trues, label)` puts a label behind the labels.",
    "Then `network.train(…)` with both, and `network.feedforward(person)`.",
]
reason = """
It mostly agrees, because it was taught so. Now give it somebody who weighs and
measures what Bob does, with the label 1. For two people with equal inputs the
network has only one answer, so it cannot be right about both.
"""

# %% starter
import numpy as np
from simplenet import OurNeuralNetwork
from simplenet.data import all_y_trues, data, shift


def learn_a_fifth(weight, height, label):
    """Train on five people; give the prediction for the fifth."""
    network = OurNeuralNetwork(np.random.default_rng(157))
    ...


# %% checks
def trained_on(people, labels, asked):
    network = OurNeuralNetwork(np.random.default_rng(157))
    network.train(people, labels)
    return network.feedforward(asked)


def compare_fifth(weight, height, label):
    raw = np.array([weight, height])
    five, labels = np.vstack([data, raw - shift]), [*all_y_trues, label]
    swapped = [*all_y_trues, 1 - label]
    same(
        f"learn_a_fifth({weight}, {height}, {label})",
        trained_on(five, labels, raw - shift),
        (None, HINT),
        (
            lambda: trained_on(data, all_y_trues, raw - shift),
            "The network was trained on four people, without the fifth.",
        ),
        (
            lambda: trained_on(np.vstack([data, raw]), labels, raw),
            "The fifth person is not shifted: pounds and inches came in.",
        ),
        (
            lambda: trained_on(five, labels, raw),
            "You asked about pounds and inches. Shift them first.",
        ),
        (
            lambda: trained_on(five, swapped, raw - shift),
            "The label of the fifth person is the other one.",
        ),
        (ValueError, "Are there five rows, and five labels?"),
        look="Train on five rows and five labels, and ask about the last.",
    )


def checks():
    compare_fifth(140, 66, 0)
    compare_fifth(120, 72, 1)


# %% solution
def learn_a_fifth(weight, height, label):
    """Train on five people; give the prediction for the fifth."""
    network = OurNeuralNetwork(np.random.default_rng(157))
    person = np.array([weight, height]) - shift
    network.train(np.vstack([data, person]), np.append(all_y_trues, label))
    return network.feedforward(person)


# %% wrong: without the fifth
def learn_a_fifth(weight, height, label):
    network = OurNeuralNetwork(np.random.default_rng(157))
    person = np.array([weight, height]) - shift
    network.train(data, all_y_trues)
    return network.feedforward(person)


# %% wrong: The fifth person is not shifted
def learn_a_fifth(weight, height, label):
    network = OurNeuralNetwork(np.random.default_rng(157))
    person = np.array([weight, height])
    network.train(np.vstack([data, person]), np.append(all_y_trues, label))
    return network.feedforward(person)


# %% wrong: Are there five rows, and five labels?
def learn_a_fifth(weight, height, label):
    network = OurNeuralNetwork(np.random.default_rng(157))
    person = np.array([weight, height]) - shift
    network.train(np.vstack([data, person]), all_y_trues)
    return network.feedforward(person)
