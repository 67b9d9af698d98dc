"""Put facts into the sentences of a page."""

import re

from scripts.ground.errors import BuildError
from scripts.pages.names import FACT, value_of
from scripts.pages.place import line_with, place

WORDS = [
    *("none", "one", "two", "three", "four", "five", "six", "seven"),
    *("eight", "nine", "ten", "eleven", "twelve"),
]
LIKE_A_FACT = re.compile(r"\{\{(?: .{0,40}|\w[^{}\\\n]*\}\})")


def fill_facts(page, markdown, facts):
    """Replace each {{ name }} of a page by the fact's value.

    Raises one BuildError for all that is wrong with any of them.
    """
    problems = []

    def value(match):
        name, spec = match.groups()
        try:
            return written(name, value_of(name, facts), spec or "")
        except BuildError as error:
            where = found_at(page, markdown, match)
            problems.append(f"{where}: {error}")
            return ""

    filled = FACT.sub(value, markdown)
    for match in LIKE_A_FACT.finditer(markdown):
        if not FACT.match(markdown, match.start()):
            problems.append(
                f"{found_at(page, markdown, match)}: expected a fact as "
                "{{ name }}, {{ program.name }} or {{ program.name[0] }}, "
                f"perhaps with a format, as {{{{ name:.3f }}}}; found "
                f"{match[0]!r}. Correct it."
            )
    if problems:
        raise BuildError("\n".join(problems))
    return filled


def found_at(page, markdown, match):
    """Name the line of a fact in a page, or in an exercise's file."""
    if page.endswith(".md"):
        return place(page, markdown, match.start())
    return f"docs/{page}{line_with(page, match[0])}"


def written(name, value, spec):
    """Write a value for a reader: a real minus sign, powers of ten."""
    if spec == "word":
        return as_word(name, value)
    try:
        text = format(value, spec)
    except (ValueError, TypeError) as error:
        raise BuildError(
            f"the fact {name!r} is {value!r} and cannot be "
            f"written as {spec!r} ({error}). Correct the format."
        ) from error
    if isinstance(value, str):
        return text
    text = re.sub(r"e([+-])0*(\d+)", power_of_ten, text)
    return text.replace("-", "−")


def as_word(name, value):
    """Write a small count as a word: nine."""
    if not isinstance(value, int) or not 0 <= value < len(WORDS):
        raise BuildError(
            f"the fact {name!r} is {value!r}; only whole numbers from 0 to "
            f"{len(WORDS) - 1} have words here. Write it in digits."
        )
    return WORDS[value]


def power_of_ten(match):
    sign, digits = match.groups()
    return f" × 10<sup>{sign.replace('+', '')}{digits}</sup>"
