"""Every published fact is what its definition says."""

import json

import pytest

from tests.oracle.agree import Between
from tests.oracle.facts import FACTS, fact
from tests.oracle.site import none

FILE = "tests/oracle/facts.py"


@pytest.fixture(scope="module")
def published(site):
    return json.loads((site / "facts.json").read_text("utf-8"))


def agrees(value, expected):
    if isinstance(expected, Between):
        return expected.low <= value <= expected.high
    if isinstance(expected, str):
        return value == expected
    if isinstance(expected, int):
        return value == expected
    # As many digits as any processor gives after a thousand epochs
    return abs(value - expected) <= 1e-9 * abs(expected)


def test_every_fact_is_what_its_definition_says(published):
    wrong = [
        f"{name}: expected {expected}, published {published[name]}"
        for name in sorted(FACTS.keys() & published.keys())
        for expected in [fact(name)]
        if not agrees(published[name], expected)
    ]
    none(wrong, f"facts.json differs from {FILE}; one of both is wrong:")


def test_every_fact_has_a_definition(published):
    missing = sorted(published.keys() - FACTS.keys())
    lines = [f'    "{name}": …,  # {published[name]}' for name in missing]
    none(lines, f"What are these? Add to FACTS in {FILE}:")


def test_every_definition_has_a_fact(published):
    left = sorted(FACTS.keys() - published.keys())
    none(left, f"Not in facts.json; remove from FACTS in {FILE}:")
