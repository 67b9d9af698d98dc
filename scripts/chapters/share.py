"""The picture that other sites show beside a link to this one."""

from io import BytesIO

import matplotlib.figure
from matplotlib import style

from scripts.chapters.charts import loss
from scripts.figures.style import COLOURS, RC

TITLE = "A Simple\nNeural Net"  # the name of the site
WORDS = (
    "Build the smallest real one\nin Python and NumPy,\nand watch it learn."
)
SIZE = (1200, 630)  # what most sites show without cutting anything off
LOOK = {  # the charts' look, for a picture that is seen from farther off
    "figure.constrained_layout.use": False,
    "savefig.facecolor": COLOURS["paper"],
    "font.size": 21,
    "axes.titlesize": 21,
    "lines.linewidth": 5,
    "lines.markersize": 14,
}


def share(runs):
    """Draw title, sentence and the finished curve: the bytes of a PNG."""
    with style.context(["default", RC, LOOK]):
        inches = [side / 100 for side in SIZE]
        canvas = matplotlib.figure.Figure(figsize=inches, dpi=100)
        axes = canvas.add_axes((0.52, 0.17, 0.42, 0.66))
        loss.__wrapped__(axes, runs)
        look = {"ha": "left", "linespacing": 1.25}
        bold = {"size": 46, "weight": "bold", "color": COLOURS["accent"]}
        canvas.text(0.06, 0.84, TITLE, va="top", **bold, **look)
        canvas.text(0.06, 0.17, WORDS, va="bottom", size=23, **look)
        file = BytesIO()
        canvas.savefig(file, format="png", metadata={"Software": None})
    return file.getvalue()
