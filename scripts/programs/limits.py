"""How much a program may take: time, memory, and a page's patience."""

import os

from scripts.ground.errors import BuildError

try:
    import resource
except ImportError:  # Windows has no such limits
    resource = None

OUTPUT = 100_000  # bytes of output; Run in the page stops there, too
WRITTEN = 20_000_000  # bytes of any file, so that no flood fills the disk
MEMORY = 4_000_000_000  # bytes; macOS does not heed it


def seconds():
    """Give the time that a program may take; SIMPLENET_SECONDS changes it."""
    named = os.environ.get("SIMPLENET_SECONDS", "60")
    if not named.isdecimal() or int(named) == 0:
        raise BuildError(
            "SIMPLENET_SECONDS: expected a whole number of seconds that a "
            f"program may take, got {named!r}."
        )
    return int(named)


def limit_this_process():
    """Let memory and files end at the limits, with Python's own errors."""
    if resource:
        set_limit(resource.RLIMIT_FSIZE, WRITTEN)
        set_limit(resource.RLIMIT_DATA, MEMORY)


def set_limit(kind, wanted):
    _, most = resource.getrlimit(kind)
    if most != resource.RLIM_INFINITY:
        wanted = min(wanted, most)  # whoever set that knows why
    resource.setrlimit(kind, (wanted, most))
