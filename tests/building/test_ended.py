"""Whoever ends one process of a build or a server leaves none at work."""

import os
import signal
import subprocess

import pytest

from tests.repository import ROOT, copy_repository, wait_until

pytestmark = pytest.mark.slow  # builds sites of its own

HANGS = """\
import os, time

with open({marker!r} + ".new", "w") as file:
    file.write(f"{{os.getpid()}} {{os.getppid()}}")
os.rename({marker!r} + ".new", {marker!r})
time.sleep(600)
"""


@pytest.fixture(scope="module")
def clone(site, tmp_path_factory):
    """A copy of the repository in which a program hangs."""
    folder = copy_repository(tmp_path_factory.mktemp("hangs"), store=ROOT)
    for path in folder.glob("docs/programs/*.py"):
        path.unlink()  # they only take time
    program = HANGS.format(marker=str(folder / "marker"))
    (folder / "docs/programs/hangs.py").write_text(program)
    return folder


VERBS = {
    "build": ["scripts/build"],
    "serve": ["scripts/serve", "--dev-addr", "127.0.0.1:0"],
}


@pytest.mark.parametrize(
    ("verb", "who", "how"),
    [
        ("build", "verb", signal.SIGKILL),
        ("build", "verb", signal.SIGTERM),
        ("serve", "verb", signal.SIGINT),
        ("serve", "step", signal.SIGTERM),
        ("build", "program", signal.SIGTERM),
    ],
)
def test_all_end_when_one_is_ended(clone, verb, who, how):
    (clone / "marker").unlink(missing_ok=True)
    running = subprocess.Popen(
        VERBS[verb],
        cwd=clone,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    wait_until((clone / "marker").exists, seconds=60)
    program, step = map(int, (clone / "marker").read_text().split())
    pids = {"program": program, "step": step, "verb": running.pid}
    os.kill(pids[who], how)
    # In less than the minute after which a program ends anyway
    wait_until(lambda: not any(map(works, [program, step])))
    said, _ = running.communicate(timeout=20)
    assert running.returncode != 0 or verb == "serve", said
    assert "Traceback" not in said
    assert not list(clone.glob("site.new-*")) or how == signal.SIGKILL


def works(pid):
    """Tell whether a process is there, and not only its exit status."""
    try:
        state = subprocess.check_output(["ps", "-o", "stat=", "-p", str(pid)])
    except subprocess.CalledProcessError:
        return False
    return not state.strip().startswith(b"Z")
