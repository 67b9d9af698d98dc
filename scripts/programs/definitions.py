"""Know the definitions of simplenet: their text, and what each one needs."""

import ast
import textwrap
from dataclasses import dataclass
from functools import cache

from scripts.ground.errors import BuildError
from scripts.ground.places import ROOT

PACKAGE = ROOT / "simplenet"


@dataclass(frozen=True)
class Module:
    """A parsed file of simplenet."""

    source: str
    nodes: dict  # name -> syntax tree of its definition
    imports: dict  # name -> (module, name there); module is None for `import`

    def first(self, name):
        """Give the first name of the statement that defines a name."""
        node = self.nodes.get(name)
        return next(
            (n for n, each in self.nodes.items() if each is node), name
        )


class Definitions:
    """Collect definitions, each behind all that it needs itself."""

    def __init__(self):
        self.modules = read_package(PACKAGE)
        self.collected = {}  # (module, name) in order; an ordered set
        self.outside = {}  # imports from elsewhere, such as NumPy, likewise

    def add_imports(self, program, imports):
        """Collect what a program imports from simplenet."""
        for name, origin in imports.items():
            if is_ours(origin):
                self.add(program, *origin)
            else:
                self.outside[name, origin] = True

    def add(self, program, module, name):
        """Collect one definition, after those that it uses."""
        known = self.known(program, module)
        origin = known.imports.get(name)
        if origin and is_ours(origin):
            self.add(program, *origin)
        elif origin:
            self.outside[name, origin] = True
        elif name not in known.nodes:
            raise BuildError(
                f"docs/programs/{program}.py needs {name!r}, which {module} "
                "does not define. Correct the name, or define it there."
            )
        elif (module, name := known.first(name)) not in self.collected:
            for used in map(known.first, used_names(known.nodes[name])):
                if used != name and used in known.nodes | known.imports:
                    self.add(program, module, used)
            self.collected[module, name] = True

    def known(self, program, module):
        """Return a module that a program asks for."""
        if module not in self.modules:
            raise BuildError(
                f"docs/programs/{program}.py imports from {module}, which "
                "does not exist. Import from a file of simplenet."
            )
        return self.modules[module]

    def block(self, module, name):
        """Cut out a definition as (kind, text), with the comments above."""
        node = self.modules[module].nodes[name]
        lines = self.modules[module].source.split("\n")
        first = node.lineno - 1
        while lines[first - 1].startswith("#"):
            first -= 1
        return kind_of(node), without_markers(lines[first : node.end_lineno])

    def section(self, module, name):
        """Return the text of a named section, and what it defines in full."""
        module = f"{PACKAGE.name}.{module}"
        lines = self.modules[module].source.split("\n")
        bare = [line.strip() for line in lines]
        first = bare.index(f"# --8<-- [start:{name}]") + 1
        last = bare.index(f"# --8<-- [end:{name}]")
        whole = [
            (module, each)
            for each, node in self.modules[module].nodes.items()
            if first < node.lineno and node.end_lineno <= last
        ]
        return without_markers(lines[first:last]), whole


@cache
def read_package(folder):
    """Parse the files of simplenet: {"simplenet.loss": Module, …}."""
    modules = {}
    for path in sorted(folder.glob("*.py")):
        source = path.read_text("utf-8")
        tree = ast.parse(source)
        stem = "" if path.stem == "__init__" else f".{path.stem}"
        modules[folder.name + stem] = Module(
            source, definitions_in(tree), imports_in(tree)
        )
    return modules


def definitions_in(tree):
    """Map each name that a file defines at its top level to its node."""
    found = {}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found[node.name] = node
        elif isinstance(node, ast.Assign):
            found |= dict.fromkeys(assigned_names(node), node)
    return found


def assigned_names(node):
    """List the names that an assignment makes: a and b for a, b = 1, 2."""
    return [
        each.id
        for target in node.targets
        for each in ast.walk(target)
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
    ]


def imports_in(tree):
    """Map each imported name to (module, name); (None, m) is `import m`."""
    found = {}
    for node in tree.body:
        for each in getattr(node, "names", []):
            module = getattr(node, "module", None)
            found[each.asname or each.name] = (module, each.name)
    return found


@cache  # many programs use the same definitions
def used_names(node):
    """List the names that a definition uses, in the order of the text."""
    names = [n for n in ast.walk(node) if isinstance(n, ast.Name)]
    names.sort(key=lambda n: (n.lineno, n.col_offset))
    return list(dict.fromkeys(n.id for n in names))


def is_ours(origin):
    """Tell whether an import comes from simplenet."""
    return (origin[0] or "").split(".")[0] == PACKAGE.name


def kind_of(node):
    """Tell what a statement is, as far as blank lines are concerned."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return "definition"
    return "data" if isinstance(node, ast.Assign) else "statement"


def without_markers(lines):
    """Join lines, leaving out the markers of sections."""
    kept = "\n".join(line for line in lines if "--8<--" not in line)
    return textwrap.dedent(kept)
