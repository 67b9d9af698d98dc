"""Every published figure shows what its definition says."""

import re

import pytest

from tests.oracle.figures import CHARTS, DIAGRAMS, PICTURES, PLOTS
from tests.oracle.figures.diagrams import Diagram
from tests.oracle.pictures import Chart, Picture, Wrong
from tests.oracle.site import none

FILE = "tests/oracle/figures/"


@pytest.fixture(scope="module")
def files(site):
    """All figures that are published as files: {name: SVG}."""
    return {
        path.stem: path.read_text("utf-8")
        for path in site.glob("figures/*.svg")
    }


@pytest.fixture(scope="module")
def on_pages(pages):
    """All figures on pages: (page, name, SVG)."""
    drawing = r'<svg[^>]*class="figure figure-([\w-]+)".*?</svg>'
    return [
        (url, found[1], found[0])
        for url, page in pages.items()
        for found in re.finditer(drawing, page.html, re.DOTALL)
    ]


def judge(name, svg):
    """Say what is wrong with a figure, or raise nothing."""
    if name in DIAGRAMS:
        DIAGRAMS[name](Diagram(svg))
    elif name in PICTURES:
        PICTURES[name](Picture(svg))
    else:
        (CHARTS | PLOTS)[name](Chart(svg))


def test_every_figure_shows_what_its_definition_says(files, on_pages):
    plots = {name: svg for _, name, svg in on_pages if name in PLOTS}
    wrong = []
    for name, svg in (files | plots).items():
        try:
            judge(name, svg)
        except Wrong as error:
            wrong.append(f"{name}: {error}")
        except KeyError:
            wrong.append(f"{name}: has no definition; add one")
    none(wrong, f"Figures differ from their definitions in {FILE}:")


def test_every_definition_has_a_figure(files, on_pages):
    shown = {name for _, name, _ in on_pages}
    left = (CHARTS | PLOTS | DIAGRAMS | PICTURES).keys() - shown
    none(sorted(left), f"On no page; remove from {FILE}__init__.py:")


def bare(svg):
    """A figure without what only a file of its own needs."""
    svg = re.sub(r"<style>.*?</style>", "", svg, flags=re.DOTALL)
    svg = svg.replace(' xmlns="http://www.w3.org/2000/svg"', "")
    return re.sub(r"\s*/>|></\w+>", ">", svg).strip()


def test_pages_show_the_figures_that_are_judged(files, on_pages):
    wrong = [
        f"{url}: the figure {name} is not figures/{name}.svg"
        for url, name, svg in on_pages
        if name not in PLOTS and bare(svg) != bare(files.get(name, ""))
    ]
    none(wrong, "Figures on pages differ from the published files:")


@pytest.mark.parametrize(
    ("name", "before", "after", "message"),
    [
        ("people", "figure-female", "figure-male", "Alice"),
        ("people", "weight − 135", "weight − 136", "x axis says"),
        ("people", ">20<", ">25<", "on no scale"),
        (
            "loss",
            '<path d="M29.67 32.37L',
            '<path d="M29.67 62.37L',
            "loss is at",
        ),
        ("parameters", 'data-parameter="w2"', 'data-parameter="w3"', "arrows"),
        ("boundary", "Emily 0.951", "Emily 0.952", "Emily 0.951"),
    ],
)
def test_a_wrong_figure_is_seen(files, name, before, after, message):
    assert before in files[name]
    with pytest.raises(Wrong, match=message):
        judge(name, files[name].replace(before, after))
