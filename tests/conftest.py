"""Build the site once, for all tests that read it."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Page:
    """A published page: its address under the site's root, and its HTML."""

    url: str
    html: str

    @property
    def soup(self):
        return BeautifulSoup(self.html, "html.parser")

    @property
    def article(self):
        return self.soup.select_one("article")


@pytest.fixture(scope="session")
def site():
    """The folder of the site, built as anyone builds it."""
    subprocess.run(["scripts/build"], cwd=ROOT, check=True)
    return ROOT / "site"


@pytest.fixture(scope="session")
def pages(site):
    """All published pages, by their address."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        url = path.relative_to(site).as_posix().removesuffix("index.html")
        found[url] = Page(url, path.read_text("utf-8"))
    return found
