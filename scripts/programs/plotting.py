"""Turn what a program plots into a picture for the page.

The build runs this, and so does the Python in a reader's browser.
"""

import io

import matplotlib as mpl
import matplotlib.pyplot as plt

from scripts.figures.style import RC
from scripts.figures.svg import clean


def prepare(show):
    """Draw in the site's style from now on; plt.show() calls show."""
    plt.switch_backend("svg")
    mpl.rcdefaults()  # also forgets what an earlier program changed
    mpl.rcParams.update(RC)
    plt.show = lambda *_, **__: show()


def pictures(name):
    """Draw all open figures, each as an svg element, and close them."""
    figures = [plt.figure(number) for number in plt.get_fignums()]
    drawn = [
        clean(saved(figure), f"{name}-{number}", describe(figure))
        for number, figure in enumerate(figures, 1)
    ]
    plt.close("all")
    return drawn


def saved(figure):
    """Give a figure as the SVG that Matplotlib writes."""
    svg = io.StringIO()
    figure.savefig(svg, format="svg", metadata={"Date": None})
    return svg.getvalue()


def describe(figure):
    """Say what a figure shows, from the very lines that it holds."""
    return " ".join(map(describe_axes, figure.axes)) or "An empty figure."


def describe_axes(axes):
    lines = [
        f"a line from {ys[0]:.3g} at {xs[0]:g} to {ys[-1]:.3g} at {xs[-1]:g}"
        for xs, ys in (line.get_data() for line in axes.lines)
        if len(xs)
    ]
    labels = axes.get_ylabel() or "values", axes.get_xlabel() or "positions"
    shown = "; ".join(lines) or "a drawing without lines"
    return f"The {labels[0]} against the {labels[1]}: {shown}."
