"""What the door asks of arguments, and the words in which it refuses."""

import operator
import reprlib
from itertools import pairwise

import numpy as np

MOST = 2**53  # up to here a float holds every whole number
REAL = int, float, np.integer, np.floating
SAFE = np.dtype(float), np.dtype(int)  # none of them is too large for a float
SHORT = reprlib.Repr()
SHORT.maxstring = SHORT.maxother = SHORT.maxlong = 80
SHORT.maxlevel = 3


def finite(name, value, *shapes):
    """Return the value as numbers, or raise an error that names its fault.

    shapes: those allowed, () for one number, "n" for any length above zero;
    none given allows all. Raises TypeError for what is not a number,
    ValueError for a wrong shape, NaN, infinity or masked numbers.
    """
    array = as_array(name, value, shapes)
    if not holds_reals(array):
        raise TypeError(f"{name} must hold real numbers, got {short(value)}")
    if not fits(array, shapes):
        raise ValueError(
            f"{name} must have shape {named(shapes)}, got shape {array.shape}"
        )
    numbers = as_floats(array)
    if not np.isfinite(numbers).all():
        raise ValueError(f"{name} must be finite, got {short(value)}")
    return numbers[()]


def named(shapes):
    return " or ".join(map(str, shapes)) or "(n,)"


def as_array(name, value, shapes):
    """Return an array of what came, or raise ValueError."""
    try:
        if not holds_masked(value):
            return np.asarray(value)
    except (ValueError, RecursionError, OverflowError, MemoryError):
        raise ValueError(
            f"{name} must have shape {named(shapes)}, got rows of different "
            f"lengths or too many, {short(value)}"
        ) from None
    raise ValueError(f"{name} must be finite, got {short(value)}")


def fits(array, shapes):
    """Tell whether an array has one of the shapes, and is not empty."""
    return array.size > 0 and (
        not shapes
        or array.shape in shapes
        or any(
            len(shape) == array.ndim
            and all(
                w in ("n", h) for w, h in zip(shape, array.shape, strict=True)
            )
            for shape in shapes
        )
    )


def holds_masked(value):
    """Tell whether numbers are missing; to NumPy they would be any number."""
    if isinstance(value, list | tuple):
        return any(map(holds_masked, value))
    return isinstance(value, np.ma.MaskedArray) and np.ma.is_masked(value)


def holds_reals(array):
    """Tell whether all are real; NumPy keeps long integers as objects."""
    if array.dtype == object:
        return all(isinstance(each, REAL) for each in array.flat)
    return array.dtype.kind in "biuf"


def as_floats(array):
    """Copy real numbers as floats; infinite where a float cannot hold one."""
    if array.dtype in SAFE:
        return array.astype(float)
    try:
        with np.errstate(all="ignore"):
            return array.astype(float)
    except OverflowError:  # an integer of hundreds of digits
        return np.array(np.inf)


def short(value):
    """Show a value in a few words, however large it is."""
    try:
        text = " ".join(SHORT.repr(value).split())
    except ValueError:  # an integer of more digits than Python writes
        text = f"a very long {type(value).__name__}"
    return text if len(text) <= 120 else f"{text[:119]}…"


def positive(name, value):
    """Return a number above zero, or raise ValueError or TypeError."""
    number = finite(name, value, ())
    if number <= 0:
        raise ValueError(f"{name} must be above zero, got {short(value)}")
    return float(number)


def generator(name, value):
    """Return a NumPy Generator, or raise TypeError."""
    if not isinstance(value, np.random.Generator):
        raise TypeError(
            f"{name} must be a NumPy Generator, got {short(value)}; "
            "make one with np.random.default_rng(seed)"
        )
    return value


def count(name, value):
    """Return a whole number above zero, or raise ValueError or TypeError."""
    number = positive(name, value)
    if number != int(number):
        raise ValueError(f"{name} must be a whole number, got {short(value)}")
    if number > MOST:
        raise ValueError(f"{name} must be 2**53 at most, got {short(value)}")
    return int(number)


def whole_numbers(name, value, read=operator.index):
    """Return a list of whole numbers, or raise TypeError."""
    try:
        if isinstance(value, list | tuple | range | np.ndarray):
            return [read(each) for each in value]
    except TypeError:
        pass
    raise TypeError(
        f"{name} must hold whole numbers, got {short(value)}; "
        "give them as a list, a tuple, a range or an array"
    )


def layer_sizes(name, value):
    """Return two or more whole numbers above zero, or raise."""
    if isinstance(value, range):  # may be too long to look at each
        layer_sizes(name, [*value[:2], *value[-2:]])
    sizes = whole_numbers(name, value, lambda size: count(name, size))
    if len(sizes) < 2:
        raise ValueError(f"{name} must be two or more, got {short(sizes)}")
    if max(m * n for m, n in pairwise(sizes)) > MOST:
        raise ValueError(
            f"{name} must make 2**53 weights at most, got {short(sizes)}"
        )
    return sizes


def seeds(name, value):
    """Return whole numbers from 0 on, or raise; a range stays a range."""
    if isinstance(value, range):  # may be too long to look at each
        if value[MOST:]:
            raise ValueError(
                f"{name} must be 2**53 at most, got {short(value)}"
            )
        numbers, ends = value, [*value[:1], *value[-1:]]
    else:
        numbers = ends = whole_numbers(name, value)
    if ends and min(ends) < 0:
        raise ValueError(
            f"{name} must be one or more numbers from 0 on, got {short(value)}"
        )
    return numbers


def one_or_more_seeds(name, value):
    """Return whole numbers from 0 on, at least one, or raise."""
    numbers = seeds(name, value)
    if not numbers:
        raise ValueError(
            f"{name} must be one or more numbers from 0 on, got {short(value)}"
        )
    return numbers
