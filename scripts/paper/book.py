"""Join the pages of a built site into one page, for paper.

Then every link between them leads to a place in the same document, and
Chromium makes the outline of all headings.
"""

import re
from html import escape
from urllib.parse import urldefrag, urljoin

from bs4 import BeautifulSoup

from scripts.ground.errors import BuildError
from scripts.ground.nav import pages_of

PAGES = [
    "index",
    *(page for page in pages_of("Tutorial") if page != "tutorial"),
    *pages_of("Go further"),
    "glossary",
    "about",
]
# What is of no use on paper, or is there anyway
NEEDLESS = (
    "script, form, button, .headerlink, .page-facts, .program-complete, "
    ".program-links"
)
NAMES = ("id", "for", "aria-labelledby", "aria-describedby", "aria-controls")
INSIDE = re.compile(r"url\(#([^)]*)\)")
PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}</title>
{styles}
<style>
@page {{
  size: A4;
  @bottom-center {{ content: counter(page); font-size: 9pt; }}
}}
article + article {{ break-before: page; }}
</style>
</head>
<body data-md-color-scheme="default" data-md-color-primary="indigo">
{articles}
</body>
</html>
"""


def book(site, address):
    """Return the HTML of all pages in the order of reading.

    address: where the site is published, for links out of the book.
    """
    found = {url_of(page): read(site, page) for page in PAGES}
    articles = [
        article(url, soup, found, address) for url, soup in found.items()
    ]
    first = found[""]
    return PAGE.format(
        title=escape(first.title.text),
        styles="\n".join(
            f'<link rel="stylesheet" href="{(site / link["href"]).as_uri()}">'
            for link in first.select('link[rel="stylesheet"]')
        ),
        articles="\n".join(map(str, articles)),
    )


def url_of(page):
    return "" if page == "index" else f"{page}/"


def read(site, page):
    path = site / url_of(page) / "index.html"
    if not path.is_file():
        raise BuildError(
            f"{path}: expected a page of a built site, found none. "
            "Run scripts/build first."
        )
    return BeautifulSoup(path.read_text("utf-8"), "html.parser")


def article(url, soup, others, address):
    """Give a page's article, with names that no other page has."""
    found = soup.select_one("article")
    found["id"] = ""  # renamed to that of the page
    for part in found.select(NEEDLESS):
        part.decompose()
    for part in found.select("details"):
        part["open"] = ""
    for part in [found, *found.find_all(True)]:
        rename(part, url)
    for link in found.select("a[href]"):
        lead(link, url, others, address)
    return found


def rename(part, url):
    """Let the names in a part say of which page they are."""
    for name in NAMES:
        if name in part.attrs:
            words = part[name].split() or [""]
            part[name] = " ".join(name_in(url, word) for word in words)
    for name, value in part.attrs.items():
        if name == "xlink:href" and value.startswith("#"):
            part[name] = f"#{name_in(url, value[1:])}"
        elif isinstance(value, str) and "url(#" in value:
            part[name] = INSIDE.sub(
                lambda inner: f"url(#{name_in(url, inner[1])})", value
            )


def name_in(url, name):
    return f"{url.replace('/', '-') or 'home-'}{name}"


def lead(link, url, others, address):
    """Let a link lead within the book, or to the published site."""
    target, place = urldefrag(urljoin(f"/{url}", link["href"]))
    if target.removeprefix("/") in others and target.startswith("/"):
        link["href"] = f"#{name_in(target[1:], place)}"
        del link["data-to"]  # paper need not name a page that it holds
    elif target.startswith("/"):
        there = urljoin(address, target[1:])
        link["href"] = f"{there}#{place}" if place else there
