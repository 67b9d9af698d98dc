"""Set what nudges of w1 gave beside what the formulas give."""

import math
from itertools import pairwise

from scripts.chapters.factors import slope

SYMBOLS = ["$w_1$", "$s_1$", "$h_1$", r"$y_{\text{pred}}$", "$L$"]


def ratios_of(before, after):
    """Divide what each value moved by what the value before it moved."""
    return [now / last for last, now in pairwise(moves(before, after))]


def moves(before, after):
    return [after[name] - before[name] for name in before]


def gears(run):
    """Follow the smallest nudge from w1 to the loss: heads and rows."""
    before, after = run["before"], run["after"]
    columns = zip(
        SYMBOLS,
        [f"{each:.6f}" for each in before.values()],
        [f"{each:+.6f}" for each in moves(before, after)],
        ["", *(f"{each:.4f}" for each in ratios_of(before, after))],
        strict=True,
    )
    return ["gear", "before", "moved by", "ratio"], minus(columns)


def nudges(run, worked):
    """Show how the ratios approach the formulas: heads and rows."""
    names = ["d_h1_d_w1", "d_ypred_d_h1", "d_L_d_ypred", "d_L_d_w1"]
    columns = [factors(run["before"], each) for each in run["nudged"].values()]
    rows = [
        [f"${slope(name)}$", *(f"{each:.4f}" for each in row)]
        for name, *row in zip(
            names, *columns, [worked[name] for name in names], strict=True
        )
    ]
    heads = [f"nudge {each:g}" for each in run["nudged"]]
    return ["slope", *heads, "formula"], minus(rows)


def factors(before, after):
    """Put the ratios together as the chain rule has its factors."""
    s1, h1, y_pred, loss = ratios_of(before, after)
    return s1 * h1, y_pred, loss, math.prod((s1, h1, y_pred, loss))


def minus(rows):
    """Write real minus signs."""
    return [[cell.replace("-", "−") for cell in row] for row in rows]
