"""Each exercise accepts what is right, and knows what learners get wrong.

Each program runs as readers run it, in an interpreter of its own; several at
once, since most of their time goes into loading NumPy.
"""

import ast
import json
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

import simplenet
import simplenet.data
from scripts.exercises.complete import CHECKS, OURS, YOURS
from scripts.exercises.overview import check_shown
from scripts.exercises.panels import check_of
from scripts.exercises.read import EXERCISES, read, read_exercises
from scripts.ground.errors import BuildError
from tests.exercises.slips import SLIPS, slips_of
from tests.oracle.site import none
from tests.repository import ROOT

ALL = read_exercises()
WRITE = {n: each for n, each in ALL.items() if each.kind == "write"}
KINDS = {"predict", "write", "explore"}
JUDGED = {"solution", "right", "wrong"}
ENDLESS = "Your part still ran after"
TOGETHER = """
import contextlib, io, json, pathlib, sys, traceback
said = []
for text in json.loads(pathlib.Path(sys.argv[1]).read_text("utf-8")):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        try:
            exec(compile(text, "part", "exec"), {"__name__": "__main__"})
        except Exception:
            traceback.print_exc(file=out)
    said.append(out.getvalue())
print(json.dumps(said))
"""
PROGRAMS = [p.read_text("utf-8") for p in ROOT.glob("docs/programs/*.py")]


def with_part(site, name, part, **changed):
    """The published program of an exercise, its part replaced."""
    text = (site / f"exercises/{name}.py").read_text("utf-8")
    above, _, rest = text.partition(YOURS)
    _, _, below = rest.partition(CHECKS)
    for before, after in changed.items():
        line = re.compile(rf"^{before} = .*", re.MULTILINE)
        above = line.sub(f"{before} = {after}", above)
    return f"{above}{YOURS}\n{OURS.sub('', part)}\n{CHECKS}{below}"


def constants(exercise):
    """The solution, with each of its functions made to return a constant.

    The constants are those that some check expects, and what is usual.
    """
    tree = ast.parse(exercise.cell("solution"))
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)]
    for function in functions:
        body = function.body
        for value in ("None", "0", "1", "0.5", "True", "EXPECTED"):
            function.body = (
                ast.parse(f"def f():\n return {value}").body[0].body
            )
            yield f"{function.name} gives {value}", ast.unparse(tree)
        function.body = body


@pytest.fixture(scope="module")
def answers(site, tmp_path_factory):
    """What every exercise to write says: {(name, which): output}."""
    folder = tmp_path_factory.mktemp("exercises")
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = pool.map(lambda name: answers_of(site, name, folder), WRITE)
    return {key: said for each in found for key, said in each.items()}


def answers_of(site, name, folder):
    """What one exercise says to its starter, its answers, and constants."""
    exercise = WRITE[name]
    parts = [("starter", "", exercise.cell("starter"))]
    parts += [each for each in exercise.cells if each[0] in JUDGED]
    parts += [("slip", *each) for each in slips_of(exercise)]
    asked, clocked = {}, {}
    for kind, words, code in parts:
        asks = clocked if words == ENDLESS else asked
        asks[name, kind, words] = with_part(site, name, code, SECONDS=1)
    for words, code in constants(exercise):
        # EXPECTED: what the first check expects, whatever is called
        asked[name, "constant", words] = with_part(site, name, code).replace(
            "    came, line = result_of(call)",
            "    globals().setdefault('EXPECTED', expected)\n"
            "    came, line = result_of(call)",
        )
    outputs = run_together([*asked.values()], folder / f"{name}.json")
    said = dict(zip(asked, outputs, strict=True))
    for number, (key, text) in enumerate(clocked.items()):
        path = folder / f"{name}_{number}.py"
        path.write_text(text, "utf-8")
        said[key] = run(path)
    return said


def run_together(texts, path):
    """Run programs one after the other: NumPy loads once for all."""
    path.write_text(json.dumps(texts), "utf-8")
    return json.loads(run(path, "-c", TOGETHER))


def run(path, *options):
    """Run Python on a file; all that it says, on either way."""
    done = subprocess.run(
        [sys.executable, "-W", "error", *options, path.name],
        cwd=path.parent,
        capture_output=True,
        text=True,
        timeout=60,
        env={"PATH": os.environ["PATH"], "OMP_NUM_THREADS": "1"},
    )
    return done.stdout + done.stderr


def of_kind(answers, wanted):
    found = {k: said for k, said in answers.items() if k[1] == wanted}
    assert found
    return found.items()


def test_there_are_three_kinds():
    assert {each.kind for each in ALL.values()} == KINDS


def test_each_solution_passes(answers):
    for kind in ("solution", "right"):
        for (name, *_), said in of_kind(answers, kind):
            assert said.startswith("Right: "), f"{name}: {said}"


def mistakes_in(exercise):
    """The sentences with which the checks answer what learners get wrong."""
    for node in ast.walk(ast.parse(exercise.cell("checks"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "same":
            texts = [each.elts[1] for each in node.args[2:]]
            yield from (t.value for t in texts if isinstance(t, ast.Constant))


def test_each_sentence_is_drawn_by_some_mistake(answers):
    """One that nobody can draw stands in the wrong call, or behind another
    that answers the same."""
    wrong = []
    for (name, _, words), said in of_kind(answers, "slip"):
        if words not in said:
            wrong.append(f"{name}: expected {words!r}, found {said!r}")
    for name, exercise in WRITE.items():
        drawn = "".join(
            said for key, said in answers.items() if key[0] == name
        )
        wrong += [
            f"{name}: nothing draws {each!r}"
            for each in mistakes_in(exercise)
            if f"look at   {each}" not in drawn
        ]
    none(wrong, "Mend docs/exercises/NAME.py or tests/exercises/slips.py:")
    assert SLIPS.keys() <= WRITE.keys()


def test_each_starter_draws_the_first_hint(answers):
    for (name, *_), said in of_kind(answers, "starter"):
        assert said.startswith("Not yet."), f"{name}, its starter: {said}"
        hint = WRITE[name].hints[0]
        assert f"look at   {hint}" in said, (
            f"{name}, its starter: expected the first hint, {hint!r}: {said}"
        )


def test_each_wrong_answer_draws_its_own_hint(answers):
    drawn = {}
    for (name, _, words), said in of_kind(answers, "wrong"):
        assert said.startswith("Not yet."), f"{name}, {words!r}: {said}"
        assert words, f"{name}: a wrong answer says no words of its hint"
        assert words in said, f"{name}: expected {words!r} in {said}"
        drawn.setdefault(name, []).append(words)
    for name, words in drawn.items():
        assert len(set(words)) == len(words) >= 2, name


def test_no_check_accepts_a_constant(answers):
    for (name, _, words), said in of_kind(answers, "constant"):
        assert not said.startswith("Right: "), f"{name}: {words} passes"


def test_an_endless_loop_is_stopped_and_shown(site, tmp_path):
    name = "tanh_neuron"  # its checks do nothing long of their own
    loop = "def tanh_neuron(*_):\n    while True:\n        pass\n"
    path = tmp_path / "endless.py"
    path.write_text(with_part(site, name, loop, SECONDS=1), "utf-8")
    said = run(path)
    assert said.startswith("Not yet.\nYour part still ran after 1 seconds.")
    assert re.search(r"it was at  (while True:|pass)\n", said)


def test_names_of_exercises_are_their_own():
    """The notebook runs them among the definitions and the programs."""
    taken = {name for text in PROGRAMS for name in names(text)}
    taken |= {*simplenet.__all__, *vars(simplenet.data)}
    checker = ROOT / "scripts/exercises/checker.py"
    own = {"the checker": names(checker.read_text("utf-8"))}
    for name, each in WRITE.items():
        own[name] = names(each.cell("starter")) | names(each.cell("checks"))
    for name, given in own.items():
        assert not (given & taken), f"{name}: {given & taken} are taken"


def names(text):
    """What a text defines at its top level."""
    found = set()
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        for each in ast.walk(node) if isinstance(node, ast.Assign) else ():
            if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store):
                found.add(each.id)
    return found


def test_published_exercises_hold_no_solution(site):
    for name, each in WRITE.items():
        text = (site / f"exercises/{name}.py").read_text("utf-8")
        for kind, _, code in each.cells:
            if kind in ("solution", "wrong"):
                assert code.strip() not in text, f"{name}, {kind}"


BROKEN = {
    "no kind": ('"""A"""\n', "kind is None"),
    "no hints": ('"""A"""\nkind = "write"\n', "expected hints"),
    "a slip": ('"""A"""\nkind = "write"\nhints = []\nhnts = 1\n', "says hnts"),
    "no cells": ('"""A"""\nkind = "write"\nhints = []\n', "has the cells"),
    "no answer": (
        '"""A"""\nkind = "predict"\nhints = []\nreason = ""\nwrong = {}\n',
        "either an answer or choices",
    ),
    "no Python": ('"""A"""\nkind = = 1\n', "line 2: invalid syntax"),
    "a cell that is no Python": (
        '"""A"""\nkind = "write"\n\n# %% starter\ndef f(:\n',
        "line 5: invalid syntax",
    ),
    "code outside cells": (
        '"""A"""\nkind = "predict"\na, b = 1, 2\n',
        "line 3: expected NAME = value, found 'a, b = (1, 2)'",
    ),
    "no question": (
        '"""A"""\nkind = "predict"\nhints = []\nreason = ""\n'
        'wrong = {"1": "a", "2": "b"}\nanswer = "3"\n',
        "expected a docstring: the title, below it the question",
    ),
    "one wrong": (
        '"""A"""\nkind = "predict"\nhints = []\nreason = ""\n'
        'wrong = {"1": "a"}\nanswer = "1"\n',
        "shows 1 wrong answers",
    ),
}


@pytest.mark.parametrize(("text", "words"), BROKEN.values(), ids=BROKEN)
def test_a_broken_exercise_is_named(tmp_path, text, words):
    path = tmp_path / "broken.py"
    path.write_text(text, "utf-8")
    with pytest.raises(BuildError, match=r"docs/exercises/broken\.py") as said:
        read(path)
    assert words in str(said.value)


def test_two_wrong_answers_that_are_one_number_are_named(tmp_path):
    path = tmp_path / "twice.py"
    path.write_text(
        '"""A\n\nB\n"""\nkind = "predict"\nhints = []\nreason = ""\n'
        'wrong = {"2 * 3": "a", "5 + 1": "b"}\nanswer = "7"\n',
        "utf-8",
    )
    with pytest.raises(BuildError, match=r"twice\.py.* are 6, '5 \+ 1' and"):
        check_of(read(path), {})


def test_an_exercise_that_no_page_shows_is_named():
    exercises = {"lost": read(next(EXERCISES.glob("*.py")))}
    with pytest.raises(BuildError, match=r"lost\.py is shown 0 times"):
        check_shown({"lost": 0}, exercises)
