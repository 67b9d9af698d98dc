"""Judge the equations of a build: python -m ….judge KEY FORMULAS

FORMULAS: a file of JSON, {page: [[id or null, TeX], …]}. A verdict that the
store has is not given again. If all agree, that is kept under KEY.
"""

import json
import sys
from pathlib import Path

from scripts.chapters.equations.kinds import READ
from scripts.chapters.equations.site import equations_in, left_over, verdict
from scripts.ground.family import end_with_parent
from scripts.ground.keys import code_of
from scripts.ground.places import PROGRAMS
from scripts.ground.store import keep, keep_reading, kept_reading, key_of
from scripts.programs.changed import data_files


def main(key, path):
    formulas = json.loads(Path(path).read_text("utf-8"))
    equations = [
        each
        for page in formulas
        for each in equations_in(page, formulas[page])
    ]
    code = code_of("scripts.chapters.equations.judge")
    data = data_files()
    programs = {
        each.stem: key_of(each.read_bytes(), *data)
        for each in PROGRAMS.glob("*.py")
    }
    problems = [
        f"{each.page or 'index'}: {each.name}: {found}"
        for each in equations
        if (found := stored(each, code, programs)) != "agrees"
    ]
    if problems := problems + left_over(equations):
        sys.exit("\n".join(problems))
    keep("verdicts", key, b"All agree.")


def stored(equation, code, programs):
    """Give the verdict on an equation, from the store if it is there."""
    key = key_of(code, repr(equation.key), equation.tex)
    if data := kept_reading("verdict", key, programs):
        return data.decode("utf-8")
    READ.clear()
    data = verdict(equation).encode("utf-8")
    keep_reading("verdict", key, programs, READ, data)
    return data.decode("utf-8")


if __name__ == "__main__":
    end_with_parent()
    main(*sys.argv[1:])
