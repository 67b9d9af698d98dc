"""Draw only the figures that changed, on all cores."""

import multiprocessing
import os
import pickle
from collections.abc import Mapping

from scripts.chapters.catalogue import FIGURES
from scripts.chapters.share import share
from scripts.chapters.study import ignore_ctrl_c
from scripts.ground.keys import code_of
from scripts.ground.store import keep_reading, kept_reading, key_of

PICTURES = FIGURES | {"share": share}


class Noted(Mapping):
    """The values of the programs; notes whose values are read."""

    def __init__(self, values):
        self.values_ = values
        self.read = set()

    def __getitem__(self, name):
        self.read.add(name)
        return self.values_[name]

    def __iter__(self):
        self.read.update(self.values_)
        return iter(self.values_)

    def __len__(self):
        return len(self.values_)


def draw_changed(values, keys):
    """Give the files of all figures, {name below docs/generated: bytes}.

    values: what each program computed. keys: that identify these values.
    """
    codes = {name: code_key(name) for name in PICTURES}
    found = {
        name: kept_reading("figure", codes[name], keys) for name in PICTURES
    }
    missing = [name for name in PICTURES if found[name] is None]
    for name, data, read in drawn(missing, values):
        found[name] = keep_reading("figure", codes[name], keys, read, data)
    files = {}
    for data in found.values():
        files |= pickle.loads(data)
    return files


def code_key(name):
    module = PICTURES[name].__module__
    return key_of(name, code_of("scripts.chapters.drawing", module))


def drawn(names, values):
    """Draw figures, many on all cores; yield (name, files, what it read)."""
    if len(names) <= 2:  # a pool of processes would take longer
        set_values(values)
        return map(draw, names)
    cores = os.cpu_count()
    with multiprocessing.Pool(cores, set_values, (values,)) as pool:
        return pool.map(draw, names, chunksize=1)


def set_values(values):
    global VALUES  # each process gets them once, not with each figure
    VALUES = values
    if multiprocessing.parent_process():
        ignore_ctrl_c()


def draw(name):
    noted = Noted(VALUES)
    made = PICTURES[name](noted)
    if isinstance(made, bytes):
        files = {f"images/{name}.png": made}
    else:
        files = {
            f"figures/{name}.svg": made.svg.encode("utf-8"),
            f"figures/{name}.txt": made.alt.encode("utf-8"),
        }
    return name, pickle.dumps(files), noted.read
