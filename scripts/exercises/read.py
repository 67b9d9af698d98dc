"""Read the exercises: docs/exercises/NAME.py, each a file of its own.

The docstring holds the title, and below it the question. Plain assignments
say the rest; of an exercise to write, cells that begin with "# %%" hold code.
"""

import ast
import re
from dataclasses import dataclass, field

from scripts.ground.errors import BuildError, all_of
from scripts.ground.places import DOCS
from scripts.ground.sources import sources

EXERCISES = DOCS / "exercises"
CELL = re.compile(r"^# %% (\w+)(?:: (.*))?\n", re.MULTILINE)
# What each kind has to say of itself
NEEDED = {
    "write": {"hints"},
    "predict": {"hints", "reason", "wrong"},
    "explore": {"hints", "reason", "wrong", "need", "solution"},
}
MORE = {"kind", "answer", "within", "choices", "unit", "reason"}


@dataclass(frozen=True)
class Exercise:
    """One exercise, as its file says it."""

    name: str
    title: str
    question: str
    kind: str
    said: dict  # {name: value} of what is assigned
    cells: list = field(default_factory=list)  # (kind, words, code)

    def cell(self, kind):
        """Give the code of the one cell of a kind."""
        (found,) = (code for each, _, code in self.cells if each == kind)
        return found

    @property
    def hints(self):
        return self.said["hints"]


def read_exercises(folder=EXERCISES):
    """Read all: {name: Exercise}; one BuildError for all mistakes."""
    paths = sources(folder, "*.py")
    found = all_of([lambda path=path: read(path) for path in paths])
    return {each.name: each for each in found}


def read(path):
    """Read one; BuildError names the line that is no Python, or not asked."""
    text = path.read_text("utf-8")
    try:
        ast.parse(text)  # its cells, too
    except SyntaxError as error:
        raise BuildError(
            f"docs/exercises/{path.name}, line {error.lineno}: "
            f"{error.msg}. Mend the Python of it."
        ) from None
    head, *rest = CELL.split(text)
    cells = [
        (kind, words or "", code.strip("\n"))
        for kind, words, code in zip(*[iter(rest)] * 3, strict=True)
    ]
    tree = ast.parse(head)
    title, _, question = (ast.get_docstring(tree) or "").partition("\n")
    said = said_in(path, tree)
    kind = said.get("kind")
    problem = problem_of(kind, said, [each for each, *_ in cells])
    if not (problem or question.strip()):
        problem = "expected a docstring: the title, below it the question."
    if problem:
        raise BuildError(f"docs/exercises/{path.name}: {problem}")
    return Exercise(path.stem, title, question.strip(), kind, said, cells)


def said_in(path, tree):
    """Give what the file assigns: {name: value}."""
    said = {}
    for node in tree.body[1:]:  # the first is the docstring
        try:
            (name,) = node.targets
            said[name.id] = ast.literal_eval(node.value)
        except (AttributeError, ValueError):
            raise BuildError(
                f"docs/exercises/{path.name}, line {node.lineno}: expected "
                f"NAME = value, found {ast.unparse(node)!r}. Only cells, "
                "which begin with # %%, hold code."
            ) from None
    return said


def problem_of(kind, said, cells):
    """Say what is wrong with an exercise, or nothing."""
    if kind not in NEEDED:
        return f"kind is {kind!r}. Expected one of {', '.join(NEEDED)}."
    if lacking := NEEDED[kind] - said.keys():
        return f"expected {', '.join(sorted(lacking))} = …; add that."
    if strange := said.keys() - NEEDED[kind] - MORE:
        return f"says {', '.join(sorted(strange))}, which nothing reads."
    if kind == "predict" and ("answer" in said) == ("choices" in said):
        return "expected either an answer or choices."
    once = ["starter", "checks", "solution"] if kind == "write" else []
    if sorted(set(cells) - {"right", "wrong"}) != sorted(once) or any(
        cells.count(each) != 1 for each in once
    ):
        return f"has the cells {cells}; expected {once}, right and wrong ones."
    wrong = cells.count("wrong") if kind == "write" else len(said["wrong"])
    if wrong < 2:
        return f"shows {wrong} wrong answers. Expected two that learners give."
    return ""
