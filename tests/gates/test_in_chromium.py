"""What a reader's browser finds on each page, under a strict policy."""

import os
import re
import unicodedata

import pytest
from playwright.sync_api import expect
from pypdfium2 import PdfDocument

from tests.gates.strict import policy_for, serving
from tests.gates.visit import Visit, listen, visit_all, weight, zipped

# Bytes of gzip with all that loads; on one page with many programs
BUDGETS = {"beyond/people/": 150_000}
BUDGET = 135_000
# Elements, as a phone's browser feels them; what is drawn counts apart
ELEMENTS = 4_000
WRITTEN = 2_500
LEAVING = 'a[href]:not([href^="#"], .md-button)'
# What is for the screen: paper has none of it
UNREAD = ["program-complete", "program-links", "notebook-downloads"]


@pytest.fixture(scope="module")
def strict(site, pages):
    """The address of the site on a host with a strict policy."""
    with serving(site, policy_for(pages)) as address:
        yield address


@pytest.fixture(scope="module")
def visits(browser, strict, pages, tools):
    """Each page, opened once for all gates: {address: what came of it}."""
    axe = (tools.folder / "axe-core" / "axe.min.js").read_text("utf-8")
    return visit_all(browser, {url: strict + url for url in pages}, axe)


def by_page(visits, name):
    """List what was noted under a name, each with its page."""
    return [
        f"/{url}: {each}"
        for url, found in visits.items()
        for each in getattr(found, name)
    ]


def test_axe_finds_no_barrier(visits):
    faults = by_page(visits, "barriers")
    assert not faults, "\n".join(faults)


def test_figures_and_formulas_stand_out_from_what_is_behind_them(visits):
    faults = by_page(visits, "pale")
    assert not faults, "\n".join(faults)


def test_no_page_is_wider_than_its_window(visits):
    faults = by_page(visits, "too_wide")
    assert not faults, "\n".join(faults)


def test_browser_complains_of_no_page_under_a_strict_policy(visits):
    faults = by_page(visits, "complaints")
    assert not faults, "\n".join(faults)


def test_no_page_asks_another_host(visits, strict):
    faults = [
        each
        for each in by_page(visits, "asked")
        if not re.search(f": ({re.escape(strict)}|data:|blob:)", each)
    ]
    assert not faults, "\n".join(faults)


def test_no_page_is_over_its_budget(visits, site, strict):
    faults = []
    for url, found in visits.items():
        ours = {each for each in found.asked if each.startswith(strict)}
        assert len(ours) > 10, f"/{url}: {ours}"
        size, budget = weight(site, ours), BUDGETS.get(url, BUDGET)
        if size > budget:
            faults.append(f"/{url} weighs {size} of {budget} bytes")
    assert not faults, "\n".join(faults)


def test_no_page_has_too_many_elements(pages):
    faults = []
    for url, page in pages.items():
        everything = len(page.soup.find_all(True))
        drawn = len(page.soup.select("svg, svg *"))
        if everything > ELEMENTS or everything - drawn > WRITTEN:
            faults.append(f"/{url}: {everything}, of them {drawn} drawn")
    assert not faults, (
        f"expected {ELEMENTS} elements at most, and {WRITTEN} without "
        "formulas and figures; found\n" + "\n".join(faults)
    )


def test_search_waits_until_something_is_searched(visits):
    early = [
        each
        for each in by_page(visits, "asked")
        if "search/all.json" in each or "/workers/" in each
    ]
    assert not early, "\n".join(early)


def test_notebook_page_is_light(site):
    assert zipped(site / "tutorial" / "index.html") <= 60_000


def test_letters_are_large_enough_for_a_phone(visits):
    faults = by_page(visits, "too_small")
    assert not faults, "\n".join(faults)


def squeezed(text):
    """Take out what a printer changes: blanks, and letters run together."""
    # PDFium writes \ufffe for a hyphen at the end of a line.
    text = unicodedata.normalize("NFKC", text).replace("\ufffe", "-")
    return re.sub(r"[\s¶]+", "", text)


@pytest.fixture(scope="module")
def sheets(visits):
    """The text of each page's sheets of paper, without blanks."""
    return {
        url: [
            squeezed(sheet.get_textpage().get_text_range())
            for sheet in PdfDocument(found.paper)
        ]
        for url, found in visits.items()
    }


def test_paper_cuts_nothing_off_and_has_no_controls(visits):
    faults = by_page(visits, "cut_off")
    assert not faults, "\n".join(faults)


def test_paper_shows_formulas_tables_figures_and_outputs(visits):
    faults = by_page(visits, "not_on_paper")
    assert not faults, "paper lacks:\n" + "\n".join(faults)


def test_no_sheet_of_paper_is_empty(sheets):
    faults = [url for url, texts in sheets.items() if not all(texts)]
    assert not faults, f"pages with an empty sheet: {faults}"


def test_paper_holds_all_code_and_outputs(sheets, pages):
    faults = []
    for url, texts in sheets.items():
        text = "".join(texts)
        for block in pages[url].article.select("pre"):
            if block.find_parent(class_="program-complete"):
                continue  # as a download, and for the screen
            for line in block.text.splitlines():
                if squeezed(line) not in text:
                    faults.append(f"/{url}: paper lacks {line!r}")
    assert not faults, "\n".join(faults)


def test_paper_says_where_links_lead(sheets, pages):
    faults, outside = [], 0
    for url in sheets.keys() - {"404.html"}:
        text = "".join(sheets[url])
        for link in pages[url].article.select(LEAVING):
            if not link.find_parent(class_=UNREAD):
                outside += (target := link["data-to"]).startswith("http")
                if squeezed(f"({target})") not in text:
                    faults.append(f"/{url}: paper lacks {target}")
    assert not faults, "\n".join(faults)
    assert outside > 10


def test_paper_holds_headings_and_figures_once(sheets, pages):
    faults = []
    for url, texts in sheets.items():
        text = "".join(texts)
        for part in pages[url].article.select("h1, figcaption"):
            words = squeezed(part.text)
            if not part.select("svg") and text.count(words) != 1:
                faults.append(f"/{url}: {part.text!r} {text.count(words)}x")
        for words in ("lines that run on their own", "Table of contents"):
            if squeezed(words) in text:
                faults.append(f"/{url}: paper shows {words!r}")
    assert not faults, "\n".join(faults)


@pytest.fixture
def page(browser, strict):
    """A page under the policy that nobody may complain of in the end."""
    with browser.new_context() as context:
        opened = context.new_page()
        found = Visit()
        listen(opened, found)
        yield opened
        assert found.complaints == []


def test_search_works_under_the_policy(page, strict):
    page.goto(f"{strict}loss/")
    page.keyboard.press("/")
    page.keyboard.type("saturated")
    found = page.locator(".md-search-result__link")
    found.first.wait_for()
    assert found.count() > 1


def test_program_runs_under_the_policy(page, strict, site):
    if not (site / "runtime").is_dir():
        missing = pytest.fail if os.environ.get("CI") else pytest.skip
        missing("expected site/runtime, found none: nothing can run")
    page.goto(f"{strict}neuron/")
    program = page.locator("[data-program=neuron].program")
    program.get_by_role("button", name="Run", exact=True).click()
    status = program.get_by_role("status")
    same = re.compile("the same output as published")
    expect(status).to_have_text(same, timeout=30_000)


def test_editor_works_under_the_policy(page, strict, site):
    if not (site / "javascripts/live/code-editor.js").exists():
        missing = pytest.fail if os.environ.get("CI") else pytest.skip
        missing("expected the editor in the site, found none: no npm?")
    page.goto(f"{strict}neuron/")
    program = page.locator("[data-program=neuron].program")
    program.get_by_role("button", name="Edit", exact=True).click()
    editor = program.get_by_role("textbox")
    editor.wait_for()
    keyword = editor.locator("span", has_text=re.compile("^import$")).first
    plain = editor.evaluate("e => getComputedStyle(e).color")
    assert keyword.evaluate("e => getComputedStyle(e).color") != plain


def test_form_for_a_seed_works_under_the_policy(page, strict):
    page.goto(f"{strict}beyond/luck/")
    page.get_by_role("button", name="Show").click()
    answer = page.locator(".seed-form output")
    expect(answer).to_have_text(re.compile(r"Seed \d+: Emily"))
