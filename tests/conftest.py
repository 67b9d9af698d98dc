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


@pytest.fixture(scope="session")
def browser():
    """Chromium; a missing one is an error in continuous integration."""
    sync_api = pytest.importorskip("playwright.sync_api")
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if not path:
        reason = "no Chromium found; on Debian: apt install chromium"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)
    with sync_api.sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-gpu"]
        yield playwright.chromium.launch(executable_path=path, args=options)


@pytest.fixture(scope="session")
def server(site):
    """The address of the built site, served on this machine."""
    handler = partial(QuietHandler, directory=site)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as http:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{http.server_port}/"
        http.shutdown()


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass
