"""Run one program in this fresh interpreter and report what it did.

Called by run.py: python -m scripts.programs.child PROGRAM REPORT
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
    from scripts.programs import plotting

    plotting.prepare(show=lambda: None)


def picture():
    """Give the figure that the program left open as (SVG, alt), or None."""
    if "matplotlib.pyplot" not in sys.modules:
        return None
    from scripts.programs import plotting

    figure = plotting.plt.gcf()
    return plotting.saved(figure), plotting.describe(figure)


if __name__ == "__main__":
    main(*sys.argv[1:])
