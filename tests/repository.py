"""Copies of the repository in which tests may change what they like.

And how to wait for what builds of them do.
"""

import os
import shutil
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parent.parent
SOURCES = ["docs", "scripts", "simplenet", "mkdocs.yml", "pyproject.toml"]
FETCHED = ["editor", "runtime"]  # by npm and from elsewhere
MADE = shutil.ignore_patterns("__pycache__", "generated")


def copy_repository(folder, store="warm"):
    """Copy what a build reads; return the folder.

    store: "warm", with all that builds of the repository have kept so far;
    "empty"; or the folder of another copy, to share its store.
    """
    copy_sources(ROOT, folder)
    (folder / ".venv").symlink_to((ROOT / ".venv").resolve())
    if store in ("warm", "empty"):
        (folder / ".cache").mkdir()
        for name in FETCHED:
            found = (ROOT / ".cache" / name).resolve()
            (folder / ".cache" / name).symlink_to(found)
    else:
        (folder / ".cache").symlink_to(store / ".cache")
    if store == "warm":
        # Entries are never changed, only replaced: a link is a copy.
        made = ROOT / ".cache/made"
        with suppress(shutil.Error):  # another build may clear some away
            shutil.copytree(
                made, folder / ".cache/made", copy_function=os.link
            )
    return folder


def copy_sources(origin, folder):
    """Make the sources of a folder those of another one."""
    for name in SOURCES:
        target = folder / name
        if not (origin / name).is_dir():
            folder.mkdir(exist_ok=True)
            shutil.copy(origin / name, target)
            continue
        for path in sorted(target.rglob("*"), reverse=True):
            if path.is_file() and "generated" not in path.parts:
                path.unlink()
        shutil.copytree(origin / name, target, ignore=MADE, dirs_exist_ok=True)


MKDOCS = [sys.executable, "-m", "mkdocs", "--quiet", "build", "--strict"]


def build(folder, environment=None, command=MKDOCS, **options):
    """Start to build a copy; its site comes to lie in folder/site."""
    return subprocess.Popen(
        command,
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | (environment or {}),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        **options,
    )


def edit(path, before, after):
    """Replace what stands in a file, and must stand there."""
    text = path.read_text("utf-8")
    assert before in text, f"{path} does not hold {before!r}"
    path.write_text(text.replace(before, after), "utf-8")


def files_of(folder):
    """Read all files of a folder: {name: bytes}."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def wait_until(condition, seconds=30):
    """Wait for what another process does, but not for ever."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"it took more than {seconds} seconds"
        time.sleep(0.05)
