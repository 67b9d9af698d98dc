"""The notebook's page keeps every word, and marks its formulas."""

from bs4 import BeautifulSoup

from scripts.notebook.shown import text_cell

CELL = """\
<div><div class="jp-RenderedMarkdown"><p>A <em>code</em>, a <b>pre</b>, and
<code>$HOME</code> and <code>$PATH</code>; $w_1$ is a formula.</p></div></div>
"""


def test_words_that_are_names_of_elements_stay():
    html = text_cell(BeautifulSoup(CELL, "html.parser"), "/")
    assert "<em>code</em>" in html
    assert "<b>pre</b>" in html
    assert "<code>$HOME</code> and <code>$PATH</code>" in html
    assert r'<span class="arithmatex">\(w_1\)</span>' in html
