"""Render only the pages that changed: keep a page's HTML by its content.

MkDocs is not patched for it: where a page is kept, a hook hands MkDocs no
Markdown, and then the HTML, the contents and the anchors that came of it.
"""

import json
import re
from dataclasses import asdict, dataclass

from mkdocs.structure.toc import get_toc

from scripts.ground.keys import environment
from scripts.ground.places import GENERATED, ROOT
from scripts.ground.store import keep, kept, key_of
from scripts.pages.snippets import SNIPPET

PICTURE = re.compile(r"<svg\b(?:(?!<svg\b).)*?</svg>", re.DOTALL)
HEADING = re.compile(r'<h([12]) id="([^"]*)">(.*?)</h')
FORMULA = re.compile(r' data-tex="([^"]*)">')
# What of TeX is no word that a reader looks for: \frac{a}{b_1} is "ab1"
SIGNS = re.compile(r"\\([dt]?frac|text|math\w+|(begin|end){\w+})|[\\{}_^&]")
SPAN = re.compile(r"</?span\b[^>]*>")  # most tags: the colours of code


@dataclass(frozen=True)
class Rendered:
    """All that MkDocs takes from a page's Markdown, its formulas drawn."""

    html: str
    text: str  # the same for the search index: formulas as words, no pictures
    toc: list
    title: str | None
    anchors: list  # ids in this page that others may link to
    links: list  # (page, anchor, link) that point at an anchor
    formulas: list  # (id or None, TeX), each displayed or in a sentence


def key_of_page(uri, markdown, *context):
    """Identify all that a page is made from.

    context: what all pages share, such as the names of all files.
    """
    read = [shown(wanted) for wanted in SNIPPET.findall(markdown)]
    if ":::" in markdown:  # mkdocstrings reads the package
        read += sorted((ROOT / "simplenet").glob("*.py"))
    texts = [path.read_bytes() for path in read if path.is_file()]
    return key_of(environment(), uri, markdown, *context, *texts)


def shown(wanted):
    """Find the file that a page shows by --8<--."""
    name = wanted.partition(":")[0]
    folder = name.split("/")[0]
    return (ROOT if folder == "simplenet" else GENERATED) / name


def is_whole(markdown):
    """Tell whether a page depends on no text of other pages.

    [title][name] may ask for a heading of another page, wherever it is.
    """
    return "][" not in markdown


def kept_page(key):
    """Give what was kept of a page, or None."""
    data = kept("page", key)
    return None if data is None else Rendered(**json.loads(data))


def keep_page(key, rendered):
    keep("page", key, json.dumps(asdict(rendered)).encode("utf-8"))


def rendered(page, formulas):
    """Gather what MkDocs knows of a page, once its formulas are drawn."""
    links = [
        (file.src_uri, anchor, link)
        for file, found in (page.links_to_anchors or {}).items()
        for anchor, link in found.items()
    ]
    return Rendered(
        html=page.content,
        text=searched(page.content),
        toc=[entry(item) for item in page.toc],
        title=page.title,
        anchors=sorted(page.present_anchor_ids or ()),
        links=links,
        formulas=formulas,
    )


def entry(item):
    """Write an entry of the table of contents as MkDocs reads it."""
    children = [entry(child) for child in item.children]
    own = {"name": item.title, "id": item.id, "level": item.level}
    return own | {"children": children}


def put_back(page, rendered, files, autorefs=None):
    """Give a page what MkDocs would have found in its Markdown.

    autorefs: the plugin that other pages ask for this page's anchors.
    """
    page.toc = get_toc(rendered.toc)
    page.title = rendered.title
    page.present_anchor_ids = set(rendered.anchors)
    for anchor in rendered.anchors if autorefs else ():
        autorefs.register_anchor(page, anchor)
    page.links_to_anchors = {}
    for uri, anchor, link in rendered.links:
        found = files.get_file_from_path(uri)
        page.links_to_anchors.setdefault(found, {})[anchor] = link


def contents_of(html):
    """Make the table of contents of a page that is not Markdown."""
    top, *others = (
        {"level": int(level), "id": name, "name": text, "children": []}
        for level, name, text in HEADING.findall(html)
    )
    return get_toc([top | {"children": others}])


def searched(html):
    """Leave out what nobody searches for, which the search would parse."""
    while (less := PICTURE.sub("", html)) != html:
        html = less
    html = FORMULA.sub(lambda found: f">{SIGNS.sub('', found[1])}", html)
    return SPAN.sub("", html)
