"""site/ is a whole site at every moment, the old one or the new one."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from scripts import whole
from scripts.ground.errors import BuildError
from tests.repository import ROOT

COUNT = 50  # files of a small site


def fill(folder, text):
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(COUNT):
        (folder / f"{number}.html").write_text(text)
    return folder


def texts(folder):
    """What the files hold: one text if they come from one build."""
    files = list(folder.iterdir())
    assert len(files) == COUNT
    return {path.read_text() for path in files}


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A folder with an old site, in which main() builds a new one."""

    def build(*arguments):
        fill(Path(arguments[-1]), "new")

    monkeypatch.setattr(whole, "SITE", tmp_path / "site")
    monkeypatch.setattr(whole, "take_turn", lambda: None)
    monkeypatch.setattr(whole, "begin", lambda site: None)
    monkeypatch.setattr(whole, "mkdocs", build)
    fill(tmp_path / "site", "old")
    return tmp_path


@pytest.fixture(params=["one step", "two steps"])
def steps(request, monkeypatch):
    if request.param == "two steps":  # as where a disk knows no exchange
        monkeypatch.setattr(whole, "exchanged", lambda *_: False)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_new_site_takes_the_place_of_the_old_one(place, steps):
    whole.main()
    assert texts(place / "site") == {"new"}
    assert names(place) == ["site"]
    assert (place / "site").stat().st_mode & 0o055 == 0o055  # for a server


def test_first_site_is_put_in_its_place(place):
    shutil.rmtree(place / "site")
    whole.main()
    assert texts(place / "site") == {"new"}
    assert names(place) == ["site"]


def test_site_behind_a_link_is_replaced_and_the_link_kept(place, steps):
    (place / "www").mkdir()
    (place / "site").rename(place / "www/tutorial")
    (place / "site").symlink_to("www/tutorial")
    whole.main()
    assert (place / "site").is_symlink()
    assert texts(place / "www/tutorial") == {"new"}
    assert names(place / "www") == ["tutorial"]


def test_build_that_fails_leaves_the_old_site(place, monkeypatch):
    def fail(*arguments):
        fill(Path(arguments[-1]), "half")
        raise OSError(28, "No space left on device", "x.html")

    monkeypatch.setattr(whole, "mkdocs", fail)
    with pytest.raises(OSError, match="No space"):
        whole.main()
    assert texts(place / "site") == {"old"}
    assert names(place) == ["site"]


def test_site_that_cannot_be_replaced_stays(place, monkeypatch):
    rename = Path.rename

    def refuse(path, target):  # as for a folder that is a disk of its own
        if path.name == "site":
            raise OSError(16, "Device or resource busy")
        return rename(path, target)

    monkeypatch.setattr(whole, "exchanged", lambda *_: False)
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(BuildError, match=r"Cannot put .*resource busy"):
        whole.main()
    assert texts(place / "site") == {"old"}
    assert names(place) == ["site"]


def test_old_site_comes_back_if_the_new_one_cannot_be_put(place, monkeypatch):
    rename = Path.rename

    def refuse(path, target):
        if path.name.startswith("site.new"):
            raise OSError(5, "Input/output error")
        return rename(path, target)

    monkeypatch.setattr(whole, "exchanged", lambda *_: False)
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(BuildError, match="Input/output error"):
        whole.main()
    assert texts(place / "site") == {"old"}
    assert names(place) == ["site"]


def test_next_build_mends_what_a_dead_one_left(place, monkeypatch):
    fill(place / "site.new-abc", "half")
    (place / "site").rename(place / "site.old")  # died between two steps

    def build(*arguments):
        assert texts(place / "site") == {"old"}
        fill(Path(arguments[-1]), "new")

    monkeypatch.setattr(whole, "mkdocs", build)
    whole.main()
    assert texts(place / "site") == {"new"}
    assert names(place) == ["site"]


def test_file_in_the_place_of_the_site_is_not_lost(place):
    shutil.rmtree(place / "site")
    (place / "site").write_text("mine")
    with pytest.raises(BuildError, match="expected a folder, or nothing"):
        whole.main()
    assert (place / "site").read_text() == "mine"


@pytest.fixture
def nobody(monkeypatch):
    """A folder of a user who is not root; the test then is that user."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    fill(folder / "site", "old")
    fill(folder / "site/locked", "old").chmod(0o555)
    if os.geteuid() == 0:
        os.chown(folder, 65534, 65534)
        os.chown(folder / "site", 65534, 65534)
        os.seteuid(65534)
    yield folder
    if os.getuid() == 0:
        os.seteuid(0)
    for path in folder.rglob("locked"):
        path.chmod(0o755)
    shutil.rmtree(folder)


def test_what_may_not_be_deleted_is_kept_beside_the_site(nobody, capsys):
    site = nobody / "site"
    whole.put_in_place(fill(nobody / "site.new-1", "new"), site)
    whole.delete([nobody / "site.new-1"])
    assert texts(site) == {"new"}
    said = capsys.readouterr().err
    assert "Cannot delete" in said
    assert "Permission denied" in said
    assert said.count("\n") == 1
    assert texts(nobody / "site.new-1/locked") == {"old"}


def test_folder_that_may_not_be_written_is_named(nobody):
    nobody.chmod(0o555)
    try:
        with pytest.raises(BuildError, match=r"Cannot build.*Permission"):
            whole.work_folder(nobody / "site")
    finally:
        nobody.chmod(0o755)


SWAP_FOR_EVER = """
import sys
from pathlib import Path
from scripts.whole import put_in_place
print("ready", flush=True)
while True:
    put_in_place(Path("site.new-1"), Path("site"))
"""


def test_site_is_whole_whenever_the_swap_is_killed(tmp_path):
    fill(tmp_path / "site", "old")
    fill(tmp_path / "site.new-1", "new")
    for _ in range(3):
        swapping = subprocess.Popen(
            [sys.executable, "-c", SWAP_FOR_EVER],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
        )
        swapping.stdout.readline()
        end = time.monotonic() + 0.1
        while time.monotonic() < end:  # a reader finds it at any time
            assert (tmp_path / "site/0.html").exists()
        swapping.kill()
        swapping.communicate()
        found = texts(tmp_path / "site"), texts(tmp_path / "site.new-1")
        assert found in [({"old"}, {"new"}), ({"new"}, {"old"})]


TAKE_TURN = """
import sys, time
from pathlib import Path
from scripts.ground.turn import take_turn
take_turn(Path("."))
print("mine", flush=True)
sys.stdin.read()
"""


def test_builds_take_turns_and_a_dead_one_holds_nobody_up(tmp_path):
    first, second = (
        subprocess.Popen(
            [sys.executable, "-c", TAKE_TURN],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    )
    running = {
        first.stdout.readline(): first,
        second.stdout.readline(): second,
    }
    waiting = "Another build works here; waiting for it to end …\n"
    assert set(running) == {"mine\n", waiting}
    running["mine\n"].send_signal(signal.SIGKILL)
    assert running[waiting].stdout.readline() == "mine\n"
    for each in (first, second):
        each.communicate()
