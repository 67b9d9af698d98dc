"""Build the pages with Zensical: python -m scripts.zensical FOLDER

Material for MkDocs is maintained until May 2027; Zensical is its successor.
It reads the same mkdocs.yml and Markdown, but has no hooks. So this takes
the steps of hooks.py around it, in FOLDER: fill in facts, build, typeset the
formulas, add the files to download. Run scripts.regenerate before it.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from scripts.evidence.provenance import (
    about_build,
    count_files,
    downloads,
    evidence,
    in_words,
    notebook_downloads,
    write_provenance,
)
from scripts.ground.errors import BuildError
from scripts.ground.nav import NOTEBOOK
from scripts.ground.places import GENERATED, ROOT
from scripts.pages.links import note_targets
from scripts.pages.mathematics import typeset_pages
from scripts.pages.policy import guard
from scripts.pages.sentences import fill_facts
from scripts.pages.snippets import check_snippets

SOURCES = ["docs", "simplenet", "scripts", "mkdocs.yml"]
ARTICLE = re.compile(r"(?<=<article)([^>]*>)(.*)(?=</article>)", re.DOTALL)


def main(folder):
    """Build in a folder that is empty or new; the site is FOLDER/site."""
    folder = Path(folder)
    copy_sources(folder)
    about = about_this_build(folder)
    fill_pages(folder / "docs", in_words(about))
    build(folder)
    finish_pages(folder / "site")
    add_files(folder / "site")
    guard(folder / "site")
    count_files(folder / "site")
    write_provenance(folder / "site", about)


def copy_sources(folder):
    folder.mkdir(parents=True, exist_ok=True)
    ignored = shutil.ignore_patterns("__pycache__")
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=ignored)
        else:
            shutil.copy(ROOT / name, folder)


def about_this_build(folder):
    """Tell what the site is made from; see scripts.evidence.provenance."""
    from zensical.config import parse_config

    config = parse_config(str(folder / "mkdocs.yml"))
    site, repository = config["site_url"], config["extra"]["repository"]
    about = about_build(site, repository, live={})
    others = {"MkDocs": None, "Material for MkDocs": None}
    about["versions"] |= others | {"Zensical": version("zensical")}
    return about


def fill_pages(docs, more_facts):
    """Put the facts into the Markdown, which a hook does in MkDocs."""
    facts = json.loads((GENERATED / "values.json").read_text("utf-8"))
    for path in docs.rglob("*.md"):
        if not path.is_relative_to(docs / "generated"):
            page = path.relative_to(docs).as_posix()
            text = path.read_text("utf-8")
            check_snippets(page, text)
            filled = fill_facts(page, text, facts | more_facts)
            path.write_text(filled, "utf-8")
    # The notebook's page: now its headings, later its HTML
    headings = re.findall(r"<h([12])[^>]*>(.*?)</h", notebook_html())
    lines = [f"{'#' * int(level)} {words}\n" for level, words in headings]
    (docs / NOTEBOOK).write_text("\n".join(lines), "utf-8")


def notebook_html():
    return (GENERATED / "notebook" / "page.html").read_text("utf-8")


def build(folder):
    command = [sys.executable, "-m", "zensical", "build", "--strict"]
    done = subprocess.run(
        command,
        cwd=folder,
        env=os.environ | {"NO_COLOR": "1"},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise BuildError(
            f"Zensical could not build the pages:\n{done.stdout}{done.stderr}"
        )


def finish_pages(site):
    """Typeset the formulas of all pages, and mend links to files."""
    html = {path: path.read_text("utf-8") for path in site.rglob("*.html")}
    found = {path: ARTICLE.search(html[path]) for path in html}
    articles = {str(path): found[path][2] for path in html if found[path]}
    notebook = site / Path(NOTEBOOK).stem / "index.html"
    articles[str(notebook)] = notebook_html()
    for name, article in typeset_pages(articles).items():
        path = Path(name)
        up = "../" * (len(path.relative_to(site).parts) - 1)
        # Zensical leaves /programs/x.py as it is: the root of the host.
        article = re.sub(r' href="/(?!/)', f' href="{up}', article)
        url = path.relative_to(site).as_posix().removesuffix("index.html")
        article = note_targets(article, url)
        start, end = found[path].span(2)
        whole = f"{html[path][:start]}{article}{html[path][end:]}"
        path.write_text(whole, "utf-8")


def add_files(site):
    """Publish programs, outputs, facts and downloads beside the pages."""
    files = downloads() | evidence() | notebook_downloads()
    for name, source in files.items():
        target = site / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(source, Path):
            shutil.copyfile(source, target)
        else:
            target.write_text(source, "utf-8")


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except BuildError as error:
        sys.exit(str(error))
