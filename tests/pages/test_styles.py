"""A page asks for the site's own stylesheets as one file."""

from types import SimpleNamespace

import pytest
import yaml

from scripts.ground.errors import BuildError
from scripts.ground.nav import Reader
from scripts.pages.styles import take
from tests.repository import ROOT

JOINED = "stylesheets/joined.css"
AT_ONCE = 3  # two of the theme, and this one; more where these are needed:
OWN = {"exercises.css", "playground.css"}


def test_all_stylesheets_stand_in_it_in_their_order(site):
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    names = yaml.load(settings, Reader)["extra_css"]
    joined = (site / JOINED).read_text("utf-8")
    places = [
        joined.find((ROOT / "docs" / name).read_text("utf-8"))
        for name in names
    ]
    assert len(names) > 1
    assert places == sorted(set(places)), places
    assert places[0] > 0
    assert "mkdocstrings" in joined[: places[0]]  # ours have the last word
    assert [name for name in names if (site / name).exists()] == []


def test_no_page_waits_for_more_than_it_needs(pages):
    for page in pages.values():
        sheets = [
            tag["href"] for tag in page.soup.select("link[rel=stylesheet]")
        ]
        shared = [each for each in sheets if each.split("/")[-1] not in OWN]
        assert len(shared) == AT_ONCE, f"/{page.url}: {sheets}"
        assert shared[-1].endswith(JOINED), f"/{page.url}: {sheets}"


def test_one_that_is_not_there_is_named(tmp_path):
    files = SimpleNamespace(get_file_from_path=lambda name: None)
    config = SimpleNamespace(site_dir=tmp_path)
    with pytest.raises(BuildError, match=r"extra_css names gone\.css"):
        take("gone.css", config, files)
