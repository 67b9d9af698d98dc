"""Give what a page may name of a program: training.py has learn_rate."""

import numpy as np

ONE = int | float | str


def named_values(programs):
    """Give {"STEM.NAME": value} of each number, text and row of them.

    programs: {stem: values} as they are at each program's end.
    """
    named = {
        f"{stem}.{name}": in_json(value)
        for stem, values in programs.items()
        for name, value in values.items()
    }
    return {name: value for name, value in named.items() if value is not None}


def in_json(value):
    """Give a value as JSON holds it, or None of what a sentence cannot say."""
    value = plain(value)
    if isinstance(value, np.ndarray | list | tuple):
        row = [plain(each) for each in value]
        return row if all(isinstance(each, ONE) for each in row) else None
    return value if isinstance(value, ONE) else None


def plain(value):
    """Turn a number of NumPy into one of Python."""
    if isinstance(value, np.generic | np.ndarray) and not value.ndim:
        return value.item()
    return value
