"""The oracle stands alone, and is what its definitions say."""

import ast
from pathlib import Path

import pytest

from tests.oracle import network, people, study
from tests.oracle.agree import difference, shows
from tests.oracle.site import none

TESTS = Path(__file__).parents[1]
JUDGES = ("oracle", "claims")
# What a judge may import: plain Python, a random generator, parsers, and
# what drives a test. Neither simplenet nor scripts, nor what imports these.
ALLOWED = {"ast", "bisect", "cmath", "collections", "csv", "dataclasses"}
ALLOWED |= {
    "fractions",
    "functools",
    "html",
    "importlib",
    "io",
    "itertools",
    "json",
}
ALLOWED |= {
    "math",
    "pathlib",
    "random",
    "re",
    "statistics",
    "sys",
    "textwrap",
    "types",
    "traceback",
}
ALLOWED |= {
    "tomllib",
    "urllib",
    "bs4",
    "numpy",
    "pytest",
    "xml",
    "zipfile",
    "tokenize",
}


def imported(path):
    """List what a file imports, wherever it does."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module


def test_judges_import_nothing_of_what_they_judge():
    wrong = []
    for judge in JUDGES:
        for path in sorted((TESTS / judge).rglob("*.py")):
            for name in imported(path):
                first, *rest = name.split(".")
                ours = first == "tests" and rest and rest[0] in JUDGES
                if first not in ALLOWED and not ours:
                    wrong.append(f"{path.relative_to(TESTS.parent)}: {name}")
    none(wrong, "A judge must not use what it judges. Remove these imports:")


@pytest.mark.parametrize("seed", range(3))
def test_slopes_are_how_much_the_loss_grows(seed):
    p = network.start(seed)
    person = (0.3, -0.7, seed % 2)
    for name, slope in network.slopes(p, *person).items():
        above = network.loss(p | {name: p[name] + 1e-6}, [person])
        below = network.loss(p | {name: p[name] - 1e-6}, [person])
        assert slope == pytest.approx((above - below) / 2e-6, abs=1e-9)


def test_factors_multiply_to_slopes():
    p, person = network.start(0), (0.3, -0.7, 1)
    factors = network.factors(p, *person)
    for name, slope in network.slopes(p, *person).items():
        product = 1
        for factor in network.chain(name):
            product *= factors[factor]
        assert slope == pytest.approx(product, rel=1e-12)


def test_many_are_trained_as_each_one_is():
    p, predictions = study.trained([3, 157], "standardised", 1)
    samples = people.samples("standardised")
    for row, seed in enumerate((3, 157)):
        alone, losses = network.trained(network.start(seed), samples, 1)
        assert p[:, row] == pytest.approx(list(alone.values()), rel=1e-9)
        found = study.looked_at(p, predictions)
        assert found.loss[row] == pytest.approx(losses[-1], rel=1e-9)


def test_percentiles_lie_on_a_line_between_two_values():
    assert study.percentile([4, 1, 3, 2], 50) == 2.5
    assert study.percentile(range(101), 7) == 7


@pytest.mark.parametrize(
    ("shown", "value", "right"),
    [
        ("0.951", 0.95075, True),
        ("0.951", 0.95049, False),
        ("−3", -3, True),
        ("10,000", 10_000, True),
        ("10,000", 10_001, False),
        ("3.7 × 10^−10", 3.68e-10, True),
        ("3.7 × 10^−10", 3.78e-10, False),
        ("105", 105.35, True),
    ],
)
def test_numbers_are_compared_to_their_shown_digits(shown, value, right):
    assert shows(shown, value) is right


def test_words_around_numbers_are_compared():
    assert difference("w1 moves by 0.10", "w1 moves by 0.1") == ""
    assert "0.2" in difference("w1 moves by 0.2", "w1 moves by 0.1")
    assert "words" in difference("w2 moves by 0.1", "w1 moves by 0.1")
