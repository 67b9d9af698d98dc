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
from playwright.sync_api import sync_playwright

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


@pytest.fixture(scope="session")
def browser():
    """An installed Chromium, driven by Playwright."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        missing = pytest.fail if os.environ.get("CI") else pytest.skip
        missing("expected Chromium, found none; install it to run this test")
    options = ["--no-sandbox", "--disable-gpu"]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium, args=options
        )
        yield started
        started.close()


class Quiet(SimpleHTTPRequestHandler):
    """Serve files, and say nothing."""

    def log_message(self, *_):
        pass


@pytest.fixture(scope="session")
def server(site):
    """The address of the built site, served on this machine."""
    handler = partial(Quiet, directory=site)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/"
        running.shutdown()
