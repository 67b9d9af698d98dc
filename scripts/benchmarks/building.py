"""Build the site in a copy of the repository; two plain sites beside it."""

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import yaml

from scripts.benchmarks.measure import in_turns
from scripts.benchmarks.serving import saved, serving
from scripts.ground.errors import BuildError
from scripts.ground.places import ROOT
from scripts.pages.styles import JOINED

OURS = ("scripts.whole",)  # what scripts/build calls
# What is edited, in which file, what stands there, what takes its place. Each
# edit finds its words again when it was made before: every round is new.
EDITS = {
    "a chapter": ("docs/loss.md", "You will ", "You will soon "),
    "a program that the notebook does not show": (
        "docs/programs/layers.py",
        "import numpy",
        "import math\nimport numpy",
    ),
    "a program of the notebook": (
        "docs/programs/loss.py",
        "0, 0])",
        "0, 0]) * 1",
    ),
    "a docstring in simplenet": (
        "simplenet/loss.py",
        '"""Average',
        '"""Average Average',
    ),
    "mse_loss": ("simplenet/loss.py", "2).mean()", "2).mean() * 1"),
}


def measure_building(rounds):
    """Measure builds in a temporary folder, which is deleted in the end."""
    with sites() as (copy, bare, jupyter):
        things = [
            ("bare Material", 1, lambda _: build(bare), "the same pages"),
            ("unchanged", 1, lambda _: build(copy, OURS), ""),
            *[edited(copy, what) for what in EDITS],
            ("clean", 1, lambda _: clean_build(copy), "nothing stored"),
            (
                "plain mkdocs-jupyter",
                1,
                lambda _: build(jupyter),
                "the same text, one notebook",
            ),
        ]
        return in_turns(things, rounds)


def measure_serving(rounds):
    """Measure from saving a file until the server gives the new page."""
    with (
        sites() as (copy, bare, _),
        serving(bare) as plain,
        serving(copy) as ours,
    ):
        chapter, style = "docs/loss.md", "docs/stylesheets/site.css"
        program = "programs/loss.py"
        things = [
            saved("bare Material, a chapter", plain, chapter, "loss/"),
            saved("a chapter", ours, chapter, "loss/"),
            saved("a stylesheet", ours, style, JOINED),
            saved("a program", ours, f"docs/{program}", program),
        ]
        return in_turns(things, rounds)


@contextmanager
def sites():
    """Make a copy of the repository, built once, and two plain sites."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        copy_repository(copy)
        build(copy, OURS)  # fill docs/generated for the plain sites
        bare = bare_site(copy, Path(folder) / "bare")
        jupyter = jupyter_site(copy, Path(folder) / "jupyter")
        yield copy, bare, jupyter


def edited(copy, what):
    """Measure a build after an edit."""
    name, before, after = EDITS[what]

    def run(number):
        path = copy / name
        text = path.read_text("utf-8")
        path.write_text(text.replace(before, after, 1), "utf-8")
        build(copy, OURS)

    return f"after an edit to {what}", 1, run, ""


def copy_repository(copy):
    """Copy what git knows, as it is in the folder, and what was fetched."""
    listed = subprocess.run(
        [
            "git",
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, copy / name)
    for name in ("editor", "runtime"):  # else they are fetched once more
        if (ROOT / ".cache" / name).is_dir():
            ignored = shutil.ignore_patterns("node_modules")
            target = copy / ".cache" / name
            shutil.copytree(ROOT / ".cache" / name, target, ignore=ignored)


def clean_build(copy):
    for made in ("docs/generated", "site", ".cache/made"):
        shutil.rmtree(copy / made)
    build(copy, OURS)


def build(folder, tool=("mkdocs", "--quiet", "build")):
    """Build in a folder, without whatever warms one build for another."""
    done = subprocess.run(
        [sys.executable, "-m", *tool],
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise BuildError(
            f"benchmark: expected {folder.name} to build, it said:\n"
            + done.stdout
            + done.stderr
        )


def bare_site(copy, folder):
    """Make a site of the same Markdown: no hooks, nothing but the theme."""
    shutil.copytree(copy / "docs", folder / "docs")
    shutil.copytree(copy / "simplenet", folder / "simplenet")
    config = {
        "site_name": "Bare",
        "theme": {"name": "material", "font": False},
        "exclude_docs": "/generated/\n/programs/\n",
        "markdown_extensions": [
            *("admonition", "attr_list", "md_in_html", "tables"),
            *("pymdownx.highlight", "pymdownx.superfences"),
            {"pymdownx.snippets": {"base_path": [".", "docs/generated"]}},
        ],
    }
    return write_config(folder, config)


def jupyter_site(copy, folder):
    """Make a site of the tutorial as one notebook, run by mkdocs-jupyter."""
    (folder / "docs").mkdir(parents=True)
    notebook = copy / "docs" / "generated" / "notebook" / "tutorial.ipynb"
    shutil.copy(notebook, folder / "docs" / "index.ipynb")
    shutil.copy(copy / "docs/programs/people.csv", folder / "docs")
    options = {"execute": True, "cache": False, "allow_errors": False}
    config = {
        "site_name": "Jupyter",
        "theme": {"name": "material", "font": False},
        "plugins": [{"mkdocs-jupyter": options}],
    }
    return write_config(folder, config)


def write_config(folder, config):
    text = yaml.safe_dump(config, sort_keys=False)
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    return folder
