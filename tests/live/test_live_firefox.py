"""The programs run in Firefox, too."""

import json

import pytest

from tests.reader.host import Host

SECONDS = 90
PART = ".program[data-program={}] {}"


@pytest.fixture(scope="module")
def address(site, runtime):
    """Where the site is, with Python for the browser."""
    with Host(site).serving() as host:
        yield host.url


def part(stem, selector):
    return f"document.querySelector('{PART.format(stem, selector)}')"


def press(fox, stem, name):
    fox.script(
        f"[...{part(stem, '.program-controls')}.children]"
        f".find(b => b.textContent === {json.dumps(name)}).click()"
    )


def wait(fox, stem, words):
    """Wait until the status of a program says some words."""
    fox.wait(PART.format(stem, ".program-status"), words, SECONDS)


def write(fox, stem, code):
    """Open the editor, and type in place of what it holds."""
    press(fox, stem, "Edit")
    keys = ".program-keys"  # it comes with the editor, below it
    fox.wait(PART.format(stem, keys), seconds=SECONDS)
    root = f"{part(stem, keys)}.previousSibling.shadowRoot"
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
    assert fox.wait(PART.format("loss_curve", ".program-live svg"))
    write(fox, "training", "while True:\n    pass\n")
    press(fox, "training", "Run")
    wait(fox, "training", "Running")
    press(fox, "training", "Stop")
    wait(fox, "training", "Stopped")
