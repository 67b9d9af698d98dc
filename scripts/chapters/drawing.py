"""Draw only the figures that changed, on all cores."""

import pickle
from functools import partial

from scripts.chapters.catalogue import PICTURES, painter
from scripts.ground.errors import BuildError
from scripts.ground.keys import code_of
from scripts.ground.store import keep_reading, kept_reading, key_of
from scripts.ground.workers import workers
from scripts.programs.inputs import computing_code, data_files


class Runs:
    """The values of all programs; notes which of them a figure reads."""

    def __init__(self, values):
        self.values = values
        self.read = set()  # program.variable

    def __getitem__(self, stem):
        if stem not in self.values:
            raise BuildError(
                f"A figure asks for the program docs/programs/{stem}.py, "
                "which is not there. Correct the name in scripts/chapters/, "
                f"or bring the program; there are {', '.join(self.values)}."
            )
        return Variables(stem, self.values[stem], self.read)


class Variables:
    """The values of one program, noted one by one."""

    def __init__(self, stem, values, read):
        self.stem = stem
        self.values = values
        self.read = read

    def __getitem__(self, name):
        value = self.values[name]
        self.read.add(f"{self.stem}.{name}")
        return value


def keys_of(values):
    """Identify each value of each program: {program.variable: key}."""
    code = code_of("simplenet")
    keys = {}
    for stem, variables in values.items():
        for name, value in variables.items():
            data = pickle.dumps(value)
            # A network computes with the code that is there when it is asked.
            network = [code] * (b"simplenet" in data)
            keys[f"{stem}.{name}"] = key_of(data, *network)
    return keys


def draw_changed(values):
    """Give the files of all figures, {name below docs/generated: bytes}.

    values: what each program computed. A figure is drawn again if what it
    reads of that changed, not if only the program did.
    """
    keys = keys_of(values)
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
    """Draw one figure, and note which values it reads."""
    runs = Runs(values)
    made = painter(name)(runs)
    if isinstance(made, bytes):
        files = {f"images/{name}.png": made}
    else:
        files = {
            f"figures/{name}.svg": made.svg.encode("utf-8"),
            f"figures/{name}.txt": made.alt.encode("utf-8"),
        }
    return name, pickle.dumps(files), runs.read
