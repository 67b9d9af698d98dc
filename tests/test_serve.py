"""`mkdocs serve` shows an edit without a restart."""

import os
import shutil
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ADDRESS = "http://127.0.0.1:8123/"
PATIENCE = 100  # seconds, for a busy machine; a rebuild takes a few


@pytest.fixture(scope="module")
def served(site, tmp_path_factory):
    """A copy of the repository, served: its folder."""
    folder = tmp_path_factory.mktemp("served")
    for name in ["docs", "scripts", "simplenet"]:
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copy(ROOT / "pyproject.toml", folder)
    (folder / ".cache").symlink_to(ROOT / ".cache")  # what was fetched
    serve = [sys.executable, "-m", "mkdocs", "serve"]
    running = subprocess.Popen(
        [*serve, "--dev-addr", ADDRESS.split("/")[2]],
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    wait_for("loss/", "mean squared error")
    yield folder
    running.terminate()
    running.wait()


def wait_for(page, words):
    """Ask for a page until it holds the words."""
    end = time.monotonic() + PATIENCE
    text = ""
    while words not in text and time.monotonic() < end:
        time.sleep(0.5)
        try:
            with urllib.request.urlopen(ADDRESS + page, timeout=60) as answer:
                text = answer.read().decode()
        except OSError:
            continue  # it is not up yet
    assert words in text


def edit(path, before, after):
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


def test_edit_to_a_chapter_is_shown(served):
    edit(served / "docs/loss.md", "You will meet", "Now you will meet")
    wait_for("loss/", "Now you will meet")


def test_edit_to_a_program_shows_its_new_output(served):
    path = served / "docs/programs/loss.py"
    edit(path, "y_pred = np.array([0, 0, 0, 0])", "y_pred = np.zeros(4) - 1")
    edit(path, "# 0.5", "# 2.5")
    wait_for("loss/", "<code>2.5")


def test_edit_to_the_package_shows_code_output_and_facts(served):
    path = served / "simplenet/data.py"
    edit(path, '"Emily": (128, 63)', '"Emily": (127, 63)')
    edit(served / "docs/programs/predictions.py", "  # Emily: 0.951 - F", "")
    wait_for("loss/", '<span class="mi">127</span>')
    wait_for("predictions/", "Emily weighs 127 pounds")
