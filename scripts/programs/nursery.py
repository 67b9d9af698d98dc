"""Start programs in a process that has imported what they need already.

Called by process.py: python -m scripts.programs.nursery. For each line of
standard input, [program, folder, seconds] as JSON, it runs child.py in a copy
of this process, and writes two lines: the copy's number, and its exit status.
NumPy and Matplotlib take longer to import than most programs to run; all else
each program begins anew.
"""

import importlib
import io
import json
import os
import signal
import sys
import traceback
from pathlib import Path

from scripts.ground.family import PARENT, end_with_parent
from scripts.programs import child

# On macOS, a copy of a process that has used Accelerate may crash.
SLOW = ("numpy", "matplotlib.pyplot") if sys.platform == "linux" else ()


def main():
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # ends it without a word
    for line in sys.stdin:
        program, folder, seconds = json.loads(line)
        import_slow(Path(program).read_text("utf-8"))
        pid = os.fork()
        if pid == 0:
            grow_up(program, Path(folder), seconds)
        print(pid, flush=True)
        _, status = os.waitpid(pid, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def import_slow(source):
    """Import what a program will import, before it is copied."""
    for name in SLOW:
        if name.partition(".")[0] in source:
            importlib.import_module(name)


def grow_up(program, folder, seconds):
    """Be a process of its own, which writes to files, and end as one."""
    redirect(0, os.devnull, os.O_RDONLY)
    redirect(1, folder / "out", os.O_WRONLY | os.O_CREAT)
    redirect(2, folder / "err", os.O_WRONLY | os.O_CREAT)
    sys.stdin, sys.stdout, sys.stderr = opened(0), opened(1), opened(2)
    os.environ[PARENT] = str(os.getppid())
    status = 1
    try:
        child.main(program, folder, seconds)
        status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(status)


def redirect(number, path, flags):
    file = os.open(path, flags, 0o600)
    os.dup2(file, number)
    os.close(file)


def opened(number):
    """Open a file for text that is written at once, as by python -u."""
    raw = io.FileIO(number, "rb" if number == 0 else "wb", closefd=False)
    if number == 0:
        return io.TextIOWrapper(io.BufferedReader(raw), "utf-8")
    return io.TextIOWrapper(raw, "utf-8", write_through=True)


if __name__ == "__main__":
    main()
