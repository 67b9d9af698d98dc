"""Say in few letters how a listing is coloured, as Pygments reads it.

A page's complete programs are plain text, which costs a browser next to
nothing; docs/javascripts/colours.js paints one when a reader opens it.
"""

import re
from functools import cache
from pathlib import Path

from scripts.ground.keys import code_of
from scripts.ground.store import key_of, made

CODE = code_of("scripts.pages.colours")
# Material's colours, and the letter of each in docs/stylesheets/site.css
LETTERS = {
    "comment": "c",
    "constant": "b",
    "function": "f",
    "keyword": "k",
    "number": "m",
    "operator": "o",
    "punctuation": "o",  # the same grey
    "special": "x",
    "string": "s",
}
PLAIN = "n"  # names: the colour of all text
RULE = re.compile(
    r"(?P<parts>\.highlight [^{}]*)\{color:var\(--md-code-hl-(?P<name>\w+)-"
)


def colours_of(code):
    """Return "k7f5" and so on: seven characters in the colour k, …"""
    new = lambda: coloured(code).encode()  # noqa: E731
    return made("colours", key_of(CODE, code), new).decode()


def coloured(code):
    # Slow to import, and needed only if a listing is new
    from pygments.lexers import PythonLexer
    from pygments.token import STANDARD_TYPES

    found = []
    for _, kind, text in PythonLexer().get_tokens_unprocessed(code):
        letter = letter_of(STANDARD_TYPES.get(kind, ""))
        # Blanks have no colour, and may stand with what is before them.
        if found and (found[-1][0] == letter or text.isspace()):
            found[-1][1] += len(text)
        else:
            found.append([letter, len(text)])
    return "".join(f"{letter}{length}" for letter, length in found)


def letter_of(name):
    """Return the letter of the colour that Material gives Pygments' class."""
    return LETTERS.get(theme_colours().get(name), PLAIN)


@cache
def theme_colours():
    """Read which colour the theme gives each class: {"kn": "keyword", …}."""
    import material

    folder = Path(material.__file__).parent / "templates/assets/stylesheets"
    (style,) = folder.glob("main.*.css")
    return {
        part.removeprefix(".highlight ."): rule["name"]
        for rule in RULE.finditer(style.read_text("utf-8"))
        for part in rule["parts"].split(",")
    }
