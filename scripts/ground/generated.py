"""Keep docs/generated/: whole files, current ones left alone.

Each step of a build has its own folder, sources and stamp; the folders of the
study and of the notebook lie within that of the pages.
"""

import hashlib
import json
import sys
from importlib.metadata import version

from scripts.ground.places import ROOT
from scripts.ground.sources import sources

SOURCES = [
    "simplenet/*.py",
    "docs/programs/*",
    "scripts/**/*.py",
    "pyproject.toml",  # what programs need
]
PLAYGROUND_SOURCES = [
    "docs/javascripts/playground/*.js",
    "scripts/browser/bundle.py",
]
STUDY_SOURCES = [
    "simplenet/*.py",
    "docs/programs/people.*",
    "scripts/chapters/measured.py",
    "scripts/chapters/study.py",
]
NOTEBOOK_SOURCES = [
    *SOURCES,
    "docs/*.md",  # the chapters
    "docs/beyond/people.md",  # whose programs it holds, too
    "docs/stylesheets/figures.css",  # the figures' colours
]


class Generated:
    """Write the files of a build, and know whether they are current."""

    def __init__(self, folder, sources=SOURCES, site=""):
        self.folder = folder
        self.sources = sources
        self.site = site
        self.stamp = folder / "stamp.json"
        self.hashes = {}

    def is_current(self):
        """Tell whether every file is as these sources made it."""
        if not self.stamp.exists():
            return False
        stamp = json.loads(self.stamp.read_text("utf-8"))
        return stamp["sources"] == self.sources_digest() and all(
            (self.folder / name).is_file()
            and digest((self.folder / name).read_bytes()) == expected
            for name, expected in stamp["files"].items()
        )

    def write(self, name, text):
        """Write one text file; see write_bytes."""
        self.write_bytes(name, text.encode("utf-8"))

    def write_bytes(self, name, data):
        """Write one file whole, and only if its bytes change."""
        self.hashes[name] = digest(data)
        write_if_new(self.folder / name, data)

    def finish(self):
        """Delete what this build did not write, and stamp the rest."""
        others = [path.parent for path in self.folder.glob("*/stamp.json")]
        for path in self.folder.rglob("*"):
            name = path.relative_to(self.folder).as_posix()
            ours = not any(map(path.is_relative_to, others))
            kept = [*self.hashes, "stamp.json"]
            if path.is_file() and ours and name not in kept:
                path.unlink()
        stamp = {
            "sources": self.sources_digest(),
            "files": dict(self.hashes),
        }
        self.write("stamp.json", json.dumps(stamp, indent=1))

    def sources_digest(self):
        """Identify all that the generated files are made from."""
        parts = [self.site, sys.version]
        parts += [version("numpy"), version("matplotlib")]
        for pattern in self.sources:
            for path in sources(ROOT, pattern):
                parts.append(path.relative_to(ROOT).as_posix())
                parts.append(digest(path.read_bytes()))
        return digest("\n".join(parts).encode())


def write_if_new(path, data):
    """Write a whole file or nothing, and nothing if it is there already.

    `mkdocs serve` watches the files: a needless write would make it loop.
    """
    if path.exists() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.new")
    temporary.write_bytes(data)
    temporary.replace(path)


def digest(data):
    return hashlib.sha256(data).hexdigest()
