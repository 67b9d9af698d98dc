"""The pages of one build: those kept from an earlier one, and those made."""

import re

from scripts.ground.nav import NOTEBOOK
from scripts.ground.places import GENERATED
from scripts.pages.mathematics import formulas, typeset_pages
from scripts.pages.rendered import (
    contents_of,
    is_whole,
    keep_page,
    kept_page,
    key_of_page,
    put_back,
    rendered,
)

EQUATION = re.compile(r'id="(eq-[\w-]+)"')


class Pages:
    """What is known of each page, by the name of its file.

    context: what the HTML of all pages depends on.
    """

    def __init__(self, *context):
        self.context = context
        self.parts = {}  # what a page is made from
        self.keys = {}  # under which it lies in the store
        self.found = {}  # Rendered

    def is_kept(self, uri, markdown, filled):
        """Look for a page, by its text before and after numbers came in."""
        if not is_whole(filled):
            return False
        self.parts[uri] = filled, markdown, *self.context
        self.keys[uri] = key_of_page(uri, *self.parts[uri])
        if found := kept_page(self.keys[uri]):
            self.found[uri] = found
        return uri in self.found

    def take(self, page, html, files, autorefs):
        """Give the HTML of a page: what was kept, or what MkDocs made."""
        uri = page.file.src_uri
        if found := self.found.get(uri):
            put_back(page, found, files, autorefs)
            return found.html
        parts = self.parts.get(uri)
        if parts and key_of_page(uri, *parts) != self.keys[uri]:
            del self.keys[uri]  # a save came between the key and the work
        note_equations(page, html)
        return html

    def formulas_of(self, page):
        """List the formulas of a page, (id or None, TeX)."""
        if found := self.found.get(page.file.src_uri):
            return found.formulas
        return [(each.id, each.tex) for each in formulas(page.content)]

    def draw(self, pages):
        """Typeset the formulas of pages that are not kept, all at once."""
        new = {
            page.file.src_uri: page
            for page in pages
            if page.file.src_uri not in self.found
        }
        typeset = typeset_pages({uri: p.content for uri, p in new.items()})
        for uri, page in new.items():
            listed = self.formulas_of(page)
            page.content = typeset[uri]
            self.found[uri] = rendered(page, listed)

    def fill_notebook(self, page, *code):
        """Give the page of the notebook its HTML, contents and formulas."""
        html = (GENERATED / "notebook" / "page.html").read_text("utf-8")
        page.meta["search"] = {"exclude": True}  # the chapters hold the text
        key = self.keys[NOTEBOOK] = key_of_page(NOTEBOOK, html, *code)
        if found := kept_page(key):
            self.found[NOTEBOOK] = found
            put_back(page, found, files=None)  # it links to no Markdown
            return
        page.content = html
        page.toc = contents_of(html)
        note_equations(page, html)
        self.draw([page])

    def keep(self):
        """Spare other builds what this one made."""
        for uri, key in self.keys.items():
            keep_page(key, self.found[uri])


def note_equations(page, html):
    """Let links lead to displayed equations."""
    own = page.present_anchor_ids or ()
    page.present_anchor_ids = {*own, *EQUATION.findall(html)}
