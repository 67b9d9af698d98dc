"""What a build makes follows its sources, and nothing else."""

import json
import re
import subprocess
import sys

import pytest

from tests.repository import copy_repository, files_of

pytestmark = pytest.mark.slow  # runs many steps of a build

REGENERATE = [sys.executable, "-m", "scripts.regenerate"]


def regenerate(folder):
    subprocess.run(REGENERATE, cwd=folder, check=True)
    return files_of(folder / "docs" / "generated")


@pytest.fixture(scope="module")
def copy(site, tmp_path_factory):
    """A copy of the sources, and what they made: (folder, files)."""
    folder = copy_repository(tmp_path_factory.mktemp("copy") / "repository")
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
    (generated / "programs/stray.py").write_text("print('not ours')")
    (generated / "notebook/old.zip").write_text("old")
    (generated / "old").mkdir()
    (generated / "old/page.md").write_text("old")
    assert regenerate(folder) == files
    assert not (generated / "old").exists()


def test_a_save_while_a_build_runs_is_seen_by_the_next(copy):
    folder, before = copy
    program = folder / "docs/programs/layers.py"  # in no notebook: quick
    original = program.read_text("utf-8")
    program.write_text(f"{original}# This edit starts the work.\n", "utf-8")
    running = subprocess.Popen(
        REGENERATE, cwd=folder, stdout=subprocess.PIPE, text=True
    )
    while "Running the programs" not in running.stdout.readline():
        assert running.poll() is None
    program.write_text(f"{original}print('saved')\n", "utf-8")
    running.communicate()
    after = regenerate(folder)
    output = "outputs/layers.txt"
    assert after[output] == before[output] + b"saved\n"
    program.write_text(original, "utf-8")
    assert regenerate(folder) == before


def test_notebook_holds_no_date(copy):
    """The commit's time would make each commit's download another one."""
    _, files = copy
    executed = json.loads(files["notebook/executed.ipynb"])
    drawn = [
        "".join(output["data"]["image/svg+xml"])
        for cell in executed["cells"]
        for output in cell.get("outputs", ())
        if "image/svg+xml" in output.get("data", {})
    ]
    assert drawn
    dates = re.compile(r"<metadata|<dc:date|\d{4}-\d\d-\d\dT")
    assert not any(map(dates.search, drawn))
    assert not dates.search(files["notebook/executed.ipynb"].decode())
