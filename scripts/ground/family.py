"""Processes that end when the one that started them is gone.

A build that is killed cannot end its children; so they look for themselves.
"""

import multiprocessing
import os
import signal
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from scripts.ground.errors import BuildError

PARENT = "SIMPLENET_PARENT"  # tells a child whose death to look for
SECONDS = 0.1  # between two looks


def child_environment():
    """Give what a child needs in its environment for end_with_parent."""
    return os.environ | {PARENT: str(os.getpid())}


def end_with_parent():
    """End this process, whatever it does, soon after its parent has ended."""
    parent = os.environ.pop(PARENT, None)  # not for the children of this one
    if parent:  # else it was started by hand
        when(lambda: wait_for_end_of(int(parent)))


def wait_for_end_of(parent):
    # An orphan is handed to another parent.
    while os.getppid() == parent:
        time.sleep(SECONDS)


def when(ended):
    """End this process at once when a function returns."""

    def watch():
        ended()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


@contextmanager
def workers():
    """Give a process for each core, until the first error.

    (If one is killed, multiprocessing.Pool waits for its result for ever.)
    """
    pool = ProcessPoolExecutor(initializer=be_a_worker)
    try:
        yield pool
    except BrokenProcessPool:
        raise BuildError(
            "A process that trained networks or drew figures was killed, "
            "perhaps for want of memory. Build again."
        ) from None
    finally:
        pool.shutdown(cancel_futures=True)


def be_a_worker():
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent
    when(multiprocessing.parent_process().join)
