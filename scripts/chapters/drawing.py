"""Draw only the figures that changed, on all cores."""

import pickle
from collections.abc import Mapping
from functools import partial

from scripts.chapters.catalogue import PICTURES, painter
from scripts.ground.errors import BuildError
from scripts.ground.store import keep_reading, kept_reading, key_of
from scripts.ground.workers import workers
from scripts.programs.inputs import computing_code, data_files


class Noted(Mapping):
    """The values of the programs; notes whose values are read."""

    def __init__(self, values):
        self.values_ = values
        self.read = set()

    def __getitem__(self, name):
        self.read.add(name)
        if name not in self.values_:
            raise BuildError(
                f"A figure asks for the program docs/programs/{name}.py, "
                "which is not there. Correct the name in scripts/chapters/, "
                f"or bring the program; there are {', '.join(self.values_)}."
            )
        return self.values_[name]

    def __iter__(self):
        self.read.update(self.values_)
        return iter(self.values_)

    def __len__(self):
        return len(self.values_)


def draw_changed(values):
    """Give the files of all figures, {name below docs/generated: bytes}.

    values: what each program computed. Where that is what it was, though the
    program or simplenet is not, so is the figure.
    """
    keys = {name: key_of(pickle.dumps(each)) for name, each in values.items()}
    code = {
        module: computing_code("scripts.chapters.drawing", module)
        for module in set(PICTURES.values())
    }
    codes = {
        name: key_of(name, code[module], *data_files())
        for name, module in PICTURES.items()
    }
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


def drawn(names, values):
    """Draw figures, many on all cores; list (name, files, what it read)."""
    if len(names) <= 2:  # to start processes would take longer
        return [draw(values, name) for name in names]
    for name in names:
        painter(name)  # imports what all processes share
    with workers() as pool:
        return list(pool.map(partial(draw, values), names))


def draw(values, name):
    """Draw one figure, and note whose values it reads."""
    noted = Noted(values)
    made = painter(name)(noted)
    if isinstance(made, bytes):
        files = {f"images/{name}.png": made}
    else:
        files = {
            f"figures/{name}.svg": made.svg.encode("utf-8"),
            f"figures/{name}.txt": made.alt.encode("utf-8"),
        }
    return name, pickle.dumps(files), noted.read
