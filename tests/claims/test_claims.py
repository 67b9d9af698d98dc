"""Every sentence that can be wrong is checked, or quoted as a definition or
an opinion, where a reviewer sees it."""

import pytest

from tests.claims.claim import Claims, wrong_with
from tests.claims.pages import (
    CHECKS,
    CODE,
    ELSEWHERE,
    HERE,
    HOME,
    all_claims,
    cannot_compute,
    missing,
    published,
    stem_of,
)
from tests.claims.sentences import checkable, form, of_code, split
from tests.claims.shown import files_that_say
from tests.oracle.site import none


@pytest.fixture(scope="module")
def pages(site):
    return published(site)


def place(page, sentence):
    """Name the page of a sentence, or the file of code that says it."""
    named = files_that_say(sentence) if page in (CODE, CHECKS) else ""
    return named or page or HOME


def test_every_claim_can_be_computed():
    _, broken = all_claims()
    none(broken.values(), "What these claims need is not there, or is wrong:")


def test_every_sentence_that_can_be_wrong_is_looked_at(pages):
    lacking = [
        f"{place(page, sentence)}: “{sentence}”"
        for page, sentences in pages.items()
        if page not in ELSEWHERE
        for sentence in missing(page, sentences)
    ]
    none(
        lacking,
        "Nobody has looked at these sentences. `.venv/bin/python -m "
        "tests.claims site` prints the lines to add to tests/claims/, where "
        "each is tied to a check, or quoted as a definition or an opinion:",
    )


def test_what_is_claimed_stands_on_its_page(pages):
    left = [
        f"{page or HOME}: “{sentence}” (tests/claims/{stem_of(page)}.py)"
        for page, claims in all_claims()[0].items()
        for sentence in [*claims.claims, *claims.quotes]
        if sentence not in pages.get(page, {})
    ]
    none(left, "Not on their pages. Correct or remove these claims:")


def test_every_claim_holds(pages):
    wrong = []
    for page, claims in all_claims()[0].items():
        for sentence, claim in claims.claims.items():
            for numbers in pages.get(page, {}).get(sentence, []):
                if said := wrong_with(claim, numbers):
                    where = claim[2].removeprefix(f"{HERE.parents[1]}/")
                    wrong.append(
                        f"{place(page, sentence)}: “{sentence}”: {said} "
                        f"({where})"
                    )
    none(wrong, "Sentences are wrong, or the claims that judge them are:")


def test_a_wrong_number_or_condition_is_found():
    page = Claims("x/")
    page.says("# of # women", 2, lambda: 4, holds=lambda: 2 < 4)
    page.says("more women than men", holds=2 < 1)
    page.says("exactly #", 0.5)
    many, more, half = page.claims.values()
    assert wrong_with(many, ["2", "4"]) == ""
    assert wrong_with(many, ["2", "3"]) == "expected 4, found 3"
    assert wrong_with(half, ["0"]) == "expected 0.5, found 0"
    assert wrong_with(many, ["2"]).startswith("expected the numbers [2, 4]")
    assert wrong_with(more, []) == "this does not hold"
    with pytest.raises(TypeError, match="nothing is claimed"):
        page.says("nothing is said")
    page.says("who is it?", lambda: {}["Alice"])
    said = wrong_with(page.claims["who is it?"], ["1"])
    assert said == "cannot be computed, KeyError: 'Alice'"


def test_a_claim_that_fails_at_once_is_named(tmp_path):
    path = tmp_path / "x.py"
    path.write_text(
        'PAGE = Claims("x/")\nPAGE.says(\n    "The\\n last.",\n'
        "    next(iter([])),\n)\n"
    )
    names = {"Claims": Claims}
    with pytest.raises(StopIteration) as caught:
        exec(compile(path.read_text(), str(path), "exec"), names)
    page, why = cannot_compute(path, caught.value)
    assert (page, why) == (
        "x/",
        "x/: “The last.”: cannot be computed, StopIteration:  "
        "(tests/claims/x.py:4)",
    )


def test_sentences_have_one_form():
    words, numbers = form("Seed 157 gives −2 in $w_1 = 3$ and `f(7)`, 10,000×")
    assert words == "Seed # gives # in $w_1 = 3$ and `f(7)`, #×"
    assert numbers == ["157", "−2", "10,000"]
    assert split("It is 0.5. It falls! Why? So.") == [
        "It is 0.5.",
        "It falls!",
        "Why?",
        "So.",
    ]


@pytest.mark.parametrize(
    ("sentence", "can_be_wrong"),
    [
        ("Emily is taller", True),
        ("It took a while", False),
        ("The slope rises", True),
        ("in 3 steps", True),
        ("nine parameters", True),
        ("Press the button", False),
    ],
)
def test_what_can_be_wrong(sentence, can_be_wrong):
    assert checkable(sentence) is can_be_wrong


def test_files_are_named_by_what_they_say():
    said = files_that_say("# is female, # is male")
    assert said == "simplenet/data.py, simplenet/measured.py"
    said = "It climbs by # when `w` grows by #, everywhere."
    assert files_that_say(said) == "docs/exercises/nudge_slope.py"


def test_comments_and_docstrings_are_sentences():
    code = 'def f(x):\n    """Say one. Say two.\n\n    x: three."""  # four'
    assert of_code(code) == ["Say one.", "Say two.", "x: three.", "four"]
