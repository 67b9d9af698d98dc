"""What exercises take for right is right by definition."""

import json
import re

import pytest

from tests.oracle.exercise_mistakes import MISTAKES
from tests.oracle.exercises import ANSWERS, STATES
from tests.oracle.site import none

FILE = "tests/oracle/exercises.py"
# A number that only a run or a sum tells: no label, no small count
NUMBER = re.compile(r"(?<![\d.,])\d+(?:\.\d{2,}|(?:\.\d+)?%|\d)(?![\d%]|\.\d)")
AWAY = re.compile("^playground$")


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


def wrong_answers(check):
    wrong = check["wrong"]
    return [*wrong.items()] if isinstance(wrong, dict) else wrong


def test_no_wrong_answer_is_right(published):
    wrong = [
        f"{name}: {given} is taken for {check['answer']}, but is told: {words}"
        for name, check in published["predict"].items()
        for given, words in wrong_answers(check)
        if agrees(given, check["answer"], 1000 * check.get("within", 0))
    ]
    none(wrong, "Mend `answer`, `within` or `wrong` in docs/exercises:")


def test_every_wrong_answer_is_told_what_is_wrong_with_it(published):
    wrong = []
    for name, check in published["predict"].items():
        known = MISTAKES.get(name, {})
        for given, words in wrong_answers(check):
            fits = [
                value() if callable(value) else value
                for told, value in known.items()
                if told in words
            ]
            if len(fits) != 1 or not agrees(given, fits[0], 0):
                wrong.append(
                    f"{name}: who answers {given} is told {words!r}, which "
                    f"fits {' and '.join(map(str, fits)) or 'nothing known'}"
                )
        if len(known) != len(check["wrong"]):
            wrong.append(
                f"{name}: expected {len(known)} wrong answers, found "
                f"{len(check['wrong'])}"
            )
    none(wrong, "Mend docs/exercises, or tests/oracle/exercise_mistakes.py:")


def seen_above(page, box):
    """What a reader has read before an exercise; a playground is played."""
    found = []
    for each in page.article.descendants:
        if each is box:
            return "".join(found)
        if isinstance(each, str) and not each.find_parent(class_=AWAY):
            found.append(each)
    raise LookupError(f"{box['id']} is not in the article of {page.url}")


def test_no_page_shows_an_answer_before_it_is_asked_for(pages):
    """The numbers of an answer that the question does not give."""
    shown, looked_for = [], 0
    for page in pages.values():
        for box in page.soup.select(".exercise[data-kind=predict]"):
            above = set(NUMBER.findall(seen_above(page, box)))
            answer = box.select_one(".exercise-answer").text
            asked = set(NUMBER.findall(box.text.replace(answer, "")))
            results = set(NUMBER.findall(answer)) - asked
            looked_for += len(results)
            shown += [
                f"{page.url}, {box['data-exercise']}: {each} of the answer "
                "stands above the question"
                for each in sorted(results & above)
            ]
    assert looked_for > 15
    none(shown, "Move these exercises up, or what gives them away down:")
