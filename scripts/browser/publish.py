"""What the site publishes so that its programs run in the browser."""

import json
import re
import zipfile
from importlib.metadata import distribution
from pathlib import Path

from scripts.browser.runtime import PACKAGES
from scripts.browser.sources import PINS
from scripts.editor import bring_editor
from scripts.ground.files import link_or_copy
from scripts.ground.places import ROOT

# Our own files that run there, under the paths where they look for another.
OWN = [
    "docs/programs/people.csv",  # beside each program
    "docs/stylesheets/figures.css",
    "scripts/figures/__init__.py",
    "scripts/figures/style.py",
    "scripts/figures/svg.py",
    "scripts/browser/runner.py",
    "scripts/programs/__init__.py",
    "scripts/programs/plotting.py",
]
NOTICE = """\
The programs of this site run in your browser with the software below.
It is passed on unchanged, but for two names: pyodide.mjs and pyodide.asm.mjs
are here pyodide.js and pyodide.asm.js. The wheels (*.whl) are ZIP archives.

Pyodide {version} (pyodide.*, python_stdlib.zip)
    Mozilla Public License 2.0: https://mozilla.org/MPL/2.0/
    Source: https://github.com/pyodide/pyodide/tree/{version}
CPython, inside Pyodide
    Copyright (c) 2001 Python Software Foundation; All Rights Reserved
    Python Software Foundation License: https://docs.python.org/3/license.html
    Source: https://github.com/python/cpython
"""
# Pyodide's files hold no licence text; these packages, which a build needs,
# come under the same licences and carry their texts.
CARRIERS = {
    "Mozilla Public License 2.0": "pathspec",
    "Python Software Foundation License": "typing_extensions",
}


def site_files(found):
    """Return {address: text} of what a live site publishes of its own.

    found: {group: paths} of what scripts.browser.runtime could fetch.
    """
    if not found:
        return {}
    paths = [path for group in found.values() for path in group]
    editor = bring_editor()
    sizes = {
        group: sum(path.stat().st_size for path in files)
        for group, files in found.items()
    }
    if editor:
        sizes["editor"] = editor[0].stat().st_size
        own = {"javascripts/live/code-editor.js": editor[0]}
    return {
        **(own if editor else {}),
        "runtime/pyodide-lock.json": json.dumps(lock(paths)),
        "runtime/site.json": json.dumps(own_files()),
        "runtime/LICENSES.txt": licences(paths, editor),
        "javascripts/live/sizes.js": f"export default {json.dumps(sizes)};\n",
    }


def link_runtime(found, site_dir):
    """Publish the runtime itself: many megabytes, which need no copies."""
    for path in [path for group in found.values() for path in group]:
        link_or_copy(path, Path(site_dir, "runtime", address(path)))


def versions_of(found):
    """Tell what Run runs: {"Python": "3.14.2", …}, or nothing without it."""
    paths = [path for group in found.values() for path in group]
    packages = lock(paths)["packages"]
    names = {"numpy": "NumPy", "matplotlib": "Matplotlib"}
    versions = {
        name: packages[key]["version"]
        for key, name in names.items()
        if key in packages
    }
    for path in paths:
        if path.name == "python_stdlib.zip":
            versions["Python"] = python_of(path)
    return versions


def python_of(library):
    """Read Python's version out of its own standard library."""
    with zipfile.ZipFile(library) as archive:
        (name,) = [n for n in archive.namelist() if "_sysconfigdata" in n]
        settings = archive.read(name).decode("utf-8")
    return re.search(r"/python-(\d+\.\d+\.\d+)/", settings)[1]


def address(path):
    """Name a file so that every host serves it as what it is.

    Stock nginx does not know .mjs: it sends it as text, and no browser runs
    that as a module.
    """
    return path.with_suffix(".js").name if path.suffix == ".mjs" else path.name


def lock(paths):
    """Write Pyodide's list of packages, cut to those that are there."""
    there = {path.name for path in paths}
    packages = {
        name: package(name, pins)
        for name, pins in PACKAGES.items()
        if pins["file_name"] in there
    }
    return {"info": PINS["info"], "packages": packages}


def package(name, pins):
    """Describe one wheel the way Pyodide reads it."""
    return pins | {
        "name": name,
        "version": pins["file_name"].split("-")[1],
        "install_dir": "site",
        "package_type": "package",
        "unvendored_tests": False,
    }


def own_files():
    """Gather our own files: {path: text}."""
    return {path: (ROOT / path).read_text("utf-8") for path in OWN}


def licences(paths, editor=None):
    """Write the notices, and the texts of all licences."""
    parts = [NOTICE.format(**PINS)]
    for name, carrier in CARRIERS.items():
        text = distribution(carrier).read_text("licenses/LICENSE")
        parts.append(headed(name, text))
    for path in paths:
        if path.suffix == ".whl":
            parts += texts_in(path)
    if editor:
        parts.append(headed("CodeMirror", editor[1].read_text("utf-8")))
    return "\n".join(parts)


def texts_in(wheel):
    """List the licence texts inside a wheel, each below its name."""
    with zipfile.ZipFile(wheel) as archive:
        names = sorted(filter(is_licence, archive.namelist()))
        return [
            headed(f"{wheel.name}: {name}", archive.read(name).decode("utf-8"))
            for name in names
        ]


def headed(name, text):
    return f"{'=' * 72}\n{name}\n{'=' * 72}\n{text}"


def is_licence(name):
    path = Path(name)
    return (
        path.suffix != ".py"
        and (
            path.stem.upper().startswith(("LICEN", "COPYING"))
            or "dist-info/licenses/" in name
        )
        and not name.endswith("/")
    )
