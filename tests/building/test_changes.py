"""Whatever is edited in whatever order, a build makes what a first one would.

Random edits, one after the other, with builds between them that are killed,
or run two at once: in the end, what a warm store builds, and what another
person builds elsewhere in a year, with an empty store, is the same, byte for
byte.
"""

import os
import random
import shutil
import signal
import time
from datetime import UTC, datetime

import pytest

from tests.building.elsewhere import (
    build_later,
    clone,
    differences,
    git,
    was_later,
)
from tests.repository import (
    ROOT,
    SOURCES,
    build,
    copy_repository,
    copy_sources,
    edit,
    files_of,
)

pytestmark = pytest.mark.slow  # builds sites of its own

STEPS = int(os.environ.get("SIMPLENET_STEPS", 1))  # weekly.yml takes more,
SEED = int(os.environ.get("SIMPLENET_SEED", 70))  # and others
EDITS = {
    "a chapter": [("docs/loss.md", "You will meet", "Now you will meet")],
    "a program of the notebook": [
        ("docs/programs/loss.py", "[0, 0, 0, 0]", "[1, 0, 0, 0]"),
        ("docs/programs/loss.py", "# 0.5", "# 0.25"),
    ],
    "another program": [
        (
            "docs/programs/layers.py",
            "import numpy",
            "import math\nimport numpy",
        )
    ],
    "a docstring": [("simplenet/loss.py", '"""Average', '"""Take')],
    "a definition": [
        ("simplenet/loss.py", "(y_true - y_pred)", "(y_pred - y_true)")
    ],
    "data": [
        ("simplenet/data.py", '"Emily": (128, 63)', '"Emily": (127, 63)'),
        ("docs/programs/predictions.py", "  # Emily: 0.951 - F", ""),
    ],
    "a figure": [
        ("scripts/chapters/diagrams.py", "RADIUS = 22", "RADIUS = 21")
    ],
    "the figures' colours": [
        (
            "docs/stylesheets/figures.css",
            "--figure-accent: #55",
            "--figure-accent: #45",
        )
    ],
    "a stylesheet": [("docs/stylesheets/site.css", "{", "{ /* more */")],
    "how a program is shown": [
        ("scripts/pages/panels.py", "It runs on its own", "It runs alone")
    ],
    "how formulas are drawn": [
        ("scripts/pages/mathjax.cjs", "EX = 442", "EX = 441")
    ],
    "the settings": [("mkdocs.yml", "site_name: A ", "site_name: The ")],
}


def change(folder, origin, chance):
    """Edit, undo, touch or check out something; say what."""
    what = chance.choice(["edit"] * 4 + ["undo", "touch", "older"])
    if what == "older":
        copy_sources(origin, folder)
        return "an older state"
    name = chance.choice(list(EDITS))
    for path, before, after in EDITS[name]:
        if what == "touch":
            os.utime(folder / path)
        elif what == "edit" and after not in (folder / path).read_text():
            edit(folder / path, before, after)
        else:
            shutil.copy(origin / path, folder / path)
    return f"{what}: {name}"


def build_killed(folder, seconds):
    """Build, and kill it after a while, with all that it started."""
    running = build(folder, start_new_session=True)
    time.sleep(seconds)
    os.killpg(running.pid, signal.SIGKILL)
    running.communicate()


def succeed(said, *builds):
    """Wait for all builds, also when one fails: none is left behind."""
    printed = [running.communicate()[0] for running in builds]
    for running, text in zip(builds, printed, strict=True):
        assert running.returncode == 0, f"{said}\n{text}"


def test_all_build_the_same_with_any_store_anywhere_at_any_time(
    site, tmp_path
):
    chance = random.Random(SEED)
    origin = copy_repository(tmp_path / "origin", store="empty")
    warm = clone(tmp_path / "warm", store="warm")
    done = [f"seed {SEED}"]
    for _ in range(STEPS):
        done.append(change(warm, origin, chance))
        build_killed(warm, chance.uniform(0.3, 4))
        succeed(done, build(warm))
    beside = clone(tmp_path / "beside", store=warm)
    empty = clone(tmp_path / "another name", store="empty")
    done.append(change(warm, origin, chance))
    for folder in (beside, empty):
        copy_sources(warm, folder)
    later = build_later(empty, tmp_path / "home")
    succeed(done, build(warm), build(beside), later)
    assert was_later((tmp_path / "home/said").read_text())
    expected = files_of(empty / "site")
    assert len(expected) > 100
    for folder in (warm, beside):
        assert differences(files_of(folder / "site"), expected) == [], done


def test_differences_are_named():
    words = differences({"a.html": b"the same"}, {"a.html": b"the sign"})
    assert words[0].startswith("a.html, byte 5: ")
    assert differences({"a.html": b""}, {}) == ["a.html: one has it"]


def test_dates_are_those_of_the_commit(site):
    commit = int(git("log", "-1", "--format=%ct"))
    day = datetime.fromtimestamp(commit, UTC).date().isoformat()
    assert f"<lastmod>{day}</lastmod>" in (site / "sitemap.xml").read_text()


@pytest.mark.parametrize("name", EDITS)
def test_every_edit_finds_what_it_changes(name):
    texts = {}
    for path, before, after in EDITS[name]:
        assert path.split("/")[0] in SOURCES, f"no copy has {path}"
        text = texts.get(path) or (ROOT / path).read_text("utf-8")
        assert before in text, f"{path} does not hold {before!r}"
        texts[path] = text.replace(before, after)
