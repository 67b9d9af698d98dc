"""The plotted figures: what the runs of the programs computed."""

from collections import namedtuple
from functools import wraps
from io import StringIO

import matplotlib.figure
import numpy as np
from matplotlib import style
from matplotlib.colors import to_rgba

from scripts.figures.style import COLOURS, RC
from scripts.figures.svg import Figure, clean
from simplenet import data as known
from simplenet import sigmoid as squash

Sex = namedtuple("Sex", "letter colour shape side")
# The names stand outside, women's on the left, to leave the middle free.
SEXES = {
    1: Sex("F", COLOURS["female"], "o", -1),
    0: Sex("M", COLOURS["male"], "s", 1),
}


def chart(height, placed=False):
    """Make a figure of a function that plots on axes and returns the alt.

    placed: tell scripts of the page where the axes are.
    """

    def decorate(plot):
        @wraps(plot)
        def figure(runs):
            # Start from Matplotlib's own settings, not this machine's.
            with style.context(["default", RC]):
                size = (5, height / 72)
                canvas = matplotlib.figure.Figure(figsize=size)
                alt = plot(canvas.add_subplot(), runs).replace("-", "−")
                file = StringIO()
                canvas.savefig(file, format="svg", metadata={"Date": None})
            svg = clean(file.getvalue(), plot.__name__, alt)
            if placed:
                place = place_of(canvas.axes[0])
                svg = svg.replace("<svg", f'<svg data-axes="{place}"', 1)
            return Figure(svg, alt)

        return figure

    return decorate


def place_of(axes):
    """Say what the axes show and where: left to right, bottom to top."""
    width, height = axes.figure.get_size_inches() * 72
    box = axes.get_position()
    sides = [*axes.get_xlim(), *axes.get_ylim()]
    sides += [box.x0 * width, box.x1 * width]
    sides += [(1 - box.y0) * height, (1 - box.y1) * height]
    return " ".join(f"{side:.6g}" for side in sides)


@chart(height=230)
def sigmoid(axes, runs):
    """The activation function."""
    x = np.linspace(-8, 8, 161)
    f = squash(x)
    axes.plot(x, f, color=COLOURS["accent"])
    axes.text(2.8, 0.82, "$f$($x$)", color=COLOURS["accent"], size=16)
    axes.set(xticks=range(-8, 9, 4), yticks=[0, 0.25, 0.5, 0.75, 1])
    axes.set(xlim=(-8, 8), ylim=(-0.05, 1.05), xlabel="$x$")
    return (
        f"The sigmoid f rises from {f[0]:.4f} at x = {x[0]:g} through "
        f"{f[80]:g} at {x[80]:g} to {f[-1]:.4f} at {x[-1]:g}."
    )


@chart(height=250)
def people(axes, runs):
    """The four people, as the network sees them."""
    shifted_axes(axes)
    axes.axhline(0, color=COLOURS["line"], linewidth=1, zorder=1)
    axes.axvline(0, color=COLOURS["line"], linewidth=1, zorder=1)
    places = plot_people(axes, known.data)
    return (
        "Four people by weight and height, both shifted so that 0 is about "
        f"the average: {places}."
    )


@chart(height=250)
def people_raw(axes, runs):
    """The four people, as they were measured."""
    axes.set(xlabel="weight in pounds", title="height in inches")
    axes.set(xlim=(102, 176), ylim=(57, 75))
    axes.set(xticks=range(110, 171, 20), yticks=range(60, 73, 4))
    places = plot_people(axes, np.array(list(known.people.values())))
    return f"Four people by weight in lb and height in inches: {places}."


def shifted_axes(axes):
    """Set up the plane that the network sees."""
    pounds, inches = known.shift
    axes.set(xlabel=f"weight − {pounds} lb", title=f"height − {inches} in")
    axes.set(xlim=(-33, 41), ylim=(-9, 9))
    axes.set(xticks=range(-20, 31, 10), yticks=range(-6, 7, 3))


def plot_people(axes, points):
    """Mark the four people, and say where they are."""
    said = []
    rows = zip(known.people, points, known.all_y_trues, strict=True)
    for name, point, sex in rows:
        label = f"{name} ({SEXES[sex].letter})"
        mark(axes, point, sex, label)
        said.append(f"{label} at ({point[0]}, {point[1]})")
    return ", ".join(said)


def mark(axes, point, sex, label, **look):
    """Mark a person, with a label on the outer side."""
    _, colour, shape, side = SEXES[sex]
    axes.plot(*point, shape, color=colour, markeredgewidth=2, **look)
    note(axes, label, point, (10 * side, 0))


def note(axes, words, point, offset, **look):
    """Write words beside a point; the offset is in units of the picture."""
    side = "left" if offset[0] > 0 else "right"
    look |= {"ha": side, "va": "center_baseline"}
    axes.annotate(words, point, offset, textcoords="offset points", **look)


@chart(height=240)
def loss(axes, runs):
    """The loss after each epoch of the training."""
    losses = runs["training"]["losses"]
    last = len(losses) - 1
    look = {"color": COLOURS["accent"], "zorder": 3}
    axes.plot(losses, **look)
    for epoch, offset in [(0, (11, 0)), (last, (-1, 14))]:
        point = epoch, losses[epoch]
        axes.plot(*point, "o", clip_on=False, **look)
        note(axes, f"{losses[epoch]:.3f}", point, offset, **look)
    axes.set(xlabel="epoch", title="mean squared error")
    axes.set(xlim=(0, len(losses)), ylim=(0, 1.08 * losses.max()))
    axes.locator_params(nbins=5)
    early = last // 10
    return (
        f"The mean squared error goes from {losses[0]:.3f} at epoch 0 to "
        f"{losses[early]:.3f} at epoch {early} and {losses[last]:.3f} at "
        f"epoch {last}."
    )


@chart(height=250)
def step_sizes(axes, runs):
    """The error of a central difference against its step size."""
    run = runs["central_difference"]
    deltas, errors = run["deltas"], run["errors"]
    axes.loglog(deltas, errors, "o-", color=COLOURS["accent"], markersize=6)
    axes.set(xlabel="step δ", title="largest error of the nine slopes")
    axes.set(xlim=(3e-16, 3), ylim=(1e-13, 10))
    axes.set_xticks(places := [1e-15, 1e-10, 1e-5, 1], map(power, places))
    axes.set_yticks(places := [1e-12, 1e-8, 1e-4, 1], map(power, places))
    axes.minorticks_off()
    axes.text(3e-12, 2e-4, "rounding", size=14)
    axes.text(8e-4, 2e-10, "long steps", size=14)
    best = errors.index(min(errors))
    return (
        "The error of the central difference on logarithmic axes, a letter "
        f"V: from {power(errors[0])} at δ = {power(deltas[0])} down to "
        f"{power(errors[best])} at δ = {power(deltas[best])}, and up again "
        f"to {power(errors[-1])} at δ = {power(deltas[-1])}."
    )


def power(number):
    """Write a number as the nearest power of ten: 10⁻⁵."""
    exponent = f"{np.log10(number):.0f}".replace("-0", "0")
    return "10" + exponent.translate(
        str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
    )


@chart(height=290)
def boundary(axes, runs):
    """The sides that the trained network sees, and who is on which."""
    network = runs["predictions"]["network"]
    shifted_axes(axes)
    axes.grid(False)
    shade(axes, network)
    plot_people(axes, known.data)
    sides = {0: [], 1: []}
    for name, measures in (known.people | known.strangers).items():
        point = np.array(measures) - known.shift
        y_pred = network.feedforward(point)
        side = int(y_pred > 0.5)
        sides[side].append(f"{name} {y_pred:.3f}")
        if name in known.strangers:
            mark(axes, point, side, sides[side][-1], fillstyle="none")
    return (
        "Weight and height with the line where the network predicts 0.5. "
        f"On the side of F: {', '.join(sides[1])}. "
        f"On the side of M: {', '.join(sides[0])}."
    )


def shade(axes, network):
    """Tint both sides of the line o1 = 0.5, more where it is surer."""
    x = np.linspace(*axes.get_xlim(), 301)
    y = np.linspace(*axes.get_ylim(), 301)
    grid = np.stack(np.meshgrid(x, y), axis=-1)
    o1 = network.feedforward(grid.reshape(-1, 2)).reshape(301, 301)
    for sex, levels in [(0, (0, 0.5, 0.25)), (1, (1, 0.5, 0.75))]:
        tint = [to_rgba(SEXES[sex].colour, 0.1)]
        axes.contourf(x, y, o1, sorted(levels[:2]), colors=tint)
        axes.contourf(x, y, o1, sorted(levels[::2]), colors=tint)
    axes.contour(x, y, o1, [0.5], colors=COLOURS["ink"], linewidths=2)
    axes.text(2, -7.6, "$o_1$ = 0.5", size=17)
