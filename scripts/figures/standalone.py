"""A figure as a file of its own, for places that do not have our styles."""

import re

from scripts.figures.style import CSS


def standalone(svg):
    """Return the figure as an SVG file that carries its stylesheet."""
    css = CSS.read_text(encoding="utf-8").replace(".md-typeset ", "")
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = " ".join(css.split())
    # White, because a notebook's background may be dark.
    own = "svg { background: #ffffff; font-family: sans-serif; }"
    opening, rest = svg.split(">", 1)
    return (
        f'{opening} xmlns="http://www.w3.org/2000/svg">'
        f"<style>{css} {own}</style>{rest}\n"
    )
