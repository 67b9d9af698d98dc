"""Show cells of the notebook that ran, by mkdocs-jupyter, as light HTML.

Its own HTML carries half a megabyte of styles and scripts, formulas that are
not typeset, and pictures without words. We keep the cells and nothing else.
"""

import base64
import json
import re
import tempfile
from html import escape
from pathlib import Path

import nbformat

from scripts.figures.svg import clean
from scripts.ground.errors import BuildError
from scripts.ground.keys import code_of
from scripts.ground.store import key_of
from scripts.notebook.cells import in_notebook
from scripts.pages.colours import colours_of
from scripts.pages.panels import output_html

# Formulas as Jupyter writes them: $…$ in a line, an anchor before $$…$$
DISPLAYED = re.compile(
    r'<p>\s*<a id="(eq-[\w-]+)"></a>\s*\$\$\n(.*?)\n\$\$\s*</p>', re.DOTALL
)
FIGURE = re.compile(
    r'<p><img [^>]*title="(\w+)"[^>]*/?></p>\s*<p><em>(.*?)</em></p>',
    re.DOTALL,
)
NAMED = r"<figure><!-- \1 -->\n<figcaption>\2</figcaption></figure>"
INLINE = re.compile(r"\$([^$]+)\$")
CODE = re.compile(r"(<(pre|code)\b.*?</\2>|<[^>]*>)", re.DOTALL)
NUMBERS = ["id", "execution_count"]  # which the page does not show


def keys_of(cells, pictures, site):
    """Identify, for each cell, all that its HTML is made from."""
    code = code_of("scripts.notebook.shown")
    keys = []
    for cell in cells:
        own = {name: cell[name] for name in cell if name not in NUMBERS}
        alt = pictures.get(cell.metadata.get("program"), "")
        keys.append(key_of(code, site, json.dumps(own, sort_keys=True), alt))
    return keys


def cells_html(cells, pictures, site):
    """Return the HTML of each cell, marked up like the other pages.

    pictures: alternative text by program.
    """
    # Slow to import, and needed only if a cell changed
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(converted(cells), "html.parser")
    shown = soup.select(".jp-Notebook > .jp-Cell")
    if len(shown) != len(cells):
        raise BuildError(
            f"tutorial.ipynb: expected {len(cells)} cells from "
            f"mkdocs-jupyter, found {len(shown)}. Its HTML has changed; "
            "adapt scripts/notebook/shown.py."
        )
    return [
        text_cell(element, site)
        if cell.cell_type == "markdown"
        else code_cell(element, cell, pictures)
        for element, cell in zip(shown, cells, strict=True)
    ]


def converted(cells):
    """Let mkdocs-jupyter make HTML of a notebook of these cells."""
    from mkdocs_jupyter.convert import nb2html

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cells.ipynb"
        nbformat.write(in_notebook(cells), path)
        return nb2html(str(path), allow_errors=False, no_prompt=True)


def text_cell(element, site):
    """Return a text cell's HTML, its figures named, its formulas marked."""
    from bs4 import BeautifulSoup

    body = element.select_one(".jp-RenderedMarkdown")
    for anchor in body.select(".anchor-link"):
        anchor.decompose()
    for link in body.select(f'a[href^="{site}"]'):
        link["href"] = "../" + link["href"].removeprefix(site)
    for quoted in body.select("div.highlight"):
        quoted.replace_with(
            BeautifulSoup(code_html(quoted.select_one("pre")), "html.parser")
        )
    for table in body.select("table"):
        table.wrap(BeautifulSoup().new_tag("div", attrs={"class": "numbers"}))
        del table["class"]
        for cell in table.select("[style]"):
            del cell["style"]
    html = FIGURE.sub(NAMED, body.decode_contents())
    html = DISPLAYED.sub(
        r'<div class="arithmatex" id="\1">\\[\2\\]</div>', html
    )
    # Of each three pieces, the first is text, the second code or a tag, and
    # the third the name of the element that holds code.
    pieces = CODE.split(html)
    pieces[0::3] = map(mark_inline, pieces[0::3])
    pieces[2::3] = [""] * len(pieces[2::3])
    return "".join(pieces)


def mark_inline(text):
    """Mark the formulas in a line as Markdown's extension does."""
    return INLINE.sub(r'<span class="arithmatex">\\(\1\\)</span>', text)


def code_html(pre):
    """Return code as text, to be coloured by docs/javascripts/colours.js."""
    code = pre.text
    return (
        f'<div class="highlight"><pre><code data-colours="{colours_of(code)}">'
        f"{escape(code, quote=False)}</code></pre></div>"
    )


def code_cell(element, cell, pictures):
    """Return a code cell's HTML: its code, what it printed, what it drew."""
    html = code_html(element.select_one(".highlight-ipynb pre"))
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
