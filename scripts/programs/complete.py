"""Make complete programs: definitions in place of imports of simplenet."""

import ast
import sys
from itertools import pairwise

from scripts.programs.definitions import Definitions, imports_in, kind_of


def complete_program(stem, source):
    """Return the program's text with every definition that it needs."""
    tree = ast.parse(source)
    definitions = Definitions()
    definitions.add_imports(stem, imports_in(tree))
    return join(
        [
            *blocks_of(definitions),
            own_block(tree, source),
        ]
    )


def blocks_of(definitions):
    """Give the imports that definitions need, and the definitions."""
    return [
        *import_blocks(definitions.outside),
        *(definitions.block(*each) for each in definitions.collected),
    ]


def own_block(tree, source):
    """Give a program's own lines, those below its imports."""
    imports = (ast.Import, ast.ImportFrom)
    ends = [n.end_lineno for n in tree.body if isinstance(n, imports)]
    first = next(n for n in tree.body if not isinstance(n, imports))
    text = "\n".join(source.split("\n")[max(ends, default=0) :])
    kind = "definition" if kind_of(first) == "definition" else "statement"
    return kind, text.strip("\n")


def import_blocks(outside):
    """Write imports in two groups, the standard library's first."""
    groups = [[], []]
    for name, (module, original) in outside:
        top = (module or original).split(".")[0]
        start = f"from {module} import" if module else "import"
        renamed = "" if name == original else f" as {name}"
        groups[top not in sys.stdlib_module_names].append(
            f"{start} {original}{renamed}"
        )
    return [
        ("imports", "\n".join(sorted(group, key=import_order)))
        for group in groups
        if group
    ]


def import_order(line):
    return line.startswith("from"), line.split()[1]


def join(blocks):
    """Join (kind, text) blocks with the blank lines of Python's style."""
    text = blocks[0][1]
    for (before, _), (kind, block) in pairwise(blocks):
        if "definition" in (before, kind):
            text += "\n\n\n"
        else:
            text += "\n" if before == kind == "data" else "\n\n"
        text += block
    return text + "\n"
