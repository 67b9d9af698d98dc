"""A neuron is its formula, whatever its numbers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simplenet import Neuron, sigmoid

number = st.floats(-5, 5)


@given(st.lists(st.tuples(number, number), min_size=1, max_size=5), number)
def test_any_neuron_computes_its_formula(pairs, bias):
    weights, inputs = np.array(pairs).T
    by_hand = sigmoid(sum(w * x for w, x in pairs) + bias)
    output = Neuron(weights, bias).feedforward(inputs)
    assert output == pytest.approx(by_hand, abs=1e-12)


def test_lists_serve_as_well_as_arrays():
    assert Neuron([0, 1], 4).feedforward([2, 3]) == 0.9990889488055994
