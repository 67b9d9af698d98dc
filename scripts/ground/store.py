"""Make each thing once: a store of plain files, under keys of their content.

A key is a hash of all that a thing is made from, taken before the work; see
keys.py. So what lies under a key is right for ever: nothing is marked as
current, and a build that undoes an edit finds what was made before it. An
entry is written whole and carries a hash of itself, which is checked when it
is read; one that was damaged counts as missing, and is made anew.
"""

import hashlib
import json
import os
from contextlib import suppress

from scripts.ground.files import write_whole
from scripts.ground.places import CACHE

STORE = CACHE / "made"
LIMIT = 300_000_000  # bytes; what was used longest ago goes first


def key_of(*parts):
    """Hash texts and bytes, each told apart from its neighbours."""
    found = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode("utf-8")
        found.update(b"%d:" % len(data) + data)
    return found.hexdigest()


def kept(kind, key):
    """Give what was kept under a key, or None."""
    path = STORE / kind / key
    try:
        found = path.read_bytes()
        os.utime(path)  # so that clear() knows that it is in use
    except OSError:
        return None
    check, data = found[:64], found[64:]
    right = check == hashlib.sha256(data).hexdigest().encode()
    return data if right else None


def keep(kind, key, data):
    """Keep bytes under a key; give them back."""
    check = hashlib.sha256(data).hexdigest().encode()
    write_whole(STORE / kind / key, check + data)
    return data


def made(kind, key, make):
    """Give what make() gives; make it only if it is not kept."""
    data = kept(kind, key)
    return keep(kind, key, make()) if data is None else data


def folder_of(kind):
    """Give the folder of what a library keeps here, with keys of its own."""
    (STORE / kind).mkdir(parents=True, exist_ok=True)
    return str(STORE / kind)


# What a figure or a check reads is only known when it is made. The names of
# what it read are kept, too. If they, and it, and what they stand for are as
# they were, it would read the same again: what was kept is right.


def kept_reading(kind, key, sources):
    """Give what was kept of a thing that read some of the sources, or None.

    key: of all else that the thing is made from. sources: {name: key}.
    """
    names = json.loads(kept(f"{kind}-reads", key) or "null")
    if names is None or not sources.keys() >= set(names):
        return None
    return kept(kind, key_with(key, sources, names))


def keep_reading(kind, key, sources, names, data):
    """Keep what was made, and the names of the sources that it read."""
    names = sorted(names)
    keep(kind, key_with(key, sources, names), data)
    keep(f"{kind}-reads", key, json.dumps(names).encode())
    return data


def key_with(key, sources, names):
    pairs = [part for name in names for part in (name, sources[name])]
    return key_of(key, *pairs)


def clear(limit=LIMIT):
    """Delete what was used longest ago, until the rest is small enough."""
    found = []
    for path in STORE.glob("*/*"):
        with suppress(OSError):  # another build may have deleted it
            stat = path.stat()
            found.append((stat.st_mtime, stat.st_size, path))
    total = sum(size for _, size, _ in found)
    for _, size, path in sorted(found):
        if total <= limit:
            return
        path.unlink(missing_ok=True)
        total -= size
