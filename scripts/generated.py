"""Keep docs/generated/: whole files, current ones left alone.

A step that is slow and seldom changes keeps a folder of its own in there,
with its own sources and its own stamp.
"""

import hashlib
import json
import sys
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "generated"
SOURCES = ["simplenet/*.py", "docs/programs/*.py", "scripts/**/*.py"]
STUDY_SOURCES = ["simplenet/*.py", "scripts/study.py"]


class Generated:
    """Write the files of a build, and know whether they are current."""

    def __init__(self, folder=FOLDER, sources=SOURCES):
        self.folder = folder
        self.sources = sources
        self.stamp = folder / "stamp.json"
        self.hashes = {}

    def is_current(self):
        """Tell whether every file is as these sources made it."""
        if not self.stamp.exists():
            return False
        stamp = json.loads(self.stamp.read_text("utf-8"))
        return stamp["sources"] == sources_digest(self.sources) and all(
            (self.folder / name).is_file()
            and digest((self.folder / name).read_bytes()) == expected
            for name, expected in stamp["files"].items()
        )

    def write(self, name, content):
        """Write text or bytes as a whole file, and only if they change."""
        data = content if isinstance(content, bytes) else content.encode()
        self.hashes[name] = digest(data)
        path = self.folder / name
        if path.exists() and path.read_bytes() == data:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(f"{path.name}.new")
        temporary.write_bytes(data)
        temporary.replace(path)

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
            "sources": sources_digest(self.sources),
            "files": dict(self.hashes),
        }
        self.write("stamp.json", json.dumps(stamp, indent=1))


def sources_digest(sources):
    """Identify all that the generated files are made from."""
    parts = [sys.version, version("numpy"), version("matplotlib")]
    for pattern in sources:
        for path in sorted(ROOT.glob(pattern)):
            parts.append(path.relative_to(ROOT).as_posix())
            parts.append(digest(path.read_bytes()))
    return digest("\n".join(parts).encode())


def digest(data):
    return hashlib.sha256(data).hexdigest()
