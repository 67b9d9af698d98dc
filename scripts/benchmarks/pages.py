"""Open each page as a phone does, with Lighthouse, beside two plain sites."""

import gzip
import json
import mimetypes
import os
import shutil
import subprocess
import tempfile
import threading
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median

from scripts.benchmarks.building import build, sites
from scripts.benchmarks.measure import progress
from scripts.ground.errors import BuildError
from scripts.ground.npm import NODE, NpmFailed, install
from scripts.ground.places import CACHE

HERE = Path(__file__).parent / "phone"
LIGHTHOUSE = CACHE / "lighthouse"
SECONDS = 180  # for one page, on a busy machine
CATEGORIES = ["performance", "accessibility", "best-practices", "seo"]
BLOCKED = "total-blocking-time"
FLAGS = "--headless=new --no-sandbox --disable-gpu"
OURS, BARE, JUPYTER = "", "bare Material", "plain mkdocs-jupyter"
OTHER = "the other site"
PACKED = ("text/", "application/javascript", "application/json", "image/svg")


def measure_pages(rounds, beside=None):
    """Measure all pages, in turns; return what came of each, sites first."""
    bring_lighthouse()
    with sites() as (copy, bare, jupyter), ExitStack() as stack:
        build(bare)
        build(jupyter)
        folders = {
            JUPYTER: jupyter / "site",
            BARE: bare / "site",
            **({OTHER: beside} if beside else {}),
            OURS: copy / "site",
        }
        pages = {
            (name, page): stack.enter_context(served(folder)) + page
            for name, folder in folders.items()
            for page in pages_of(folder)
        }
        reports = {key: [] for key in pages}
        for number in range(rounds):
            for (name, page), address in pages.items():
                shown = f"{name} /{page}".strip()
                progress(f"round {number + 1} of {rounds}: {shown}")
                reports[name, page].append(summary(report_on(address)))
    progress("")
    return [
        {"site": name, "page": f"/{page}"} | medians(found)
        for (name, page), found in reports.items()
    ]


def pages_of(folder):
    """List the addresses of a site's pages, but for its page for mistakes."""
    found = sorted(folder.rglob("index.html"))
    if not found:
        raise BuildError(
            f"benchmark: expected the pages of a site in {folder}, found "
            "none. Build it."
        )
    return [
        path.relative_to(folder).as_posix().removesuffix("index.html")
        for path in found
    ]


def bring_lighthouse():
    LIGHTHOUSE.mkdir(parents=True, exist_ok=True)
    try:
        install(LIGHTHOUSE, HERE)
    except NpmFailed as reason:
        raise BuildError(
            f"benchmark: expected npm to bring Lighthouse: {reason}"
        ) from None


def report_on(address):
    """Let Lighthouse open a page with its settings for a phone."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        raise BuildError("benchmark: expected Chromium, found none.")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "report.json")
        command = [
            *(NODE / "bin/node", LIGHTHOUSE / "node_modules/.bin/lighthouse"),
            *(address, "--quiet", "--output=json", f"--output-path={path}"),
            *("--no-enable-error-reporting", f"--chrome-flags={FLAGS}"),
            f"--only-categories={','.join(CATEGORIES)}",
        ]
        done = subprocess.run(
            command,
            env=os.environ | {"CHROME_PATH": chromium},
            capture_output=True,
            text=True,
            timeout=SECONDS,
        )
        if done.returncode:
            raise BuildError(
                f"benchmark: expected Lighthouse to open {address}, it said:\n"
                + done.stderr
            )
        return json.loads(path.read_text("utf-8"))


def summary(report):
    """Take from a report what the benchmark compares."""
    found = {
        name: round(100 * report["categories"][name]["score"])
        for name in CATEGORIES
    }
    audits = report["audits"]
    found[BLOCKED] = audits[BLOCKED]["numericValue"]
    return found | {"bytes": audits["total-byte-weight"]["numericValue"]}


def medians(found):
    return {name: median(each[name] for each in found) for name in found[0]}


def pages_table(results):
    """Write what came of each page as a Markdown table."""
    lines = [
        f"| page | {' | '.join(CATEGORIES)} | blocked | kB |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for each in results:
        scores = " | ".join(f"{each[name]:.0f}" for name in CATEGORIES)
        page = f"{each['site']} {each['page']}".strip()
        lines.append(
            f"| {page} | {scores} | {each[BLOCKED]:.0f} ms "
            f"| {each['bytes'] / 1000:.0f} |"
        )
    return "\n".join(["", *lines, ""])


class Packed(SimpleHTTPRequestHandler):
    """Serve files as hosts do: kept alive, packed with gzip, to be kept."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            return self.send_error(404)
        kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
        if kind.startswith("text/javascript"):
            kind = "application/javascript"
        content = path.read_bytes()
        self.send_response(200)
        if kind.startswith(PACKED):
            content = gzip.compress(content, 6)
            self.send_header("Content-Encoding", "gzip")
            kind += "; charset=utf-8"
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=31536000")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *arguments):
        pass


@contextmanager
def served(folder):
    """Serve a folder at a free port; give its address."""
    handler = partial(Packed, directory=folder)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/"
        running.shutdown()
