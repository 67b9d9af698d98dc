"""Say what the programs need, and with what this build ran them."""

import platform
import tomllib
from functools import cache
from importlib.metadata import version

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from scripts.ground.places import PROGRAMS, ROOT

PROJECT = ROOT / "pyproject.toml"


@cache
def needed():
    """Read pyproject.toml: {"NumPy": "2.0 or a later 2.x", …}."""
    project = tomllib.loads(PROJECT.read_text("utf-8"))["project"]
    lines = project["dependencies"] + project["optional-dependencies"]["docs"]
    listed = {each.name: each.specifier for each in map(Requirement, lines)}
    return {
        "Python": in_words(SpecifierSet(project["requires-python"])),
        "NumPy": in_words(listed["numpy"]),
        "Matplotlib": in_words(listed["matplotlib"]),
    }


def in_words(specifiers):
    """Put >=2.0,<3 as a reader says it."""
    bounds = {each.operator: each.version for each in specifiers}
    if "<" not in bounds:
        return f"{bounds['>=']} or newer"
    return f"{bounds['>=']} or a later {int(bounds['<']) - 1}.x"


@cache
def used():
    """Tell what ran the programs of this build: {"NumPy": "2.4.0", …}."""
    return {
        "Python": platform.python_version(),
        "NumPy": version("numpy"),
        "Matplotlib": version("matplotlib"),
    }


def needs_of(complete):
    """Say what a complete program needs, and what it ran with here."""
    names = ["Python", "NumPy"]
    names += ["Matplotlib"] if "matplotlib" in complete else []
    return listing(needed(), names), listing(used(), names)


def files_of(complete):
    """List the files of docs/programs that a complete program reads."""
    names = sorted(path.name for path in PROGRAMS.glob("*.csv"))
    return [name for name in names if name in complete]


def listing(versions, names):
    """Write "Python 3.11 or newer and NumPy 2.0 or a later 2.x"."""
    *most, last = [f"{name} {versions[name]}" for name in names]
    return f"{', '.join(most)} and {last}"


def needs_facts():
    """Name what the home page says that a reader needs."""
    return {
        f"needs_{name.lower()}": f"{name} {words}"
        for name, words in needed().items()
    }
