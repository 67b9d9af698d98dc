"""Build the site once, for all tests that read it."""

import os
import shutil
import subprocess
import threading
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Page:
    """A published page: its address under the site's root, and its HTML."""

    url: str
    html: str

    @property
    def soup(self):
        return BeautifulSoup(self.html, "html.parser")

    @property
    def article(self):
        return self.soup.select_one("article")


@pytest.fixture(scope="session")
def site():
    """The folder of the site, built as anyone builds it."""
    subprocess.run(["scripts/build"], cwd=ROOT, check=True)
    return ROOT / "site"


@pytest.fixture(scope="session")
def pages(site):
    """All published pages, by their address."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        url = path.relative_to(site).as_posix().removesuffix("index.html")
        found[url] = Page(url, path.read_text("utf-8"))
    return found


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without a word."""

    def log_message(self, *args):
        pass


@pytest.fixture(scope="session")
def server(site):
    """The address under which the built site is served."""
    handler = partial(Quiet, directory=site)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/"
        running.shutdown()


@pytest.fixture(scope="session")
def browser():
    """An installed Chromium, driven by Playwright."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        missing = pytest.fail if os.environ.get("CI") else pytest.skip
        missing("no Chromium found: install the package chromium")
    from playwright.sync_api import sync_playwright

    flags = ["--no-sandbox", "--disable-gpu"]
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=flags)
        yield running
        running.close()
