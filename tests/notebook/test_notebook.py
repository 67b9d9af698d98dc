"""The notebook's page keeps every word, and marks its formulas."""

import nbformat
from bs4 import BeautifulSoup
from mkdocs_jupyter.convert import nb2html
from nbformat.v4 import new_markdown_cell

from scripts.notebook.words import text_html

TEXT = """\
A *code*, a **pre**, and `$HOME` and `$PATH`; $w_1$ and $a<b$ are formulas.
[There](/loss/#mean).
"""


def test_words_that_are_names_of_elements_stay():
    html = text_html(new_markdown_cell(TEXT), "/")
    assert "<em>code</em>" in html
    assert "<strong>pre</strong>" in html
    assert "<code>$HOME</code> and <code>$PATH</code>" in html
    assert r'<span class="arithmatex">\(w_1\)</span>' in html
    assert r'<span class="arithmatex">\(a&lt;b\)</span>' in html
    assert '<a href="../loss/#mean">There</a>' in html


def test_text_is_as_mkdocs_jupyter_shows_it(site, tmp_path):
    notebook = nbformat.read(site / "downloads/tutorial-clean.ipynb", 4)
    texts = [each for each in notebook.cells if each.cell_type == "markdown"]
    notebook.cells = texts
    nbformat.write(notebook, tmp_path / "texts.ipynb")
    theirs = BeautifulSoup(
        nb2html(str(tmp_path / "texts.ipynb")), "html.parser"
    )
    theirs = theirs.select(".jp-RenderedMarkdown")
    assert len(theirs) == len(texts) > 30
    for cell, expected in zip(texts, theirs, strict=True):
        found = BeautifulSoup(text_html(cell, "\0"), "html.parser")
        assert said(found) == said(expected)
        for names in ("h2, h3, h4", "a[href]", "strong, p > code", "td, th"):
            assert parts(found, names) == parts(expected, names)


def said(html):
    """The words of a cell, as a reader sees them, and the TeX of formulas."""
    for mark in html.select(".anchor-link"):
        mark.decompose()
    text = html.text
    for sign in (r"\(", r"\)", r"\[", r"\]", "$"):
        text = text.replace(sign, "")
    return "".join(text.split())


def parts(html, names):
    return [
        (each.get("id"), each.get("href"), said(each))
        for each in html.select(names)
    ]
