"""CONTRIBUTING and the licences say what is there."""

import re
import tomllib

import pytest

from tests.repository import ROOT

GUIDE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
ADDING = ["a chapter", "a program", "a figure", "a fact", "an equation"]
PAGES = ["README.md", "CONTRIBUTING.md", "LICENSE-TEXT.md", "SECURITY.md"]
PARTS = re.MULTILINE | re.DOTALL
FOLDERS = ["", "docs", "scripts", "tests", "tests/gates", ".github/workflows"]


def section(title):
    (found,) = re.findall(rf"^## Add {title}\b.*?\n(.*?)^## ", GUIDE, PARTS)
    return found


@pytest.mark.parametrize("what", ADDING)
def test_adding_takes_five_lines(what):
    lines = [line for line in section(what).splitlines() if line]
    assert 3 <= len(lines) <= 5


def test_every_room_is_on_the_map():
    rooms = {path.parent.name for path in ROOT.glob("scripts/*/__init__.py")}
    assert len(rooms) > 5
    assert rooms == set(re.findall(r"^\| `(\w+)/` \|", GUIDE, re.MULTILINE))


def test_files_that_are_named_are_there():
    named = re.findall(r"`([\w.][\w./-]*\.(?:py|cjs|toml|yml|md))`", GUIDE)
    assert len(named) > 20
    for name in named:
        if "NAME" not in name and name != "page.md":
            assert any(
                (ROOT / folder / name).exists() for folder in FOLDERS
            ), name


def test_links_lead_to_files():
    for page in PAGES:
        text = (ROOT / page).read_text("utf-8")
        links = re.findall(r"\]\(([^):#]+)(?:#[^)]*)?\)", text)
        assert links, page
        for link in links:
            assert (ROOT / link).exists(), f"{page}: {link}"


def test_licences_are_said_alike_everywhere(pages):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["license"] == "MIT"
    licence = (ROOT / "LICENSE").read_text("utf-8")
    assert licence.startswith("MIT License\n")
    said = {
        "README.md": (ROOT / "README.md").read_text("utf-8"),
        "LICENSE-TEXT.md": (ROOT / "LICENSE-TEXT.md").read_text("utf-8"),
        "about/": pages["about/"].article.text,
    }
    for where, text in said.items():
        words = " ".join(text.split())
        assert "CC BY 4.0" in words, where
        assert "MIT" in words, where
        assert "Victor Zhou" in words, where
        assert "all rights reserved" in words, where
