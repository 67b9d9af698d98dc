"""Show the notebook's text as HTML, by the library with which Jupyter does.

mkdocs-jupyter calls the same, but brings a whole notebook application along
for it, which takes longer to start than all else after an edit to a chapter.
"""

import re

from mkdocs_jupyter.utils import slugify
from nbconvert.filters.markdown_mistune import (
    IPythonRenderer,
    MarkdownWithMath,
)

from scripts.notebook.code import code_html

TAG = re.compile(r"<[^>]*>")
EQUATION = re.compile(r'<a id="(eq-[\w-]+)"></a>\s*(\\\[.*\\\])', re.DOTALL)
FIGURE = re.compile(
    r'<p><img [^>]*title="(\w+)"[^>]*/?></p>\s*<p><em>(.*?)</em></p>',
    re.DOTALL,
)
NAMED = r"<figure><!-- \1 -->\n<figcaption>\2</figcaption></figure>"


def text_html(cell, site):
    """Return a text cell's HTML, its figures named, its formulas marked."""
    pictures = cell.get("attachments", {})
    renderer = LikePages(site, escape=False, attachments=pictures)
    html = MarkdownWithMath(renderer=renderer).render(cell.source)
    return FIGURE.sub(NAMED, html).strip()


class LikePages(IPythonRenderer):
    """Mark up what a notebook holds as the other pages of the site do."""

    def __init__(self, site, **options):
        super().__init__(**options)
        self.site = site

    def heading(self, text, level, **_):
        name = slugify(TAG.sub("", text))
        return f'<h{level} id="{name}">{text}</h{level}>\n'

    def paragraph(self, text):
        if found := EQUATION.fullmatch(text.strip()):
            name, formula = found.groups()
            return f'<div class="arithmatex" id="{name}">{formula}</div>\n'
        return super().paragraph(text)

    def block_math(self, body):
        return f"\\[{self.escape_html(body.strip())}\\]"

    def inline_math(self, body):
        return (
            f'<span class="arithmatex">\\({self.escape_html(body)}\\)</span>'
        )

    def link(self, text, url, title=None):
        if url.startswith(self.site):
            url = "../" + url.removeprefix(self.site)
        return super().link(text, url, title)

    def block_code(self, code, info=None):
        return code_html(code)

    def table(self, text):
        return f'<div class="numbers"><table>\n{text}</table></div>\n'

    def table_cell(self, text, align=None, head=False):
        kind = "th" if head else "td"
        return f"<{kind}>{text}</{kind}>\n"
