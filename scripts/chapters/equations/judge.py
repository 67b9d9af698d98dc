"""Judge the equations of a build: python -m ….judge KEY FORMULAS

FORMULAS: a file of JSON, {page: [[id or null, TeX], …]}. A verdict that the
store has is not given again. If all agree, that is kept under KEY.
"""

import json
import sys
from pathlib import Path

from scripts.ground.family import as_child
from scripts.ground.keys import code_of
from scripts.ground.places import PROGRAMS
from scripts.ground.store import keep, keep_reading, kept_reading, key_of
from scripts.programs.changed import data_files

AGREED = b"All agree."


def main(key, path):
    asked = Path(path).read_bytes()
    code = code_of("scripts.chapters.equations.judge")
    data = data_files()
    programs = {
        each.stem: key_of(each.read_bytes(), *data)
        for each in PROGRAMS.glob("*.py")
    }
    whole = key_of(code, asked)
    if not kept_reading("agreed", whole, programs):
        read = judge(json.loads(asked), code, programs)
        keep_reading("agreed", whole, programs, read, AGREED)
    keep("verdicts", key, AGREED)


def judge(formulas, code, programs):
    """Exit with all problems, if any; give the programs that were read."""
    # SymPy is slow to import, and needed only if something changed.
    from scripts.chapters.equations.site import equations_in, left_over

    equations = [
        each
        for page, found in formulas.items()
        for each in equations_in(page, found)
    ]
    read, problems = set(), []
    for each in equations:
        found, names = stored(each, code, programs)
        read |= set(names)
        if found != "agrees":
            problems.append(f"{each.page or 'index'}: {each.name}: {found}")
    if problems := problems + left_over(equations):
        sys.exit("\n".join(problems))
    return read


def stored(equation, code, programs):
    """Give a verdict, from the store if it is there, and what it read."""
    from scripts.chapters.equations.kinds import READ
    from scripts.chapters.equations.site import verdict

    key = key_of(code, repr(equation.key), equation.tex)
    data = kept_reading("verdict", key, programs)
    if data is None:
        READ.clear()
        found = verdict(equation)
        data = json.dumps([found, sorted(READ)]).encode("utf-8")
        keep_reading("verdict", key, programs, READ, data)
    return json.loads(data)


if __name__ == "__main__":
    as_child(main)
