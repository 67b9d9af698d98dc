"""Of a program, a page may name what a sentence can say."""

import json

import numpy as np
import pytest

from scripts.programs.values import named_values


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (157, 157),
        (np.int64(157), 157),
        (np.float64(0.1), 0.1),
        (np.array(0.1), 0.1),
        ("Alice", "Alice"),
        (np.array([1, 2]), [1, 2]),
        ([np.float64(0.1), np.int64(2)], [0.1, 2]),
        ((0.5, 0.25), [0.5, 0.25]),
    ],
)
def test_numbers_texts_and_rows_of_them_can_be_named(value, kept):
    named = named_values({"loss": {"it": value}})
    assert json.loads(json.dumps(named)) == {"loss.it": kept}
    assert type(named["loss.it"]) is type(kept)


@pytest.mark.parametrize(
    "value",
    [
        np.ones((2, 2)),
        [(1, 2), (3, 4)],
        {"b3": 0.5},
        1j,
        None,
        np.random.default_rng(0),
    ],
)
def test_nothing_else_can(value):
    assert named_values({"loss": {"it": value}}) == {}
