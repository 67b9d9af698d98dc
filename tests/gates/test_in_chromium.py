"""What a reader's browser finds on each page, under a strict policy."""

import os
import re
import unicodedata

import numpy as np
import pytest
from playwright.sync_api import expect
from pypdfium2 import PdfDocument

from tests.gates.strict import policy_for, serving
from tests.gates.visit import Visit, listen, visit_all, weight, zipped

# Bytes of gzip with all that loads; one page holds all chapters at once, and
# of its 70 kB the code, the figures and the outlines of glyphs are 40
BUDGETS = {"tutorial/": 145_000}
BUDGETS |= {"beyond/people/": 140_000}  # 1,629 dots in two planes: 20 kB
BUDGET = 135_000
# Elements, as a phone's browser feels them; what is drawn counts apart
ELEMENTS = 4_000
WRITTEN = 2_500
LEAVING = 'a[href]:not([href^="#"], .md-button)'
# Not for a handout: a notebook's cells are as long as they are.
NO_HANDOUT = {"404.html", "tutorial/"}
# What is for the screen: paper has none of it
UNREAD = ["program-complete", "program-links", "notebook-downloads"]
UNREAD += ["exercise-hint", "exercise-links"]


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
    assert zipped(site / "tutorial" / "index.html") <= 72_000


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


def filled(sheet):
    """Down to where a sheet of paper is printed, from 0 to 1."""
    dark = np.asarray(sheet.render(scale=0.3).to_pil().convert("L")) < 200
    rows = np.nonzero(dark.any(axis=1))[0]
    return (rows.max() + 1) / len(dark) if len(rows) else 0


def test_no_sheet_of_paper_is_half_empty(visits):
    faults, count = [], 0
    for url, found in visits.items():
        if url in NO_HANDOUT:
            continue
        *others, last = map(filled, PdfDocument(found.paper))
        count += len(others)
        faults += [
            f"/{url}: sheet {n} is filled to {part:.0%}"
            for n, part in enumerate(others, 1)
            if part < 0.5
        ]
        if last < 0.12:  # its margin is 0.05
            faults.append(f"/{url}: little is on the last sheet, {last:.0%}")
    assert not faults, "\n".join(faults)
    assert count > 50


def test_paper_cuts_no_code_figure_or_table_in_two(sheets, pages):
    faults, count = [], 0
    for url in sheets.keys() - NO_HANDOUT:
        texts, article = sheets[url], pages[url].article
        for part in article.select("pre, figure:has(> .figure), table"):
            if part.find_parent(["details", "form", "div.playground"]):
                continue
            if part.find_parent(class_="playground"):
                continue  # its script replaces it
            words = parts_of(part)
            if not words:
                continue  # cut where a function or a row ends
            count += 1
            if not any(all(w in text for w in words) for text in texts):
                faults.append(f"/{url}: cut in two, {words[0]}…{words[-1]}")
    assert not faults, "\n".join(faults)
    assert count > 100


def parts_of(part):
    """List what has to be on one sheet; nothing if that may be too much."""
    if part.name == "pre":
        lines = [squeezed(line) for line in part.text.splitlines()]
        return lines if len(lines) < 30 else []
    if part.name == "table":
        # Formulas are drawn: no text of theirs is on paper.
        cells = part.select("tr > :first-child:not(:has(svg))")
        rows = [cell.text for cell in cells]
        return [squeezed(row) for row in rows] if len(rows) < 16 else []
    words = part.select("figcaption, svg text")
    return [squeezed(each.text) for each in words]


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


def test_program_runs_and_editor_works_under_the_policy(
    page, strict, site, runtime
):
    page.goto(f"{strict}neuron/")
    program = page.locator("[data-program=neuron].program")
    program.get_by_role("button", name="Run", exact=True).click()
    status = program.get_by_role("status")
    same = re.compile("the same output as published")
    expect(status).to_have_text(same, timeout=30_000)
    if not (site / "javascripts/live/code-editor.js").exists():
        missing = pytest.fail if os.environ.get("CI") else pytest.skip
        missing("expected the editor in the site, found none: no npm?")
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
