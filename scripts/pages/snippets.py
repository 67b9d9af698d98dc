"""Check that what a page asks for by --8<-- is there."""

import re
from pathlib import Path

from scripts.ground.errors import BuildError
from scripts.ground.places import GENERATED, ROOT

SNIPPET = re.compile(r'^--8<-- "([^":]+)(?::(\w+))?"$', re.MULTILINE)

# How a contributor makes what is missing
MAKE = {
    "programs": "Write docs/programs/{stem}.py",
    "figures": "Draw it in scripts/figures",
    "tables": "Make it in scripts/chapters/tables.py",
    "simplenet": "Mark it there with [start:{section}] and [end:{section}]",
}


def check_snippets(page, markdown):
    """Raise BuildError if a page shows a file or section that is not there."""
    for name, section in SNIPPET.findall(markdown):
        folder = name.split("/")[0]
        path = (ROOT if folder == "simplenet" else GENERATED) / name
        if not path.exists():
            there = sorted(each.stem for each in path.parent.glob("*.*"))
        elif section:
            there = re.findall(r"\[start:(\w+)\]", path.read_text("utf-8"))
        else:
            continue
        if section not in there:
            raise BuildError(missing(page, name, section, there))


def missing(page, name, section, there):
    """Say what a page asks for in vain, and what it might have meant."""
    wanted = f"{name}:{section}" if section else name
    folder, _, _ = name.partition("/")
    if folder not in MAKE:
        return (
            f"docs/{page} shows {wanted!r}, but there is no folder "
            f"{folder!r}. Correct it; there are {', '.join(MAKE)}."
        )
    make = MAKE[folder].format(stem=Path(name).stem, section=section)
    return (
        f"docs/{page} shows {wanted!r}, which does not exist. {make}, or "
        f"correct the name; there are {', '.join(dict.fromkeys(there))}."
    )
