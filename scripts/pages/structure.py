"""Keep a number from changing what a page is made of.

Markdown takes a line that begins with "152." for an item of a list, one with
"#" for a heading, and stars for marks. What a page is made of must not hang
on what its numbers happen to be: each of them has to do what a word would.
"""

import re
from itertools import count

from scripts.ground.errors import BuildError
from scripts.pages.names import FACT
from scripts.pages.sentences import fill_facts

WORD = "word"
TAG = re.compile(r"<(/?\w+)")
# What a fact may bring along: powers of ten, and words from provenance.py
BROUGHT = {"sup", "/sup", "code", "/code", "a", "/a"}


def check_structure(page, markdown, facts, convert, first_line=1):
    """Raise BuildError if a fact makes other elements than a word would.

    convert: from Markdown to HTML; first_line: of the Markdown in its file.
    """

    def outline(filled):
        """List a page's tags, with its first facts filled in."""
        text = with_words(markdown, filled)
        html = convert(fill_facts(page, text, facts))
        return [tag for tag in TAG.findall(html) if tag not in BROUGHT]

    places = list(FACT.finditer(markdown))
    if not places or outline(len(places)) == outline(0):
        return
    expected = outline(0)
    guilty = next(n for n in count() if outline(n + 1) != expected)
    start = places[guilty].start()
    line = markdown[:start].count("\n")
    shown = fill_facts(page, markdown.split("\n")[line], facts)
    raise BuildError(
        f"docs/{page}, line {first_line + line}: expected "
        f"{places[guilty][0]} to read as a word would, but Markdown makes "
        f"other elements of {shown.strip()!r}. Put words in front of it on "
        "its line, or change its format."
    )


def with_words(markdown, filled):
    """Put a word in place of each fact but the first ones."""
    places = count()
    return FACT.sub(
        lambda match: match[0] if next(places) < filled else WORD, markdown
    )
