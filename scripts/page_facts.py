"""Tell the theme what it says about a page: how long, and how old it is.

A second set of hooks for MkDocs; the templates in theme/ show the results.
"""

import math
import re
import subprocess
from functools import cache
from pathlib import Path

from mkdocs.structure.files import File

from scripts.links import note_targets

ROOT = Path(__file__).parent.parent
GENERATED = ROOT / "docs" / "generated"
SHARED = "images/share.png"  # the picture in a preview of a link
WORDS_A_MINUTE = 200  # with formulas and code; prose alone would be faster
# What a reader does not read word by word, or not at all; a parser would
# tell more exactly, and take a second.
PASSED_OVER = re.compile(r"<(details|svg|math)\b.*?</\1>|<[^>]*>", re.DOTALL)


def on_files(files, config):
    """Publish the picture that stands for the site elsewhere."""
    path = str(GENERATED / SHARED)
    files.append(File.generated(config, SHARED, abs_src_path=path))
    return files


def on_env(env, config, files):
    """Give the templates the words for that picture: it shows the loss."""
    words = GENERATED / "figures" / "loss.txt"
    env.globals["share_alt"] = words.read_text("utf-8")
    return env


def on_page_context(context, page, config, nav):
    """Note what a page is called, how long it takes, when it changed."""
    if page.toc.items and not page.is_homepage:  # which has the site's name
        # The navigation calls some pages by a shorter name.
        page.meta["title"] = page.toc.items[0].title
    if is_chapter(page):
        page.meta["minutes"] = minutes(page.content)
    if page.file.src_uri.endswith(".md"):
        page.meta["changed"] = last_change(page.file.abs_src_path)
    page.content = note_targets(page.content, page.url)
    return context


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


def git(*arguments):
    """Ask git; what is no repository, or has no git, gives no answer."""
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=ROOT, capture_output=True, text=True
        )
    except FileNotFoundError:
        return ""
    return done.stdout.strip()
