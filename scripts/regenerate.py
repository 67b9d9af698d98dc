"""Make everything that the pages show: python -m scripts.regenerate [SITE]

Reads all sources at once. What they are is the key under which the store may
hold what they make. If it does not, scripts/content.py and scripts/notebook/
make it in a copy of these sources, which no edit can change while they work.
All of it goes to docs/generated/. Knows nothing of MkDocs.
"""

import json
import pickle
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from scripts.browser.bundle import playground_script
from scripts.exercises.overview import overview
from scripts.ground.errors import BuildError
from scripts.ground.family import as_child, child_environment
from scripts.ground.files import write_folder, write_whole
from scripts.ground.keys import code_of, environment
from scripts.ground.places import CACHE, GENERATED, ROOT
from scripts.ground.sources import check_texts, sources
from scripts.ground.store import clear, keep, kept, key_of
from scripts.ground.turn import held
from scripts.pages.names import named_in

CONTENT = [  # what facts, figures and outputs are made from
    "simplenet/*.py",
    "docs/programs/*",
    "docs/exercises/*",
    "docs/stylesheets/figures.css",
    "scripts/**/*",
    "pyproject.toml",
]
CHAPTERS = ["docs/*.md", "docs/beyond/*.md", "mkdocs.yml"]
JUDGE = "scripts.chapters.equations.judge"
FORMULAS = "formulas.json"  # what it judges


class Regeneration:
    """One making of everything, of which most may be kept already.

    site: the address to which the notebook's links to other pages point.
    Call start() as early as can be, and stop() in the end, whatever happened.
    """

    def __init__(self, site="/"):
        self.folder = None  # of the copy of the sources
        self.children = {}
        self.values = {}  # all that a page may name
        self.verdicts = None  # the key under which it is kept that all agree
        check_texts()
        self.sources = read(CONTENT)
        chapters = read(CHAPTERS)
        self.pages = key_of(environment(), *flat(self.sources))
        self.notebook = key_of(self.pages, site, *flat(chapters))
        self.chapters = key_of(*flat(chapters))
        self.sources |= chapters
        self.site = site

    def start(self):
        """Start to make what is not kept."""
        if kept("notebook", self.notebook) is None:
            # Its cells run at once; its text waits for the numbers.
            arguments = self.pages, self.notebook, self.site
            self.run("scripts.notebook", *arguments)
        if kept("pages", self.pages) is None:
            self.run("scripts.content", self.pages)
        if kept("judged", code_of(JUDGE)) is None:
            # Most equations will be what they were when these chapters were
            # built before, and can be judged before the pages are there.
            likely = kept("formulas", self.chapters) or b"{}"
            write_whole(self.copy() / FORMULAS, likely)
            self.run(JUDGE, FORMULAS, "soon")

    def make_pages(self):
        """Wait for all but the notebook, and write it."""
        if "scripts.content" in self.children:
            self.wait_for("scripts.content")
        self.go_on("scripts.notebook")
        files = pickle.loads(kept("pages", self.pages))
        script = playground_script().encode("utf-8")
        files |= {"playground/playground.js": script}
        files |= {"exercises/all.md": overview().encode("utf-8")}
        self.values = json.loads(files["values.json"])
        files |= {"facts.json": self.facts()}
        write_folder(GENERATED, files, spare=["notebook"])

    def facts(self):
        """Choose, of all that pages may name, what they do name."""
        texts = [
            data.decode("utf-8")
            for name, data in self.sources.items()
            if name.startswith("docs/")
        ]
        named = named_in(texts, self.values)
        return json.dumps(named, indent=1).encode("utf-8")

    def make_notebook(self):
        """Wait for the notebook, and write it."""
        self.wait_for("scripts.notebook")
        files = pickle.loads(kept("notebook", self.notebook))
        write_folder(GENERATED / "notebook", files)

    def start_to_judge(self, formulas):
        """Compare the equations of all pages with the code, at the side.

        formulas: {page: [(id or None, TeX), …]}.
        """
        asked = json.dumps(formulas, sort_keys=True).encode("utf-8")
        keep("formulas", self.chapters, asked)  # what start() calls likely
        self.verdicts = key_of(self.pages, asked)
        if JUDGE in self.children or kept("verdicts", self.verdicts) is None:
            write_whole(self.copy() / FORMULAS, asked)
            if JUDGE not in self.children:
                self.run(JUDGE, FORMULAS, "now")
            self.go_on(JUDGE)

    def judge(self):
        """Raise BuildError if an equation does not say what the code does."""
        if JUDGE in self.children:
            self.wait_for(JUDGE)
            keep("verdicts", self.verdicts, b"All agree.")
            # A later build then expects to find most verdicts in the store.
            keep("judged", code_of(JUDGE), b"by this code")

    def copy(self):
        """Give the folder in which the sources stand still."""
        if self.folder is None:
            self.folder = tempfile.TemporaryDirectory()
            copy_into(Path(self.folder.name), self.sources)
        return Path(self.folder.name)

    def run(self, module, *arguments):
        """Run a module there, beside this process."""
        self.children[module] = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            cwd=self.copy(),
            env=surroundings(),
            pass_fds=held(),  # another build waits until this has ended
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def go_on(self, module):
        """Let a module know that all it waits for is there, if it runs."""
        if child := self.children.get(module):
            with suppress(BrokenPipeError):  # what it says is heard later
                print(file=child.stdin, flush=True)

    def wait_for(self, module):
        """Wait for a module's end; raise BuildError if it failed."""
        if child := self.children.get(module):
            _, said = child.communicate()
            del self.children[module]
            if child.returncode:
                ended = f"{module} ended with {child.returncode}."
                raise BuildError(said.strip() or ended)

    def stop(self):
        """Leave nothing behind: no process, no copy."""
        for child in self.children.values():
            child.terminate()
            child.communicate()
        self.children = {}
        if self.folder:
            self.folder.cleanup()
            clear()
        self.folder = None


# What a build began to make while MkDocs, which asks for it, was imported
begun = []


def begin(site):
    """Begin to make what the pages of a site show."""
    work = Regeneration(site)
    begun.append(work)
    work.start()


def begun_for(site):
    """Give the work that began for a site; if none did, begin."""
    if [work.site for work in begun] != [site]:
        give_up()
        begin(site)
    return begun.pop()


def give_up():
    """Stop what nobody asked for."""
    while begun:
        begun.pop().stop()


def read(patterns):
    """Read all files that the patterns name: {name: bytes}."""
    return {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for pattern in patterns
        for path in sources(ROOT, pattern)
        if path.is_file() and path.suffix != ".pyc"
    }


def flat(sources):
    return [part for pair in sources.items() for part in pair]


def copy_into(folder, sources):
    """Write sources, {name: bytes}, into a folder that shares our store."""
    for parent in {Path(name).parent for name in sources}:
        (folder / parent).mkdir(parents=True, exist_ok=True)
    for name, data in sources.items():
        (folder / name).write_bytes(data)
    CACHE.mkdir(exist_ok=True)
    (folder / CACHE.name).symlink_to(CACHE.resolve())


def surroundings():
    """Let all run alike on every machine, and on every day."""
    return child_environment() | {
        "JUPYTER_PREFER_ENV_PATH": "1",  # not the user's own templates
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def main(site="/"):
    work = begun_for(site)
    try:
        work.make_pages()
        work.make_notebook()
    finally:
        work.stop()


if __name__ == "__main__":
    as_child(main)
