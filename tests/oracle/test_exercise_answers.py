"""What exercises take for right is right by definition."""

import json

import pytest

from tests.oracle.exercises import ANSWERS, STATES
from tests.oracle.site import none

FILE = "tests/oracle/exercises.py"


@pytest.fixture(scope="module")
def published(pages):
    """{kind: {name: what its check compares with}}, of all pages."""
    found = {"predict": {}, "explore": {}, "write": {}}
    for page in pages.values():
        for box in page.soup.select(".exercise"):
            check = json.loads(box["data-check"])
            found[box["data-kind"]][box["data-exercise"]] = check
    return found


def agrees(given, expected, within):
    if isinstance(expected, str) or isinstance(given, str):
        return given == expected
    return abs(given - expected) <= max(1e-9 * abs(expected), within / 1000)


def answer(name):
    found = ANSWERS[name]
    return found() if callable(found) else found


def test_every_answer_is_what_its_definition_says(published):
    wrong = [
        f"{name}: expected {answer(name)}, found {check['answer']}"
        for name, check in published["predict"].items()
        if name in ANSWERS
        and not agrees(check["answer"], answer(name), check.get("within", 0))
    ]
    none(wrong, f"Answers differ from {FILE}; one of both is wrong:")


def test_every_state_is_what_its_exercise_asks_for():
    wrong = [name for name, holds in STATES.items() if not holds()]
    none(wrong, f"These solutions do not hold, says {FILE}:")


def test_every_answer_has_a_definition(published):
    for kind, known in (("predict", ANSWERS), ("explore", STATES)):
        asked = published[kind].keys()
        none(sorted(asked - known.keys()), f"Add to {FILE}:")
        none(sorted(known.keys() - asked), f"On no page, {FILE}:")


def test_no_wrong_answer_is_right(published):
    for name, check in published["predict"].items():
        wrong, within = check["wrong"], check.get("within", 0)
        for given, words in [
            *(wrong.items() if type(wrong) is dict else wrong)
        ]:
            assert words, name
            assert not agrees(given, check["answer"], 1000 * within), name
