"""Run a reader's program in the page; docs/javascripts/live/worker.js asks.

It runs in Pyodide, in the reader's browser, where only the standard library
and what the program imports are there.
"""

import linecache
import sys
import traceback
from importlib.util import find_spec


def run(source, filename, send_picture):
    """Run a program as `python filename` would; its prints go to stdout.

    send_picture: takes each plotted figure as SVG, at plt.show().
    Returns what Python says of an error, with the program's lines only.
    """
    lines = source.splitlines(keepends=True)
    linecache.cache[filename] = len(source), None, lines, filename
    try:
        program = compile(source, filename, "exec")
        if "matplotlib" in source and find_spec("matplotlib"):
            prepare_plotting(filename, send_picture)
        exec(program, {"__name__": "__main__"})
    except SystemExit as leaving:
        return "" if leaving.code in (None, 0) else f"{leaving.code}\n"
    except BaseException as error:
        return own_lines(error, filename)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return ""


def own_lines(error, filename):
    """Write a traceback without frames from outside the program."""
    report = traceback.TracebackException.from_exception(error)
    waiting = [report]
    while waiting:
        part = waiting.pop()
        part.stack[:] = [f for f in part.stack if f.filename == filename]
        causes = part.__cause__, part.__context__
        waiting += [cause for cause in causes if cause]
    return "".join(report.format())


def prepare_plotting(filename, send_picture):
    """Let plt.show() send all open figures to the page."""
    from scripts.programs import plotting

    def show():
        for svg in plotting.pictures(f"live-{filename.removesuffix('.py')}"):
            send_picture(svg)

    plotting.plt.close("all")  # those that an earlier program left open
    plotting.prepare(show)
