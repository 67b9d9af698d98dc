"""A copy of the repository, to plant mistakes in; built and tested there."""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SHOWN = 14  # lines of a message that are kept


@dataclass(frozen=True)
class Caught:
    """Who noticed a mistake, and what was said."""

    by: str
    message: str


def make_copy(folder):
    """Clone the repository, with what is not committed yet."""
    run(["git", "clone", "--quiet", ROOT, folder], ROOT)
    listed = ["git", "ls-files", "-co", "--exclude-standard", "-z"]
    names = run(listed, ROOT).stdout.split("\0")
    for name in filter(None, names):
        source, copy = ROOT / name, folder / name
        if source.is_file():
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, copy)
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        gone = path.is_file() and ".git" not in path.parts
        if gone and not (ROOT / name).exists():
            path.unlink()
    for name in (".venv", ".cache"):  # what was installed and fetched
        if not (folder / name).exists():
            (folder / name).symlink_to((ROOT / name).resolve())
    for name in ("docs/generated", "site"):  # what was made already
        if (ROOT / name).exists():
            shutil.copytree(ROOT / name, folder / name, dirs_exist_ok=True)
    return folder


def run(command, folder, **settings):
    return subprocess.run(
        command,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        **settings,
    )


def build(folder):
    """Build the copy; return who stopped it, or None."""
    done = run(["scripts/build"], folder)
    if done.returncode == 0:
        return None
    return Caught("the build", told(done.stdout))


def style(folder):
    """Check the style of the copy."""
    done = run([".venv/bin/ruff", "check", "--quiet", "."], folder)
    if done.returncode == 0:
        return None
    return Caught("ruff", told(done.stdout))


def test(folder, paths):
    """Run some tests on the built copy; return the first that fails."""
    there = [path for path in paths if (folder / path).exists()]
    done = run(
        [
            *(".venv/bin/python", "-m", "pytest", "-q", "-x", "--no-header"),
            *("--tb=short", "-p", "no:cacheprovider", *there),
        ],
        folder,
        env=os.environ | {"SIMPLENET_BUILT": "1"},
    )
    if done.returncode == 0:
        return None
    failed = re.search(
        r"^(?:FAILED|ERROR) (.+?)(?: - |$)", done.stdout, re.MULTILINE
    )
    by = failed[1] if failed else "pytest"
    return Caught(by, told(done.stdout))


def told(text):
    """What a message says, without what is around it."""
    lines = [line.rstrip() for line in text.splitlines() if line.strip()]
    heads = [i for i, line in enumerate(lines) if re.match(r"_{3,} ", line)]
    if heads:
        ends = [i for i, line in enumerate(lines) if line.startswith("=====")]
        end = next((i for i in ends if i > heads[0]), len(lines))
        lines = lines[heads[0] + 1 : end]
        errors = [line for line in lines if line.startswith("E  ")]
        return "\n".join((errors or lines)[:SHOWN])
    lines = [
        line
        for line in lines
        if not line.startswith("INFO ") and not line.endswith("…")
    ]
    if len(lines) > SHOWN:  # what is to be mended first, and the last words
        lines = [*lines[: SHOWN // 2], "…", *lines[-SHOWN // 2 :]]
    return "\n".join(lines)
