"""The pages build with Zensical, the successor, and show the same."""

import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec

import pytest
from bs4 import BeautifulSoup

from tests.repository import ROOT

pytestmark = pytest.mark.slow  # builds sites of its own

# What is compared, as HTML, in the order of the page
SAME = [
    ".program",
    ".program-output",
    "figure",
    ".arithmatex",
    "pre code",
    "table",
    "svg",
    "h1, h2, h3",
]
OTHER = {
    "404.html",
    "verify/",  # names the generator
}


@pytest.fixture(scope="module")
def successor(site, tmp_path_factory):
    """The folder of the site that Zensical built."""
    if find_spec("zensical") is None:
        missing = pytest.fail if os.environ.get("CI") else pytest.skip
        missing("Zensical is not installed: pip install '.[test]'")
    folder = tmp_path_factory.mktemp("successor")
    command = [sys.executable, "-m", "scripts.zensical", folder]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def articles(pages, successor):
    """Each page that both have: {address: (MkDocs', Zensical's article)}."""
    return {
        url: (page.article, article(successor / url / "index.html"))
        for url, page in pages.items()
        if url not in OTHER
    }


def article(path):
    soup = BeautifulSoup(path.read_text("utf-8"), "html.parser")
    (found,) = soup.select("article")
    return found


def test_successor_has_every_page(pages, successor):
    built = {
        path.parent.relative_to(successor).as_posix()
        for path in successor.rglob("index.html")
    }
    expected = {url.rstrip("/") or "." for url in pages}
    assert built == expected - {"404.html"}


def test_text_is_the_same(articles):
    for url, (ours, theirs) in articles.items():
        assert words_of(ours) == words_of(theirs), url


def words_of(article):
    """List an article's words, without the facts that a hook tells."""
    text = article.text
    for facts in article.select(".page-facts"):
        text = text.replace(facts.text, "", 1)
    return text.split()


def test_parts_are_the_same(articles):
    seen = set()
    for url, (ours, theirs) in articles.items():
        assert parts_of(theirs) == parts_of(ours), url
        seen |= {each for each in SAME if ours.select_one(each)}
    assert seen == set(SAME)


def parts_of(article):
    """Give the HTML of all parts that lie in no other one of them."""
    found = article.select(", ".join(SAME))
    known = set(map(id, found))
    return [
        str(each)
        for each in found
        if not any(id(parent) in known for parent in each.parents)
    ]


def test_no_formula_is_left_as_tex(articles):
    for url, (_, theirs) in articles.items():
        assert "\\(" not in theirs.text, url
        for formula in theirs.select(".arithmatex"):
            assert formula.select_one("svg[aria-label]"), url


def test_links_to_files_lead_somewhere(articles, successor):
    seen = 0
    for url, (_, theirs) in articles.items():
        for link in theirs.select("a[href]"):
            address = re.split("[#?]", link["href"])[0]
            assert not address.startswith("/"), f"{url}: {address}"
            if address and "://" not in address:
                assert (successor / url / address).exists(), (url, address)
                seen += address.endswith((".py", ".json", ".ipynb", ".zip"))
    assert seen > 20


def test_downloads_are_the_same(site, successor):
    for name in ["programs", "outputs", "figures", "downloads"]:
        names = sorted(path.name for path in (site / name).iterdir())
        assert names == sorted(p.name for p in (successor / name).iterdir())
        for each in names:
            ours = (site / name / each).read_bytes()
            assert ours == (successor / name / each).read_bytes(), each


def test_mistake_is_reported_without_a_traceback(site, tmp_path):
    """A page that Zensical cannot build stops the build by name."""
    copy = tmp_path / "repository"
    ignored = shutil.ignore_patterns("__pycache__")
    for name in ["docs", "scripts", "simplenet"]:
        shutil.copytree(ROOT / name, copy / name, ignore=ignored)
    shutil.copy(ROOT / "mkdocs.yml", copy)
    shutil.copy(ROOT / "pyproject.toml", copy)
    page = copy / "docs/glossary.md"
    page.write_text(page.read_text("utf-8") + "\n{{ no_such_fact }}\n")
    command = [sys.executable, "-m", "scripts.zensical", tmp_path / "built"]
    done = subprocess.run(command, cwd=copy, capture_output=True, text=True)
    assert done.returncode == 1
    assert "docs/glossary.md, line " in done.stderr
    assert "there is no fact 'no_such_fact'" in done.stderr
    assert "Traceback" not in done.stderr
