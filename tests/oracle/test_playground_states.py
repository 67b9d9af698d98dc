"""In Chromium, after random acts, the playground shows what it should."""

import random
import re
from pathlib import Path

import pytest

from tests.oracle.agree import number, parts, shows
from tests.oracle.network import NAMES
from tests.oracle.playground import (
    PEOPLE,
    STARTS,
    State,
    is_decided,
    shown,
    where,
)
from tests.oracle.site import none

READ = (Path(__file__).parent / "read_playground.js").read_text("utf-8")
ACTS = 25  # in each of the two visits
KEYS = {
    "ArrowUp": 0.1,
    "ArrowDown": -0.1,
    "ArrowRight": 0.1,
    "ArrowLeft": -0.1,
    "PageUp": 1,
    "PageDown": -1,
}
MOVES = {
    "ArrowUp": (0, 1),
    "ArrowDown": (0, -1),
    "ArrowRight": (1, 0),
    "ArrowLeft": (-1, 0),
}
MOST = "box", "caption", "panel Why"  # say which slope is the steepest
# What the oracle tells at times only
UNCERTAIN = {
    "settings, Start",
    "loss, end of the axis",
    "loss, height of the dot",
}
BRACKETED = re.compile(r"(?<!\w)\(([-+−]?[\d.,]+(?: × 10\^-?\d+|e-?\d+)?)\)")
RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


def plain(text):
    """10⁻⁵ as 10^-5, and (−0.5) without its brackets."""
    text = re.sub(
        r"10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)", lambda m: f"10^{m[1].translate(RAISED)}", text
    )
    return re.sub(
        r"(?<!\w)\(([-+−]?[\d.,]+(?: × 10\^-?\d+|e-?\d+)?)\)", r"\1", text
    )


def differs(text, expected):
    """Say how a text differs from the expected one, or ""."""
    around, found = parts(plain(text))
    wanted, full = parts(plain(expected))
    if around != wanted or len(found) != len(full):
        return f"expected “{expected}”, found “{text}”"
    for each, value in zip(found, full, strict=True):
        whole = re.fullmatch(r"[-+−]?\d+", each)
        off = abs(number(each) - number(value))
        if off > 1e-9 if whole else not shows(each, number(value)):
            return f"expected {value}, found {each} in “{text}”"
    return ""


class Reader:
    """Does the same in the browser and in the oracle, and notes it."""

    def __init__(self, page, rng):
        self.page, self.rng = page, rng
        self.state = State()
        self.done = []

    def button(self, name):
        buttons = self.page.locator(".pg-live").first
        buttons.get_by_role(
            "button", name=name, exact=True, include_hidden=True
        ).evaluate("button => button.click()")

    def field(self, label, value):
        """Choose or type in the field with a label, as a reader would."""
        self.page.evaluate(
            """([label, value]) => {
              const words = (one) => one.textContent.trim();
              const field = [...document.querySelectorAll(".pg-live label")]
                .find((each) => words(each.firstElementChild) === label)
                .querySelector("input, select");
              field.value = value;
              field.dispatchEvent(new Event("change"));
            }""",
            [label, str(value)],
        )

    def key(self, mark, key):
        self.page.locator(mark).press(key)

    # What a reader can do

    def step(self):
        self.button("Step")
        self.state.step()
        return "Step"

    def epoch(self):
        self.button("One epoch")
        self.state.epoch()
        return "One epoch"

    def back(self):
        if not self.state.steps:
            return self.step()
        self.button("Back one step")
        self.state.back()
        return "Back one step"

    def press_a_box(self):
        name, key = self.rng.choice(NAMES), self.rng.choice([*KEYS, "Home"])
        shift = self.rng.choice(["", "Shift+"])
        self.key(f"g.pg-knob[aria-label={name}]", f"{shift}{key}")
        by = KEYS.get(key, 0) * (10 if shift else 1)
        value = round(self.state.p[name] + by, 3) if by else 0.0
        self.state.edit(name, value)
        return f"{shift}{key} on {name}"

    def type_a_parameter(self):
        name = self.rng.choice(NAMES)
        value = round(self.rng.uniform(-4, 4), 2)
        self.field(name, value)
        self.state.edit(name, value)
        return f"{name} is typed: {value}"

    def move_by_key(self):
        who, key = self.someone(), self.rng.choice([*MOVES])
        shift = self.rng.choice(["", "Shift+"])
        mark = f".pg-person[aria-label^={PEOPLE[who]}]"
        self.key(mark, f"{shift}{key}")
        weight, height, label = self.state.people[who]
        x, y = (each * (5 if shift else 1) for each in MOVES[key])
        self.state.move(who, weight + x, height + y, label)
        return f"{shift}{key} on {PEOPLE[who]}"

    def type_a_weight(self):
        who, weight = self.someone(), self.rng.randint(110, 170)
        self.field_of(who, "weight", weight)
        _, height, label = self.state.people[who]
        self.state.move(who, weight, height, label)
        return f"{PEOPLE[who]}'s weight is typed: {weight}"

    def choose_a_label(self):
        who = self.someone()
        weight, height, label = self.state.people[who]
        self.field_of(who, "label", 1 - label)
        self.state.move(who, weight, height, 1 - label)
        return f"{PEOPLE[who]} gets the label {1 - label}"

    def field_of(self, who, what, value):
        self.field(f"{PEOPLE[who]}, {what}", value)

    def someone(self):
        return self.rng.randrange(len(self.state.people))

    def one_more_or_less(self):
        if len(self.state.people) == len(PEOPLE):
            self.button("Take You out")
            self.state.take_out()
            return "You are taken out"
        self.button("Add a person")
        self.state.add()
        return "You are added"

    def choose_next(self):
        who = self.someone()
        self.field("Next person", who)
        self.state.next = who
        return f"{PEOPLE[who]} is next"

    def learning_rate(self):
        rate = self.rng.choice([0.05, 0.5, 2])
        self.field("Learning rate η", rate)
        self.state.rate = rate
        return f"the learning rate is {rate}"

    def inputs(self):
        kind = self.rng.choice(["shifted", "standardised"])
        self.field("Inputs", kind)
        self.state.inputs(kind)
        return f"inputs: {kind}"

    def begin(self):
        kind = self.rng.choice([*STARTS])
        self.field("Start", kind)
        self.state.begin(kind)
        return f"start: {kind}"

    def reset(self):
        self.button("Reset")
        self.state.reset()
        return "Reset"

    def act(self):
        often = [self.step, self.epoch, self.back] * 3
        often += [self.press_a_box, self.move_by_key] * 2
        often += [self.type_a_parameter, self.type_a_weight, self.choose_next]
        often += [self.choose_a_label, self.one_more_or_less]
        often += [self.learning_rate]
        seldom = [self.inputs, self.begin, self.reset]
        kind = seldom if self.rng.random() < 0.08 else often
        self.done.append(self.rng.choice(kind)())

    def wrong(self):
        """List where the page shows something else than the oracle."""
        found, state = self.page.evaluate(READ), self.state
        status, expected = found.pop("status"), shown(state)
        found["settings, Inputs"] = found["settings, Inputs"].partition(":")[0]
        for place in UNCERTAIN - expected.keys():
            found.pop(place)
        said = [
            f"“{place}” is {'not ' * (place in expected)}shown"
            for place in sorted(found.keys() ^ expected.keys())
        ]
        for place in expected:
            unsure = place.startswith(MOST) and not is_decided(state)
            if unsure or place not in found:
                continue
            if wrong := differs(found[place], expected[place]):
                said.append(f"{place}: {wrong}")
        ends = f"{where(state)}, mean loss {state.loss!r}. Next: "
        ends += f"{PEOPLE[state.next]}."
        told = "Step " + status.rpartition("Step ")[2]
        if self.done and (wrong := differs(told, ends)):
            said.append(f"status: {wrong}")
        return sorted(said, key=lambda each: each.startswith("status"))

    def link_loses(self):
        """List what a link to what is seen does not open."""
        for act in (self.learning_rate, self.reset, self.step):
            self.done.append(act())
        page = self.page.context.new_page()
        page.goto(self.page.url)
        page.locator(".pg-live").wait_for()
        here, there = self.page.evaluate(READ), page.evaluate(READ)
        page.close()
        return [
            f"{place}: the link to “{here[place]}” opens “{there.get(place)}”"
            for place in here
            if place != "status" and here[place] != there.get(place)
        ]


@pytest.mark.parametrize("visit", range(2))
def test_all_is_right_after_random_acts(browser, server, visit):
    size = {"width": 1280, "height": 900}
    page = browser.new_context(viewport=size).new_page()
    page.set_default_timeout(10_000)
    page.goto(f"{server}beyond/playground/")
    page.locator(".pg-live").wait_for()
    reader = Reader(page, random.Random(visit))
    for _ in range(ACTS):
        if said := reader.wrong():
            break
        reader.act()
    said = said or reader.link_loses()
    page.context.close()
    *before, last = reader.done or ["it was opened"]
    acts = f"{last}. Before that: {'; '.join(before) or 'nothing'}."
    none(said[:8], f"The playground is wrong after this act: {acts}")
