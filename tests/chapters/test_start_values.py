"""What the chapters say of networks before any training."""

import math

import numpy as np
import pytest

from scripts.chapters.start_values import (
    hidden_sums,
    start_facts,
    tells_apart,
)
from scripts.chapters.study import SEEDS, start_values
from simplenet import OurNeuralNetwork, sigmoid
from simplenet.data import data, people, seed

RAW = np.array(list(people.values()))


def outputs_by_hand(number, inputs):
    """The outputs of h1 and h2 for each person, from the formulas."""
    n = OurNeuralNetwork(np.random.default_rng(number))
    return [
        [sigmoid(v * x1 + w * x2 + b) for x1, x2 in inputs.tolist()]
        for v, w, b in [(n.w1, n.w2, n.b1), (n.w3, n.w4, n.b2)]
    ]


@pytest.mark.parametrize("inputs", [data, RAW], ids=["shifted", "raw"])
def test_networks_that_tell_people_apart_are_found(inputs):
    found = tells_apart(start_values(range(60)), inputs)
    for number, apart in enumerate(found):
        spans = [max(h) - min(h) for h in outputs_by_hand(number, inputs)]
        assert apart == (max(spans) > 0.5), number


def test_sums_are_those_of_the_hidden_neurons():
    sums = hidden_sums(start_values([seed]), data)
    assert sums.shape == (2, 1, 4)
    expected = outputs_by_hand(seed, data)
    assert sigmoid(sums[:, 0]) == pytest.approx(np.array(expected))


def test_facts_say_what_the_pages_claim():
    facts = start_facts(start_values(SEEDS))
    # Most sums are far out in spite of the shift; it is not that which helps.
    assert facts["shift_far"] > 0.5
    assert facts["shift_apart"] > 0.99
    assert facts["raw_apart"] < 0.05
    network = OurNeuralNetwork(np.random.default_rng(seed))
    errors = [(1 - network.feedforward(data[i])) ** 2 for i in (0, 3)]
    errors += [network.feedforward(data[i]) ** 2 for i in (1, 2)]
    assert facts["start_loss"] == pytest.approx(math.fsum(errors) / 4)
