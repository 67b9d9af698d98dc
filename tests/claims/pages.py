"""All pages, their sentences, and the claims that are made of them."""

import ast
import re
import traceback
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path

from bs4 import BeautifulSoup

from tests.claims.sentences import (
    checkable,
    form,
    of_checks,
    of_listings,
    of_page,
    split,
)
from tests.oracle.site import words_of

HOME = "index"  # what messages call the page whose address is ""
CODE = "code"  # the comments and docstrings of all listings together
CHECKS = "checks"  # what exercises tell who got something wrong
NOTEBOOK = "tutorial/"  # repeats the chapters; what is left is its own
# Pages that are judged as a whole elsewhere
ELSEWHERE = {
    "verify/": "of what one build was made: tests/building/test_verify.py",
}
HERE = Path(__file__).parent
HELPERS = {
    *("__main__", "around", "claim", "pages", "sentences", "shown"),
    *("test_around", "test_claims"),
}
PICTURE = re.compile(r"<svg\b.*?</svg>", re.DOTALL)


@dataclass(frozen=True)
class Page:
    """A published page, parsed once."""

    html: str

    @cached_property
    def soup(self):
        return BeautifulSoup(self.html, "html.parser")

    @property
    def article(self):
        return self.soup.select_one("article")


def stem_of(page):
    """beyond/check-the-gradient/ is judged by check_the_gradient.py."""
    if page == "404.html":
        return "not_found"
    name = page.rstrip("/").rpartition("/")[2].removesuffix(".html")
    return (name or "index").replace("-", "_")


def published(site):
    """{page: {form of a sentence: its numbers, wherever it stands}}."""
    pages = {}
    for path in sorted(site.rglob("*.html")):
        url = path.relative_to(site).as_posix().removesuffix("index.html")
        # Pictures and typeset formulas are most of a page, and no sentence.
        page = Page(PICTURE.sub("", path.read_text("utf-8")))
        if page.article:
            pages[url] = page
    notebook = pages.pop(NOTEBOOK, None)
    found = {url: forms(of_page(page)) for url, page in pages.items()}
    found[CODE] = forms(of_listings(pages.values()))
    found[CHECKS] = {
        words: numbers
        for words, numbers in forms(of_checks(site, pages.values())).items()
        if any(numbers)  # without a number, tests/exercises/ judge it
    }
    if notebook:
        said = set().union(*found.values()) | set(titles(pages.values()))
        own = forms(of_page(notebook)).items()
        found[NOTEBOOK] = {k: numbers for k, numbers in own if k not in said}
    return found


def titles(pages):
    """The titles of exercises and what is folded in them, as the notebook
    writes them: they say nothing that could be wrong."""
    for page in pages:
        for title in page.soup.select(".exercise-title"):
            yield from split(form(f"Exercise: {words_of(title)}")[0])
    yield from ("Hint #", "Answer", "Solution")


def forms(sentences):
    found = {}
    for sentence in sentences:
        around, numbers = form(sentence)
        found.setdefault(around, []).append(numbers)
    return found


@cache  # they are computed as they are read, which takes many seconds
def all_claims():
    """{page: its Claims}, from the files beside this one; and {page: why}
    for those whose claims cannot be computed."""
    found, broken = {}, {}
    for path in sorted(HERE.glob("*.py")):
        if path.stem in HELPERS:
            continue
        try:
            claims = import_module(f"tests.claims.{path.stem}").PAGE
            found[claims.page] = claims
        except Exception as error:
            page, why = cannot_compute(path, error)
            broken[page] = why
    return found, broken


def cannot_compute(path, error):
    """Name the page and the sentence of the claim that raised an error."""
    tree = ast.parse(path.read_text("utf-8"))
    frames = traceback.extract_tb(error.__traceback__)
    lines = [each.lineno for each in frames if each.filename == str(path)]
    line = lines[0] if lines else 1
    (page,) = [
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == "Claims"
    ]
    statement = next(
        each for each in tree.body if each.lineno <= line <= each.end_lineno
    )
    texts = [
        " ".join(node.value.split())
        for node in ast.walk(statement)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    said = f"“{texts[0]}”" if texts else ast.unparse(statement)[:75]
    where = f"tests/claims/{path.name}:{line}"
    why = f"{type(error).__name__}: {error}"
    return page, f"{page or HOME}: {said}: cannot be computed, {why} ({where})"


def missing(page, sentences):
    """The sentences that can be wrong, and that nobody has looked at."""
    found, broken = all_claims()
    if page in broken:
        return []  # what cannot be computed is told, and that is enough
    claims = found.get(page)
    known = claims.claims.keys() | claims.quotes.keys() if claims else set()
    return [
        each for each in sentences if checkable(each) and each not in known
    ]
