"""What comes out of the door: finite numbers, or nothing has changed."""

import cmath

import numpy as np


def parameters_of(network):
    """Copy what a step changes; of no network, nothing.

    Read by name: once its vars() were asked for, an object is slower.
    """
    if network is None:
        return {}
    names = getattr(network, "parameters", ("weights", "biases"))
    return {name: copied(getattr(network, name)) for name in names}


def copied(value):
    """Copy what may be changed in place."""
    return value.copy() if isinstance(value, list | np.ndarray) else value


def stayed_finite(before, network):
    """Tell whether no finite parameter has become infinite, or NaN."""
    return all(
        is_finite(getattr(network, name)) or not is_finite(value)
        for name, value in before.items()
    )


def restore(before, network):
    """Give a network back the parameters that it had."""
    for name, value in before.items():
        setattr(network, name, value)


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
