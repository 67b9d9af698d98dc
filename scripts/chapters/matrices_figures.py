"""The figure of the chapter on matrices: the two spirals."""

import numpy as np
from matplotlib.colors import to_rgba
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from scripts.chapters.charts import chart
from scripts.figures.style import COLOURS

SQUARE = 0.07 * np.array([(-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1)])
DIAMOND = 0.1 * np.array([(0, -1), (1, 0), (0, 1), (-1, 0), (0, -1)])
LOOKS = {0: ("male", SQUARE), 1: ("female", DIAMOND)}


@chart(height=300)
def spirals(axes, runs):
    """The two spirals, and what the trained network makes of the plane."""
    run = runs["spirals"]
    network, x, y_true = run["network"], run["x"], run["y_true"]
    grid = np.linspace(-3.6, 3.6, 121)
    points = np.stack(np.meshgrid(grid, grid), axis=-1).reshape(-1, 2)
    y_pred = network.feedforward(points).reshape(len(grid), len(grid))
    for label, (colour, shape) in LOOKS.items():
        tint = [to_rgba(COLOURS[colour], 0.18)]
        side = sorted([label, 0.5])
        axes.contourf(grid, grid, y_pred, side, colors=tint)
        dots(axes, x[y_true[:, 0] == label], shape, COLOURS[colour])
    axes.grid(False)
    axes.set(xlim=(-3.6, 3.6), ylim=(-3.6, 3.6), aspect="equal")
    axes.set(xlabel="$x_1$", title="$x_2$")
    axes.set(xticks=[-3, 0, 3], yticks=[-3, 0, 3])
    right = ((network.feedforward(x) > 0.5) == y_true).mean()
    return (
        f"{len(x)} points on two spirals that wind around each other, and "
        f"the two sides that the network sees: {right:.0%} of the points lie "
        "on the side of their label."
    )


def dots(axes, points, shape, colour):
    """Mark many points by one path, which is short where markers are not."""
    marks = [Path(point + shape, closed=True) for point in points]
    path = Path.make_compound_path(*marks)
    axes.add_patch(PathPatch(path, facecolor=colour, linewidth=0))
