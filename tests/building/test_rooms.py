"""The rooms of scripts/ stand on one another, and never in a circle."""

import ast

from tests.repository import ROOT


def imports_of(path):
    """List the modules of this repository that a file imports."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (each.name for each in node.names)


def arrows():
    """{room or file of scripts/: those that it imports from}."""
    found = {}
    for path in (ROOT / "scripts").rglob("*.py"):
        room = path.relative_to(ROOT / "scripts").parts[0].removesuffix(".py")
        for module in imports_of(path):
            top, _, rest = module.partition(".")
            other = rest.split(".")[0]
            if top == "scripts" and other not in ("", room):
                found.setdefault(room, set()).add(other)
    return found


def test_arrows_go_one_way():
    left = arrows()
    assert len(left) > 8
    while leaves := set(left) - {r for r in left if left[r] & set(left)}:
        for room in leaves:
            del left[room]
    assert left == {}


def test_only_the_rooms_of_the_content_know_simplenet():
    known = {
        path.relative_to(ROOT / "scripts").parts[0]
        for path in (ROOT / "scripts").rglob("*.py")
        if any(m.split(".")[0] == "simplenet" for m in imports_of(path))
    }
    assert known == {"benchmarks", "chapters"}
