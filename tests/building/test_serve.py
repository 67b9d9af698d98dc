"""`mkdocs serve` shows an edit without a restart."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

from tests.repository import copy_repository, edit, files_of

pytestmark = pytest.mark.slow  # builds sites of its own

PATIENCE = 100  # seconds, for a busy machine; a rebuild takes a few


def free_address():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{probe.getsockname()[1]}"


ADDRESS = free_address()


@pytest.fixture(scope="module")
def served(site, tmp_path_factory):
    """A copy of the repository, served: its folder."""
    folder = copy_repository(tmp_path_factory.mktemp("served") / "copy")
    serve = [sys.executable, "-m", "mkdocs", "serve"]
    running = subprocess.Popen(
        [*serve, "--dev-addr", ADDRESS],
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
        time.sleep(0.2)
        try:
            address = f"http://{ADDRESS}/{page}"
            with urllib.request.urlopen(address, timeout=60) as answer:
                text = answer.read().decode()
        except urllib.error.HTTPError as mistake:
            text = mistake.read().decode()
        except OSError:
            continue  # it is not up yet
    assert words in text


def test_edit_to_a_chapter_is_shown(served):
    edit(served / "docs/loss.md", "You will meet", "Now you will meet")
    wait_for("loss/", "Now you will meet")


def test_edit_to_a_program_shows_its_new_output(served):
    path = served / "docs/programs/loss.py"
    edit(path, "y_pred = np.array([0, 0, 0, 0])", "y_pred = np.zeros(4) - 1")
    edit(path, "# 0.5", "# 2.5")
    wait_for("loss/", "<code>2.5")


def test_edit_to_the_package_changes_all_that_shows_it(served):
    before = files_of(served / "docs/generated")
    # A small change: with a large one, checked claims fail the build.
    path = served / "simplenet/data.py"
    edit(path, '"Emily": (128, 63)', '"Emily": (127, 63)')
    edit(served / "docs/programs/predictions.py", "  # Emily: 0.951 - F", "")
    wait_for("loss/", '<span class="mi">127</span>')
    wait_for("predictions/", "Emily weighs 127 pounds")
    after = files_of(served / "docs/generated")
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


def test_edit_to_build_code_takes_effect(served):
    path = served / "scripts/pages/links.py"
    edit(path, 'data-to="', 'data-towards="')
    wait_for("loss/", 'data-towards="')
    # A slip does not end the server; it waits until it is mended.
    edit(path, "def noted(", "def noted((")
    wait_for("loss/", "scripts/pages/links.py is not Python")
    edit(path, "def noted((", "def noted(")
    edit(path, 'data-towards="', 'data-to="')
    wait_for("loss/", 'data-to="')
