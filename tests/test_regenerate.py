"""What a build makes follows its sources, and nothing else."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def regenerate(folder):
    subprocess.run(
        [sys.executable, "-m", "scripts.regenerate"], cwd=folder, check=True
    )
    generated = folder / "docs" / "generated"
    return {
        path.relative_to(generated).as_posix(): path.read_bytes()
        for path in generated.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def copy(site, tmp_path_factory):
    """A copy of the sources, and what they made: (folder, files)."""
    folder = tmp_path_factory.mktemp("copy")
    for name in ["docs", "scripts", "simplenet"]:
        shutil.copytree(ROOT / name, folder / name)
    for name in ["mkdocs.yml", "pyproject.toml"]:
        shutil.copy(ROOT / name, folder)
    return folder, regenerate(folder)


def test_unchanged_sources_leave_every_file_alone(copy):
    folder, files = copy
    paths = [folder / "docs/generated" / name for name in files]
    times = [path.stat().st_mtime_ns for path in paths]
    assert regenerate(folder) == files
    assert [path.stat().st_mtime_ns for path in paths] == times


def test_damaged_or_foreign_files_are_put_right(copy):
    folder, files = copy
    generated = folder / "docs/generated"
    (generated / "facts.json").write_text('{"emily": 1}')
    (generated / "figures/old.svg").write_text("<svg/>")
    assert regenerate(folder) == files


def edit(path, before, after):
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


def test_changed_definition_changes_all_that_shows_it(copy):
    folder, before = copy
    data = folder / "simplenet/data.py"
    program = folder / "docs/programs/predictions.py"
    edit(data, '"Emily": (128', '"Emily": (127')
    # A small change: with a large one, checked claims fail the build.
    edit(program, "  # Emily: 0.951 - F", "")
    after = regenerate(folder)
    for name in [
        "programs/predictions.py",
        "programs/predictions.md",
        "notebook/tutorial.ipynb",
        "notebook/tutorial.py",
        "notebook/simplenet.zip",
        "facts.json",
        "tables/predictions.md",
        "figures/boundary.svg",
    ]:
        assert after[name] != before[name], name
    # What does not depend on Emily stays as it was.
    assert after["outputs/neuron.txt"] == before["outputs/neuron.txt"]
    assert after["figures/sigmoid.svg"] == before["figures/sigmoid.svg"]
