"""The playground in Firefox: the same numbers, and all of it seen."""

import os
import shutil
import time

import pytest

from simplenet.data import all_y_trues, data
from tests.firefox import firefox
from tests.live_site import Host
from tests.playground_page import (
    PAGE,
    PARAMETERS,
    difference,
    values_of,
    worked_network,
)

BOXES = """return ["toolbar", "network", "plane", "loss", "settings"]
  .map((name) => document.querySelector(`[data-view=${name}]`)
    .getBoundingClientRect())
  .map(({ top, bottom }) => [top, innerHeight - bottom])"""
VALUES = """return [...document.querySelectorAll("[role=spinbutton]")]
  .map((knob) => [knob.getAttribute("aria-label"),
    Number(knob.getAttribute("aria-valuenow"))])"""
STEP = "document.querySelector('.pg-live .pg-main').click()"


@pytest.fixture(scope="module")
def fox(site, tmp_path_factory):
    missing = pytest.fail if os.environ.get("CI") else pytest.skip
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    if not program:
        missing("Firefox is not installed; CI runs these tests")
    profile = tmp_path_factory.mktemp("profile")
    with Host(site).serving() as host, firefox(program, profile) as started:
        started.tell("WebDriver:SetWindowRect", {"width": 1366, "height": 900})
        yield started, host.url


def wait(fox, selector):
    for _ in range(300):
        if fox.script(f"return Boolean(document.querySelector('{selector}'))"):
            return
        time.sleep(0.1)
    pytest.fail(f"expected {selector} within 30 seconds")


def test_ten_steps_are_those_of_simplenet_and_all_is_seen(fox):
    fox, url = fox
    fox.open(url + PAGE)
    wait(fox, ".pg-live")
    for _ in range(10):
        fox.script(STEP)
    shown = dict(fox.script(VALUES))
    network = worked_network()
    for n in range(10):
        network.step(data[n % 4], all_y_trues[n % 4], 0.1)
    ours = [shown[name] for name in PARAMETERS]
    assert difference(ours, values_of(network)) < 1e-15
    assert all(min(edges) >= 0 for edges in fox.script(BOXES))


def test_home_trains_in_firefox(fox):
    fox, url = fox
    fox.open(url)
    wait(fox, ".hero .pg-live")
    fox.script("document.querySelector('.hero .pg-main').click()")
    for _ in range(300):
        said = fox.script(
            "return document.querySelector('.pg-said').textContent"
        )
        if "Emily" in said:
            return
        time.sleep(0.1)
    pytest.fail(f"expected Emily within 30 seconds, got {said!r}")
