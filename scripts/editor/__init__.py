"""Join the editor of the programs, CodeMirror, into one file for the pages.

npm brings CodeMirror and esbuild as package-lock.json pins them, into
.cache/editor; what esbuild joined stays there until one of its sources
changes, so that later builds need neither npm nor the network.
"""

import os
import sys
from pathlib import Path

from scripts.ground.errors import BuildError
from scripts.ground.npm import NpmFailed, install, node
from scripts.ground.places import CACHE, DOCS
from scripts.ground.store import key_of
from scripts.ground.turn import alone_in

HERE = Path(__file__).parent
SOURCES = DOCS / "javascripts" / "editor"
FOLDER = CACHE / "editor"
OPTIONS = ["--bundle", "--minify", "--format=esm", "--target=es2022"]
KEPT = 8  # files of earlier sources


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
    except NpmFailed as reason:
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
    lock = HERE / "package-lock.json"
    paths = [*sorted(SOURCES.glob("*.js")), lock, Path(__file__)]
    return key_of(*(part for p in paths for part in (p.name, p.read_bytes())))


def make(made, licences, cache):
    """Install what the lock names, and join it with our own modules."""
    cache.mkdir(parents=True, exist_ok=True)
    with alone_in(cache):
        modules = cache / "node_modules"
        install(cache, HERE)
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


def texts_in(modules):
    """Join the licences of all packages whose code is in the file."""
    found = sorted(modules.glob("**/LICENSE"))
    return "\n".join(
        f"{path.parent.relative_to(modules)}\n\n{path.read_text('utf-8')}"
        for path in found
        if "esbuild" not in path.parts[-2]
    )
