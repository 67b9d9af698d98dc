"""Run every program of docs/programs, each in a fresh interpreter."""

import os
import pickle
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from scripts.ground.errors import BuildError
from scripts.ground.places import PROGRAMS, ROOT
from scripts.programs.promises import check_promises


@dataclass(frozen=True)
class Run:
    """What one program did: its text, output, final values and picture."""

    stem: str
    source: str
    output: str
    values: dict
    picture: tuple[str, str] | None  # SVG and alternative text


def run_all(folder=PROGRAMS):
    """Run all programs side by side; return {stem: Run} in name order."""
    paths = sorted(folder.glob("*.py"))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        runs = list(pool.map(run, paths))
    return {each.stem: each for each in runs}


def run(path):
    """Run one program and check what its comments promise."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report"
        done = subprocess.run(
            [sys.executable, "-m", "scripts.programs.child", path, report],
            cwd=ROOT,
            env=environment(),
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        if done.returncode:
            raise BuildError(
                f"{shown(path)}: the program stopped with an error. Expected "
                "it to run to its end without a warning; mend it.\n"
                + own_lines(done.stderr)
            )
        # The report comes from our own child process, so pickle is safe.
        facts = pickle.loads(report.read_bytes())
    source = path.read_text("utf-8")
    check_promises(shown(path), source, facts["prints"])
    if not done.stdout:
        raise BuildError(
            f"{shown(path)}: the program printed nothing. Expected some "
            "output to show beside it; end it with a print."
        )
    return Run(
        path.stem, source, done.stdout, facts["values"], facts["picture"]
    )


def environment():
    """Give programs the same surroundings on every machine."""
    return os.environ | {
        "PYTHONPATH": str(ROOT),
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "PYTHONWARNINGS": "error",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def own_lines(traceback):
    """Drop the frames of our runner from a traceback."""
    head, *frames = traceback.split("\n  File ")
    kept = [f for f in frames if "child.py" not in f and "runpy" not in f]
    return "\n  File ".join([head, *kept])


def shown(path):
    """Name a file the way a contributor knows it."""
    return path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
