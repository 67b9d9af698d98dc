"""Find what a page names: a fact, or a value that a program computed."""

import difflib
import re
from contextlib import suppress

from scripts.ground.errors import BuildError

# {{ training.seed }}: what docs/programs/training.py calls so at its end.
# {{ training.losses[-1] }}: one of a row. {{ name }}: a fact that is derived.
# Each perhaps with a format that Python knows, as {{ name:.3f }}, or one more:
# {{ name:word }} writes a count as a word.
NAME = r"\w+(?:\.\w+(?:\[-?\d+\])?)?"
FACT = re.compile(rf"\{{\{{ ({NAME})(?::([^}}\s]+))? \}}\}}")


def named_in(texts, facts):
    """Give what the texts name of the facts: {name: value}."""
    names = {match[1] for text in texts for match in FACT.finditer(text)}
    found = {}
    for name in sorted(names):
        if name.partition("[")[0] in facts:
            with suppress(BuildError):  # raised again where it is filled in
                found[name] = value_of(name, facts)
    return found


def value_of(name, facts):
    """Give the value that a page names: NAME, STEM.NAME or STEM.NAME[i]."""
    whole, _, index = name.rstrip("]").partition("[")
    if whole not in facts:
        raise BuildError(unknown(whole, facts))
    value = facts[whole]
    if isinstance(value, list):
        return one_of(whole, value, index)
    if index:
        raise BuildError(
            f"{whole!r} is {value!r}, no row of values. Take off [{index}]."
        )
    return value


def one_of(name, row, index):
    """Give the value that stands at an index of a row."""
    if not index:
        raise BuildError(
            f"{name!r} is a row of {len(row)} values. Say which, as in "
            f"{{{{ {name}[0] }}}}."
        )
    if not -len(row) <= int(index) < len(row):
        raise BuildError(
            f"{name!r} has no [{index}]: it is a row of {len(row)} values. "
            f"Expected an index from {-len(row)} to {len(row) - 1}."
        )
    return row[int(index)]


def unknown(name, facts):
    """Say what a page asks for in vain, and what is like it."""
    stem, dot, own = name.partition(".")
    if not dot:
        return (
            f"there is no fact {name!r}.{like(name, facts)} Correct the name, "
            "or add the fact in scripts/chapters/facts.py."
        )
    pairs = [each.split(".") for each in facts if "." in each]
    if there := [value for program, value in pairs if program == stem]:
        hint = like(own, there) or f" There are {', '.join(there)}."
        return (
            f"docs/programs/{stem}.py calls no number, text or row of them "
            f"{own!r} at its end.{hint} Correct the name."
        )
    programs = sorted({program for program, _ in pairs})
    hint = like(stem, programs) or f" There are {', '.join(programs)}."
    return f"there is no program {stem!r}.{hint} Correct the name."


def like(name, names):
    """Guess which of the names was meant."""
    close = difflib.get_close_matches(name, names, 3)
    return f" Did you mean {' or '.join(close)}?" if close else ""
