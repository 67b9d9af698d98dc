"""Load the playground's files on the pages that have one, and only there."""

import re

from mkdocs.utils import get_relative_url

EMPTY = re.compile(r'(<div class="playground"[^>]*>)(</div>)')
FILES = """
<link rel="stylesheet" href="{style}">
<script type="module" src="{script}"></script>
"""


def load_playground(html, url):
    """Prepare the HTML of a page for its playground, if it has one.

    Without JavaScript, a compact one is a link to the page of the full one.
    """
    if '<div class="playground"' not in html:
        return html

    def address(path):
        return get_relative_url(path, url)

    page = address("beyond/playground/")
    words = "Take a step in the playground"
    link = f'<p class="playground-link"><a href="{page}">{words}</a></p>'
    return EMPTY.sub(rf"\1{link}\2", html) + FILES.format(
        style=address("stylesheets/playground.css"),
        script=address("javascripts/playground.js"),
    )
