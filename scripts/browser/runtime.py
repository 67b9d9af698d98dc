"""Fetch the Python of the reader's browser.

Each file comes from the first source that has it with the pinned SHA-256,
and is kept in .cache/runtime, which Git ignores.
"""

import os
import sys
from hashlib import sha256

from scripts.browser.sources import PINS, all_sources
from scripts.ground.errors import BuildError
from scripts.ground.files import write_whole
from scripts.ground.places import CACHE

RUNTIME = CACHE / "runtime"
PACKAGES = PINS["packages"]
# What is loaded together: Python on the first Run, Matplotlib when needed.
GROUPS = {
    "python": PINS["core"]
    | {PACKAGES["numpy"]["file_name"]: PACKAGES["numpy"]["sha256"]},
    "matplotlib": {
        each["file_name"]: each["sha256"]
        for name, each in PACKAGES.items()
        if name != "numpy"
    },
}


class Missing(Exception):
    """A file that no source could give."""


def bring(require=None, sources=None, cache=RUNTIME):
    """Return {group: paths} of all files that the pages need to run Python.

    A group that no source could give is left out, with a line that says so;
    if it is required (--require-live), that is an error.
    """
    if require is None:
        require = bool(os.environ.get("SIMPLENET_REQUIRE_LIVE"))
    sources = all_sources() if sources is None else sources
    found = {}
    for group, files in GROUPS.items():
        try:
            found[group] = [
                fetch(name, expected, sources, cache)
                for name, expected in files.items()
            ]
        except Missing as reason:
            if require:
                raise BuildError(
                    f"{reason} --require-live asks for it."
                ) from None
            print(without(group, reason), file=sys.stderr, flush=True)
            break  # what draws needs what computes
    return found


def without(group, reason):
    """Say in one line what the pages go without."""
    if group == "python":
        return f"{reason} The pages are published without Run."
    return f"{reason} Programs that plot are published without Run."


def fetch(name, expected, sources, cache):
    """Return the checked file in the cache, asking one source after another.

    Raises Missing if none has it, BuildError if all that came was wrong.
    """
    kept = cache / name
    if kept.is_file() and digest(kept.read_bytes()) == expected:
        return kept
    reasons, refused = [], []
    for source in sources:
        data = source.ask(name)
        if data is None:
            reasons.append(f"{source.name}: {source.reason}")
        elif digest(data) != expected:
            refused.append(refusal(name, source, data, expected))
            print(refused[-1], file=sys.stderr, flush=True)
        else:
            write_whole(kept, data)
            return kept
    if refused:
        raise BuildError(
            f"{' '.join(refused)} No other source has it. Delete the wrong "
            "file, or correct its hash in scripts/browser/runtime.toml."
        )
    raise Missing(
        f"Python for the browser: {name} could not be fetched "
        f"({'; '.join(reasons)})."
    )


def refusal(name, source, data, expected):
    return (
        f"Refused {name} from {source.name}: expected the SHA-256 "
        f"{expected}, got {digest(data)}."
    )


def digest(data):
    return sha256(data).hexdigest()
