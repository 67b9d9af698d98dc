"""The look of the charts: the site's colours, and Matplotlib's settings."""

import re
from pathlib import Path

from cycler import cycler

CSS = Path(__file__).parents[2] / "docs" / "stylesheets" / "figures.css"


def colours_of(css):
    """Read the light colours of the stylesheet: {name: "#rrggbb"}.

    Matplotlib draws with them, and writes all colours in this form;
    svg.clean turns each into its variable, which knows the dark, too.
    """
    light = css.split("@media")[0]
    colours = dict(re.findall(r"--figure-(\w+): ([^;]+);", light))
    for name, value in colours.items():
        if not re.fullmatch("#[0-9a-f]{6}", value):
            raise SystemExit(  # read at import: nobody else can say it
                f"docs/stylesheets/figures.css: --figure-{name} is {value},"
                " but charts need six digits in small letters, such as"
                " #5546c0."
            )
    return colours


COLOURS = colours_of(CSS.read_text(encoding="utf-8"))

RC = {
    "figure.figsize": (5, 3.3),  # 5 inches are the 360 units of a viewBox
    "figure.constrained_layout.use": True,
    "savefig.facecolor": "none",
    "axes.facecolor": "none",
    "svg.fonttype": "none",
    "svg.hashsalt": "figures",
    "text.parse_math": False,  # svg.clean sets $w_1$, in the page's font
    "font.size": 13,
    "axes.titlesize": 13,
    "axes.titlelocation": "left",
    "xtick.major.size": 0,
    "ytick.major.size": 0,
    "xtick.major.pad": 6,
    "ytick.major.pad": 6,
    "text.color": COLOURS["ink"],
    "axes.titlecolor": COLOURS["muted"],
    "axes.labelcolor": COLOURS["muted"],
    "xtick.color": COLOURS["muted"],
    "ytick.color": COLOURS["muted"],
    "axes.edgecolor": COLOURS["line"],
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.axisbelow": True,  # the grid lies behind the data
    "axes.prop_cycle": cycler(
        color=[COLOURS[name] for name in ("accent", "female", "male", "ink")]
    ),
    "grid.color": COLOURS["grid"],
    "lines.linewidth": 2.4,
    "lines.solid_capstyle": "round",
    "lines.markersize": 9,
}
