"""Run every program of docs/programs, each in a process of its own."""

import os
import pickle
import re
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from scripts.ground.errors import BrokenPromise, BuildError, all_of
from scripts.ground.places import PROGRAMS
from scripts.ground.sources import sources
from scripts.programs.limits import MEMORY, OUTPUT, seconds
from scripts.programs.process import close_nurseries, interpret, shown
from scripts.programs.promises import broken_promises


class Values(dict):
    """A program's variables; says which there are when one is missing."""

    def __init__(self, values, program):
        super().__init__(values)
        self.program = program

    def __missing__(self, name):
        raise BuildError(
            f"docs/programs/{self.program}.py: a fact, table or figure asks "
            f"for its variable {name!r}. Correct that in scripts/chapters/, "
            f"or name it so; there are {', '.join(self)}."
        )

    def __reduce__(self):
        return Values, (dict(self), self.program)


@dataclass(frozen=True)
class Run:
    """What one program did: its text, output, final values and picture."""

    stem: str
    source: str
    output: str
    values: dict
    picture: tuple[str, str] | None  # SVG and alternative text


def run_all(folder=PROGRAMS, run_one=None):
    """Run all programs side by side; return {stem: Run} in name order.

    run_one: gives the Run of a path; by default, run.
    Raises one BuildError for all that is wrong with any of them; if that is
    no more than promises, it holds these runs.
    """
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        started = [
            pool.submit(run_one or run, path)
            for path in sources(folder, "*.py")
        ]
        try:
            runs = all_of(each.result for each in started)
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
        except BrokenPromise as broken:
            runs = {each.stem: each for each in broken.done}
            raise BrokenPromise(str(broken), runs) from None
        finally:
            close_nurseries()
    return {each.stem: each for each in runs}


def run(path):
    """Run one program and check what its comments promise."""
    with tempfile.TemporaryDirectory() as folder:
        report, output = outcome(path, Path(folder))
    source = path.read_text("utf-8")
    if not output:
        raise BuildError(
            f"{shown(path)}: the program printed nothing. Expected some "
            "output to show beside it; end it with a print."
        )
    values = Values(report["values"], program=path.stem)
    done = Run(path.stem, source, output, values, report["picture"])
    if broken := broken_promises(shown(path), source, report["prints"]):
        raise BrokenPromise("\n".join(broken), done)
    return done


def outcome(path, folder):
    """Run a program: (its report, its output); BuildError if it fails."""
    code = interpret(path, folder, seconds())
    out, err = folder / "out", folder / "err"
    if code is None or (folder / "where").stat().st_size:
        raise BuildError(too_long(path, folder))
    for file, name in ((out, "stdout"), (err, "stderr")):
        if file.stat().st_size > OUTPUT:
            raise BuildError(too_much(path, file, name))
    if not (folder / "report").exists() or code:
        raise BuildError(vanished(path, code, out, err))
    # The report comes from our own child process, so pickle is safe.
    report = pickle.loads((folder / "report").read_bytes())
    if "refused" in report:
        raise BuildError(f"{shown(path)}: {report['refused']}")
    if "traceback" in report:
        raise BuildError(stopped(path, report["traceback"]))
    return report, decoded(path, out.read_bytes())


def too_long(path, folder):
    where = (folder / "where").read_text("utf-8", "replace")
    found = re.search(rf'"{re.escape(str(path))}", line (\d+)', where)
    at = f" and was at line {found[1]}" if found else ""
    return (
        f"{shown(path)}: the program still ran after {seconds()} seconds"
        f"{at}. {last_words(folder / 'out')} Expected it to end; mend it, or "
        "allow it more with SIMPLENET_SECONDS."
    )


def too_much(path, file, name):
    return (
        f"{shown(path)}: the program wrote {file.stat().st_size:,} bytes to "
        f"{name}. {last_words(file)} Expected at most {OUTPUT:,}, which a "
        "page can bear; print less."
    )


def vanished(path, code, out, err):
    """Say what is known of a program that left no report."""
    how = f"signal {-code}" if code < 0 else f"exit status {code}"
    return (
        f"{shown(path)}: the program was gone before its end ({how}), as by "
        f"os._exit(), a crash or a kill. {last_words(out)} Expected it to run "
        f"to its end; mend it.\n{err.read_text('utf-8', 'replace')}".strip()
    )


def stopped(path, traceback):
    """Say how a program failed, and the limit that it may have met."""
    limit = ""
    if "MemoryError" in traceback.splitlines()[-1]:
        limit = f" It may take {MEMORY / 1e9:.0f} GB of memory."
    return (
        f"{shown(path)}: the program stopped with an error.{limit} Expected "
        f"it to run to its end without a warning; mend it.\n{traceback}"
    )


def last_words(file):
    """Quote the last line of a file that a program wrote."""
    with file.open("rb") as opened:
        opened.seek(max(0, file.stat().st_size - 1000))
        lines = opened.read().decode("utf-8", "replace").split("\n")
    written = [line for line in lines if line.strip()]
    if not written:
        return "It had printed nothing."
    return f"The last line it printed: {written[-1][-100:]!r}."


def decoded(path, output):
    try:
        return output.decode("utf-8")
    except UnicodeDecodeError as error:
        line = output[: error.start].count(b"\n") + 1
        raise BuildError(
            f"{shown(path)}: line {line} of the output is not UTF-8 "
            f"({output[error.start : error.end]!r}). Print text, not bytes."
        ) from None
