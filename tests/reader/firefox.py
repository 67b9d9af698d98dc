"""Drive an installed Firefox through Marionette, its own remote control.

Playwright drives only a Firefox of its own; this needs nothing but Debian's.
"""

import json
import socket
import subprocess
import time
from contextlib import contextmanager

import pytest

PREFS = """\
user_pref("marionette.port", {port});
user_pref("app.update.enabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
"""


class Firefox:
    """A running Firefox that opens pages and runs scripts in them."""

    def __init__(self, port):
        with connect(port) as line:
            self.stream = line.makefile("rwb")  # keeps the line open
        self.receive()  # it introduces itself
        self.tell("WebDriver:NewSession", {})
        self.tell("WebDriver:SetTimeouts", {"script": 120_000})

    def open(self, url):
        self.tell("WebDriver:Navigate", {"url": url})

    def script(self, body):
        """Run the body of a function; return what it returns."""
        return self.tell("WebDriver:ExecuteScript", {"script": body})["value"]

    def wait(self, selector, words="", seconds=30):
        """Return the text of the first such element, once it has words."""
        find = f"return document.querySelector({selector!r})?.textContent"
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            text = self.script(find)
            if text is not None and words in text:
                return text
            time.sleep(0.1)
        wanted = f"{words!r} in {selector}" if words else selector
        pytest.fail(f"expected {wanted} in {seconds} seconds, got {text!r}")

    def tell(self, command, values):
        """Send [0, id, command, values]; return the last of the answer."""
        message = json.dumps([0, 1, command, values]).encode()
        self.stream.write(b"%d:%s" % (len(message), message))
        self.stream.flush()
        _, _, error, result = self.receive()
        assert error is None, error
        return result

    def receive(self):
        length = b""
        while (digit := self.stream.read(1)) != b":":
            length += digit
        return json.loads(self.stream.read(int(length)))


def connect(port):
    """Wait until Firefox listens."""
    for _ in range(300):
        try:
            return socket.create_connection(("127.0.0.1", port))
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("expected Firefox to listen within 30 seconds")


@contextmanager
def firefox(program, profile):
    """Start Firefox with an empty profile, and end it at last."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (profile / "user.js").write_text(PREFS.format(port=port))
    options = ["--headless", "--marionette", "--profile", str(profile)]
    quiet = subprocess.DEVNULL
    running = subprocess.Popen([program, *options], stdout=quiet, stderr=quiet)
    try:
        fox = Firefox(port)
        yield fox
        fox.stream.close()
    finally:
        running.terminate()
        running.wait()
