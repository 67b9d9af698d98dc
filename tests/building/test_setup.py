"""The verbs refuse what they cannot do before they do anything.

And they set .venv up again by themselves when the clone was moved.
"""

import os
import shutil
import subprocess

import pytest

from tests.repository import ROOT

# Says what it is asked to do instead of doing it
FAKE = """\
#!/bin/sh
case $1 in
--version) echo Python {version} ;;
-c) exit {old} ;;
*) echo "asked: $*" | tee -a "$0.log" ;;
esac
"""


@pytest.fixture
def clone(tmp_path):
    """A clone that was set up, in a folder that may be renamed."""
    folder = tmp_path / "clone"
    for name in ["build", "setup.sh", "lock", "requirements-build.txt"]:
        name = f"scripts/{name}"
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    lock = folder / "scripts/requirements.txt"
    lock.write_text("")
    (folder / ".venv/bin").mkdir(parents=True)
    shutil.copy(lock, folder / ".venv/requirements.txt")
    made = f"command = /usr/bin/python3 -m venv {folder / '.venv'}\n"
    (folder / ".venv/pyvenv.cfg").write_text(made)
    for place in ["new-python", "clone/.venv/bin/python"]:
        fake_python(tmp_path / place, "3.14.0")
    return folder


def fake_python(path, version, old=0):
    path.write_text(FAKE.format(version=version, old=old))
    path.chmod(0o755)


def build(folder, *arguments, **environment):
    return subprocess.run(
        [folder / "scripts/build", *arguments],
        env=os.environ | environment,
        capture_output=True,
        text=True,
    )


def test_clone_that_is_set_up_starts_at_once(clone):
    assert build(clone).stdout == "asked: -m scripts.whole\n"


def test_moved_clone_is_set_up_again(clone):
    moved = clone.rename(clone.with_name("new clone"))
    done = build(moved, PYTHON=str(moved.parent / "new-python"))
    assert done.returncode == 0, done.stderr
    assert "asked: -m venv --clear .venv" in done.stdout
    log = (moved / ".venv/bin/python.log").read_text()
    assert "requirement scripts/requirements-build.txt" in log
    assert done.stdout.endswith("asked: -m scripts.whole\n")


def test_what_is_installed_for_tests_is_enough_to_build(clone):
    (clone / "scripts/requirements-build.txt").write_text("changed\n")
    assert build(clone).stdout == "asked: -m scripts.whole\n"


def test_python_that_is_not_there_is_named(clone):
    done = build(clone, PYTHON="python9")
    assert done.returncode == 1
    assert done.stdout == ""
    assert "PYTHON: expected" in done.stderr
    assert "'python9'" in done.stderr
    assert "command not found" not in done.stderr


def test_python_that_is_too_old_is_named(clone, tmp_path):
    (clone / ".venv/requirements.txt").unlink()
    fake_python(tmp_path / "old-python", "3.9.2", old=1)
    done = build(clone, PYTHON=str(tmp_path / "old-python"))
    assert done.returncode == 1
    assert "found Python 3.9.2" in done.stderr


def test_wrong_argument_is_refused_before_anything_is_installed(clone):
    (clone / ".venv/requirements.txt").unlink()
    done = build(clone, "--foo")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "no argument but --require-live, got: --foo" in done.stderr


def test_lock_without_uv_says_how_to_get_it(clone):
    lock = subprocess.run(
        [clone / "scripts/lock"],
        env={"PATH": "/usr/bin:/bin"},  # where no pip puts anything
        capture_output=True,
        text=True,
    )
    assert lock.returncode == 1
    assert "pip install uv" in lock.stderr
