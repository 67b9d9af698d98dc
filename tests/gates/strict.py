"""The strictest host that the site is meant for."""

import base64
import hashlib
import threading
from contextlib import contextmanager
from functools import partial

from tests.conftest import QuietHandler, Server

POLICY = {
    "default-src": "'none'",
    # Material's own inline scripts, by hash; WebAssembly has its own word.
    "script-src": "'self' 'wasm-unsafe-eval' {hashes}",
    "worker-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",  # Material's icons are data: in its styles
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}


def policy_for(pages):
    """Write the Content-Security-Policy that fits the published pages."""
    scripts = {
        script.string
        for page in pages.values()
        for script in page.soup.select("script:not([src], [type])")
    }
    hashes = " ".join(sorted(map(hash_of, scripts)))
    parts = [f"{name} {value}" for name, value in POLICY.items()]
    return "; ".join(parts).format(hashes=hashes)


def hash_of(script):
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


class StrictHandler(QuietHandler):
    """Send the policy with every file."""

    policy: str

    def end_headers(self):
        self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()


@contextmanager
def serving(site, policy):
    """Serve the site under a policy, at the address that this gives."""
    kind = type("Handler", (StrictHandler,), {"policy": policy})
    handler = partial(kind, directory=site)
    with Server(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/"
        running.shutdown()
