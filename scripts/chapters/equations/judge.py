"""Judge the equations of a build: python -m ….judge FORMULAS now|soon

FORMULAS: a file of JSON, {page: [[id or null, TeX], …]}, which is there once
a line comes on standard input; "soon": until then it holds what is likely,
and its verdicts are given in the meantime, as long as a core is idle.
A verdict that the store has is not given again.
"""

import json
import os
import sys
from pathlib import Path

from scripts.ground.family import as_child
from scripts.ground.keys import code_of
from scripts.ground.places import PROGRAMS
from scripts.ground.store import keep_reading, kept_reading, key_of
from scripts.programs.inputs import data_files

AGREED = b"All agree."


def main(path, when):
    code = code_of("scripts.chapters.equations.judge")
    data = data_files()
    programs = {
        each.stem: key_of(each.read_bytes(), *data)
        for each in PROGRAMS.glob("*.py")
    }
    if when == "soon":
        os.nice(19)
        import_slow()
        verdicts_of(Path(path).read_bytes(), code, programs)
    sys.stdin.readline()
    asked = Path(path).read_bytes()
    whole = key_of(code, asked)
    if not kept_reading("agreed", whole, programs):
        read = judge(asked, code, programs)
        keep_reading("agreed", whole, programs, read, AGREED)


def import_slow():
    """Import SymPy: it takes a second, and is needed only for a change."""
    from scripts.chapters.equations import site
    from scripts.chapters.equations.notation import read

    read(r"y = \frac{a (b + c)^2}{2}")  # wakes its parser, which takes as long
    return site


def judge(asked, code, programs):
    """Exit with all problems, if any; give the programs that were read."""
    verdicts = verdicts_of(asked, code, programs)
    problems = [
        f"{each.page or 'index'}: {each.name}: {said}"
        for each, (said, _) in verdicts.items()
        if said != "agrees"
    ]
    if problems := problems + import_slow().left_over(verdicts):
        sys.exit("\n".join(problems))
    return {name for _, read in verdicts.values() for name in read}


def verdicts_of(asked, code, programs):
    """Give {equation: (verdict, programs that were read)}."""
    site = import_slow()
    equations = [
        each
        for page, found in json.loads(asked).items()
        for each in site.equations_in(page, found)
    ]
    return {
        each: stored(each, code, programs) or new_verdict(each, code, programs)
        for each in equations
    }


def stored(equation, code, programs):
    """Give a verdict that the store has, or None."""
    key = key_of(code, repr(equation.key), equation.tex)
    return json.loads(kept_reading("verdict", key, programs) or "null")


def new_verdict(equation, code, programs):
    """Judge an equation, note what that read, and keep both."""
    from scripts.chapters.equations.kinds import READ
    from scripts.chapters.equations.site import verdict

    READ.clear()
    said = verdict(equation), sorted(READ)
    key = key_of(code, repr(equation.key), equation.tex)
    data = json.dumps(said).encode("utf-8")
    keep_reading("verdict", key, programs, said[1], data)
    return said


if __name__ == "__main__":
    as_child(main)
