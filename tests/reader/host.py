"""A host for the built site, under a sub-path, that can be made to fail."""

import re
import threading
import time
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

from tests.conftest import Server

SUB_PATH = "/some/where/"
# What a stock nginx (Debian 12) knows of our files; all else is plain text.
TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "application/javascript",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".zip": "application/zip",
    "": "text/plain",
}
# The policy that the site is meant for; WebAssembly needs its own word.
POLICY = (
    "default-src 'none'; connect-src 'self'; "
    "script-src 'self' 'wasm-unsafe-eval'"
)


class Host:
    """Where the site is, what was asked of it, and which files fail how."""

    def __init__(self, site):
        self.site = site
        self.faults = {}  # file name: "missing", "broken", "cut" or "slow"
        self.unknown = set()  # suffixes whose type the host does not know
        self.pages = {}  # address below its own: HTML that is not on the site
        self.asked = []
        self.url = None

    @contextmanager
    def serving(self):
        handler = type("Handler", (Handler,), {"host": self})
        with Server(("127.0.0.1", 0), handler) as server:
            self.url = f"http://127.0.0.1:{server.server_port}{SUB_PATH}"
            threading.Thread(target=server.serve_forever, daemon=True).start()
            yield self
            server.shutdown()


class Handler(SimpleHTTPRequestHandler):
    """Serve one host's files, some of them badly."""

    host: Host

    def __init__(self, *args):
        super().__init__(*args, directory=self.host.site)

    def guess_type(self, path):
        suffix = Path(path).suffix
        if suffix in self.host.unknown:
            suffix = ""
        return TYPES.get(suffix, TYPES[""])

    def translate_path(self, path):
        return super().translate_path(path.removeprefix(SUB_PATH))

    def do_GET(self):
        self.host.asked.append(self.path)
        fault = self.host.faults.get(self.path.rpartition("/")[2])
        if not self.path.startswith(SUB_PATH) or fault == "missing":
            self.send_error(404)
        elif fault == "broken":
            self.send_response(200)
            self.send_header("Content-Length", "6")
            self.end_headers()
            self.wfile.write(b"broken")
        elif fault == "cut":  # the connection breaks on the way
            self.send_response(200)
            self.send_header("Content-Length", "600000")
            self.end_headers()
            self.wfile.write(b"begins")
            self.close_connection = True
        elif made := self.host.pages.get(self.path.removeprefix(SUB_PATH)):
            self.send_text("text/html; charset=utf-8", made)
        elif self.path.endswith("sitemap.xml"):
            self.send_sitemap()
        else:
            self.slow = fault == "slow"
            super().do_GET()

    def send_sitemap(self):
        """Name this host's pages: Material swaps only pages listed here."""
        text = (self.host.site / "sitemap.xml").read_text("utf-8")
        root = re.search(r"<loc>(.*?)</loc>", text)[1]
        self.send_text("application/xml", text.replace(root, self.host.url))

    def send_text(self, kind, text):
        data = text.encode("utf-8")
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def end_headers(self):
        if "/runtime/" in self.path or self.path.endswith("worker.js"):
            self.send_header("Cache-Control", "no-store")  # to fail next time
        if self.path.endswith(("live/worker.js", "pyodide.js")):
            self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def copyfile(self, source, outputfile):
        if not self.slow:
            return super().copyfile(source, outputfile)
        for _ in range(20):  # 2 MB at 1 MB a second, then the rest
            outputfile.write(source.read(100_000))
            time.sleep(0.1)
        super().copyfile(source, outputfile)

    def log_message(self, *_):
        pass
