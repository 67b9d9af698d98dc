"""The page on real people: its data and its programs."""

import os
import runpy
import shutil
import subprocess
import sys

import numpy as np
import pytest

from scripts.chapters.measured import checked_people
from scripts.ground.errors import BuildError
from scripts.ground.places import PROGRAMS
from simplenet.measured import halves, read_people

READERS = ["learn_from_people", "how_many", "hidden_layer", "calibration"]
FILES = "people.csv", "people.txt"


@pytest.fixture
def folder(tmp_path):
    """A folder with the file and its note, where it may be damaged."""
    for name in FILES:
        shutil.copy(PROGRAMS / name, tmp_path)
    return tmp_path


def change(folder, edit):
    """Rewrite the lines of people.csv."""
    path = folder / "people.csv"
    lines = edit(path.read_text("utf-8").splitlines())
    path.write_text("\n".join(lines) + "\n", "utf-8")


def run_in(folder, stem):
    """Run a program beside the people of a folder."""
    shutil.copy(PROGRAMS / f"{stem}.py", folder)
    return runpy.run_path(str(folder / f"{stem}.py"), run_name="__main__")


def learned_from(run):
    """All that a program took from people, before it looked at the test."""
    parts = []
    for name in ("mean", "deviation", "network", "networks", "from_many"):
        if name in run:
            value = run[name]
            own = vars(value).values() if hasattr(value, "train") else [value]
            parts += [np.ravel(np.asarray(each)) for each in flat(own)]
    return np.concatenate(parts)


def flat(values):
    """List arrays, also those in lists, as MatrixNetwork keeps them."""
    for each in values:
        yield from each if isinstance(each, list) else [each]


@pytest.mark.parametrize("stem", READERS)
def test_no_test_person_touches_training_or_standardising(folder, stem):
    run = run_in(folder, stem)
    test = set(np.asarray(run["test"]).tolist())
    assert len(test) == 815

    def shrunk(lines):
        people = [line.split(",") for line in lines[1:]]
        return [
            lines[0],
            *(
                f"{sex},{float(height) - 10},{float(weight) - 10}"
                if number in test
                else ",".join((sex, height, weight))
                for number, (sex, height, weight) in enumerate(people)
            ),
        ]

    change(folder, shrunk)
    again = run_in(folder, stem)
    np.testing.assert_array_equal(learned_from(again), learned_from(run))


def test_halves_part_everybody():
    train, test = halves(1629, np.random.default_rng(0))
    assert sorted([*train, *test]) == list(range(1629))
    assert (len(train), len(test)) == (814, 815)
    other, _ = halves(1629, np.random.default_rng(1))
    assert set(train) != set(other)


def test_people_come_in_pounds_and_inches(folder):
    change(folder, lambda lines: [lines[0], "female,254,45.359237", lines[2]])
    x, y_true = read_people(folder)
    assert x[0] == pytest.approx([100, 100])
    assert y_true.tolist() == [1, 0]


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (
            lambda lines: [line.rpartition(",")[0] for line in lines],
            "the columns sex, height_cm, weight_kg, found sex, height_cm",
        ),
        (lambda lines: lines[:-1], "people whose sex is .*, found"),
        (
            lambda lines: [*lines[:9], "male,170", *lines[10:]],
            "3 values in line 10, found 2",
        ),
        (
            lambda lines: [
                lines[0],
                *(
                    f"{s},{float(h) / 2.54},{w}"
                    for s, h, w in (line.split(",") for line in lines[1:])
                ),
            ],
            "a median of height_cm between 150 and 185.*, found 66",
        ),
        (
            lambda lines: [
                lines[0],
                *(
                    f"{s},{h},{float(w) / 0.45359237}"
                    for s, h, w in (line.split(",") for line in lines[1:])
                ),
            ],
            "a median of weight_kg between 55 and 90.*, found 15",
        ),
        (
            lambda lines: [lines[0], *reversed(lines[1:])],
            "the SHA-256 that people.txt names",
        ),
    ],
    ids=["column", "person", "line", "inches", "pounds", "order"],
)
def test_damaged_file_is_refused_by_its_name(folder, edit, message):
    checked_people(folder)
    change(folder, edit)
    with pytest.raises(BuildError, match=rf"people\.csv: .*{message}"):
        checked_people(folder)


@pytest.mark.parametrize("stem", ["meet_people", "calibration"])
def test_program_without_its_file_says_so_in_one_sentence(
    site, tmp_path, stem
):
    shutil.copy(site / f"programs/{stem}.py", tmp_path)
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, tmp_path / f"{stem}.py"],
        cwd="/",
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert "people.csv is missing. Download programs/people.csv" in line
    shutil.copy(site / "programs/people.csv", tmp_path)
    again = subprocess.run(
        [sys.executable, tmp_path / f"{stem}.py"],
        cwd="/",  # not where the program is
        env=environment,
        capture_output=True,
        text=True,
    )
    expected = (site / f"outputs/{stem}.txt").read_text("utf-8")
    assert (again.stdout, again.stderr) == (expected, "")


def test_file_is_published_as_it_came(site):
    published = (site / "programs/people.csv").read_bytes()
    assert published == (PROGRAMS / "people.csv").read_bytes()
    assert not (site / "programs/people.txt").exists()


def test_panel_names_the_file_and_links_it(pages):
    panels = pages["beyond/people/"].article.select(".program")
    assert len(panels) == 6
    for panel in panels:
        link = panel.select_one(".program-links a[href$='people.csv']")
        assert link["href"] == "../../programs/people.csv"
        assert "with people.csv beside it" in panel.text
    assert "people.csv" not in pages["neuron/"].article.text
