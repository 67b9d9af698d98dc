"""Compute formulas: SymPy trees and what their names mean in, values out."""

from functools import reduce
from operator import add, mul

import numpy as np
import sympy

from scripts.chapters.equations.notation import FUNCTIONS, Wrong


def value(node, meaning):
    """Compute a tree; meaning maps each name to a number or expression."""
    if node.is_Number:
        return node
    if isinstance(node, sympy.Sum):
        return total(node, meaning)
    if node.is_Symbol:
        if node.name.rstrip("'") in FUNCTIONS and node.name != "L":
            raise Wrong(f"{node.name} stands without its argument")
        return look_up(node.name, meaning)
    name = node.func.__name__
    if name.startswith("d_"):
        slope = node.args[0].diff(sympy.Symbol(name.removeprefix("d_")))
        return value(slope, meaning)
    parts = [value(part, meaning) for part in node.args]
    if node.is_Add or node.is_Mul:
        return reduce(add if node.is_Add else mul, parts)
    if node.is_Pow:
        return parts[0] ** parts[1]
    if isinstance(node, sympy.core.function.AppliedUndef):
        return look_up(name, meaning)(*parts)
    return node.func(*parts)


def total(node, meaning):
    """Compute a sum over samples, which the formulas count from 1."""
    term, (index, first, last) = node.args[0], node.args[1]
    steps = range(int(value(first, meaning)), int(value(last, meaning)) + 1)
    found = [value(term, meaning | {index.name: step}) for step in steps]
    return reduce(add, found)


def look_up(name, meaning):
    """Give what a name means; y_true[i] is the i-th sample of y_true."""
    name, _, index = name.partition("[")
    if name not in meaning:
        raise Wrong(f"{name!r} is unknown here; known are {known(meaning)}")
    found = meaning[name]
    if index:
        place = look_up(index.rstrip("]"), meaning)
        found = found[place - 1]
    # SymPy's numbers and NumPy's do not add up; Python's suit both.
    return found.item() if isinstance(found, np.generic) else found


def known(meaning):
    return ", ".join(sorted(meaning))
