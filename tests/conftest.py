"""Build the site once, and serve it to a real browser."""

import os
import re
import shutil
import signal
import subprocess
import threading
from dataclasses import dataclass
from functools import cached_property, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module

import pytest
from bs4 import BeautifulSoup
from filelock import FileLock
from playwright.sync_api import sync_playwright

from tests.in_words import pytest_runtest_makereport  # noqa: F401
from tests.reader.firefox import firefox
from tests.repository import ROOT

# Together, these reach each line of simplenet and of the programs.
COVERING = re.compile("tests/(package/test_(?!any_)|programs/test_programs)")


# What runs in the background ignores Ctrl-C, and so would all that it starts.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser):
    parser.addoption(
        "--outside", action="store_true", help="check links to other hosts"
    )
    parser.addoption(
        "--quick",
        action="store_true",
        help="only what needs no browser and builds no site of its own",
    )


def pytest_collection_modifyitems(config, items):
    if config.getoption("--quick"):
        left_out = [each for each in items if takes_long(each)]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [each for each in items if each not in left_out]
    # Files that take long go first: the short ones fill the gaps at the end.
    # A single process has no gaps, and begins with what was named first.
    if "PYTEST_XDIST_WORKER" in os.environ:
        long = {each.path for each in items if takes_long(each)}
        items.sort(key=lambda each: each.path not in long)


def takes_long(item):
    """Tell what --quick leaves out: browsers, and what is marked as slow."""
    browsers = {"browser", "fox"} & set(item.fixturenames)
    return bool(browsers) or item.get_closest_marker("slow") is not None


@dataclass(frozen=True)
class Page:
    """A published page: its address under the site's root, and its HTML."""

    url: str
    html: str

    @cached_property  # to parse it takes as long as many tests together
    def soup(self):
        return BeautifulSoup(self.html, "html.parser")

    @property
    def article(self):
        return self.soup.select_one("article")


def pytest_collection(session):
    """Measure coverage by the tests of what is measured, once it is there.

    It doubles the time of any test.
    """
    for path in ROOT.glob("simplenet/[!_]*.py"):
        import_module(f"simplenet.{path.stem}")
    if measuring := session.config.pluginmanager.getplugin("_cov"):
        measuring.cov_controller.pause()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    measuring = item.config.pluginmanager.getplugin("_cov")
    covering = measuring and COVERING.match(item.nodeid)
    if covering:
        measuring.cov_controller.resume()
    # Other threads serve files to a browser, many at once, and CPython 3.11
    # fails when two of them start to be traced at the same time.
    threading.settrace(None)
    result = yield
    if covering:
        measuring.cov_controller.pause()
    return result


@pytest.fixture(scope="session")
def site(tmp_path_factory, testrun_uid):
    """The folder of the site, built as anyone builds it, once a test run."""
    shared = tmp_path_factory.getbasetemp().parent  # by all workers
    with FileLock(shared / f"{testrun_uid}.lock"):
        built = shared / f"{testrun_uid}.built"
        # scripts/faults builds first, to see whether the build stops.
        if not built.exists() and not os.environ.get("SIMPLENET_BUILT"):
            subprocess.run(["scripts/build"], cwd=ROOT, check=True)
            built.touch()
    return ROOT / "site"


@pytest.fixture(scope="session")
def runtime(site):
    """Python for the browser; without it, skip here but fail in CI."""
    if not (site / "runtime").is_dir():
        missing = pytest.fail if os.environ.get("CI") else pytest.skip
        missing("expected site/runtime, found none: nothing can run")
    return site / "runtime"


@pytest.fixture(scope="session")
def pages(site):
    """All published pages, by their address."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        url = path.relative_to(site).as_posix().removesuffix("index.html")
        found[url] = Page(url, path.read_text("utf-8"))
    return found


@pytest.fixture(scope="session")
def server(site):
    """The address at which the site is served on this machine."""
    handler = partial(QuietHandler, directory=site)
    with Server(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/"
        running.shutdown()


class Server(ThreadingHTTPServer):
    """Let a browser open many connections at once."""

    request_queue_size = 128  # five, else; a sixth would wait for seconds


class QuietHandler(SimpleHTTPRequestHandler):
    """Serve files without a line in the log for each."""

    def log_message(self, *arguments):
        pass


def installed(name, *programs):
    """Find a browser; without it, skip here but fail in CI."""
    for program in programs:
        if found := shutil.which(program):
            return found
    if os.environ.get("CI"):
        pytest.fail(f"CI needs {name}; .ci/run installs it.")
    pytest.skip(f"{name} is not installed; CI runs this test.")


@pytest.fixture(scope="session")
def browser():
    """The installed Chromium."""
    chromium = installed("Chromium", "chromium", "google-chrome")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=chromium,
            args=["--no-sandbox", "--disable-gpu"],
        )
        yield running
        running.close()


@pytest.fixture(scope="session")
def fox(tmp_path_factory):
    """The installed Firefox."""
    program = installed("Firefox", "firefox-esr", "firefox")
    with firefox(program, tmp_path_factory.mktemp("profile")) as running:
        yield running
