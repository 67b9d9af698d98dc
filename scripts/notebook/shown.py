"""Show cells of the notebook that ran, by mkdocs-jupyter, as light HTML.

Its own HTML carries half a megabyte of styles and scripts, formulas that are
not typeset, and pictures without words. We keep the cells and nothing else.
"""

import base64
import json
import tempfile
from pathlib import Path

import nbformat

from scripts.figures.svg import clean
from scripts.ground.errors import BuildError
from scripts.ground.keys import code_of
from scripts.ground.store import key_of
from scripts.notebook.cells import in_notebook
from scripts.notebook.code import code_html
from scripts.pages.panels import output_html

NUMBERS = ["id", "execution_count"]  # which the page does not show


def keys_of(cells, pictures, site):
    """Identify, for each cell, all that its HTML is made from."""
    code = code_of("scripts.notebook.shown")
    keys = []
    for cell in cells:
        own = {name: cell[name] for name in cell if name not in NUMBERS}
        alt = pictures[cell.metadata.program] if draws(cell) else ""
        keys.append(key_of(code, site, json.dumps(own, sort_keys=True), alt))
    return keys


def draws(cell):
    """Tell whether a cell drew a picture, which has words to stand for it."""
    outputs = cell.get("outputs", ())
    return any("image/svg+xml" in each.get("data", {}) for each in outputs)


def cells_html(cells, pictures, site):
    """Return the HTML of each cell, marked up like the other pages.

    pictures: alternative text by program.
    """
    coded = [cell for cell in cells if cell.cell_type == "code"]
    shown = iter(codes_html(coded, pictures))
    return [
        next(shown) if cell.cell_type == "code" else words(cell, site)
        for cell in cells
    ]


def words(cell, site):
    from scripts.notebook.words import text_html  # slow to import

    return text_html(cell, site)


def get_ready():
    """Import what shows code cells: it takes a second."""
    from bs4 import BeautifulSoup
    from mkdocs_jupyter.convert import nb2html

    return BeautifulSoup, nb2html


def codes_html(cells, pictures):
    """Return the HTML of each code cell, by mkdocs-jupyter."""
    if not cells:
        return []
    BeautifulSoup, nb2html = get_ready()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cells.ipynb"
        nbformat.write(in_notebook(cells), path)
        html = nb2html(str(path), allow_errors=False, no_prompt=True)
    shown = BeautifulSoup(html, "html.parser").select(
        ".jp-Notebook > .jp-Cell"
    )
    if len(shown) != len(cells):
        raise BuildError(
            f"tutorial.ipynb: expected {len(cells)} cells from "
            f"mkdocs-jupyter, found {len(shown)}. Its HTML has changed; "
            "adapt scripts/notebook/shown.py."
        )
    return [
        code_cell(element, cell, pictures)
        for element, cell in zip(shown, cells, strict=True)
    ]


def code_cell(element, cell, pictures):
    """Return a code cell's HTML: its code, what it printed, what it drew."""
    html = code_html(element.select_one(".highlight-ipynb pre").text)
    outputs = [
        output_html(output.text)
        for output in element.select(".jp-RenderedText pre")
    ]
    program = cell.metadata.get("program")
    for image in element.select(".jp-RenderedSVG img"):
        svg = base64.b64decode(image["src"].split(",")[1]).decode()
        outputs.append(clean(svg, f"notebook-{program}", pictures[program]))
    if outputs:
        html += f'<div class="program-output no-copy">{"".join(outputs)}</div>'
    return html
