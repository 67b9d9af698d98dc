"""Say what programs and figures are made from, for their keys in the store.

Of simplenet that is the definitions that they use, as the complete form of a
program knows them, and not all of it.
"""

import ast

from scripts.ground.keys import (
    closure,
    environment,
    files_of,
    imported,
    meaning,
    names_imported,
)
from scripts.ground.places import PROGRAMS, ROOT
from scripts.ground.sources import sources
from scripts.ground.store import key_of
from scripts.programs.definitions import Definitions, imports_in

DOOR = "simplenet/door.py"  # between a program and what it names


def key_of_program(path, *others):
    """Identify a program with the definitions that it uses.

    others: what else its results depend on.
    """
    source = path.read_text("utf-8")
    definitions = Definitions()
    definitions.add_imports(path.stem, imports_in(ast.parse(source)))
    return key_of(path.stem, source, *others, *parts_of(definitions))


def computing_code(*modules):
    """Identify modules of the build with the definitions that they use.

    code_of() does so with all of simplenet, of which most use a little.
    """
    parts, definitions = [environment()], Definitions()
    for name in sorted(closure(f for m in modules for f in files_of(m))):
        if not name.startswith("simplenet/"):
            parts += [name, (ROOT / name).read_bytes()]
            for found in asked_of_simplenet(name, definitions):
                definitions.add(name, *found)
    return key_of(*parts, *parts_of(definitions))


def asked_of_simplenet(file, definitions):
    """List what a file imports, (module, name); of whole modules, all.

    `import simplenet` asks for everything.
    """
    asked = set(names_imported(file))
    return [
        (module, name)
        for module, known in definitions.modules.items()
        for name in known.nodes | known.imports
        if asked & {"simplenet", module, f"{module}.{name}"}
        and f"{module}.{name}" not in definitions.modules
    ]


def parts_of(definitions):
    """Give the definitions that were collected, and the door before them."""
    parts = [
        meaning((ROOT / name).read_text("utf-8"))
        for name in sorted({DOOR, *imported(DOOR)})
    ]
    for module, name in definitions.collected:
        text = definitions.block(module, name)[1]
        parts += [module, name, meaning(text)]
    return parts


def data_files(folder=PROGRAMS):
    """Read what lies beside the programs: any of them may read it, too."""
    paths = [each for each in sources(folder, "*") if each.suffix != ".py"]
    files = [each for each in paths if each.is_file()]
    return [part for each in files for part in (each.name, each.read_bytes())]
