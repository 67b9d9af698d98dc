"""The playground in Firefox: the same numbers, and all of it seen."""

import re

import pytest

from simplenet.data import all_y_trues, data
from tests.reader.host import Host
from tests.reader.playground import (
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
FRAME = """const frame = document.createElement("iframe");
  Object.assign(frame, { width: 360, height: 740, src: arguments });
  document.body.replaceChildren(frame)"""
BOB = "document.querySelector('.pg-person[aria-label^=Bob]')"
CENTRE = f"""const bob = {BOB};
  bob.scrollIntoView({{ block: "center" }});
  const {{ x, y, width, height }} = bob.querySelector("path")
    .getBoundingClientRect();
  return [x + width / 2, y + height / 2]"""
ADD = """[...document.querySelectorAll(".pg-live button")]
  .find((button) => button.textContent.trim() === "Add a person").click()"""
FITS = """const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth <= clientWidth"""
STEP = "document.querySelector('.pg-live .pg-main').click()"


@pytest.fixture(scope="module")
def address(site, fox):
    """Where the site is, for a Firefox of a usual size."""
    fox.tell("WebDriver:SetWindowRect", {"width": 1366, "height": 900})
    with Host(site).serving() as host:
        yield host.url


def test_ten_steps_are_those_of_simplenet_and_all_is_seen(fox, address):
    fox.open(address + PAGE)
    fox.wait(".pg-live")
    for _ in range(10):
        fox.script(STEP)
    shown = dict(fox.script(VALUES))
    network = worked_network()
    for n in range(10):
        network.step(data[n % 4], all_y_trues[n % 4], 0.1)
    ours = [shown[name] for name in PARAMETERS]
    assert difference(ours, values_of(network)) < 1e-15
    assert all(min(edges) >= 0 for edges in fox.script(BOXES))


def test_home_trains_in_firefox(fox, address):
    fox.open(address)
    fox.wait(".hero .pg-live")
    fox.script("document.querySelector('.hero .pg-main').click()")
    fox.wait(".pg-said", "Emily")


def drag(fox, place, by):
    """Move the mouse from a place of the window, in steps, and let go."""
    x, y = map(round, place)
    way = [(x + by[0] * n // 4, y + by[1] * n // 4) for n in range(5)]
    moves = [
        {"type": "pointerMove", "duration": 20, "x": x, "y": y} for x, y in way
    ]
    down, up = ({"type": f"pointer{to}", "button": 0} for to in ("Down", "Up"))
    mouse = {"type": "pointer", "id": "mouse"}
    mouse["actions"] = [moves[0], down, *moves[1:], up]
    fox.tell("WebDriver:PerformActions", {"actions": [mouse]})


def test_people_are_dragged_and_added_in_a_narrow_frame(fox, address):
    fox.open(f"{address}programs/loss.py")  # text, for which no policy stands
    fox.script(FRAME.replace("arguments", f"'{address}{PAGE}?embed'"))
    fox.tell("WebDriver:SwitchToFrame", {"id": 0})
    fox.wait(".pg-live")
    assert fox.script(FITS)
    drag(fox, fox.script(CENTRE), (-40, 24))
    words = fox.script(f"return {BOB}.getAttribute('aria-label')")
    weight, height = map(float, re.findall(r"([\d.]+) (?:lb|in),", words))
    assert 120 < weight < 160
    assert 60 < height < 72
    fox.script(ADD)
    address = fox.script("return location.hash")
    assert f"d1_{weight:g}_{height:g}_0~d4_" in address
    fox.tell("WebDriver:SwitchToFrame", {"id": None})
