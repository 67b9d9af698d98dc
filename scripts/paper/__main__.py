"""Print the tutorial as one PDF: python -m scripts.paper [FILE]"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts.ground.errors import BuildError
from scripts.ground.places import ROOT
from scripts.paper.book import book

BROWSERS = ("chromium", "google-chrome", "chromium-browser", "chrome")
OPTIONS = [
    "--headless",
    "--no-sandbox",  # which a container may not allow; it opens our own file
    "--disable-gpu",
    "--generate-pdf-document-outline",
    "--no-pdf-header-footer",
]
SECONDS = 180


def main(target):
    """Print site/ into a file, whole or not at all."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        raise BuildError(
            f"Expected one of {', '.join(BROWSERS)}, found none. Install "
            "Chromium; the site itself needs no PDF."
        )
    site = (ROOT / "site").resolve()
    with tempfile.TemporaryDirectory() as folder:
        page, made = Path(folder, "book.html"), Path(folder, "book.pdf")
        page.write_text(book(site, address_of(site)), "utf-8")
        print_page(browser, page, made)
        shutil.move(made, target)
    print(f"The tutorial is in {target}.")


def address_of(site):
    """Give the address for which a site was built."""
    path = site / "provenance.json"
    if not path.is_file():
        raise BuildError(
            f"{path}: expected a built site, found none. Run scripts/build "
            "first."
        )
    return json.loads(path.read_text("utf-8"))["site"]


def print_page(browser, page, target):
    command = [browser, *OPTIONS, f"--user-data-dir={page.parent / 'profile'}"]
    command += [f"--print-to-pdf={target}", page.as_uri()]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=SECONDS
        )
        said = done.stderr.strip()
    except subprocess.TimeoutExpired:
        said = f"it took more than {SECONDS} seconds"
    if not target.is_file():
        raise BuildError(
            f"{browser}: expected a PDF of the tutorial, got none: "
            f"{said[-300:]}"
        )


if __name__ == "__main__":
    try:
        main(Path(*sys.argv[1:2] or ["simplenet.pdf"]))
    except BuildError as error:
        sys.exit(str(error))
