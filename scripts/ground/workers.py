"""A process for each core, which ends with this one.

Apart from family.py, since each program would import all this in vain.
"""

import multiprocessing
import signal
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from scripts.ground.errors import BuildError
from scripts.ground.family import when


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
