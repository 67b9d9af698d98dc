"""The programs run in Firefox, too."""

import json
import os
import time

import pytest

from tests.reader.host import Host

SECONDS = 90
PART = "document.querySelector('.program[data-program={}] {}')"


@pytest.fixture(scope="module")
def address(site):
    """Where the site is, with Python for the browser."""
    if not (site / "runtime").is_dir():
        missing = pytest.fail if os.environ.get("CI") else pytest.skip
        missing("the site was built without Python for the browser")
    with Host(site).serving() as host:
        yield host.url


def press(fox, stem, name):
    fox.script(
        f"[...{PART.format(stem, '.program-controls')}.children]"
        f".find(b => b.textContent === {json.dumps(name)}).click()"
    )


def text(fox, stem, selector):
    return fox.script(f"return {PART.format(stem, selector)}.textContent")


def wait(fox, stem, words):
    """Wait until the status of a program says some words."""
    for _ in range(SECONDS * 10):
        said = text(fox, stem, ".program-status")
        if words in said:
            return
        time.sleep(0.1)
    pytest.fail(f"expected {words!r} in {SECONDS} seconds, got {said!r}")


def write(fox, stem, code):
    """Open the editor, and type in place of what it holds."""
    press(fox, stem, "Edit")
    root = f"{PART.format(stem, '.program-keys')}?.previousSibling.shadowRoot"
    for _ in range(SECONDS * 10):
        if fox.script(f"return Boolean({root})"):
            break
        time.sleep(0.1)
    fox.script(
        f"{root}.querySelector('.cm-content').focus();"
        "document.execCommand('selectAll');"
        f"document.execCommand('insertText', false, {json.dumps(code)})"
    )


def test_programs_run_as_published_and_stop(fox, address):
    fox.open(f"{address}training/")
    press(fox, "training", "Run")
    wait(fox, "training", "the same output as published")
    press(fox, "loss_curve", "Run")
    wait(fox, "loss_curve", "the same output as published")
    assert text(fox, "loss_curve", ".program-live svg")
    write(fox, "training", "while True:\n    pass\n")
    press(fox, "training", "Run")
    wait(fox, "training", "Running")
    press(fox, "training", "Stop")
    wait(fox, "training", "Stopped")
