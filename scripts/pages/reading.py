"""What a page says of itself: how long it is to read, and how old."""

import math
import re
from functools import cache

from scripts.ground.git import git

WORDS_A_MINUTE = 200  # with formulas and code; prose alone would be faster
# What a reader does not read word by word, or not at all; a parser would
# tell more exactly, and take a second.
PASSED_OVER = re.compile(r"<(details|svg|math)\b.*?</\1>|<[^>]*>", re.DOTALL)


def is_chapter(page):
    """Tell a chapter from the pages to look things up in."""
    section = page.parent.title if page.parent else None
    tutorial = page.file.src_uri.endswith(".md") and section == "Tutorial"
    return tutorial or section == "Go further"


def minutes(html):
    """Estimate how many minutes it takes to read a page."""
    words = PASSED_OVER.sub(" ", html).split()
    return math.ceil(len(words) / WORDS_A_MINUTE)


def last_change(path):
    """Give the day of the last commit to a file, or None if nobody knows."""
    if is_shallow():
        return None  # its history begins with the newest commit
    return git("log", "-1", "--format=%as", "--", path) or None


@cache
def is_shallow():
    return git("rev-parse", "--is-shallow-repository") == "true"
