"""The kinds of checks: how a formula is compared with simplenet.

Each function here makes a Check; running it on the TeX of a page returns if
the formula agrees with the code, and raises Wrong if it does not.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from itertools import pairwise

import numpy as np
import sympy

from scripts.chapters.equations.meanings import (
    Numbers,
    Symbols,
    simplenet_on_symbols,
)
from scripts.chapters.equations.notation import (
    TOKEN,
    Wrong,
    equations,
    name_of,
    read,
)
from scripts.chapters.equations.values import look_up, value

NEGATIVE = re.compile(r"(^|[({=&]) *-$")  # a minus sign in front of a number

STATES = 25  # random ones; then SymPy proves the rest


@dataclass(frozen=True)
class Check:
    """What is done to a formula, in a few words, and the doing."""

    kind: str
    run: Callable[[str], None]


def equal(world):
    """All sides are equal, whatever the numbers are.

    world: makes a meaning of what it draws; see meanings.py.
    """

    def run(tex):
        found = read(tex)
        for statement in found:
            expect(statement, "=")
        everywhere(world, lambda *state: same(found, *state))

    return Check("for all values", run)


def everywhere(world, compare):
    """Compare at random states, then, for all at once, on symbols."""
    for seed in range(STATES):
        compare(at_numbers(world, seed), close)
    with simplenet_on_symbols():
        compare(at_symbols(world), identical)


READ = set()  # the programs whose values a check has read so far


def noted(function):
    """Remember what a function gives, and what it read to give it."""
    known = {}

    @wraps(function)
    def remembered(*args):
        if args not in known:
            before = READ.copy()
            READ.clear()
            known[args] = function(*args), READ.copy()
            READ.update(before)
        result, read = known[args]
        READ.update(read)
        return result

    return remembered


@noted  # each formula and each slip of it meets the same states
def at_numbers(world, seed):
    return world(Numbers(seed))


@noted
def at_symbols(world):
    return world(Symbols())


def expect(statement, relation):
    """Refuse a statement with another relation, or with none."""
    if statement.relation != relation:
        raise Wrong(f"expected {relation}, found {statement.relation}")


def same(statements, meaning, agree):
    """Compare all sides of all statements."""
    for statement in statements:
        for left, right in pairwise(statement.sides):
            try:
                agreed = agree(value(left, meaning), value(right, meaning))
            except (TypeError, ValueError) as error:
                # A list where a number belongs, or matrices that do not fit
                raise Wrong(
                    f"{left} = {right} has no value: {error}"
                ) from None
            if not agreed:
                raise Wrong(f"{left} is not {right}")


def close(left, right):
    """Two numbers, or all those of two matrices, differ by rounding only."""
    left, right = numbers(left), numbers(right)
    return len(left) == len(right) and np.allclose(
        left, right, rtol=1e-9, atol=1e-12
    )


def numbers(result):
    """List the numbers of a result, one or a matrix of them."""
    matrix = isinstance(result, sympy.MatrixBase)
    return [float(each) for each in (result if matrix else [result])]


def identical(left, right):
    """Two expressions, or matrices of them, are equal, as SymPy proves."""
    difference = sympy.expand(left - right)
    zero = 0 * difference  # a number, or a matrix of that shape
    return difference == zero or sympy.simplify(difference) == zero


def nearly(world):
    """The sides differ by what shrinks like the square of δ.

    world: makes a meaning of what it draws, and of δ.
    """

    def run(tex):
        (statement,) = read(tex)
        expect(statement, r"\approx")
        for seed in range(STATES):
            far, near = (
                gap(statement, world(Numbers(seed), delta))
                for delta in (2e-2, 1e-2)
            )
            if not 3.5 < far / near < 4.5:
                raise Wrong(f"{far} at 2δ and {near} at δ: expected four to 1")

    return Check("up to order δ²", run)


def gap(statement, meaning):
    """The distance between the two sides of a statement."""
    left, right = (complex(value(side, meaning)) for side in statement.sides)
    return max(abs(left - right), 1e-300)


def worked(meaning_of, *rows):
    """Numbers stand where names could, each rounded as it is shown.

    meaning_of: gives the numbers of the state that the page works out.
    rows: the names, one row for each equation, in the order of the formula.
    Each number on the page must be the name's value, without its sign; and
    with all digits of these values, all sides must be equal.
    """

    def run(tex):
        meaning = meaning_of()
        parts = list(equations(tex))
        if len(parts) != len(rows):
            raise Wrong(f"expected {len(rows)} equations, got {len(parts)}")
        for part, row in zip(parts, rows, strict=True):
            exact = exact_numbers(part, row.split(), meaning)
            found = read(exact)
            expect(found[0], "=")
            same(found, meaning, close)

    return Check("worked numbers", run)


def exact_numbers(tex, names, meaning):
    """Write the numbers of a formula with all their digits."""
    found = list(TOKEN.finditer(tex))
    if len(found) != len(names):
        raise Wrong(f"expected {' '.join(names)}; see {tex}")
    text, end = "", 0
    for match, name in zip(found, names, strict=True):
        text += tex[end : match.start()]
        text += exact_number(match, name, meaning)
        end = match.end()
    return text + tex[end:]


def exact_number(match, name, meaning):
    """Give a token back, a number with all digits of what it stands for."""
    if match["number"] is None:
        if name_of(match) != name:
            raise Wrong(f"expected {name}, found {match[0]}")
        return match[0]
    if name.isdecimal():
        sign, exact = "", float(name)
    else:
        # f' is the same at −3 and 3: the sign needs a look of its own.
        before = NEGATIVE.search(match.string, 0, match.start())
        sign, exact = "-" if before else "", float(look_up(name, meaning))
    decimals = len(match["number"].partition(".")[2])
    if f"{exact:.{decimals}f}" != sign + match["number"]:
        raise Wrong(f"{name} is {exact}, not {sign}{match[0]}")
    return np.format_float_positional(abs(exact), trim="-")


def mistaken(check):
    """A formula that the page quotes as wrong: its check must refuse it."""

    def run(tex):
        try:
            check.run(tex)
        except Wrong:
            return
        raise Wrong("the page quotes this as a mistake, but it is right")

    return Check("quoted mistake", run)
