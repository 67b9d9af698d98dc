"""Run only what changed: programs whose runs the store does not have."""

import ast
import pickle

from scripts.ground.keys import code_of, imported, meaning
from scripts.ground.places import PROGRAMS, ROOT
from scripts.ground.sources import sources
from scripts.ground.store import key_of, made
from scripts.programs.definitions import Definitions, imports_in
from scripts.programs.run import run, run_all

RUNNERS = "scripts.programs.run", "scripts.programs.nursery"
DOOR = "simplenet/door.py"  # between a program and what it names


def run_changed(folder=PROGRAMS):
    """Give all runs in name order, {stem: Run}, and their keys."""
    paths = sources(folder, "*.py")
    runners, data = code_of(*RUNNERS), data_files()
    keys = {path.stem: key_of_code(path, runners, *data) for path in paths}

    def stored(path):
        new = lambda: pickle.dumps(run(path))  # noqa: E731
        return pickle.loads(made("run", keys[path.stem], new))

    return run_all(folder, stored), keys


def key_of_code(path, *others):
    """Identify code with the definitions of simplenet that it uses.

    others: what else its results depend on.
    """
    source = path.read_text("utf-8")
    definitions = Definitions()
    definitions.add_imports(path.stem, imports_in(ast.parse(source)))
    used = [
        part
        for module, name in definitions.collected
        for part in (module, name, definitions.block(module, name)[1])
    ]
    used[2::3] = map(meaning, used[2::3])
    door = [
        meaning((ROOT / name).read_text("utf-8"))
        for name in sorted({DOOR, *imported(DOOR)})
    ]
    return key_of(path.stem, source, *others, *door, *used)


def data_files(folder=PROGRAMS):
    """Read what lies beside the programs: any of them may read it, too."""
    paths = [each for each in sources(folder, "*") if each.suffix != ".py"]
    files = [each for each in paths if each.is_file()]
    return [part for each in files for part in (each.name, each.read_bytes())]
