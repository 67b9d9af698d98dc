"""Build as somebody else will: in another place, in a year, from a clone."""

import os
import subprocess
from datetime import UTC, datetime, timedelta

from tests.repository import ROOT, build, copy_repository

DAY = 24 * 60 * 60
YEAR = 365 * DAY
# Python reads this at its start: the build happens a year later.
LATER = f"""\
import datetime, pathlib, sys, time_machine
later = datetime.datetime.now() + datetime.timedelta(seconds={YEAR})
time_machine.travel(later, tick=True).start()
said = pathlib.Path(__file__).with_name("said")
with said.open("a") as file:
    print(datetime.date.today(), *sys.orig_argv[1:3], file=file)
"""


def git(*arguments, folder=ROOT):
    return subprocess.run(
        ["git", *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    ).stdout


def clone(folder, store):
    """Copy the repository with its commits; return the folder."""
    git("clone", "--quiet", "--shared", "--no-checkout", ROOT, folder)
    git("reset", "--quiet", folder=folder)  # the index, not the files
    return copy_repository(folder, store)


def build_later(folder, home):
    """Start to build as another person; home/said will tell who ran when."""
    home.mkdir()
    (home / "sitecustomize.py").write_text(LATER)
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            os.utime(path, (0, 0))  # files of 1970
    zone = "Etc/GMT+11" if os.environ.get("TZ") != "Etc/GMT+11" else "UTC"
    environment = {
        "HOME": str(home),
        "LC_ALL": "C",
        "PYTHONHASHSEED": "4321",
        "PYTHONPATH": str(home),
        "TZ": zone,
    }
    command = ["bash", "-c", "umask 077 && exec scripts/build"]
    return build(folder, environment, command)


def was_later(said):
    """Tell whether scripts/build ran, and all Python of it in a year."""
    days = (datetime.now(UTC) + timedelta(seconds=YEAR - DAY)).date()
    lines = said.splitlines()
    built = any("scripts.whole" in line for line in lines)
    return built and all(line > days.isoformat() for line in lines)


def differences(ours, theirs):
    """Say which files differ, where, and what stands there."""
    found = [f"{name}: one has it" for name in ours.keys() ^ theirs.keys()]
    for name in ours.keys() & theirs.keys():
        if ours[name] != theirs[name]:
            found.append(first_difference(name, ours[name], theirs[name]))
    return found


def first_difference(name, ours, theirs):
    pairs = zip(ours, theirs, strict=False)
    shorter = min(len(ours), len(theirs))
    at = next((n for n, (a, b) in enumerate(pairs) if a != b), shorter)
    around = slice(max(0, at - 40), at + 60)
    return f"{name}, byte {at}: {ours[around]!r}, not {theirs[around]!r}"
