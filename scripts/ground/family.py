"""Processes that end when the one that started them is gone.

A build that is killed cannot end its children; so they look for themselves.
"""

import os
import sys
import threading
import time

from scripts.ground.errors import BuildError

PARENT = "SIMPLENET_PARENT"  # tells a child whose death to look for
SECONDS = 0.1  # between two looks


def child_environment():
    """Give what a child needs in its environment for end_with_parent."""
    return os.environ | {PARENT: str(os.getpid())}


def as_child(main):
    """Run what is a process of its own; say a mistake as its last words."""
    end_with_parent()
    try:
        main(*sys.argv[1:])
    except BuildError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit("Stopped.")


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
