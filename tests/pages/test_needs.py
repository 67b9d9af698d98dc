"""What pages say that a program needs, and with what it ran."""

import tomllib
from importlib.metadata import version

import pytest
from packaging.specifiers import SpecifierSet

from scripts.pages import needs


@pytest.mark.parametrize(
    ("bounds", "words"),
    [
        (">=3.11", "3.11 or newer"),
        (">=2.0,<3", "2.0 or a later 2.x"),
        ("<4,>=3.10", "3.10 or a later 3.x"),
    ],
)
def test_bounds_in_words(bounds, words):
    assert needs.in_words(SpecifierSet(bounds)) == words


def test_needs_follow_pyproject(tmp_path, monkeypatch):
    text = needs.PROJECT.read_text("utf-8").replace(">=3.11", ">=3.13")
    (tmp_path / "pyproject.toml").write_text(text, "utf-8")
    monkeypatch.setattr(needs, "PROJECT", tmp_path / "pyproject.toml")
    assert needs.needed()["Python"] == "3.13 or newer"


def test_every_program_tells_needs_apart_from_what_ran(pages):
    project = tomllib.loads(needs.PROJECT.read_text("utf-8"))["project"]
    oldest = project["requires-python"].removeprefix(">=")
    shown = [
        program
        for page in pages.values()
        for program in page.article.select(".program[data-program]")
    ]
    assert len(shown) > 20
    for program in shown:
        words = program.select_one(".program-links").text
        needed, ran = words.split("In this build it ran with")
        assert f"It needs Python {oldest} or newer" in needed
        assert f"NumPy {version('numpy')}" in ran
        plots = "matplotlib" in program["data-copy"]
        assert ("Matplotlib" in needed) == ("Matplotlib" in ran) == plots
