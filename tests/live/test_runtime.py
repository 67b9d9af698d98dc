"""The browser's Python comes from the first source that has the right file."""

import json
import os
import subprocess
import zipfile

import pytest

from scripts.browser import runtime
from scripts.browser.publish import site_files, versions_of
from scripts.browser.runtime import bring, digest, fetch
from scripts.browser.sources import (
    PINS,
    Source,
    Unreachable,
    from_official,
    local_folder,
)
from scripts.ground.errors import BuildError
from tests.repository import ROOT, copy_repository

GOOD = b"what was pinned"
PIN = digest(GOOD)


def source(name, data):
    """A source that gives the same bytes for any file, and counts."""
    asked = []

    def get(file_name):
        asked.append(file_name)
        if isinstance(data, Exception):
            raise data
        return data

    made = Source(name, get)
    made.asked = asked
    return made


def test_first_source_that_has_the_file_wins_and_the_cache_keeps_it(tmp_path):
    sources = [
        source("folder", FileNotFoundError()),
        source("official", GOOD),
        source("registries", GOOD),
    ]
    for _ in range(2):
        kept = fetch("a.wasm", PIN, sources, tmp_path)
        assert kept.read_bytes() == GOOD
    assert [len(each.asked) for each in sources] == [1, 1, 0]
    assert list(tmp_path.iterdir()) == [kept]


def test_broken_file_in_the_cache_is_fetched_again(tmp_path):
    (tmp_path / "a.wasm").write_bytes(b"half")
    kept = fetch("a.wasm", PIN, [source("official", GOOD)], tmp_path)
    assert kept.read_bytes() == GOOD


def test_wrong_hash_is_refused_by_name(tmp_path, capsys):
    wrong, good = source("folder", b"wrong"), source("official", GOOD)
    assert fetch("a.wasm", PIN, [wrong, good], tmp_path).exists()
    said = capsys.readouterr().err
    assert f"Refused a.wasm from folder: expected the SHA-256 {PIN}" in said
    assert digest(b"wrong") in said
    with pytest.raises(BuildError, match=r"Refused b\.wasm from folder"):
        fetch("b.wasm", PIN, [wrong], tmp_path)
    assert not (tmp_path / "b.wasm").exists()


def test_source_that_cannot_be_reached_is_asked_once(tmp_path, capsys):
    dead = source("official", Unreachable("no route"))
    assert bring(False, [dead], tmp_path) == {}
    assert bring(False, [dead], tmp_path) == {}
    assert len(dead.asked) == 1
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 2
    assert "pyodide.mjs could not be fetched (official: no route)" in said[0]
    assert said[0].endswith("The pages are published without Run.")
    with pytest.raises(BuildError, match=r"no route.*--require-live"):
        bring(True, [dead], tmp_path)


def test_without_matplotlib_only_plots_go_without_run(
    tmp_path, monkeypatch, capsys
):
    groups = {"python": {"a": PIN}, "matplotlib": {"b": digest(b"other")}}
    monkeypatch.setattr(runtime, "GROUPS", groups)
    has_a = Source("folder", lambda name: {"a": GOOD}[name])
    assert bring(False, [has_a], tmp_path) == {"python": [tmp_path / "a"]}
    assert "Programs that plot are published without" in capsys.readouterr()[1]


def test_official_distribution_is_tried_a_bounded_number_of_times(
    monkeypatch,
):
    tries = []

    def refuse(*_):
        tries.append(1)
        raise OSError("connection reset")

    monkeypatch.setattr("urllib.request.urlopen", refuse)
    with pytest.raises(Unreachable, match="connection reset after 2 tries"):
        from_official("pyodide.mjs")
    assert len(tries) == 2


def test_folder_that_is_named_must_exist(monkeypatch, tmp_path):
    monkeypatch.setenv("SIMPLENET_PYODIDE", str(tmp_path))
    assert local_folder() == tmp_path
    monkeypatch.setenv("SIMPLENET_PYODIDE", str(tmp_path / "none"))
    with pytest.raises(BuildError, match="SIMPLENET_PYODIDE: expected"):
        local_folder()


@pytest.fixture
def wheels(tmp_path):
    """Wheels that hold nothing but a licence, under their real names."""
    paths = []
    for name in ("numpy", "matplotlib"):
        path = tmp_path / PINS["packages"][name]["file_name"]
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(f"{name}.dist-info/LICENSE", f"© {name}")
            archive.writestr(f"{name}/code.py", "secret")
        paths.append(path)
    return {"python": paths[:1], "matplotlib": paths[1:]}


def test_site_lists_what_is_there_and_passes_the_licences_on(wheels):
    files = site_files(wheels)
    lock = json.loads(files["runtime/pyodide-lock.json"])
    assert list(lock["packages"]) == ["numpy", "matplotlib"]
    assert lock["packages"]["numpy"]["sha256"].startswith("0cad9c1b")
    licences = files["runtime/LICENSES.txt"]
    assert "© numpy" in licences
    assert "© matplotlib" in licences
    for words in ("means the form of the work preferred for making", "PSF"):
        assert words in licences  # the licences of Pyodide and of Python
    assert "secret" not in licences
    assert site_files({}) == {}


def test_versions_of_run_are_those_of_its_files(wheels, tmp_path):
    library = tmp_path / "python_stdlib.zip"
    with zipfile.ZipFile(library, "w") as archive:
        archive.writestr("_sysconfigdata_x.py", "'/python-3.99.7/lib'")
    found = wheels | {"python": [*wheels["python"], library]}
    assert versions_of(found) == {
        "Python": "3.99.7",
        "NumPy": PINS["packages"]["numpy"]["file_name"].split("-")[1],
        "Matplotlib": PINS["packages"]["matplotlib"]["file_name"].split("-")[
            1
        ],
    }
    assert versions_of({}) == {}


@pytest.mark.slow
def test_site_without_python_is_whole_but_has_no_run(site, tmp_path):
    """Build a copy of the repository that can reach nothing."""
    copy = copy_repository(tmp_path / "deep" / "copy")
    (copy / ".cache/runtime").unlink()
    nowhere = "http://127.0.0.1:9"
    env = os.environ | {
        "https_proxy": nowhere,
        "HTTPS_PROXY": nowhere,
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(tmp_path),
        "NPM_CONFIG_REGISTRY": nowhere,
        "NPM_CONFIG_FETCH_RETRIES": "0",
    }
    env.pop("SIMPLENET_PYODIDE", None)
    failed = build(copy, env, "--require-live")
    assert failed.returncode != 0
    assert "--require-live" in failed.stderr
    assert not (copy / "site").exists()
    built = build(copy, env)
    assert built.returncode == 0, built.stderr
    said = [s for s in built.stderr.splitlines() if "without Run" in s]
    assert len(said) == 1
    assert not (copy / "site" / "runtime").exists()
    page = (copy / "site" / "neuron" / "index.html").read_text("utf-8")
    assert 'data-program="neuron"' in page
    assert "live/find-programs.js" not in page


def build(copy, env, *arguments):
    return subprocess.run(
        ["scripts/build", *arguments],
        cwd=copy,
        env=env,
        capture_output=True,
        text=True,
    )


def test_unknown_argument_is_refused():
    refused = build(ROOT, os.environ, "--require-life")
    assert refused.returncode == 2
    assert "--require-live" in refused.stderr
