"""Build the site in a copy of the repository; two plain sites beside it."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

from scripts.benchmarks.measure import in_turns
from scripts.ground.errors import BuildError
from scripts.ground.places import ROOT


def measure_building(rounds):
    """Measure builds in a temporary folder, which is deleted in the end."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        copy_repository(copy)
        build(copy, "mkdocs.yml")  # fill docs/generated for the plain sites
        bare = bare_site(copy, Path(folder) / "bare")
        jupyter = jupyter_site(copy, Path(folder) / "jupyter")
        things = [
            ("clean", 1, lambda _: clean_build(copy), ""),
            ("unchanged", 1, lambda _: build(copy, "mkdocs.yml"), ""),
            edited(copy, "a chapter", "docs/loss.md", "\nA line more.\n"),
            edited(copy, "a program", "docs/programs/loss.py", "# more\n"),
            edited(copy, "simplenet", "simplenet/loss.py", "# more\n"),
            ("bare Material", 1, lambda _: build(*bare), "the same pages"),
            (
                "plain mkdocs-jupyter",
                1,
                lambda _: build(*jupyter),
                "the same text, one notebook",
            ),
        ]
        return in_turns(things, rounds)


def edited(copy, what, name, words):
    """Measure a build after one more line in a file."""

    def run(number):
        with (copy / name).open("a", encoding="utf-8") as file:
            file.write(words)
        build(copy, "mkdocs.yml")

    return f"after an edit to {what}", 1, run, ""


def copy_repository(copy):
    """Copy what git knows, as it is now in the folder."""
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


def clean_build(copy):
    shutil.rmtree(copy / "docs" / "generated")
    shutil.rmtree(copy / "site")
    build(copy, "mkdocs.yml")


def build(folder, config):
    """Run mkdocs in a folder, without whatever warms one build for another."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "--quiet", "build", "-f", config],
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise BuildError(
            f"benchmark: expected {config} to build, it said:\n"
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
    return folder, "mkdocs.yml"
