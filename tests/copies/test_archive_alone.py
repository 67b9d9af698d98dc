"""Everything in simplenet.zip runs on what its requirements.txt names."""

import json
import re
import subprocess
import sys
import zipfile

import pytest

from tests.copies.bare import RUN_ALL, environment, run

pytestmark = pytest.mark.slow  # runs the whole tutorial

WITHOUT_PACKAGE = "import sys; sys.modules['simplenet'] = None\n"


@pytest.fixture(scope="module")
def unpacked(site, tmp_path_factory):
    folder = tmp_path_factory.mktemp("archive")
    with zipfile.ZipFile(site / "downloads/simplenet.zip") as archive:
        archive.extractall(folder)
    (found,) = folder.iterdir()
    return found


@pytest.fixture(scope="module")
def packages(unpacked, tmp_path_factory):
    """A folder with what requirements.txt names, and nothing else."""
    folder = tmp_path_factory.mktemp("bare") / "packages"
    folder.mkdir()
    lines = (unpacked / "requirements.txt").read_text("utf-8").splitlines()
    environment(folder, [line for line in lines if line.strip()])
    return folder


@pytest.fixture(scope="module")
def outputs(site):
    return {
        path.stem: path.read_text("utf-8")
        for path in site.glob("outputs/*.txt")
    }


def test_requirements_name_exactly_what_the_programs_import(unpacked):
    lines = (unpacked / "requirements.txt").read_text("utf-8").split()
    assert {line.partition("==")[0] for line in lines} == {
        "numpy",
        "matplotlib",
    }


def test_the_commands_of_its_readme_run(unpacked, packages, outputs):
    """As they stand there; but the packages are installed already."""
    said = (unpacked / "README.txt").read_text("utf-8")
    install, *commands = re.findall(r"^ +python (.+)$", said, re.MULTILINE)
    assert install == "-m pip install -r requirements.txt"
    assert len(commands) == 2
    for command in commands:
        done = subprocess.run(
            [sys.executable, "-S", *command.split()],
            cwd=unpacked,
            env={"PYTHONPATH": packages},
            capture_output=True,
            text=True,
        )
        assert done.stdout == outputs["predictions"], (
            f"scripts/notebook/archive.py, README.txt of simplenet.zip: "
            f"`python {command}` does not print what is published.\n"
            f"{done.stderr}"
        )


def test_its_programs_are_the_published_ones(unpacked, outputs, site):
    """tests/building/test_verify.py runs those."""
    for stem in outputs:
        name = f"programs/{stem}.py"
        own = (unpacked / name).read_bytes()
        assert own == (site / name).read_bytes(), f"{name} in simplenet.zip"


def test_the_people_lie_beside_all_that_reads_them(unpacked, site):
    published = (site / "programs/people.csv").read_bytes()
    for name in ("people.csv", "programs/people.csv", "short/people.csv"):
        own = (unpacked / name).read_bytes()
        assert own == published, f"{name} in simplenet.zip"


def test_short_programs_find_the_package_and_the_people(
    unpacked, packages, outputs
):
    """tests/copies/test_wheel.py runs all that draw no picture."""
    folder = unpacked / "short"
    stems = [
        path.stem
        for path in folder.glob("*.py")
        if "matplotlib" in path.read_text("utf-8")
    ]
    assert "loss_curve" in stems
    stems.append("meet_people")
    printed = json.loads(
        run(packages, RUN_ALL, *stems, cwd=folder, paths=[unpacked])
    )
    assert printed == {stem: outputs[stem] for stem in stems}


def test_the_tutorial_as_a_script_runs(unpacked, packages, outputs, site):
    """And prints what its programs should, one after the other."""
    code = (unpacked / "tutorial.py").read_text("utf-8")
    assert code == (site / "downloads/tutorial.py").read_text("utf-8")
    printed = run(packages, WITHOUT_PACKAGE + code, cwd=unpacked)
    notebook = json.loads((unpacked / "tutorial.ipynb").read_text("utf-8"))
    stems = [
        cell["metadata"]["program"]
        for cell in notebook["cells"]
        if "program" in cell["metadata"]
    ]
    assert len(stems) > 10
    for stem in stems:
        _, found, printed = printed.partition(outputs[stem])
        assert found, f"tutorial.py does not print what {stem}.py does"
    assert printed == ""


def test_the_notebook_holds_the_code_of_the_script(unpacked):
    cells = json.loads((unpacked / "tutorial.ipynb").read_text("utf-8"))
    code = [
        "".join(c["source"])
        for c in cells["cells"]
        if c["cell_type"] == "code"
    ]
    script = (unpacked / "tutorial.py").read_text("utf-8")
    for each in code:
        plain = each.strip().replace("\n%", "\n# %")  # Jupyter's settings
        assert plain in script, f"not in tutorial.py: {each[:200]}"
    assert len(code) > 10
