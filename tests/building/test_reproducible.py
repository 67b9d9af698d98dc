"""The same commit gives the same site, whoever builds it, where and when."""

import os
import shutil
import subprocess
from datetime import UTC, datetime, timedelta

import pytest

from tests.repository import ROOT

pytestmark = pytest.mark.slow  # builds sites of its own

DAY = 24 * 60 * 60
YEAR = 365 * DAY
# Python reads this at its start: the other build happens a year later.
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


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory):
    """The same commit, with the same changes, in another folder."""
    folder = tmp_path_factory.mktemp("elsewhere") / "another name"
    git("clone", "--quiet", "--shared", "--no-checkout", ROOT, folder)
    git("reset", "--quiet", folder=folder)  # the index, not the files
    listed = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    for name in git(*listed).split("\0"):
        if name and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
            os.utime(folder / name, (0, 0))  # files of 1970
    (folder / ".cache").mkdir()
    for name in [".venv", ".cache/editor", ".cache/runtime"]:
        (folder / name).symlink_to(ROOT / name)
    return folder


@pytest.fixture(scope="module")
def other_build(site, elsewhere, tmp_path_factory):
    """A site built by another person, in a year: its folder, who ran when."""
    start = tmp_path_factory.mktemp("start")
    (start / "sitecustomize.py").write_text(LATER)
    zone = "Etc/GMT+11" if os.environ.get("TZ") != "Etc/GMT+11" else "UTC"
    subprocess.run(
        ["bash", "-c", "umask 077 && exec scripts/build"],
        cwd=elsewhere,
        env=os.environ
        | {
            "HOME": str(start),
            "LC_ALL": "C",
            "PYTHONHASHSEED": "4321",
            "PYTHONPATH": str(start),
            "TZ": zone,
        },
        check=True,
    )
    return elsewhere / "site", (start / "said").read_text()


def all_files(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def first_difference(name, ours, theirs):
    """Say which file differs, where, and what stands there."""
    pairs = zip(ours, theirs, strict=False)
    shorter = min(len(ours), len(theirs))
    at = next((n for n, (a, b) in enumerate(pairs) if a != b), shorter)
    around = slice(max(0, at - 40), at + 60)
    return f"{name}, byte {at}: {ours[around]!r}, not {theirs[around]!r}"


def test_two_builds_of_a_commit_are_the_same(site, other_build):
    ours, theirs = all_files(site), all_files(other_build[0])
    assert list(ours) == list(theirs)
    assert len(ours) > 100
    for name, data in ours.items():
        assert data == theirs[name], first_difference(name, data, theirs[name])


def test_other_build_was_another_build_at_another_time(site, other_build):
    folder, said = other_build
    assert not folder.samefile(site)
    days = (datetime.now(UTC) + timedelta(seconds=YEAR - DAY)).date()
    build = [line for line in said.splitlines() if "scripts.whole" in line]
    assert build
    assert all(line > days.isoformat() for line in said.splitlines())


def test_first_difference_is_named():
    words = first_difference("a.html", b"the same", b"the sign")
    assert words.startswith("a.html, byte 5: ")


def test_dates_are_those_of_the_commit(site):
    commit = int(git("log", "-1", "--format=%ct"))
    day = datetime.fromtimestamp(commit, UTC).date().isoformat()
    assert f"<lastmod>{day}</lastmod>" in (site / "sitemap.xml").read_text()
