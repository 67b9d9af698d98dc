r"""Sum up many seeds

One number of one run says little. Say three of many runs: write the median of
their predictions, the smallest, and the largest, whatever order they come in.
"""

kind = "write"
hints = [
    "`np.sort(values)` puts them in order: the smallest first, the largest "
    "last.",
    "The median is the number in the middle of that order. Of an even number "
    "of values it lies halfway between the two in the middle.",
    "NumPy has all three: `np.median`, `np.min` and `np.max`.",
]
reason = """
Why not the mean? A single network that fails moves the mean, and the median
hardly at all.
"""

# %% starter
import numpy as np


def median_and_range(values):
    """Give the median, the smallest and the largest."""
    return ...


# %% checks
def checks():
    same(
        "median_and_range(np.array([0.96, 0.97, 0.01, 0.94, 0.95]))",
        (0.95, 0.01, 0.97),
        (None, "The function ends without a return, and so gives None."),
        (
            (0.766, 0.01, 0.97),
            "The first is the mean: one network that failed pulled it down.",
        ),
        ((0.01, 0.01, 0.97), "Put them in order before you take the middle."),
        ((0.95, 0.96, 0.95), "The first and the last are not the extremes."),
        ((0.95, 0.96), "That is how far apart they are. Give both ends."),
        ((0.95, 0.97, 0.01), "The largest comes last."),
        (0.95, "That is the median. Give the smallest and the largest, too."),
        look="In order: 0.01, 0.94, 0.95, 0.96, 0.97.",
    )
    same(
        "median_and_range(np.array([0.3, 0.1, 0.2, 0.8]))",
        (0.25, 0.1, 0.8),
        (
            (0.3, 0.1, 0.8),
            "Four values have two in the middle: go halfway between them.",
        ),
        (
            (0.2, 0.1, 0.8),
            "Four values have two in the middle: go halfway between them.",
        ),
        look="In order: 0.1, 0.2, 0.3, 0.8.",
    )


# %% solution
def median_and_range(values):
    """Give the median, the smallest and the largest."""
    return np.median(values), np.min(values), np.max(values)


# %% right
def median_and_range(values):
    ordered = sorted(values)
    half = len(ordered) // 2
    return (ordered[half] + ordered[~half]) / 2, ordered[0], ordered[-1]


# %% wrong: The first is the mean
def median_and_range(values):
    return values.mean(), values.min(), values.max()


# %% wrong: Put them in order
def median_and_range(values):
    return values[len(values) // 2], values.min(), values.max()


# %% wrong: go halfway between them
def median_and_range(values):
    ordered = np.sort(values)
    return ordered[len(ordered) // 2], ordered[0], ordered[-1]
