"""A program that hangs, floods, vanishes or spoils is named, with the limit.

Each case is a small program that run() meets as it would in docs/programs.
"""

import os
import subprocess
import sys
import time

import pytest

from scripts.ground.errors import BrokenPromise, BuildError
from scripts.programs import limits
from scripts.programs.run import run, run_all
from tests.repository import ROOT, wait_until

pytestmark = pytest.mark.slow  # waits for seconds

# What a program does, and words of the message
REFUSED = {
    "never ends": (
        "print('began')\nwhile True:\n    pass\n",
        ["still ran after 1 seconds", "at line", "'began'", "SIMPLENET_SEC"],
    ),
    "never ends and holds Python's lock": (
        "print('began')\nn = 9**9**8\n",
        ["still ran after 1 seconds", "was at line 2", "'began'"],
    ),
    "waits for a child that holds its output": (
        "import subprocess\nsubprocess.run(['sleep', '60'])\n",
        ["still ran after 1 seconds", "was at line 2", "printed nothing"],
    ),
    "asks the terminal": ("input()\n", ["EOFError", "line 1"]),
    "prints for ever": (
        "n = 0\nwhile True:\n    n += 1\n    print(n, 'x' * 9999)\n",
        ["bytes to stdout", "xxx'", "at most 100,000"],
    ),
    "prints too much and ends": (
        "for n in range(30_000):\n    print(n)\n",
        ["bytes to stdout", "'29999'", "at most 100,000"],
    ),
    "floods stderr": (
        "import os\nfor _ in range(20):\n    os.write(2, b'e' * 9999)\n",
        ["199,980 bytes to stderr", "eee'"],
    ),
    "takes all memory": (
        "print('began')\nx = ' ' * 10**10\n",
        ["MemoryError", "line 2", "4 GB"],
    ),
    "prints to stderr": (
        "import sys\nprint('a')\nprint('b', file=sys.stderr)\n",
        ["line 3 prints to stderr", "Print to stdout"],
    ),
    "prints to stderr and raises": (
        "import sys\nprint('b', file=sys.stderr)\nraise OSError('why')\n",
        ["Traceback", "line 3", "OSError: why"],
    ),
    "keeps what cannot be kept": (
        "rows = (n for n in [1])\nprint(1)\n",
        ["what rows holds", "generator", "underscore"],
    ),
    "leaves": ("import sys\nprint(1)\nsys.exit()\n", ["line 3", "sys.exit()"]),
    "vanishes": (
        "import os\nprint('last')\nos._exit(0)\n",
        ["gone before its end (exit status 0)", "'last'", "os._exit()"],
    ),
    "is killed": (
        "import os\nprint('last')\nos.kill(os.getpid(), 9)\n",
        ["gone before its end (signal 9)", "'last'"],
    ),
    "ends the process that started it": (
        "import os\nprint(1)\nos.kill(os.getppid(), 9)\n"
        "while True:\n    pass\n",
        ["the process that was to run it is gone", "Build again"],
    ),
    "prints bytes": (
        "import sys\nprint(1)\nsys.stdout.buffer.write(b'\\xff')\n",
        ["line 2 of the output is not UTF-8", r"b'\xff'"],
    ),
    "has a slip of syntax": ("print(1\n", ["SyntaxError", "line 1"]),
    "breaks two promises": (
        "print(1)  # 2\nprint(3)  # 4\n",
        ["line 1: the comment promises '2'", "line 2: the comment promises"],
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_program_is_refused_with_its_name_and_the_reason(
    name, tmp_path, monkeypatch
):
    source, words = REFUSED[name]
    if "still ran" in words[0]:
        monkeypatch.setenv("SIMPLENET_SECONDS", "1")
    path = tmp_path / "lesson.py"
    path.write_text(source)
    start = time.monotonic()
    with pytest.raises(BuildError) as caught:
        run(path)
    assert time.monotonic() - start < 30
    message = str(caught.value)
    assert message.startswith(str(path))
    for each in words:
        assert each in message
    assert "child.py" not in message
    assert "runpy" not in message
    assert len(message) < 2000


def test_all_that_is_wrong_is_said_at_once_and_editors_files_are_passed_over(
    tmp_path,
):
    (tmp_path / "one.py").write_text("print(1)  # 2\n")
    (tmp_path / "two.py").write_text("raise OSError\n")
    (tmp_path / ".#one.py").symlink_to("me@here.1234")
    with pytest.raises(BuildError) as caught:
        run_all(tmp_path)
    assert "one.py, line 1" in str(caught.value)
    assert "two.py: the program stopped" in str(caught.value)


def test_broken_promises_bring_the_runs_with_them(tmp_path):
    (tmp_path / "one.py").write_text("x = 1\nprint(x)  # 2\n")
    (tmp_path / "two.py").write_text("y = 3\nprint(y)  # 3\n")
    with pytest.raises(BrokenPromise, match=r"one\.py, line 2") as caught:
        run_all(tmp_path)
    runs = caught.value.done
    assert {name: run.values for name, run in runs.items()} == {
        "one": {"x": 1},
        "two": {"y": 3},
    }
    with pytest.raises(BuildError, match=r"one\.py.*'z'.*there are x\."):
        runs["one"].values["z"]


def test_limits_leave_room_for_every_program():
    assert limits.seconds() == 60
    outputs = (ROOT / "docs/generated/outputs").glob("*.txt")
    assert max(path.stat().st_size for path in outputs) < limits.OUTPUT / 5


@pytest.mark.parametrize("named", ["", "0", "-1", "soon", "1.5"])
def test_time_that_is_no_time_is_refused(named, monkeypatch):
    monkeypatch.setenv("SIMPLENET_SECONDS", named)
    with pytest.raises(BuildError, match="SIMPLENET_SECONDS: expected"):
        limits.seconds()


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_program_ends_when_what_runs_it_is_killed(tmp_path):
    marker = tmp_path / "pid"
    (tmp_path / "lesson.py").write_text(
        "import os, time\n"
        f"open({str(marker)!r}, 'w').write(str(os.getpid()))\n"
        "time.sleep(60)\n"
    )
    code = (
        "from pathlib import Path\n"
        "from scripts.programs.run import run\n"
        f"run(Path({str(tmp_path / 'lesson.py')!r}))"
    )
    runner = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT)
    wait_until(lambda: marker.exists() and marker.read_text())
    runner.kill()
    runner.wait()
    wait_until(lambda: not is_alive(int(marker.read_text())))


def is_alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
