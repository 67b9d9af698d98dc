"""What the door asks of arguments, and the words in which it refuses."""

import operator

import numpy as np


def finite(name, value, *shapes):
    """Return the value as numbers, or raise an error that names its fault.

    shapes: those allowed, () for one number, "n" for any length above zero;
    none given allows all. Raises TypeError for what is not a number,
    ValueError for a wrong shape, NaN or infinity.
    """
    array = np.asarray(value)
    if array.dtype.kind not in "biuf":
        raise TypeError(f"{name} must hold real numbers, got {value!r}")
    fits = (not shapes or array.shape in shapes) or any(
        len(shape) == array.ndim
        and all(w in ("n", h) for w, h in zip(shape, array.shape, strict=True))
        for shape in shapes
    )
    if not fits or array.size == 0:
        wanted = " or ".join(map(str, shapes)) or "(n,)"
        raise ValueError(
            f"{name} must have shape {wanted}, got shape {array.shape}"
        )
    if not np.isfinite(array).all():
        raise ValueError(f"{name} must be finite, got {value!r}")
    return array.astype(float)[()]


def positive(name, value):
    """Return a number above zero, or raise ValueError or TypeError."""
    number = finite(name, value, ())
    if number <= 0:
        raise ValueError(f"{name} must be above zero, got {value!r}")
    return float(number)


def generator(name, value):
    """Return a NumPy Generator, or raise TypeError."""
    if not isinstance(value, np.random.Generator):
        raise TypeError(
            f"{name} must be a NumPy Generator, got {value!r}; "
            "make one with np.random.default_rng(seed)"
        )
    return value


def count(name, value):
    """Return a whole number above zero, or raise ValueError or TypeError."""
    number = positive(name, value)
    if number != int(number):
        raise ValueError(f"{name} must be a whole number, got {value!r}")
    return int(number)


def layer_sizes(name, value):
    """Return two or more whole numbers above zero, or raise."""
    sizes = [count(name, size) for size in value]
    if len(sizes) < 2:
        raise ValueError(f"{name} must be two or more, got {sizes!r}")
    return sizes


def whole_numbers(name, values):
    """Return whole numbers from 0 on in a row, or raise."""
    try:
        if isinstance(values, range):  # may be too long to look at each
            ends = [*values[:1], *values[-1:]]
        else:
            ends = values = [operator.index(value) for value in values]
    except TypeError:
        raise TypeError(
            f"{name} must hold whole numbers, got {values!r}"
        ) from None
    if ends and min(ends) < 0:
        raise ValueError(
            f"{name} must be one or more numbers from 0 on, got {values!r}"
        )
    return values


def one_or_more(name, values):
    """Return whole numbers from 0 on in a row that is not empty, or raise."""
    numbers = whole_numbers(name, values)
    if not numbers:
        raise ValueError(
            f"{name} must be one or more numbers from 0 on, got {values!r}"
        )
    return numbers
