"""Run Python with some packages and nothing else."""

import os
import subprocess
import sys
import textwrap
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement

PYTHON = [sys.executable, "-S", "-W", "error"]
# Run each program of a folder, all in one interpreter, as a reader would:
# what one prints is written down before the next one starts.
RUN_ALL = """
import contextlib, io, json, os, runpy, sys
outputs = {}
for stem in sys.argv[1:]:
    file = io.StringIO()
    with contextlib.redirect_stdout(file):
        runpy.run_path(f"{stem}.py", run_name="__main__")
    outputs[stem] = file.getvalue()
print(json.dumps(outputs))
"""


def named(requirements):
    """The installed packages that requirements name, with all that these
    declare: {name: version}. A pin that differs is an error."""
    found, left = {}, [Requirement(line) for line in requirements]
    while left:
        wanted = left.pop()
        if wanted.marker and not wanted.marker.evaluate({"extra": ""}):
            continue
        package = distribution(wanted.name)
        if package.version not in wanted.specifier:
            raise AssertionError(
                f"{wanted} is asked for, {package.version} made this site"
            )
        if package.name not in found:
            found[package.name] = package.version
            left += [Requirement(line) for line in package.requires or []]
    return found


def environment(folder, requirements):
    """Fill a folder with the named packages, as links; return their names."""
    packages = named(requirements)
    for name in packages:
        package = distribution(name)
        tops = {file.parts[0] for file in package.files} - {
            "..",
            "__pycache__",
        }
        for top in tops:
            link = folder / top
            if not link.exists():
                link.symlink_to(package.locate_file(top))
    return packages


def run(folder, code, *arguments, cwd, paths=()):
    """Run code where only the packages of a folder can be imported.

    A warning is an error: what readers run gives none.
    """
    settings = {"PYTHONDONTWRITEBYTECODE": "1", "MPLBACKEND": "agg"}
    settings["PYTHONPATH"] = os.pathsep.join(map(str, [*paths, folder]))
    settings["MPLCONFIGDIR"] = str(Path(folder).parent)
    done = subprocess.run(
        [*PYTHON, "-c", textwrap.dedent(code), *arguments],
        cwd=cwd,
        env=settings | {"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
