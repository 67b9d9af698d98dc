"""The figures of docs/beyond/people.md: everybody, and what four taught."""

import numpy as np
from matplotlib.colors import to_rgba
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from scripts.chapters.charts import SEXES, chart
from scripts.figures.style import COLOURS
from simplenet.data import all_y_trues, people, shift

CAPS = {1: "round", 0: "projecting"}  # women round, men square
NAMES = {1: "women", 0: "men"}
PLANE = (80, 300), (56, 79)  # what the plane shows: pounds, inches


@chart(height=300)
def people_plane(axes, runs):
    """All people by weight and height, and what four of them taught."""
    run = runs["meet_people"]
    network, right = run["network"], run["right"]
    x, y_true = run["x"], run["y_true"]
    plane(axes, x, y_true)
    border(axes, lambda points: network.feedforward(points - shift))
    for name, point, sex in zip(
        people, people.values(), all_y_trues, strict=True
    ):
        _, colour, shape, side = SEXES[sex]
        look = {"markeredgecolor": COLOURS["paper"], "markersize": 10}
        axes.plot(*point, shape, color=colour, **look, zorder=4)
        box = {"facecolor": COLOURS["paper"], "alpha": 0.75, "pad": 1}
        ink = {"color": COLOURS["ink"], "zorder": 5}
        axes.annotate(
            name,
            point,
            (9 * side, 7 * side),
            size=12,
            textcoords="offset points",
            ha="left" if side > 0 else "right",
            va="center",
            bbox=box | {"linewidth": 0},
            **ink,
        )
    return (
        f"{len(x)} people by weight in pounds and height in inches: women "
        "shorter and lighter, men taller and heavier, and in between many of "
        "both. The line where the network of four people answers 0.5 falls "
        f"steeply between the four; {right.sum()} of {len(x)} people lie on "
        f"their own side of it. {outside(x)}"
    )


def outside(x):
    (left, right), (low, high) = PLANE
    seen = (x > [left, low]).all(axis=1) & (x < [right, high]).all(axis=1)
    return f"{np.sum(~seen)} lie outside the picture."


def plane(axes, x, y_true):
    """Show everybody, each as a dot of a path that is short to write."""
    for sex in (0, 1):
        own = x[y_true == sex]
        ends = np.repeat(own, 2, axis=0)  # a line to where it starts: a dot
        codes = np.tile([Path.MOVETO, Path.LINETO], len(own))
        path = Path(ends, codes)
        path.should_simplify = False
        dots = PathPatch(path, fill=False, edgecolor=SEXES[sex].colour)
        dots.set(capstyle=CAPS[sex], linewidth=2.6 if sex else 2.2, alpha=0.55)
        dots.set_in_layout(False)  # the limits below are set without them
        axes.add_artist(dots)
    axes.grid(False)
    axes.set(xlim=PLANE[0], ylim=PLANE[1])
    axes.set(xlabel="weight in pounds", title="height in inches")
    axes.set(xticks=range(100, 301, 50), yticks=range(60, 76, 5))
    axes.text(205, 58, "women", color=COLOURS["female"], weight="bold")
    axes.text(270, 77, "men", color=COLOURS["male"], weight="bold")


def border(axes, predict, **look):
    """Draw the line where a network answers 0.5."""
    x = np.linspace(*PLANE[0], 221)
    y = np.linspace(*PLANE[1], 93)
    points = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
    o1 = predict(points).reshape(len(y), len(x))
    look = {"colors": COLOURS["ink"], "linewidths": 2, "zorder": 3} | look
    axes.contour(x, y, o1, [0.5], **look)


@chart(height=300, placed=True)
def people_both(axes, runs):
    """The plane once more, with the lines of both networks of the form."""
    run = runs["meet_people"]
    x, y_true, four = run["x"], run["y_true"], run["network"]
    run = runs["learn_from_people"]
    many, mean, deviation = run["network"], run["mean"], run["deviation"]
    plane(axes, x, y_true)
    border(axes, lambda points: four.feedforward(points - shift))
    border(
        axes,
        lambda points: many.feedforward((points - mean) / deviation),
        linestyles="dashed",
    )
    return (
        f"The same {len(x)} people with two lines: the steep one of the "
        "network that four people taught, and the flat one of the network "
        f"that {len(x) // 2} taught, which runs between women and men. "
        + outside(x)
    )


@chart(height=130)
def people_answers(axes, runs):
    """The four counts, as lengths."""
    run = runs["meet_people"]
    right, y_true = run["right"], run["y_true"]
    said = []
    for sex in (0, 1):
        own = right[y_true == sex]
        counts = own.sum(), (~own).sum()
        colour = SEXES[sex].colour
        axes.barh(sex, counts[0], color=colour, height=0.6)
        tint = to_rgba(colour, 0.3)
        axes.barh(sex, counts[1], left=counts[0], color=tint, height=0.6)
        axes.text(
            10,
            sex,
            f"{counts[0]} right",
            color=COLOURS["paper"],
            va="center_baseline",
        )
        axes.text(
            len(own) + 8, sex, f"{counts[1]} wrong", va="center_baseline"
        )
        said.append(
            f"of {len(own)} {NAMES[sex]} {counts[0]} right and "
            f"{counts[1]} wrong"
        )
    axes.grid(False)
    axes.set(xlim=(0, 980), ylim=(-0.5, 1.5), xticks=[])
    axes.set_yticks([0, 1], [NAMES[0], NAMES[1]])
    axes.spines[:].set_visible(False)
    return f"The network is, {'; '.join(reversed(said))}."


def spread(axes, runs, name, column, edges, unit):
    """How many women and men have which weight, or height."""
    run = runs["one_input"]
    x, y_true, best = run["x"], run["y_true"], run["best"]
    line, share = best[name]
    said = []
    for sex, dash in [(1, "solid"), (0, (0, (3, 1.2)))]:
        own = x[y_true == sex, column]
        counts, _ = np.histogram(own, edges)
        axes.stairs(
            counts, edges, color=SEXES[sex].colour, linewidth=2, linestyle=dash
        )
        at = edges[counts.argmax()]
        said.append(
            f"most {NAMES[sex]} around {at + (edges[1] - edges[0]) / 2:g}"
        )
        top = np.flatnonzero(counts > 0.8 * counts.max())
        place = edges[top[0] if sex else top[-1] + 1]
        axes.annotate(
            NAMES[sex],
            (place, counts.max() * 0.93),
            (-7 if sex else 7, 0),
            textcoords="offset points",
            ha="right" if sex else "left",
            color=SEXES[sex].colour,
        )
    axes.axvline(line, color=COLOURS["ink"], linewidth=1.4)
    axes.set(xlim=(edges[0], edges[-1]), title="people")
    axes.set(xlabel=f"{name} in {unit}")
    axes.locator_params(nbins=5)
    return (
        f"How many women and men have which {name}: {', '.join(said)} "
        f"{unit}. The best line, at {line:g}, has {share:.1%} on their own "
        "side."
    )


@chart(height=190)
def people_heights(axes, runs):
    """Height tells women from men well."""
    return spread(axes, runs, "height", 1, np.arange(56, 79), "inches")


@chart(height=190)
def people_weights(axes, runs):
    """Weight tells them less well."""
    edges = np.arange(80, 301, 10)
    return spread(axes, runs, "weight", 0, edges, "pounds")


@chart(height=210)
def people_luck(axes, runs):
    """How many of the ten thousand networks are right about which share."""
    shares = runs["study"]["right"]
    _, height = runs["one_input"]["best"]["height"]
    edges = np.arange(0.48, 0.8701, 0.01)
    counts, _ = np.histogram(shares, edges)
    axes.stairs(counts, edges, color=COLOURS["accent"], fill=True, alpha=0.4)
    axes.axvline(height, color=COLOURS["ink"], linewidth=1.4)
    axes.text(height - 0.006, counts.max() * 0.8, "height alone", ha="right")
    axes.set(xlim=(0.48, 0.88), title="networks")
    axes.set_xticks(ticks := [0.5, 0.6, 0.7, 0.8], [f"{t:.0%}" for t in ticks])
    axes.set(xlabel="share of people about whom a network is right")
    axes.locator_params(axis="y", nbins=4)
    low, middle, high = np.percentile(shares, [1, 50, 99])
    return (
        f"About which share of the people {len(shares)} networks are right: "
        f"half of them about less than {middle:.1%}, 98 of 100 between "
        f"{low:.1%} and {high:.1%}, one {shares.min():.1%}, and "
        f"{np.sum(shares > height)} more than height alone with {height:.1%}."
    )
