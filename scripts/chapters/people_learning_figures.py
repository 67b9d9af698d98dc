"""The figures of docs/beyond/people.md: networks that learn from many."""

import numpy as np
from matplotlib.colors import to_rgba

from scripts.chapters.charts import chart
from scripts.figures.style import COLOURS


@chart(height=220)
def people_losses(axes, runs):
    """The loss of both parts after each epoch."""
    run = runs["learn_from_people"]
    losses, epochs = run["losses"], run["epochs"]
    looks = {
        "train": ("people to train with", COLOURS["accent"], "solid"),
        "test": ("people to test", COLOURS["ink"], (0, (3, 1.2))),
    }
    said = []
    for name, (words, colour, dash) in looks.items():
        steps = range(1, epochs + 1)
        axes.plot(
            steps, losses[name], color=colour, linestyle=dash, label=words
        )
        said.append(
            f"{words} from {losses[name][0]:.3f} to {losses[name][-1]:.3f}"
        )
    axes.legend(frameon=False)
    axes.set(xlabel="epoch", title="mean squared error")
    axes.set(xlim=(1, epochs), xticks=range(1, epochs + 1))
    axes.set(ylim=(0, 1.1 * max(map(max, losses.values()))))
    axes.locator_params(axis="y", nbins=5)
    return f"The loss falls in {epochs} epochs, of {', of '.join(said)}."


@chart(height=260)
def people_curve(axes, runs):
    """How many people it takes."""
    run = runs["how_many"]
    right, sizes = run["right"], run["sizes"]
    low, quarter, middle, most, high = np.percentile(
        right, [5, 25, 50, 75, 95], axis=1
    )
    places = np.arange(len(sizes))
    look = {"color": COLOURS["accent"]}
    there_and_back = np.concatenate([places, places[::-1]])
    for below, above, alpha in [(low, high, 0.16), (quarter, most, 0.3)]:
        outline = np.concatenate([below, above[::-1]])
        axes.fill(there_and_back, outline, alpha=alpha, linewidth=0, **look)
    axes.plot(places, middle, "o-", **look, markersize=6)
    axes.axhline(0.5, color=COLOURS["line"], linewidth=1.4)
    axes.text(
        len(sizes) - 1, 0.51, "guessing", ha="right", color=COLOURS["muted"]
    )
    axes.set_xticks(places, sizes)
    axes.set(xlabel="people to learn from", title="right about test people")
    axes.set(xlim=(-0.2, len(sizes) - 0.8), ylim=(0.4, 0.92))
    ticks = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
    axes.set_yticks(ticks, [f"{tick:.0%}" for tick in ticks])
    said = "; ".join(
        f"{size}: {least:.1%} to {best:.1%}, median {half:.1%}"
        for size, least, half, best in zip(
            sizes, low, middle, high, strict=True
        )
    )
    return (
        "How right networks are that learned from few people and from many, "
        f"the middle nine in ten of each: {said}."
    )


@chart(height=170)
def people_layers(axes, runs):
    """One neuron, two hidden neurons, sixteen: a dot for each split."""
    right = runs["hidden_layer"]["right"]
    words = ("one neuron", "2 hidden", "16 hidden")
    said = []
    for row, (name, shares) in enumerate(
        zip(words, right.values(), strict=True)
    ):
        axes.plot(
            shares,
            [-row] * len(shares),
            "o",
            markerfacecolor=to_rgba(COLOURS["accent"], 0.3),
            markeredgecolor=COLOURS["accent"],
            markersize=8,
        )
        middle = np.median(shares)
        axes.plot([middle] * 2, [-row - 0.3, -row + 0.3], color=COLOURS["ink"])
        said.append(
            f"{name} {min(shares):.1%} to {max(shares):.1%}, median "
            f"{middle:.1%}"
        )
    axes.set_yticks([0, -1, -2], words)
    axes.set(ylim=(-2.5, 0.5), xlim=(0.825, 0.885))
    ticks = [0.83, 0.84, 0.85, 0.86, 0.87, 0.88]
    axes.set_xticks(ticks, [f"{tick:.0%}" for tick in ticks])
    axes.set(xlabel="right about test people")
    axes.tick_params(axis="y", labelcolor=COLOURS["ink"])
    return f"The share right in {len(shares)} splits: {'; '.join(said)}."


@chart(height=300)
def people_calibration(axes, runs):
    """What share of people with an output are women."""
    run = runs["calibration"]
    tenths, outputs = run["tenths"], run["outputs"]
    labels = run["y_true"][run["test"]]
    looks = {
        "four": ("taught by four", COLOURS["muted"], "s", "none"),
        "many": ("taught by many", COLOURS["accent"], "o", "solid"),
    }
    axes.plot([0, 1], [0, 1], color=COLOURS["line"], linewidth=1.4)
    said = []
    for name, (words, colour, shape, dash) in looks.items():
        groups = [t for t in range(10) if (tenths[name] == t).any()]
        some = [labels[tenths[name] == t] for t in groups]
        means = [outputs[name][tenths[name] == t].mean() for t in groups]
        shares = [each.mean() for each in some]
        errors = [
            np.sqrt(s * (1 - s) / len(each))
            for s, each in zip(shares, some, strict=True)
        ]
        axes.errorbar(
            means,
            shares,
            errors,
            color=colour,
            marker=shape,
            linestyle=dash,
            markersize=6,
            linewidth=1.8,
            elinewidth=1.4,
            label=words,
        )
        said.append(
            f"{words}, "
            + ", ".join(
                f"{share:.0%} at {mean:.2f}"
                for mean, share in zip(means, shares, strict=True)
            )
        )
    axes.legend(frameon=False, loc="lower right")
    axes.set(xlim=(-0.03, 1.02), ylim=(-0.05, 1.03))
    axes.set(xlabel="output of the network")
    axes.set(title="women among those people")
    ticks = [0, 0.25, 0.5, 0.75, 1]
    axes.set(xticks=ticks)
    axes.set_yticks(ticks, [f"{tick:.0%}" for tick in ticks])
    return (
        "How many of the people with about the same output are women, on a "
        f"diagonal if the output were a probability: {'; '.join(said)}."
    )
