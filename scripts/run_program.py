"""Run one program in this fresh interpreter and report what it did.

Called by programs.py: python -m scripts.run_program PROGRAM REPORT
"""

import io
import pickle
import runpy
import sys
from pathlib import Path
from types import FunctionType, ModuleType


def main(program, report):
    prints = []
    if "matplotlib" in Path(program).read_text("utf-8"):
        prepare_plotting()
    values = runpy.run_path(
        program,
        run_name="__main__",
        init_globals={"print": recording_print(prints)},
    )
    report_bytes = pickle.dumps(
        {"prints": prints, "values": plain(values), "picture": picture()}
    )
    Path(report).write_bytes(report_bytes)


def recording_print(prints):
    """Make a print that also notes which line printed which text."""

    def record(*args, **options):
        text = io.StringIO()
        print(*args, **options, file=text)
        prints.append((sys._getframe(1).f_lineno, text.getvalue()))
        sys.stdout.write(text.getvalue())

    return record


def plain(values):
    """Keep the program's own data: no modules, functions or classes."""
    return {
        name: value
        for name, value in values.items()
        if not name.startswith("_")
        and name != "print"
        and not isinstance(value, ModuleType | FunctionType | type)
    }


def prepare_plotting():
    """Let plt.show() leave the figure open, drawn in the site's style."""
    import matplotlib as mpl

    from scripts.figures import RC

    mpl.use("svg")
    mpl.rcParams.update(RC)
    import matplotlib.pyplot as plt

    plt.show = lambda: None


def picture():
    """Give the figure that the program left open as (SVG, alt), or None."""
    if "matplotlib.pyplot" not in sys.modules:
        return None
    figure = sys.modules["matplotlib.pyplot"].gcf()
    svg = io.StringIO()
    figure.savefig(svg, format="svg", metadata={"Date": None})
    return svg.getvalue(), describe(figure)


def describe(figure):
    """Say what a figure shows, from the very lines that it holds."""
    axes = figure.axes[0]
    lines = [
        f"a line from {ys[0]:.3g} at {xs[0]:g} to {ys[-1]:.3g} at {xs[-1]:g}"
        for xs, ys in (line.get_data() for line in axes.lines)
    ]
    return (
        f"The {axes.get_ylabel()} against the {axes.get_xlabel()}: "
        f"{'; '.join(lines)}."
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
