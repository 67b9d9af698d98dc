"""Say what things are made from, for their keys in the store.

A key that holds too much costs time; one that holds too little, a wrong
number on a page. So code counts as changed if any file that it imports from
this repository is, directly or not.
"""

import ast
import json
import os
import platform
import sys
import sysconfig
from functools import cache
from pathlib import Path

from scripts.ground.errors import BuildError
from scripts.ground.places import ROOT
from scripts.ground.store import key_of, made

# Files that are part of a module's code
READ = {
    "scripts/browser/sources.py": ["scripts/browser/runtime.toml"],
    "scripts/figures/style.py": ["docs/stylesheets/figures.css"],
    "scripts/ground/nav.py": ["mkdocs.yml"],
    "scripts/offline/pack.py": ["scripts/offline/offline.js"],
    "scripts/pages/mathematics.py": ["scripts/pages/mathjax.cjs"],
    "scripts/pages/needs.py": ["pyproject.toml"],
}
ENDINGS = ("/__init__.py", ".py")
# What a variable that starts so says can change what a program does.
VARIABLES = ("PYTHON", "MPL", "MATPLOTLIB", "NPY", "NUMPY", "OMP", "OPENBLAS")


@cache
def environment():
    """Identify this Python, the packages beside it, and its settings."""
    site = Path(sysconfig.get_path("purelib"))
    packages = sorted(path.name for path in site.glob("*.dist-info"))
    variables = sorted(
        f"{name}={value}"
        for name, value in os.environ.items()
        if name.startswith(VARIABLES)
    )
    return key_of(sys.version, platform.machine(), *packages, *variables)


def code_of(*modules):
    """Identify modules with all that they import from this repository.

    Of simplenet only the meaning counts: no figure shows a docstring.
    """
    parts = [environment()]
    for name in sorted(closure(f for m in modules for f in files_of(m))):
        path = ROOT / name
        if name.startswith("simplenet/"):
            parts += [name, meaning(path.read_text("utf-8"))]
        else:
            parts += [name, path.read_bytes()]
    return key_of(*parts)


def closure(names):
    """Give all files that some files import, or read when imported."""
    found, waiting = set(), list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [*READ.get(name, ()), *imported(name)]
    return found


def imported(name):
    """List the files of this repository that one file imports."""
    return [file for each in names_imported(name) for file in files_of(each)]


@cache
def names_imported(name):
    """List all that a file imports: package.module, package.module.name."""
    if not name.endswith(".py"):
        return []
    source = (ROOT / name).read_bytes()
    # To parse all code anew would take each process of a build 0.1 s.
    key = key_of(Path(__file__).read_bytes(), source)
    return json.loads(made("imports", key, lambda: modules_in(source)))


def modules_in(source):
    """Name what code imports, and what it imports from there, as JSON."""
    modules = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            for each in node.names:  # `import a.b` is `import a`, too
                modules += [each.name, each.name.partition(".")[0]]
        elif isinstance(node, ast.ImportFrom) and node.module:
            # What is imported from a package may be a module.
            modules += [f"{node.module}.{each.name}" for each in node.names]
    return json.dumps(modules).encode("utf-8")


def files_of(module):
    """List the files of a module of this repository, its packages' first."""
    parts = module.split(".")
    if parts[0] not in ("scripts", "simplenet"):
        return []
    paths = ["/".join(parts[: end + 1]) for end in range(len(parts))]
    names = [f"{path}{ending}" for path in paths for ending in ENDINGS]
    return [name for name in names if (ROOT / name).is_file()]


def check_code(*modules):
    """Raise BuildError if one of these files is not Python."""
    for name in closure(f for m in modules for f in files_of(m)):
        try:
            if name.endswith(".py"):
                ast.parse((ROOT / name).read_bytes())
        except (SyntaxError, ValueError) as error:
            raise BuildError(f"{name} is not Python: {error}") from None


@cache
def meaning(source):
    """Write code without what Python passes over: comments, docstrings."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        first = body[0] if isinstance(body, list) and body else None
        if (
            isinstance(first, ast.Expr)
            and isinstance(first.value, ast.Constant)
            and isinstance(first.value.value, str)
        ):
            first.value.value = ""
    return ast.unparse(tree)
