"""A mistake made while serving is a page, until it is mended.

With MkDocs' own server, and a build that takes no time.
"""

import logging
import threading
import time
import urllib.error
import urllib.request

import pytest
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from scripts.pages.serve import show_mistakes


@pytest.fixture
def served(tmp_path):
    """A served folder with one source, whose text is what the build does."""
    source, site = tmp_path / "docs" / "loss.md", tmp_path / "site"
    source.parent.mkdir()
    site.mkdir()
    source.write_text("fine")

    def build():
        text = source.read_text()
        if text.startswith("mistake"):
            logging.getLogger("mkdocs.x").error("docs/loss.md, line 3: <b>")
            raise Abort("Aborted with a BuildError!")
        if text.startswith("bug"):
            raise KeyError("who knows")
        page = f"<html><body>{text}</body></html>"
        (site / "index.html").write_text(page)

    server = LiveReloadServer(
        build, "127.0.0.1", 0, str(site), polling_interval=0.05
    )
    build()
    server.watch(str(source.parent))
    show_mistakes(server)
    running = threading.Thread(target=server.serve, daemon=True)
    running.start()
    while not hasattr(server, "server_port"):
        time.sleep(0.01)
    yield source, server
    server.shutdown()
    running.join()


def wait_for(server, words):
    """Ask for the page until it holds the words: its status and headers."""
    end = time.monotonic() + 20
    while True:
        try:
            address = f"http://127.0.0.1:{server.server_port}/"
            answer = urllib.request.urlopen(address, timeout=5)
        except urllib.error.HTTPError as error:
            answer = error
        text = answer.read().decode()
        if words in text:
            return answer.status, answer.headers
        assert time.monotonic() < end, text
        time.sleep(0.05)


def test_mistake_is_shown_with_its_place_until_it_is_mended(served):
    source, server = served
    assert wait_for(server, "fine")[0] == 200
    epoch = server._visible_epoch
    source.write_text("mistake")
    status, headers = wait_for(server, "docs/loss.md, line 3: &lt;b&gt;")
    assert status == 200  # or a warning in the log fails the next build
    assert headers["Refresh"] == "1"  # it looks by itself whether it is mended
    assert server._visible_epoch > epoch  # so open pages reload and show it
    source.write_text("mistake, another")
    wait_for(server, "line 3")
    source.write_text("good again")
    status, headers = wait_for(server, "good again")
    assert status == 200
    assert "Refresh" not in headers


def test_bug_is_shown_too_and_stops_no_server(served, capsys):
    source, server = served
    source.write_text("bug")
    assert wait_for(server, "KeyError: &#x27;who knows")[0] == 200
    source.write_text("good")
    assert wait_for(server, "good")[0] == 200
