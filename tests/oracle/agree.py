"""Compare what a page shows with what is right: words exactly, numbers to
the digits that are shown."""

import re

# Not the 1 of w1, nor the 3 of 2-3
NUMBER = re.compile(
    r"(?<![\w.])[-+−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
    r"(?:[eE][-+−]?\d+| × 10\^[-−]?\d+)?(?!\w)"
)
NEARLY = 1e-10  # what the order of additions may change, in a whole training


class Between:
    """A number of which only the size is known, such as a rounding error."""

    def __init__(self, low, high):
        self.low, self.high = low, high

    def __repr__(self):
        return f"between {self.low:g} and {self.high:g}"


def number(text):
    """Read a number as a page writes it: −3, 10,000, 3.7 × 10^−10."""
    plain = text.replace("−", "-").replace(",", "").replace(" × 10^", "e")
    return float(plain)


def digit(text):
    """What the last shown digit of a number is worth."""
    plain = text.replace("−", "-").replace(",", "").replace(" × 10^", "e")
    mantissa, _, power = plain.lower().partition("e")
    decimals = len(mantissa.partition(".")[2])
    return 10.0 ** (int(power or 0) - decimals)


def shows(text, value):
    """Whether a shown number is the value, rounded to its digits."""
    if isinstance(value, Between):
        half = digit(text) / 2
        return value.low - half <= number(text) <= value.high + half
    if isinstance(value, int) and digit(text) == 1:
        return number(text) == value
    error = abs(number(text) - value)
    return error <= digit(text) / 2 * (1 + 1e-9) + NEARLY * abs(value)


def parts(text):
    """Split a text into what is around its numbers, and its numbers."""
    text = " ".join(text.split())
    return NUMBER.sub("#", text), NUMBER.findall(text)


def difference(shown, expected, values=None):
    """Say how a shown text differs from the expected one, or "".

    expected: the same text with numbers in full; or, if values are given,
    with a # for each of them.
    """
    around, numbers = parts(shown)
    if values is None:
        expected, full = parts(expected)
        values = [int(n) if n.isdigit() else number(n) for n in full]
    expected = " ".join(expected.split())
    if around != expected:
        return f"expected the words {expected!r}, found {around!r}"
    if len(numbers) != len(values):
        return f"expected {len(values)} numbers, found {numbers}"
    for found, value in zip(numbers, values, strict=True):
        if not shows(found, value):
            return f"expected {value!r}, found {found} in {shown!r}"
    return ""
