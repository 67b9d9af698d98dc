"""The published pages hold what the build computed."""

import json
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from scripts.ground.nav import chapters
from tests.repository import ROOT

GENERATED = ROOT / "docs" / "generated"
TRACES = ["Traceback", "--8<--", "{{ ", "{:", "$$", "\\(", "\\frac"]
PROGRAMS = sorted(p.stem for p in (ROOT / "docs/programs").glob("*.py"))


def test_every_page_is_there(pages):
    written = {
        path.relative_to(ROOT / "docs").with_suffix("").as_posix()
        for path in ROOT.glob("docs/**/*.md")
        if GENERATED not in path.parents
    }
    assert written > {"index", "verify", *chapters()}
    expected = {f"{name}/" for name in written - {"index"}}
    assert set(pages) == expected | {"", "404.html", "tutorial/"}


def test_nothing_of_the_machinery_is_published(site):
    published = {path.relative_to(site).parts[0] for path in site.iterdir()}
    assert "generated" not in published
    assert not list(site.rglob("*.md"))


@pytest.mark.parametrize("chapter", chapters())
def test_chapter_has_its_parts(pages, chapter):
    article = pages[f"{chapter}/"].article
    assert article.select("figure svg, .program-output svg")
    assert article.select("[id^=eq-]")
    assert article.select(".program")
    assert article.find("h2", id="recap") or article.find(
        "h2", id="you-have-done-it"
    )


def test_pages_follow_the_order_of_the_article(pages):
    for here, following in pairwise(chapters()):
        soup = pages[f"{here}/"].soup
        link = soup.select_one(".md-footer__link--next")
        assert link["href"] == f"../{following}/"


@pytest.fixture(scope="module")
def shown(pages):
    """All programs as the pages show them."""
    return [
        program
        for page in pages.values()
        for program in page.article.select(".program[data-program]")
    ]


@pytest.mark.parametrize("stem", PROGRAMS)
def test_program_is_shown_with_its_code_and_output(shown, site, stem):
    (program,) = [each for each in shown if each["data-program"] == stem]
    short = (ROOT / f"docs/programs/{stem}.py").read_text("utf-8")
    complete = (site / f"programs/{stem}.py").read_text("utf-8")
    output = (GENERATED / f"outputs/{stem}.txt").read_text("utf-8")
    codes = [code.text for code in program.select(".highlight code")]
    assert [code.strip() for code in codes] == [
        short.strip(),
        complete.strip(),
    ]
    assert program["data-copy"] == complete
    (box,) = program.select(f".program-output[data-program={stem}]")
    assert "".join(code.text for code in box.select("pre code")) == output
    assert program.select_one("a[download]")["href"].endswith(
        f"programs/{stem}.py"
    )


def test_training_log_is_folded_in_the_middle(pages):
    box = pages["training/"].article.select_one(
        ".program-output[data-program=training]"
    )
    lines = [code.text.splitlines() for code in box.select("pre code")]
    assert lines[0][0].startswith("Epoch 0 loss")
    assert lines[-1][-1].startswith("Epoch 990 loss")
    assert sum(map(len, lines)) == 100
    folded = box.select_one("details:not([open])")
    assert len(folded.select_one("code").text.splitlines()) == len(lines[1])


@pytest.mark.parametrize(
    ("name", "spec", "page"),
    [
        ("predictions.y_emily", ".3f", "predictions/"),
        ("predictions.y_frank", ".3f", "predictions/"),
        ("seeds.spread[1]", ".3f", "predictions/"),
        ("training.seed", "", "training/"),
        ("neuron_output", "", "neuron/"),
    ],
)
def test_facts_stand_in_sentences(pages, site, name, spec, page):
    facts = json.loads((site / "facts.json").read_text("utf-8"))
    assert f"{facts[name]:{spec}}" in pages[page].article.text


def test_every_fact_is_used(site):
    files = [*ROOT.glob("docs/**/*.md"), *ROOT.glob("docs/exercises/*.py")]
    pages = "".join(
        path.read_text("utf-8")
        for path in files
        if not path.is_relative_to(GENERATED)
    )
    named = set(re.findall(r"\{\{ ([\w.]+(?:\[-?\d+\])?)", pages))
    values = json.loads((GENERATED / "values.json").read_text("utf-8"))
    derived = {name for name in values if "." not in name}
    assert derived
    assert derived - named == set()
    facts = json.loads((site / "facts.json").read_text("utf-8"))
    known = {name for name in named if name.partition("[")[0] in values}
    assert set(facts) == known


def test_no_machinery_shows_through(pages):
    for page in pages.values():
        text = page.soup.find("body").text
        for trace in TRACES:
            assert trace not in text, f"{page.url} shows {trace}"


def test_formulas_are_typeset(pages):
    for chapter in chapters():
        formulas = pages[f"{chapter}/"].article.select(".arithmatex")
        assert formulas
        for formula in formulas:
            assert formula.select_one("svg"), f"{chapter}: {formula}"
            words = formula.select_one("svg")["aria-label"]
            assert re.search(r"\w", words), f"{chapter}: {formula}"


def test_displayed_equations_have_ids_of_their_own(pages):
    for page in pages.values():
        ids = [e.get("id", "") for e in page.soup.select("div.arithmatex")]
        assert all(each.startswith("eq-") for each in ids), page.url
        assert len(ids) == len(set(ids)), page.url


def test_pictures_have_words(pages):
    for page in pages.values():
        for image in page.soup.select("img"):
            assert image.get("alt"), f"{page.url}: {image}"
        for figure in page.soup.select("svg[role=img]"):
            assert figure.get("aria-label"), f"{page.url}: {figure}"
        for figure in page.article.select("figure > svg"):
            assert figure.get("role") == "img", page.url


def test_drawings_do_not_stop_instant_navigation(pages):
    uses = [use for page in pages.values() for use in page.soup.select("use")]
    assert uses
    assert all("href" not in use.attrs for use in uses)


class Addresses(HTMLParser):
    """Collect what a page makes a browser load by itself."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        loads = attrs.get("src")
        if tag == "link" and attrs.get("rel") not in (
            "canonical",
            "prev",
            "next",
        ):
            loads = attrs.get("href")
        if loads:
            self.found.append(loads)


def test_no_page_needs_a_style_attribute(pages):
    for page in pages.values():
        assert not page.article.select("[style], style"), page.url


def test_no_page_loads_from_elsewhere(pages, site):
    for page in pages.values():
        addresses = Addresses()
        addresses.feed(page.html)
        assert addresses.found, page.url
        outside = [a for a in addresses.found if re.match(r"\w+:|//", a)]
        assert outside == [], page.url
    for sheet in site.rglob("*.css"):
        imported = re.findall(r"url\(['\"]?(https?:[^)]+)", sheet.read_text())
        assert imported == [], sheet


def test_numbers_in_tables_stand_on_the_right(browser, server):
    page = browser.new_page()
    page.goto(f"{server}loss/")
    cells = page.locator(".numbers td")
    sides = [
        cells.nth(n).evaluate("(cell) => getComputedStyle(cell).textAlign")
        for n in range(2)
    ]
    assert sides == ["left", "right"]
    assert "{:" not in page.locator("article").inner_text()
    page.close()
