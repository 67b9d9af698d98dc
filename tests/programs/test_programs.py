"""Every program runs, prints what its comments promise, and is used."""

import contextlib
import io
import re
import runpy
import shutil
import subprocess
import sys

import pytest

from scripts.ground.errors import BuildError
from scripts.programs import definitions
from scripts.programs.complete import complete_program
from scripts.programs.promises import broken_promises, promises
from scripts.programs.run import run
from tests.repository import ROOT

PROGRAMS = sorted((ROOT / "docs" / "programs").glob("*.py"))
PAGES = "\n".join(p.read_text("utf-8") for p in ROOT.glob("docs/**/*.md"))

every_program = pytest.mark.parametrize(
    "path", PROGRAMS, ids=[path.stem for path in PROGRAMS]
)


def output_of(path, monkeypatch):
    """Run a program in this interpreter, where coverage can see it."""
    monkeypatch.setenv("MPLBACKEND", "agg")
    with contextlib.redirect_stdout(io.StringIO()) as output:
        runpy.run_path(str(path), run_name="__main__")
    return output.getvalue()


@every_program
def test_program_prints_what_the_build_captured(site, path, monkeypatch):
    captured = ROOT / f"docs/generated/outputs/{path.stem}.txt"
    assert output_of(path, monkeypatch) == captured.read_text("utf-8")


def test_complete_programs_look_written_by_hand(tmp_path):
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for path in PROGRAMS:
        complete = complete_program(path.stem, path.read_text("utf-8"))
        (tmp_path / path.name).write_text(complete, "utf-8")
    for check in (["check"], ["format", "--check"]):
        ruff = [sys.executable, "-m", "ruff", *check, "--no-cache"]
        done = subprocess.run(
            [*ruff, tmp_path], capture_output=True, text=True
        )
        assert done.returncode == 0, done.stdout


def test_complete_program_has_no_definition_to_spare():
    neuron = (ROOT / "docs/programs/neuron.py").read_text("utf-8")
    complete = complete_program("neuron", neuron)
    assert re.findall(r"^(?:def|class) (\w+)", complete, re.M) == [
        "sigmoid",
        "Neuron",
    ]
    assert "--8<--" not in complete


def complete_lines():
    """The lines of every complete program, by its name."""
    return {
        path.stem: complete_program(
            path.stem, path.read_text("utf-8")
        ).splitlines()
        for path in PROGRAMS
    }


def test_complete_programs_are_short():
    lengths = {stem: len(lines) for stem, lines in complete_lines().items()}
    assert lengths["training"] <= 135  # the article's has 93
    assert lengths["neuron"] <= 30
    assert lengths["sigmoid"] <= 15
    assert sum(lengths.values()) <= 3700


def test_complete_programs_have_no_word_of_checking():
    checking = re.compile(r"\b(raise|assert|must|isfinite|\w+Error)\b")
    found = {
        (stem, line)
        for stem, lines in complete_lines().items()
        for line in lines
        if checking.search(line)
    }
    assert found == set()


def test_two_names_may_be_defined_together(tmp_path, monkeypatch):
    package = tmp_path / "simplenet"
    package.mkdir()
    (package / "pair.py").write_text("a, b = 1, 2\nc = a + b\nd.e = 5\n")
    monkeypatch.setattr(definitions, "PACKAGE", package)
    source = "from simplenet.pair import a, c\n\nprint(a, c)\n"
    assert complete_program("pair", source) == (
        "a, b = 1, 2\nc = a + b\n\nprint(a, c)\n"
    )


def test_unknown_import_is_named():
    source = "from simplenet.loss import huber\n\nprint(huber(1))\n"
    with pytest.raises(BuildError, match=r"robust\.py needs 'huber'.*loss"):
        complete_program("robust", source)
    source = "from simplenet.robust import huber\n\nprint(huber(1))\n"
    with pytest.raises(BuildError, match=r"simplenet\.robust, which does"):
        complete_program("robust", source)


def test_promises_are_found_also_behind_long_prints():
    source = "print(\n    1,\n    2,\n)  # 1 2\nprint(3)\nx = 4  # five\n"
    assert promises(source) == [(1, 4, "1 2")]


@pytest.mark.parametrize("printed", ["2\n", "1\n1\n", ""])
def test_broken_promise_is_named(printed):
    source = "print(1)  # 1\nprint(2)  # 2\n"
    (found,) = broken_promises("sum.py", source, [(1, printed), (2, "2\n")])
    assert "sum.py, line 1: the comment promises '1'" in found
    assert repr(printed.removesuffix("\n")) in found


def test_most_programs_promise_their_output():
    silent = {
        "calibration",
        "hidden_layer",
        "how_many",
        "learn_from_people",
        "loss_curve",
        "many",
        "meet_people",
        "one_input",
        "raw_numbers",
        "seeds",
        "sigmoid",
        "spirals",
        "stuck",
        "training",
    }
    assert silent == {
        path.stem for path in PROGRAMS if not promises(path.read_text("utf-8"))
    }


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("x = 1 / 0\n", r"bad\.py: the program stopped.*ZeroDivisionError"),
        ("x = 1\n", r"bad\.py: the program printed nothing"),
        ("print(1)  # 2\n", r"bad\.py, line 1: .* promises '2'"),
        ("import warnings\nwarnings.warn('old')\n", r"UserWarning: old"),
    ],
)
def test_failing_program_is_named(tmp_path, source, message):
    path = tmp_path / "bad.py"
    path.write_text(source)
    with pytest.raises(BuildError, match=f"(?s){message}") as caught:
        run(path)
    assert "child.py" not in str(caught.value)


@every_program
def test_some_page_shows_the_program(path):
    assert f'--8<-- "programs/{path.stem}.md"' in PAGES


def test_some_page_uses_each_section():
    for path in ROOT.glob("simplenet/*.py"):
        source = path.read_text("utf-8")
        for section in re.findall(r"\[start:(\w+)\]", source):
            inside = source.split(f"[start:{section}]")[1]
            inside = inside.split(f"[end:{section}]")[0]
            parts = [section, *re.findall(r"\[start:(\w+)\]", inside)]
            shown = [f'"simplenet/{path.name}:{part}"' for part in parts]
            assert any(each in PAGES for each in shown), section
