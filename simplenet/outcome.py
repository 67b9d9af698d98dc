"""What comes out of the door: finite numbers, or nothing has changed."""

import cmath

import numpy as np


def copied(value):
    """Copy what lesson code may change in place."""
    return value.copy() if isinstance(value, list | np.ndarray) else value


def stayed_finite(before, after):
    """Tell whether no finite attribute has become infinite, or NaN."""
    return all(
        is_finite(after.get(name)) or not is_finite(value)
        for name, value in before.items()
    )


def is_finite(value):
    """Tell whether all numbers in a result are finite."""
    if isinstance(value, float | complex):
        return cmath.isfinite(value)
    if isinstance(value, dict):
        return all(map(is_finite, value.values()))
    if isinstance(value, list | tuple):
        return all(map(is_finite, value))
    if isinstance(value, np.ndarray) and value.dtype.kind in "fc":
        return np.isfinite(value).all()
    return True


def overflow(function, given, asked):
    """Say which call went beyond the largest float, and with what."""
    largest = max(np.abs(getattr(given, name)).max() for name in asked)
    return (
        f"{', '.join(asked)} must be smaller, or the parameters: "
        f"{function.__qualname__} got numbers up to {largest:.3g}, went "
        "beyond the largest float, and changed nothing"
    )
