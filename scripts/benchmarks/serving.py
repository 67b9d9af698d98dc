"""Time from saving a file until `mkdocs serve` gives the new page."""

import itertools
import os
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from scripts.ground.errors import BuildError

PATIENCE = 120  # seconds
COMMENT = {".md": "\n{}\n", ".css": "/* {} */\n", ".py": "# {}\n"}
numbers = itertools.count()


@dataclass(frozen=True)
class Served:
    """A folder with a site, and where it is served."""

    folder: Path
    address: str


@contextmanager
def serving(folder):
    """Serve the site of a folder at a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "--quiet", "serve"]
    running = subprocess.Popen(
        [*command, "--dev-addr", address],
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        served = Served(folder, address)
        wait_for(served, "loss/", "</html>")
        yield served
    finally:
        running.terminate()
        running.wait()


def saved(name, served, file, page):
    """Measure from one more line in a file to the page that shows it."""

    def run(_):
        word = f"measured{next(numbers)}"
        path = served.folder / file
        with path.open("a", encoding="utf-8") as open_file:
            open_file.write(COMMENT[path.suffix].format(word))
        wait_for(served, page, word)

    return name, 1, run, "until the page is there"


def wait_for(served, page, word):
    """Ask for a page until it holds a word."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            address = f"http://{served.address}/{page}"
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
                if word in answer.read().decode("utf-8"):
                    return
        except OSError:
            pass  # it is not up yet
        time.sleep(0.02)
    raise BuildError(
        f"benchmark: expected {word!r} in {page} within {PATIENCE} seconds "
        f"after it was saved in {served.folder.name}."
    )
