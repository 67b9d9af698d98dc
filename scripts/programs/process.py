"""Hand each program to a process that copies itself for it: nursery.py."""

import atexit
import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress

from scripts.ground.errors import BuildError
from scripts.ground.family import child_environment
from scripts.ground.places import ROOT

GRACE = 10  # seconds that Python gets to say where a program hangs
nurseries = set()  # to be ended when all programs ran
idle = []  # those of them that run no program


def interpret(path, folder, limit):
    """Run a program in a process of its own; return its exit status.

    Its output goes to files: no flood, and no child that it leaves behind,
    can make this process wait. None: it had to be killed.
    """
    try:
        nursery = idle.pop()
    except IndexError:
        nursery = Nursery()
    status = nursery.run(path, folder, limit)
    idle.append(nursery)
    return status


class Nursery:
    """A process that runs programs, one after the other: nursery.py."""

    def __init__(self):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "scripts.programs.nursery"],
            cwd=ROOT,
            env=environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        nurseries.add(self)

    def run(self, path, folder, limit):
        asked = json.dumps([str(path), str(folder), limit])
        with suppress(BrokenPipeError):  # then there is no answer
            print(asked, file=self.process.stdin, flush=True)
        pid = self.answer(path)
        killed = threading.Event()

        def kill():
            killed.set()
            with suppress(ProcessLookupError):  # it has ended just now
                os.kill(pid, signal.SIGKILL)

        late = threading.Timer(limit + GRACE, kill)
        late.start()
        try:
            status = self.answer(path)
        finally:
            late.cancel()
        return None if killed.is_set() else status

    def answer(self, path):
        if line := self.process.stdout.readline():
            return int(line)
        raise BuildError(
            f"{shown(path)}: the process that was to run it is gone, perhaps "
            "killed for want of memory. Build again."
        )

    def close(self):
        """Let it end, with the program that it runs."""
        self.process.kill()
        self.process.communicate()
        nurseries.discard(self)


@atexit.register  # for who runs a single program
def close_nurseries():
    idle.clear()
    for each in list(nurseries):
        each.close()


def environment():
    """Give programs the same surroundings on every machine."""
    return child_environment() | {
        "PYTHONPATH": str(ROOT),
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "PYTHONWARNINGS": "error",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def shown(path):
    """Name a file the way a contributor knows it."""
    return path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
