"""Find the equations of the built site, and judge each by its check."""

from dataclasses import dataclass
from functools import cache

from bs4 import BeautifulSoup

from scripts.chapters.equations.checks import CHECKS, INLINE
from scripts.chapters.equations.notation import (
    RELATIONS,
    Wrong,
    outside_braces,
)

# Made from the chapters, so it repeats their equations; a test compares.
NOTEBOOK = "tutorial/"
REGISTER = "scripts/chapters/equations/checks.py"


@dataclass(frozen=True)
class Equation:
    """An equation as it stands on a page; key finds its check."""

    page: str
    key: str | tuple[str, str]
    tex: str

    @property
    def name(self):
        """Its id, or for one in a sentence the start of its TeX."""
        if isinstance(self.key, str):
            return self.key
        return f"${self.tex[:47]}…" if len(self.tex) > 48 else f"${self.tex}$"

    @property
    def check(self):
        """Its check, or None."""
        displayed = isinstance(self.key, str)
        return (CHECKS if displayed else INLINE).get(self.key)


@cache  # to read all pages takes seconds
def equations_of(site):
    """List all displayed equations, and inline ones that state something."""
    found = []
    for path in sorted(site.rglob("*.html")):
        page = path.relative_to(site).as_posix().removesuffix("index.html")
        if page == NOTEBOOK:
            continue
        soup = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        formulas = [
            (tag["id"] if tag.name == "div" else None, tag["data-tex"])
            for tag in soup.select(".arithmatex")
        ]
        found += equations_in(page, formulas)
    return found


def equations_in(page, formulas):
    """List the equations of a page among its formulas, (id or None, TeX)."""
    found = []
    for name, text in formulas:
        tex = " ".join(text.split())
        if name is not None:
            found.append(Equation(page, name, tex))
        elif any(sign in outside_braces(tex) for sign in RELATIONS):
            left = tex.split("=")[0].strip()
            found.append(Equation(page, (page, left), tex))
    return found


def verdict(equation):
    """Say "agrees", or what is wrong and what to do about it."""
    if equation.check is None:
        where = "CHECKS" if isinstance(equation.key, str) else "INLINE"
        return (
            f"no check. Expected one for {equation.key!r} in {where} of "
            f"{REGISTER}; add it there, the head of the file says how."
        )
    try:
        equation.check.run(equation.tex)
    except Wrong as wrong:
        return f"WRONG: {wrong}. Correct the page, the code or the check."
    return "agrees"


def left_over(equations):
    """Say which checks have no equation any more."""
    keys = {equation.key for equation in equations}
    return [
        f"{key!r} has a check, but stands on no page. Remove it from "
        f"{REGISTER}, or bring the equation back."
        for key in [*CHECKS, *INLINE]
        if key not in keys
    ]
