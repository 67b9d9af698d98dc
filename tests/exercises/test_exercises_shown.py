"""Where exercises are shown: on pages, in the overview, in the notebook."""

import json
from itertools import zip_longest
from urllib.parse import urljoin

from scripts.exercises.complete import OURS
from scripts.exercises.read import read_exercises
from tests.oracle.site import none

ALL = read_exercises()
WRITE = {n: each for n, each in ALL.items() if each.kind == "write"}


def test_nothing_that_is_folded_stands_open(pages):
    opened = [
        f"{page.url}, {box['data-exercise']}: {each.summary.text}"
        for page in pages.values()
        for box in page.soup.select(".exercise")
        for each in box.select("details[open]")
    ]
    none(opened, "A hint or an answer is seen before anybody asked for it:")


def test_the_overview_lists_each_exercise_in_the_order_of_reading(pages):
    overview = pages["exercises/"]
    menu = overview.soup.select(".md-nav--primary a.md-nav__link")
    inside = [urljoin(overview.url, each["href"]) for each in menu]
    expected = [
        f"{url}#{box['id']}, {box.select_one('.exercise-title').text}"
        for url in dict.fromkeys(inside)
        if url in pages
        for box in pages[url].soup.select(".exercise")
    ]
    found = [
        f"{urljoin(overview.url, each['href'])}, {each.text}"
        for each in overview.soup.select(".exercise-list li a")
    ]
    wrong = [
        f"expected {a}, found {b}"
        for a, b in zip_longest(expected, found)
        if a != b
    ]
    assert len(found) == len(ALL)
    none(wrong[:3], "The overview is not in the order of the menu:")


def test_the_notebook_has_each_exercise_of_the_chapters_with_its_checks(site):
    notebook = site / "downloads/tutorial.ipynb"
    cells = json.loads(notebook.read_text("utf-8"))["cells"]
    code = {"".join(c["source"]): c for c in cells if c["cell_type"] == "code"}
    chapters = site.parent / "docs"
    text = "".join(p.read_text("utf-8") for p in chapters.glob("*.md"))
    shown = [n for n in WRITE if f'"exercises/{n}.md"' in text]
    assert len(shown) >= 6
    for name in shown:
        exercise = WRITE[name]
        starter = OURS.sub("", exercise.cell("starter")).strip()
        assert starter in code, f"{name}: no cell holds its starter"
        (checks,) = (
            c for s, c in code.items() if exercise.cell("checks") in s
        )
        (output,) = checks["outputs"]
        said = "".join(output["text"])
        assert said.startswith("Not yet."), name
        assert exercise.hints[0] in said, name
