"""Train the same networks in many ways, and check that they are the same."""

import importlib.util
from functools import cache

import numpy as np

from scripts.benchmarks import others, ours
from scripts.ground.errors import BuildError
from simplenet import OurNeuralNetwork
from simplenet.data import all_y_trues, data, emily, frank

MANY = 10_000
# Name, networks in a run, function of seeds, package it needs, remark
CONTESTANTS = [
    ("the article's loop", 1, ours.article, None, ""),
    ("the same without its reports", 1, ours.article_silent, None, ""),
    ("simplenet, OurNeuralNetwork", 1, ours.simplenet, None, ours.LOSSES),
    ("simplenet, MatrixNetwork", 1, ours.matrices, None, ours.LOSSES),
    ("simplenet, train_many, 1", 1, ours.many, None, ""),
    ("simplenet, train_many, 10", 10, ours.many, None, ""),
    ("simplenet, train_many, 100", 100, ours.many, None, ""),
    ("simplenet, train_many, 1,000", 1000, ours.many, None, ""),
    ("simplenet, train_many, 10,000", MANY, ours.many, None, ""),
    ("plain Python numbers", 1, ours.plain, None, ""),
    ("micrograd", 1, others.micrograd, "micrograd", "with an exp added"),
    ("PyTorch", 1, others.pytorch, "torch", "one thread"),
    ("PyTorch, 10,000", MANY, others.pytorch, "torch", "one thread"),
    ("scikit-learn", 1, others.sklearn, "sklearn", others.CROSS_ENTROPY),
]


def measure_training(rounds):
    """Measure every contestant whose package is installed."""
    things = [
        (name, units, contestant(name, units, train), note)
        for name, units, train, package, note in CONTESTANTS
        if package is None or importlib.util.find_spec(package)
    ]
    return in_turns_after_warming(things, rounds)


def in_turns_after_warming(things, rounds):
    """Import and prepare everything before the first measured round."""
    from scripts.benchmarks.measure import in_turns

    for _, units, run, _ in things:
        if units == 1:
            run(0)()
    return in_turns(things, rounds)


def contestant(name, units, train):
    """Make a function that trains for a round and returns its check."""

    def run(number):
        seeds = range(number, number + units)
        predictions = train(seeds)
        return lambda: check(name, train, seeds, predictions)

    return run


def check(name, train, seeds, predictions):
    """Compare the predictions for Emily and Frank with the reference's."""
    reference = getattr(train, "reference", alone)
    for row in {0, len(seeds) // 2, len(seeds) - 1}:
        expected = reference(seeds[row])
        if not np.allclose(predictions[row], expected, rtol=0, atol=1e-9):
            raise BuildError(
                f"benchmark, {name}: expected the predictions {expected} for "
                f"seed {seeds[row]}, got {predictions[row]}. It does not do "
                "the same work; mend it before comparing times."
            )


@cache
def alone(seed):
    """Train one network with the code of the tutorial."""
    network = OurNeuralNetwork(np.random.default_rng(seed))
    network.train(data, all_y_trues)
    return network.feedforward([emily, frank])
