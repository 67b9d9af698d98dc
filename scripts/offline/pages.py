"""Let a page of the site lead to files, where a server would find folders."""

import re
from posixpath import join, normpath
from urllib.parse import urljoin

LINK = re.compile(r'(href|src)="(?![a-z]+:|//|[#?])([^"#?]+)([^"]*)"')
MODULE = re.compile(r'<script\b[^>]*\btype="module"[^>]*>')
EARLY = re.compile(r'<link rel="(?:module)?preload"[^>]*>\s*')
FIRST = re.compile(r'<script src="([^"]*)assets/javascripts/bundle')
# Without a server it would end Material's other work, too.
SWAPS = '"navigation.instant", '
# As the site loads its search in two steps: scripts/pages/search.py
STEPWISE = "javascripts/search.js?"
SEARCHER = "assets/javascripts/workers/"
PLACE = re.compile(r'("location":")([^"#]*)')


def as_file(name, html, packed, site_url):
    """Give a page that works as a file beside the others.

    name: of the page's file; packed: the names of all files beside it.
    """

    def linked(found):
        attribute, path, rest = found.groups()
        target = normpath(join("/", name, "..", path)).lstrip("/.")
        if path.endswith(("/", ".")):
            target, path = join(target, "index.html"), join(path, "index.html")
        if target not in packed:  # it is only where the site is published
            path = urljoin(site_url, target.removesuffix("index.html"))
        return f'{attribute}="{path}{rest}"'

    html = LINK.sub(linked, EARLY.sub("", html.replace(SWAPS, "")))
    html = html.replace(STEPWISE, SEARCHER)
    html = MODULE.sub(classic, html)
    return FIRST.sub(r'<script src="\1offline.js"></script>\n\g<0>', html)


def classic(tag):
    """Let a script that was a module wait for the page as modules do."""
    return tag[0].replace('type="module"', "defer")


def addresses_in(text, names):
    """Let a script's addresses of pages name their files."""
    for name in names:
        url = name.removesuffix("index.html")
        if url not in ("", name):
            text = text.replace(f'"{url}"', f'"{name}"')
    return text


def search_index(text):
    """Let what the search finds lead to files."""
    return PLACE.sub(r"\1\2index.html", text)
