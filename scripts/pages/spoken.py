"""Say a formula in words, for readers who hear it; MathML goes in."""

from itertools import zip_longest
from xml.etree import ElementTree

WORDS = {
    "=": "equals",
    "≈": "is about",
    "+": "plus",
    "⋅": "times",
    "⟶": "becomes",
    "⟵": "is replaced by",
    "(": "open paren",
    ")": "close paren",
    ",": "comma",
    "…": "and so on",
    "∑": "the sum",
    "∂": "partial",
    "δ": "delta",
    "ε": "epsilon",
    "η": "eta",
    "θ": "theta",
    "σ": "sigma",
}
MINUS = "−"
FUNCTIONS = {"f", "f′", "L", "Im"}
POWERS = {"2": "squared", "′": "prime", "T": "transposed"}


class NoWords(ValueError):
    """A part of a formula that nobody has put into words."""


def spoken(mathml):
    """Return "w sub 1 equals 3" for the MathML of w_1 = 3."""
    # &nbsp; and the like are not XML's; MathJax writes numbers.
    return in_row(list(ElementTree.fromstring(mathml)))


def in_row(parts):
    """Say what stands side by side; f(x) is "f of x"."""
    said, before = [], None
    rest = list(parts)
    while rest:
        part = rest.pop(0)
        if kind_of(part) == "mfrac" and is_value(before):
            said.append("times")
        if letters(part) == MINUS:
            said.append("minus" if is_value(before) else "negative")
        else:
            said.append(in_words(part))
        if letters(part) in FUNCTIONS and rest and letters(rest[0]) == "(":
            said.append("of")
            if len(rest) > 2 and letters(rest[2]) == ")":
                said.append(in_words(rest[1]))
                part, rest = rest[2], rest[3:]
        before = part
    return " ".join(filter(None, said)).replace(" comma", ",")


def in_words(part):
    """Say one part of a formula."""
    kind, parts = kind_of(part), list(part)
    if kind in SAID:
        return SAID[kind](*parts)
    if kind in ("mi", "mo", "mn", "mtext"):
        text = letters(part)
        if text in WORDS or text.isascii():
            return WORDS.get(text, text)
    elif kind in ("mrow", "mstyle", "mtd", "mpadded", "TeXAtom"):
        return in_row(parts)
    raise NoWords(
        f"no words for {kind} {letters(part)!r}; "
        "give it some in scripts/pages/spoken.py"
    )


def power(base, exponent):
    said = in_words(base)
    if letters(exponent) in POWERS:
        return f"{said} {POWERS[letters(exponent)]}"
    return f"{said} to the power {in_words(exponent)}"


def fraction(above, below):
    over, under = in_words(above), in_words(below)
    sign = f"{WORDS['∂']} "
    if over.startswith(sign) and under.startswith(sign):
        over, under = over.removeprefix(sign), under.removeprefix(sign)
        return f"the partial derivative of {over} with respect to {under}"
    return f"the fraction {over} over {under}, end of fraction"


SAID = {
    "mfrac": fraction,
    "msup": power,
    "msub": lambda base, below: f"{in_words(base)} sub {in_words(below)}",
    "msqrt": lambda *parts: f"the square root of {in_row(parts)}, end of root",
    "munderover": lambda base, start, end: (
        f"{in_words(base)} from {in_words(start)} to {in_words(end)} of"
    ),
    "mtr": lambda *cells: ", ".join(
        in_row([*left, *right])
        for left, right in zip_longest(cells[::2], cells[1::2], fillvalue=())
    ),
    "mtable": lambda *rows: "; ".join(map(in_words, rows)),
}


def kind_of(part):
    return part.tag.rpartition("}")[2]


def letters(part):
    """Return all that a part shows, without blanks."""
    return "".join("".join(part.itertext()).split())


def is_value(part):
    """Tell whether a minus behind it takes away from it."""
    return part is not None and (
        kind_of(part) != "mo" or letters(part) in (")", "…")
    )
