"""Put facts into the sentences of a page."""

import difflib
import re

from scripts.ground.errors import BuildError

# {{ name }} or {{ name:.3f }}, with the format that Python knows
FACT = re.compile(r"\{\{ (\w+)(?::([^}\s]+))? \}\}")


def fill_facts(page, markdown, facts):
    """Replace each {{ name }} of a page by the fact's value."""

    def value(match):
        name, spec = match.groups()
        if name not in facts:
            raise BuildError(unknown_fact(page, name, facts))
        return written(page, name, facts[name], spec or "")

    filled = FACT.sub(value, markdown)
    if "{{ " in filled:
        left = filled[filled.index("{{ ") :][:40]
        raise BuildError(
            f"docs/{page}: expected a fact as {{{{ name }}}} or "
            f"{{{{ name:.3f }}}}, found {left!r}. Correct it."
        )
    return filled


def unknown_fact(page, name, facts):
    """Say which fact a page asks for in vain, and which is like it."""
    close = difflib.get_close_matches(name, facts, 3)
    hint = f" Did you mean {' or '.join(close)}?" if close else ""
    return (
        f"docs/{page}: there is no fact {name!r}.{hint} "
        "Correct the name, or add the fact in scripts/chapters/facts.py."
    )


def written(page, name, value, spec):
    """Write a value for a reader: a real minus sign, powers of ten."""
    try:
        text = format(value, spec)
    except (ValueError, TypeError) as error:
        raise BuildError(
            f"docs/{page}: the fact {name!r} is {value!r} and cannot be "
            f"written as {spec!r} ({error}). Correct the format."
        ) from error
    if isinstance(value, str):
        return text
    text = re.sub(r"e([+-])0*(\d+)", power_of_ten, text)
    return text.replace("-", "−")


def power_of_ten(match):
    sign, digits = match.groups()
    return f" × 10<sup>{sign.replace('+', '')}{digits}</sup>"
