"""scripts/pdf prints the tutorial: all of it, with outline and links."""

import json
import os
import re
import subprocess

import pytest
from pypdfium2 import PdfDocument

from scripts.ground.errors import BuildError
from scripts.paper import __main__ as verb
from scripts.paper.book import PAGES, book, url_of
from tests.repository import ROOT


@pytest.fixture(scope="module")
def made(site, browser, tmp_path_factory):
    """The PDF, as the verb makes it; the site is not touched by it."""
    before = sorted(site.rglob("*"))
    target = tmp_path_factory.mktemp("pdf") / "book.pdf"
    subprocess.run(["scripts/pdf", target], cwd=ROOT, check=True)
    assert sorted(site.rglob("*")) == before
    with PdfDocument(target) as found:
        yield found


@pytest.fixture(scope="module")
def texts(made):
    """The text of each sheet, without blanks."""
    return [
        re.sub(r"\s+", "", sheet.get_textpage().get_text_range())
        for sheet in made
    ]


def test_the_outline_leads_to_all_chapters_in_order(made, pages, texts):
    tops, at = [], []
    for entry in made.get_toc():
        if entry.level == 0:
            tops.append(entry.get_title())
            at.append(entry.get_dest().get_index())
    titles = [pages[url_of(page)].article.h1 for page in PAGES]
    wanted = [title.find(string=True).strip() for title in titles]
    assert [title for title in tops if title in wanted] == wanted
    assert at == sorted(at)
    for title, sheet in zip(tops, at, strict=True):
        assert re.sub(r"\s+", "", title)[:20] in texts[sheet]


def test_each_sheet_has_its_number(made, texts):
    assert len(texts) > 40
    for number, sheet in enumerate(made, 1):
        width, height = sheet.get_size()
        assert (round(width), round(height)) == (595, 842)  # A4
        foot = sheet.get_textpage().get_text_bounded(bottom=0, top=45)
        assert foot.strip() == f"{number}"


def test_all_outputs_and_sentences_are_on_it(texts, pages):
    text = "".join(texts)
    lacking = [
        f"{page}: {line}"
        for page in PAGES
        for output in pages[url_of(page)].article.select(
            ".program-output > pre"
        )
        for line in output.text.splitlines()
        if re.sub(r"\s+", "", line) not in text
    ]
    assert not lacking, "\n".join(lacking)


@pytest.fixture(scope="module")
def address(site):
    """Where the site is published."""
    return json.loads((site / "provenance.json").read_text())["site"]


@pytest.fixture(scope="module")
def joined(site, address):
    """Its pages, joined to one."""
    return book(site, address)


def test_links_lead_within_it_or_to_the_published_site(site, address, joined):
    names = set(re.findall(r'\bid="([^"]*)"', joined))
    inside = re.findall(r'<a\b[^>]*\bhref="#([^"]*)"', joined)
    others = re.findall(r'<a\b[^>]*\bhref="([^"#][^"]*)"', joined)
    assert len(inside) > 100
    assert sorted(set(inside) - names) == []
    assert all(link.startswith(("http:", "https:")) for link in others)
    published = {link for link in others if link.startswith(address)}
    paths = [
        link.removeprefix(address).partition("#")[0].partition("?")[0]
        for link in published
    ]
    missing = [
        path
        for path in paths
        if not (site / path).is_file()
        and not (site / path / "index.html").is_file()
    ]
    assert published
    assert missing == []


def test_names_are_given_once(joined):
    names = re.findall(r'\bid="([^"]*)"', joined)
    twice = {name for name in names if names.count(name) > 1}
    assert len(names) > 500
    assert twice == set()


def test_what_is_missing_is_said(tmp_path, monkeypatch):
    with pytest.raises(BuildError, match="Run scripts/build first"):
        book(tmp_path, "https://host/")
    monkeypatch.setenv("PATH", os.devnull)
    with pytest.raises(BuildError, match="Expected one of chromium"):
        verb.main(tmp_path / "book.pdf")
    assert not list(tmp_path.iterdir())
