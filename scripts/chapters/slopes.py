"""The figures of slopes: what a nudge of w1 does, and how f bends."""

import numpy as np

from scripts.chapters.charts import chart, note
from scripts.figures.style import COLOURS
from simplenet import deriv_sigmoid, sigmoid

INK = {"color": COLOURS["ink"]}
ACCENT = {"color": COLOURS["accent"]}


def alice(runs, *names):
    """Look up what the program backpropagation.py worked out for Alice."""
    return [float(runs["backpropagation"][name]) for name in names]


@chart(height=240)
def tangent(axes, runs):
    """Alice's loss over w1, and the line that touches it where she is."""
    w1, slope_there = alice(runs, "w1", "d_L_d_w1")
    x = np.linspace(w1 - 4, w1 + 2, 121)
    losses = loss_over(runs, x)
    here = loss_over(runs, w1)
    axes.plot(x, losses, **ACCENT)
    dashes = (0, (3, 1.6))
    axes.plot(x, here + slope_there * (x - w1), linestyle=dashes, **INK)
    axes.plot(w1, here, "o", zorder=3, **INK)
    axes.set(xlabel="$w_1$", title="Alice's loss")
    axes.set(xlim=(x[0], x[-1]), ylim=(0, 1.2 * losses.max()))
    axes.locator_params(nbins=6)
    return (
        f"Alice's loss over w1, a curve: {losses[0]:.3f} at w1 = {x[0]:g}, "
        f"{here:.3f} at {w1:g} and {losses[-1]:.3f} at {x[-1]:g}. A straight "
        f"line touches it at w1 = {w1:g} and rises there by "
        f"{slope_there:.4f} for each 1 to the right."
    )


def loss_over(runs, w1):
    """Give Alice's loss for any w1, all else as it is."""
    names = "x1", "x2", "w2", "b1", "w5", "w6", "h2", "b3", "y_true"
    x1, x2, w2, b1, w5, w6, h2, b3, y_true = alice(runs, *names)
    h1 = sigmoid(w1 * x1 + w2 * x2 + b1)
    return (y_true - sigmoid(w5 * h1 + w6 * h2 + b3)) ** 2


@chart(height=220)
def slope(axes, runs):
    """The slope of the sigmoid, and where Alice's sums stand on it."""
    x = np.linspace(-8, 8, 161)
    steepness = deriv_sigmoid(x)
    axes.plot(x, steepness, **ACCENT)
    axes.text(2.1, 0.14, "$f$′($x$)", size=16, **ACCENT)
    said = []
    places = alice(runs, "sum_h1", "sum_o1")
    for label, at, offset in zip("13", places, (-12, 12), strict=True):
        there = at, float(deriv_sigmoid(at))
        axes.plot(*there, "o", zorder=3, **INK)
        note(axes, f"$s_{label}$", there, (offset, 9), **INK)
        said.append(f"{there[1]:.4f} at s{label} = {at:.4g}")
    axes.set(xticks=range(-8, 9, 4), yticks=[0, 0.1, 0.2, 0.3])
    axes.set(xlim=(-8, 8), ylim=(-0.01, 0.31), xlabel="$x$")
    return (
        f"The slope f′ of the sigmoid is {steepness.max():g} at its highest, "
        f"at x = {x[steepness.argmax()]:g}, and falls to {steepness[0]:.4f} "
        f"at both ends. For Alice it is {' and '.join(said)}."
    )
