"""The figures of the chapter on luck: what scripts/chapters/study.py found."""

from collections import namedtuple

import numpy as np
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from scripts.chapters.charts import chart
from scripts.chapters.outcomes import (
    FAMILY_WORDS,
    LEARN_RATES,
    families_of,
    losses_of,
    of_strangers,
    wrong,
)
from scripts.figures.style import COLOURS
from simplenet.data import seed

Family = namedtuple("Family", "words colour dash place")
LOOKS = (
    (COLOURS["male"], (0, (3, 1.2)), (0.941, 0.0322)),
    (COLOURS["accent"], "solid", (0.958, 0.0322)),
    (COLOURS["female"], (0, (1, 1)), (0.9485, 0.0615)),
)
FAMILIES = [
    Family(words, *look)
    for words, look in zip(FAMILY_WORDS, LOOKS, strict=True)
]


@chart(height=270, placed=True)
def luck_map(axes, runs):
    """Where the networks end: Frank's prediction over Emily's."""
    predictions = runs["study"]["predictions"]
    families = families_of(runs["study"]["parameters"])
    x_edges = np.linspace(0.94, 0.98, 41)
    y_edges = np.linspace(0.03, 0.065, 36)
    said = []
    seen = 0
    for family, (words, colour, _, place) in enumerate(FAMILIES):
        pairs = of_strangers(predictions[families == family])[:, :2]
        counts, _, _ = np.histogram2d(*pairs.T, (x_edges, y_edges))
        seen += int(counts.sum())
        # One network makes a cell light, one in five hundred makes it dark.
        for least in (1, len(predictions) / 500):
            cells(axes, counts >= least, x_edges, y_edges, colour)
        middle = np.median(pairs, axis=0)
        said.append(
            f"{words}, around Emily {middle[0]:.3f}, Frank {middle[1]:.3f}"
        )
        axes.text(*place, words, color=colour)
    axes.plot(
        *of_strangers(predictions)[seed, :2],
        "+",
        color=COLOURS["ink"],
        zorder=4,
    )
    axes.plot([0.951, 0.953], [0.0393, 0.0455], color=COLOURS["ink"], lw=1)
    axes.text(0.9525, 0.046, "the article")
    axes.set(xlabel="prediction for Emily", title="prediction for Frank")
    axes.set(xlim=(0.94, 0.98), ylim=(0.03, 0.065))
    axes.set(
        xticks=[0.94, 0.95, 0.96, 0.97, 0.98], yticks=[0.03, 0.04, 0.05, 0.06]
    )
    return (
        f"Where {seen} of {len(predictions)} networks end, in three groups by "
        f"what the hidden neurons speak for: {'; '.join(said)}. The article's "
        "pair lies at the edge of the first group. The rest lies outside."
    )


def cells(axes, chosen, x_edges, y_edges, colour):
    """Tint the chosen cells of a grid, neighbours in a row as one strip."""
    strips = []
    for row, y in zip(chosen.T, y_edges[:-1], strict=True):
        # Where a strip starts or ends, this differs from the cell before.
        ends = np.flatnonzero(np.diff(np.pad(row.astype(int), 1)))
        for left, right in x_edges[ends.reshape(-1, 2)]:
            top = y + y_edges[1] - y_edges[0]
            corners = [(left, y), (right, y), (right, top), (left, top)]
            strips.append(Path([*corners, corners[0]], closed=True))
    path = Path.make_compound_path(*strips)
    look = {"facecolor": colour, "alpha": 0.4, "linewidth": 0}
    axes.add_patch(PathPatch(path, **look))


@chart(height=230)
def luck_loss(axes, runs):
    """How many networks end at which loss."""
    losses = losses_of(runs["study"]["predictions"])
    families = families_of(runs["study"]["parameters"])
    edges = np.linspace(0.001, 0.003, 41)
    said = []
    for family, (words, colour, dash, _) in enumerate(FAMILIES):
        own = losses[families == family]
        counts, _ = np.histogram(own, edges)
        axes.stairs(counts, edges, color=colour, linestyle=dash, linewidth=2)
        said.append(
            f"{words}, {len(own)} networks, median {np.median(own):.4f}"
        )
    axes.set(xlabel="loss after the training", title="networks")
    axes.set(xlim=(0.001, 0.003), xticks=[0.001, 0.0015, 0.002, 0.0025, 0.003])
    axes.legend([f.words for f in FAMILIES], frameon=False, fontsize=11)
    outside = np.sum((losses < edges[0]) | (losses > edges[-1]))
    return (
        f"How many networks end at which loss, in three groups: "
        f"{'; '.join(said)}. {outside} networks lie outside."
    )


@chart(height=230)
def luck_stuck(axes, runs):
    """The loss of the network that fails, if it trains for longer."""
    losses = runs["stuck"]["losses"]
    axes.plot(losses, color=COLOURS["accent"])
    axes.axvline(1000, color=COLOURS["line"], linewidth=1.4)
    axes.text(
        1015, 0.62, "the article stops here", size=11, color=COLOURS["muted"]
    )
    axes.set(xlabel="epoch", title="mean squared error")
    axes.set(xlim=(0, len(losses)), ylim=(0, 0.7))
    axes.locator_params(nbins=5)
    said = ", ".join(
        f"{losses[epoch]:.3f} at epoch {epoch}"
        for epoch in (0, 500, 999, len(losses) - 1)
    )
    return f"The mean squared error is {said}."


@chart(height=240)
def luck_rates(axes, runs):
    """The loss that each learning rate ends at."""
    rates = runs["study"]["rates"]
    losses = losses_of(rates)
    low, middle, high = np.percentile(losses, [5, 50, 95], axis=1)
    accent = COLOURS["accent"]
    axes.vlines(LEARN_RATES, low, high, color=accent, linewidth=2)
    axes.plot(LEARN_RATES, middle, "o", color=accent)
    axes.set(xscale="log", yscale="log")
    axes.minorticks_off()
    names = [f"{rate:g}" for rate in LEARN_RATES]
    axes.set_xticks(LEARN_RATES, names)
    ticks = [1e-6, 1e-4, 0.01, 1]
    axes.set_yticks(ticks, ["10⁻⁶", "10⁻⁴", "0.01", "1"])
    axes.set(xlabel="learning rate", title="loss after the training")
    said = "; ".join(
        f"learning rate {name}: median {each:.2g}, {np.sum(wrong(some))} of "
        f"{len(some)} networks fail"
        for name, each, some in zip(names, middle, rates, strict=True)
    )
    return f"The loss after the training. {said}."
