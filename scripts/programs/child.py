"""Run one program in this process, which is its own, and report what it did.

Called by nursery.py.
"""

import faulthandler
import io
import pickle
import runpy
import sys
import traceback
from pathlib import Path
from types import FunctionType, ModuleType

from scripts.ground.family import end_with_parent
from scripts.programs.limits import limit_this_process

OURS = (__file__, runpy.__file__, "<frozen runpy>")


def main(program, folder, seconds):
    """Run a program, and end this process if it takes longer than that.

    folder: gets the files report (a pickle) and, if the program takes too
    long, where (the lines that Python was at).
    """
    end_with_parent()
    limit_this_process()
    with (folder / "where").open("w") as where:
        faulthandler.dump_traceback_later(seconds, file=where, exit=True)
        (folder / "report").write_bytes(report_of(program))
        faulthandler.cancel_dump_traceback_later()


def report_of(program):
    """Run a program, and pickle what it printed, made and drew.

    Of a program that failed, the traceback; or why its run is refused.
    """
    prints, unshown = [], []
    try:
        if "matplotlib" in Path(program).read_text("utf-8"):
            prepare_plotting()
        values = runpy.run_path(
            program,
            run_name="__main__",
            init_globals={"print": recording_print(prints, unshown)},
        )
        done = {"prints": prints, "picture": picture()}
    except SystemExit as leaving:
        line = own_frames(leaving.__traceback__)[-1].lineno
        return refused(
            f"line {line} leaves by sys.exit() or SystemExit. Expected the "
            "program to run to its end; take that out."
        )
    except BaseException as error:
        return pickle.dumps({"traceback": own_lines(error)})
    if unshown:
        return refused(
            f"line {unshown[0]} prints to stderr, which no page shows. "
            "Print to stdout."
        )
    return pickled(done, plain(values))


def refused(reason):
    return pickle.dumps({"refused": reason})


def pickled(done, values):
    """Pickle what a program did, or the reason why that cannot be."""
    try:
        return pickle.dumps(done | {"values": values})
    except Exception as error:
        names = [name for name in values if not can_keep(values[name])]
        return refused(
            f"what {', '.join(names)} holds at the end cannot be kept for "
            f"sentences and figures ({error}). Let such a name begin with an "
            "underscore."
        )


def can_keep(value):
    try:
        pickle.dumps(value)
    except Exception:
        return False
    return True


def recording_print(prints, unshown):
    """Make a print that also notes which line printed which text.

    unshown: gets the lines that print where no page shows it.
    """

    def record(*args, file=None, **options):
        line = sys._getframe(1).f_lineno
        if file is sys.stderr:
            unshown.append(line)
        if file not in (None, sys.stdout):
            return print(*args, file=file, **options)
        text = io.StringIO()
        print(*args, file=text, **options)
        prints.append((line, text.getvalue()))
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


def own_lines(error):
    """Write a traceback without the frames of our runner."""
    report = traceback.TracebackException.from_exception(error)
    waiting = [report]
    while waiting:
        part = waiting.pop()
        part.stack[:] = [f for f in part.stack if f.filename not in OURS]
        causes = part.__cause__, part.__context__
        waiting += [cause for cause in causes if cause]
    return "".join(report.format()).strip()


def own_frames(trace):
    frames = traceback.extract_tb(trace)
    return [frame for frame in frames if frame.filename not in OURS]


def prepare_plotting():
    """Let plt.show() leave the figure open, drawn in the site's style."""
    from scripts.programs import plotting

    plotting.prepare(show=lambda: None)


def picture():
    """Give the figure that the program left open as (SVG, alt), or None."""
    if "matplotlib.pyplot" not in sys.modules:
        return None
    from scripts.programs import plotting

    if not plotting.plt.get_fignums():
        return None
    figure = plotting.plt.gcf()
    return plotting.saved(figure), plotting.describe(figure)
