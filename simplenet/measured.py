"""Real people, measured: the one file that programs of the tutorial read."""

import sys
from pathlib import Path

import numpy as np


# --8<-- [start:read_people]
def read_people(folder=None):
    """Read people.csv: weights and heights (pounds, inches), and labels.

    folder: where the file lies; beside the program, or beside the notebook.
    """
    program = getattr(sys.modules["__main__"], "__file__", "")
    path = (folder or Path(program).parent) / "people.csv"
    if not path.exists():
        sys.exit(
            "people.csv is missing. Download programs/people.csv from the "
            "tutorial's site and put it beside this program."
        )
    rows = np.genfromtxt(path, dtype=None, delimiter=",", names=True)
    pounds = rows["weight_kg"] / 0.45359237
    inches = rows["height_cm"] / 2.54
    y_true = (rows["sex"] == "female").astype(int)  # 1 is female, 0 is male
    return np.column_stack([pounds, inches]), y_true
    # --8<-- [end:read_people]


# --8<-- [start:halves]
def halves(n, rng):
    """Deal n people into two parts at random: to train with, and to test."""
    order = rng.permutation(n)
    return order[: n // 2], order[n // 2 :]
    # --8<-- [end:halves]
