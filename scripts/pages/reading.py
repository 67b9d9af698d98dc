"""What a page says of itself: how long it is to read, and how old."""

import math
import re

from scripts.ground.git import git
from scripts.ground.store import keep, kept, key_of

WORDS_A_MINUTE = 200  # with formulas and code; prose alone would be faster
# What a reader does not read word by word, or not at all; a parser would
# tell more exactly, and take a second.
PASSED_OVER = re.compile(r"<(details|svg|math)\b.*?</\1>|<[^>]*>", re.DOTALL)


def is_chapter(page):
    """Tell a chapter from the pages to look things up in."""
    section = page.parent.title if page.parent else None
    whole = page.file.generated_by  # the notebook, which is all chapters
    return not whole and section in ("Tutorial", "Go further")


def minutes(html):
    """Estimate how many minutes it takes to read a page."""
    words = PASSED_OVER.sub(" ", html).split()
    return math.ceil(len(words) / WORDS_A_MINUTE)


def last_changes():
    """Give the day of the last commit to each file of docs, {path: day}."""
    if git("rev-parse", "--is-shallow-repository") != "false":
        return {}  # its history begins with the newest commit
    history = "log", "-c", "--name-only", "--format=%x00%as", "--", "docs"
    key = key_of(git("rev-parse", "HEAD") or "", *history)
    log = kept("history", key)
    if log is None and (log := git(*history)):
        log = keep("history", key, log.encode("utf-8"))
    top = git("rev-parse", "--show-toplevel")
    days = {}
    for commit in filter(None, (log or b"").decode("utf-8").split("\0")):
        day, *names = commit.split()
        for name in names:
            days.setdefault(f"{top}/{name}", day)
    return days
