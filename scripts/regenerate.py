"""Make everything that the pages show: python -m scripts.regenerate [SITE]

Reads all sources at once. What they are is the key under which the store may
hold what they make. If it does not, scripts/content.py and scripts/notebook/
make it in a copy of these sources, which no edit can change while they work.
All of it goes to docs/generated/. Knows nothing of MkDocs.
"""

import os
import pickle
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts.browser.bundle import playground_script
from scripts.ground.errors import BuildError
from scripts.ground.files import write_folder, write_whole
from scripts.ground.keys import environment
from scripts.ground.places import CACHE, GENERATED, ROOT
from scripts.ground.store import clear, kept, key_of

CONTENT = [  # what facts, figures and outputs are made from
    "simplenet/*.py",
    "docs/programs/*",
    "docs/stylesheets/figures.css",
    "scripts/**/*",
]
CHAPTERS = ["docs/*.md", "docs/beyond/*.md", "mkdocs.yml"]


class Regeneration:
    """Everything made anew, unless it is kept: the pages' part at once, the
    notebook at the side.

    site: the address to which the notebook's links to other pages point.
    """

    def __init__(self, site="/"):
        self.folder = None
        self.child = None
        self.sources = read(CONTENT)
        chapters = read(CHAPTERS)
        self.pages_key = key_of(environment(), *flat(self.sources))
        self.key = key_of(self.pages_key, site, *flat(chapters))
        self.sources |= chapters
        try:
            if kept("notebook", self.key) is None:
                # The cells run at once; their text waits for the numbers.
                arguments = self.pages_key, self.key, site
                self.child = self.start("scripts.notebook", *arguments)
            self.write_pages()
        except BaseException:
            self.stop()
            raise

    def write_pages(self):
        """Bring all but the notebook up to date."""
        if kept("pages", self.pages_key) is None:
            finish(self.start("scripts.content", self.pages_key))
        files = pickle.loads(kept("pages", self.pages_key))
        script = playground_script().encode("utf-8")
        files |= {"playground/playground.js": script}
        write_folder(GENERATED, files, spare=["notebook"])

    def finish(self):
        """Wait for the notebook, and write it."""
        try:
            if self.child:
                finish(self.child)
        finally:
            self.stop()
        files = pickle.loads(kept("notebook", self.key))
        write_folder(GENERATED / "notebook", files)

    def start(self, module, *arguments):
        """Run a module in a copy of the sources."""
        if self.folder is None:
            self.folder = tempfile.TemporaryDirectory()
            copy_into(Path(self.folder.name), self.sources)
        return subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            cwd=self.folder.name,
            env=surroundings(),
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def stop(self):
        """Leave nothing behind: no process, no copy."""
        if self.child and self.child.poll() is None:
            self.child.terminate()
            self.child.wait()
        if self.folder:
            self.folder.cleanup()
            clear()
        self.folder = None


def read(patterns):
    """Read all files that the patterns name: {name: bytes}."""
    paths = sorted({p for each in patterns for p in ROOT.glob(each)})
    return {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for path in paths
        if path.is_file() and path.suffix != ".pyc"
    }


def flat(sources):
    return [part for pair in sources.items() for part in pair]


def copy_into(folder, sources):
    """Write sources, {name: bytes}, into a folder that shares our store."""
    for name, data in sources.items():
        write_whole(folder / name, data)
    CACHE.mkdir(exist_ok=True)
    (folder / CACHE.name).symlink_to(CACHE.resolve())


def surroundings():
    """Let all run alike on every machine, and on every day."""
    ours = {
        "JUPYTER_PREFER_ENV_PATH": "1",  # not the user's own kernel
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    return os.environ | ours


def finish(child):
    """Let a child know that it may end, and wait until it does."""
    _, said = child.communicate()
    if child.returncode:
        raise BuildError(said.strip())


if __name__ == "__main__":
    try:
        Regeneration(*sys.argv[1:]).finish()
    except BuildError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit("Stopped.")
