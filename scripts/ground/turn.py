"""Let one build of this clone work at a time; another waits for its turn.

A lock that ends with the process that holds it, however that ends.
"""

import os
import sys
from contextlib import contextmanager, suppress

from scripts.ground.places import ROOT

try:
    import fcntl
except ImportError:  # Windows has no such locks
    fcntl = None

_held = []  # the open folder, and so the lock, of this process


def take_turn(folder=ROOT):
    """Wait until no other build works in the folder; say so if one does."""
    if _held or fcntl is None:
        return
    # The folder itself is locked: no file to leave behind, or to delete.
    lock = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        print("Another build works here; waiting for it to end …", flush=True)
        fcntl.flock(lock, fcntl.LOCK_EX)
    except OSError as error:  # some network file systems
        print(
            f"{folder} cannot be locked ({error.strerror}): see to it that "
            "no other build runs.",
            file=sys.stderr,
            flush=True,
        )
    _held.append(lock)


def end_turn():
    """Let the next build work."""
    while _held:
        os.close(_held.pop())


@contextmanager
def alone_in(folder):
    """Let one process at a time change a folder that several clones share."""
    if fcntl is None:
        yield
        return
    lock = os.open(folder, os.O_RDONLY)
    with suppress(OSError):  # some network file systems
        fcntl.flock(lock, fcntl.LOCK_EX)
    try:
        yield
    finally:
        os.close(lock)


def held():
    """List the lock for a child process, which may outlive this one."""
    return tuple(_held)
