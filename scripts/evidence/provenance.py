"""Say what a site was made from, so that anyone can check it or make it anew.

The build publishes this as provenance.json; docs/verify.md says it in words.
"""

import hashlib
import json
import os
import platform
from importlib.metadata import version
from pathlib import Path

from scripts.browser.sources import PINS
from scripts.figures.standalone import standalone
from scripts.ground.git import git
from scripts.ground.places import GENERATED, OFFLINE, PROGRAMS, ROOT
from scripts.ground.sources import sources

# Stands on a page for how many files there are, until all of them are there
COUNT = "(number of files)"


def downloads():
    """Return {address: path} of what is published to be taken along."""
    starts = GENERATED.glob("study/starts/*.bin")
    programs = [*GENERATED.glob("programs/*.py"), *PROGRAMS.glob("*.csv")]
    files = {f"starts/{path.name}": path for path in starts}
    files |= {f"programs/{path.name}": path for path in programs}
    exercises = GENERATED.glob("exercises/*.py")
    files |= {f"exercises/{path.name}": path for path in exercises}
    return files | {
        "facts.json": GENERATED / "facts.json",
        "people.json": GENERATED / "people.json",
        "playground.js": GENERATED / "playground" / "playground.js",
        "playground.json": GENERATED / "playground.json",
        "seeds.json": GENERATED / "study" / "seeds.json",
    }


def notebook_downloads():
    """Return the same for what is made of the notebook, and later."""
    made = GENERATED / "notebook"
    return {
        "downloads/tutorial.ipynb": made / "executed.ipynb",
        "downloads/tutorial-clean.ipynb": made / "tutorial.ipynb",
        "downloads/tutorial.py": made / "tutorial.py",
        "downloads/simplenet.zip": made / "simplenet.zip",
    }


def evidence():
    """Return {address: path or text} of what is published to be checked."""
    files = {f"outputs/{p.name}": p for p in GENERATED.glob("outputs/*.txt")}
    for path in GENERATED.glob("figures/*.svg"):
        svg = path.read_text("utf-8")
        files[f"figures/{path.name}"] = standalone(svg)
    files["verify.py"] = Path(__file__).with_name("verify.py")
    # For links and the count; filled when all is there
    return files | dict.fromkeys(
        ["provenance.json", OFFLINE, *notebook_downloads()], ""
    )


def about_build(site, repository, live):
    """Tell from what, with what and for which address a site is made.

    live: the versions of what runs programs in the page, if they do.
    """
    return {
        "site": site,
        "repository": repository or None,
        **source(ROOT),
        "source_date_epoch": int(os.environ.get("SOURCE_DATE_EPOCH", 0)),
        "versions": versions(live),
        "in_browser": live,
    }


def source(folder):
    """Tell which commit the folder holds, and whether anything was changed.

    Both are None if that cannot be known: no Git, or no repository.
    """
    top = git("rev-parse", "--show-toplevel", folder=folder)
    commit = git("rev-parse", "HEAD", folder=folder)
    if commit is None or Path(top) != folder:  # within another repository
        return {"commit": None, "changed": None}
    changes = git("status", "--porcelain", folder=folder)
    return {"commit": commit, "changed": bool(changes)}


def versions(live):
    """Name all that has a part in what the pages show."""
    mathjax, _, _ = version("django-static-mathjax").rpartition(".")
    return {
        "Python": platform.python_version(),
        "NumPy": version("numpy"),
        "Matplotlib": version("matplotlib"),
        "MathJax": mathjax,
        "Pyodide": PINS["version"] if live else None,
        "MkDocs": version("mkdocs"),
        "Material for MkDocs": version("mkdocs-material"),
    }


def in_words(about):
    """Put it as facts that a page can show."""
    names = {
        f"built_with_{name.split()[0].lower()}": text or "not used"
        for name, text in about["versions"].items()
    }
    return names | {
        **{
            f"run_with_{name.lower()}": about["in_browser"].get(name)
            or "not used"
            for name in ("Python", "NumPy", "Matplotlib")
        },
        "built_from": built_from(about),
        "built_for": built_for(about),
        "published_files": COUNT,
        "published_programs": len(sources(PROGRAMS, "*.py")),
        "site": about["site"],
    }


def built_for(about):
    """Write the settings of the build as a shell reads them."""
    words = f"SITE_URL={about['site']}"
    if about["repository"]:
        words += f" REPOSITORY_URL={about['repository']}"
    return words


def built_from(about):
    if about["commit"] is None:
        return "files of which no commit is known"
    words = f"commit `{about['commit']}`"
    if about["repository"]:
        words += f" of [its repository]({about['repository']})"
    if about["changed"]:
        words += ", with changes that were not committed"
    return words


def count_files(site_folder):
    """Write on the pages how many files are published, all being there."""
    _, paths = published(site_folder)
    for path in paths:
        if path.suffix in (".html", ".json"):  # pages, and the search
            text = path.read_text("utf-8")
            if COUNT in text:
                path.write_text(text.replace(COUNT, f"{len(paths)}"), "utf-8")


def write_provenance(site_folder, about):
    """Write provenance.json, with the SHA-256 of all that is published."""
    site = Path(site_folder)
    values = json.loads((GENERATED / "values.json").read_text("utf-8"))
    seed = values["training.seed"]
    own, paths = published(site)
    files = {path.relative_to(site).as_posix(): sha256(path) for path in paths}
    text = json.dumps(about | {"seed": seed, "files": files}, indent=1)
    own.write_text(f"{text}\n", "utf-8")


def published(site_folder):
    """Return the path of provenance.json, and those of all other files."""
    site = Path(site_folder)
    own = site / "provenance.json"  # a file cannot hold its own SHA-256
    return own, sorted(p for p in site.rglob("*") if p.is_file() and p != own)


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()
