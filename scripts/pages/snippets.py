"""Check that what a page asks for by --8<-- is there."""

import re
from pathlib import Path

from scripts.ground.errors import BuildError
from scripts.ground.places import GENERATED, ROOT
from scripts.pages.place import place

# Whatever pymdownx.snippets would take for one, with the part in quotes
SNIPPET = re.compile(r"""^[ \t]*-+8<-+(?:[ \t]+["'](.*)["'])?[ \t]*$""", re.M)
PARTS = re.compile(r"([^:]+)(?::([\w-]+))?")  # file:section

# How a contributor makes what is missing
MAKE = {
    "programs": "Write docs/programs/{stem}.py",
    "figures": "Draw it in scripts/chapters; catalogue.py there names it",
    "exercises": "Write docs/exercises/{stem}.py",
    "tables": "Make it in scripts/chapters/tables.py",
    "simplenet": "Mark it there with [start:{section}] and [end:{section}]",
}


def check_snippets(page, markdown):
    """Raise BuildError for all that a page asks for and that is not there."""
    problems = [
        f"{place(page, markdown, match.start())} {problem}"
        for match in SNIPPET.finditer(markdown)
        if (problem := problem_of(match[1] or ""))
    ]
    if problems:
        raise BuildError("\n".join(problems))


def problem_of(wanted):
    """Say what is wrong with the part in quotes, or nothing."""
    parts = PARTS.fullmatch(wanted)
    folder = wanted.split("/")[0]
    if not parts or folder not in MAKE or ".." in wanted:
        return (
            f"shows {wanted!r}. Expected a file in {', '.join(MAKE)}, as in "
            '--8<-- "programs/neuron.md"; correct the name.'
        )
    name, section = parts.groups()
    path = (ROOT if folder == "simplenet" else GENERATED) / name
    if not path.is_file():
        return missing(wanted, name, section, stems(path.parent))
    if section:
        there = sections(path.read_text("utf-8"))
        if section not in there:
            return missing(wanted, name, section, there)
    return ""


def stems(folder):
    return sorted(each.stem for each in folder.glob("*.*"))


def sections(text):
    """List the sections of a file that begin and end."""
    begun = re.findall(r"\[start:([\w-]+)\]", text)
    return [name for name in begun if f"[end:{name}]" in text]


def missing(wanted, name, section, there):
    """Say what a page asks for in vain, and what it might have meant."""
    make = MAKE[name.split("/")[0]].format(
        stem=Path(name).stem, section=section
    )
    return (
        f"shows {wanted!r}, which does not exist. {make}, or correct the "
        f"name; there are {', '.join(dict.fromkeys(there))}."
    )
