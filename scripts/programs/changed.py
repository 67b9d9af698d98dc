"""Run only what changed: programs whose runs the store does not have."""

import ast
import pickle

from scripts.ground.keys import code_of, meaning
from scripts.ground.places import PROGRAMS
from scripts.ground.sources import sources
from scripts.ground.store import key_of, made
from scripts.programs.definitions import PACKAGE, Definitions, imports_in
from scripts.programs.run import run, run_all

RUNNERS = "scripts.programs.run", "scripts.programs.child"
# What stands between a program and the definitions that it names
DOOR = "__init__.py", "checks.py", "door.py"


def run_changed(folder=PROGRAMS):
    """Give all runs in name order, {stem: Run}, and their keys."""
    paths = sources(folder, "*.py")
    keys = {path.stem: key_of_code(path, *RUNNERS) for path in paths}

    def stored(path):
        new = lambda: pickle.dumps(run(path))  # noqa: E731
        return pickle.loads(made("run", keys[path.stem], new))

    return run_all(folder, stored), keys


def key_of_code(path, *runners):
    """Identify code with the definitions of simplenet that it uses.

    runners: the modules that run it.
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
    door = [meaning((PACKAGE / name).read_text("utf-8")) for name in DOOR]
    return key_of(path.stem, source, code_of(*runners), *door, *used)
