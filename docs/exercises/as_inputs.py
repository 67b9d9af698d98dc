r"""Prepare a person for the network

Somebody tells you a weight in pounds and a height in inches. Write the
function that gives the two inputs that the network would see.
"""

kind = "write"
hints = [
    "The network sees shifted numbers: what was measured, minus the shift.",
    "Make an array of the two with `np.array([weight, height])`.",
    "`shift` is an array, too. Subtract it from yours.",
]

# %% starter
import numpy as np
from simplenet.data import shift


def as_inputs(weight, height):
    """Give the two inputs of a person, as an array."""
    return ...


# %% checks
def checks():
    same(
        "as_inputs(133, 65)",
        np.array([-2, -1]),
        (None, "The function ends without a return, and so gives None."),
        (np.array([133, 65]), "These are pounds and inches, not yet shifted."),
        (
            np.array([2, 1]),
            "The signs are wrong: subtract the shift, not from.",
        ),
        (np.array([268, 131]), "You added the shift. Subtract it."),
        (np.array([-1, -2]), "Weight comes first, then height."),
        look="This is Alice. Her inputs stand in the table.",
    )
    same(
        "as_inputs(128, 63)",
        np.array([-7, -3]),
        look="This is somebody new: use the two arguments.",
    )


# %% solution
def as_inputs(weight, height):
    """Give the two inputs of a person, as an array."""
    return np.array([weight, height]) - shift


# %% wrong: not yet shifted
def as_inputs(weight, height):
    return np.array([weight, height])


# %% wrong: The signs are wrong
def as_inputs(weight, height):
    return shift - np.array([weight, height])


# %% wrong: This is somebody new
def as_inputs(weight, height):
    return np.array([-2, -1])
