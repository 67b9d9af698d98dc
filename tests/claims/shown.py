"""What pages show: the order of the chapters, the code. Read, never run."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def source(path):
    return (ROOT / path).read_text("utf-8")


def chapters():
    """The stems of the tutorial's chapters, in the order of reading."""
    nav = source("mkdocs.yml").partition("- Tutorial:")[2]
    return re.findall(r"- (\w+)\.md", nav.partition("- Go further:")[0])


def comes_next(chapter):
    """The chapter behind another one."""
    return chapters()[chapters().index(chapter) + 1]


def programs():
    """{stem: text} of every program."""
    folder = ROOT / "docs/programs"
    return {p.stem: p.read_text("utf-8") for p in folder.glob("*.py")}


def files_that_say(sentence):
    """The files of code in which a sentence stands; # is any number."""
    folders = ["simplenet", "docs/programs", "docs/exercises"]
    parts = map(re.escape, sentence.split("#"))
    pattern = re.compile(r"\S+?".join(parts))
    found = []
    for path in (p for each in folders for p in ROOT.glob(f"{each}/*.py")):
        lines = re.sub(r'"?\n *[#"]?', " ", path.read_text("utf-8"))
        if pattern.search(" ".join(lines.split())):
            found.append(path.relative_to(ROOT).as_posix())
    return ", ".join(sorted(found))


def definition(path, name):
    """The syntax tree of a function or a class in a file."""
    for node in ast.walk(ast.parse(source(path))):
        if getattr(node, "name", None) == name:
            return node
    raise LookupError(f"{path} defines no {name}")


def methods(path, name):
    """{name: syntax tree} of a class's methods."""
    nodes = definition(path, name).body
    return {n.name: n for n in nodes if isinstance(n, ast.FunctionDef)}


def arguments(function):
    return [each.arg for each in function.args.args]


def lines_of(function):
    """The code of each statement of a function, without its docstring."""
    return [
        ast.unparse(each)
        for each in function.body
        if not isinstance(getattr(each, "value", None), ast.Constant)
        or not isinstance(each, ast.Expr)
    ]
