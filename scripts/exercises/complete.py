"""Make the program that a reader downloads, and that the page runs.

It holds the definitions that it needs, the starter and its checks, but
neither the solution nor wrong answers.
"""

import ast
import re
import textwrap
from pathlib import Path
from pprint import pformat

from scripts.programs.complete import blocks_of, join
from scripts.programs.definitions import Definitions, imports_in

CHECKER = Path(__file__).with_name("checker.py")
OURS = re.compile(r"^from simplenet[\w.]* import (?:\([^)]*\)|.*)\n?", re.M)
YOURS = "# %% Your part: what you change"
CHECKS = "# %% The checks: nothing to change below"
HEAD = '''\
"""{title}

{question}

Write your part, which begins below "Your part", and run:
    python {name}.py
"""
'''


def exercise_program(exercise, question):
    """Return the program of an exercise to write."""
    starter, checks = exercise.cell("starter"), exercise.cell("checks")
    definitions = collected(exercise.name, starter + "\n" + checks)
    _, checker = checker_parts()
    parts = [
        HEAD.format(
            title=exercise.title,
            question=wrapped(question),
            name=exercise.name,
        ),
        join(blocks_of(definitions)),
        f"# %% What checks your part\n{checker}",
        f"{YOURS}\n{without_ours(starter)}\n",
        f"{CHECKS}\n{checks_cell(exercise)}\n",
    ]
    return "\n".join(parts)


def collected(name, code, definitions=None):
    """Collect all that an exercise imports, and the checker."""
    definitions = definitions or Definitions()
    imports, _ = checker_parts()
    definitions.add_imports(name, imports_in(ast.parse(imports)))
    definitions.add_imports(name, imports_in(ast.parse(code)))
    return definitions


def checker_parts():
    """Cut the checker into its imports and what it defines."""
    text = CHECKER.read_text("utf-8").split('"""\n', 1)[1]
    imports, _, rest = text.partition("import numpy as np\n")
    return f"{imports}import numpy as np\n", rest.strip("\n") + "\n"


def checks_cell(exercise):
    """Give what checks the reader's part, with the first hint."""
    return "\n".join(
        [
            f"HINT = {pformat(exercise.hints[0], width=70)}",
            f"\n\n{exercise.cell('checks')}\n\n",
            "report(checks)",
        ]
    )


def without_ours(code):
    """Leave out what stands above as definitions."""
    return OURS.sub("", code).strip("\n")


def wrapped(question):
    """Break a question's paragraphs into lines of a program."""
    parts = question.split("\n\n")
    return "\n\n".join(
        part if part.startswith(("-", "```", "|")) else textwrap.fill(part, 78)
        for part in parts
    )
