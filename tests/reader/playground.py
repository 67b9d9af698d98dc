"""What a reader does in the playground, for the tests of it."""

import json

import numpy as np

from simplenet import OurNeuralNetwork

PAGE = "beyond/playground/"
PARAMETERS = OurNeuralNetwork.parameters


def with_values(values):
    """Make a network with given parameters."""
    network = OurNeuralNetwork(np.random.default_rng(0))
    for name, value in zip(PARAMETERS, values, strict=True):
        setattr(network, name, value)
    return network


def worked_network():
    """The network that the playground starts from."""
    return with_values([1.0] * 6 + [0.0] * 3)


def values_of(network):
    return [float(getattr(network, name)) for name in PARAMETERS]


def difference(ours, theirs):
    """The largest difference, relative where numbers are above 1."""
    ours, theirs = np.array(ours), np.array(theirs)
    assert ours.shape == theirs.shape
    return np.max(np.abs(ours - theirs) / np.maximum(1, np.abs(theirs)))


def facts_of(site):
    return json.loads((site / "facts.json").read_text("utf-8"))


class Reader:
    """A reader in front of a page with a playground."""

    def __init__(self, page):
        self.page = page
        self.problems = []
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on(
            "console",
            lambda said: (
                said.type == "error" and self.problems.append(said.text)
            ),
        )

    def visit(self, address):
        """Load a page, and go where its playground is."""
        self.page.goto(address)
        place = self.page.locator("div.playground").first
        place.scroll_into_view_if_needed()
        self.live.wait_for()

    def set_up(self, link):
        """Press the button of an experiment that starts there."""
        self.page.evaluate(
            """(link) => {
              const button = document.querySelector("[data-link]");
              button.dataset.link = link;
              button.click();
            }""",
            link,
        )
        assert self.said.startswith("Set up. Step ")

    @property
    def live(self):
        return self.page.locator(".pg-live").first

    @property
    def status(self):
        """What a screen reader was last told."""
        return self.live.get_by_role("status")

    @property
    def said(self):
        return self.status.inner_text()

    def press(self, name):
        """Press a button of the playground; the programs have some, too."""
        self.live.get_by_role("button", name=name, exact=True).click()

    def open(self, panel):
        """Bring a panel to the front."""
        self.live.get_by_role("tab", name=panel, exact=True).click()

    def type(self, label, text):
        """Type into a field; a parameter has its name in the figure, too."""
        field = self.live.get_by_role("textbox", name=label)
        field.fill(text)
        field.press("Enter")

    def choose(self, label, value):
        self.live.get_by_label(label).select_option(value)

    def run(self):
        """Train to the end, without pictures on the way."""
        self.choose("Speed", "at once")
        self.live.get_by_role("button", name="Run to").click()
        self.status.get_by_text("Done.").wait_for()

    def wait_for_step(self, least):
        self.page.wait_for_function(
            r"""(least) => document.querySelector(".pg-place").innerText
              .match(/Step (\d+)/)[1] >= least""",
            arg=least,
        )

    def knob(self, name):
        return self.live.get_by_role("spinbutton", name=name)

    @property
    def parameters(self):
        """All nine in full, as the picture tells a screen reader."""
        return [
            float(self.knob(name).get_attribute("aria-valuenow"))
            for name in PARAMETERS
        ]

    def picture(self):
        """All that one sees of the playground, but the notice."""
        return self.page.evaluate(
            """() => [...document.querySelectorAll(".pg-live *")]
              .filter((one) => one.checkVisibility()
                && !one.closest("[role=status], .pg-question, select")
                && one.id !== "pg-tab-question")
              .map((one) => [
                one.tagName, one.value,
                one.childElementCount ? "" : one.textContent,
                ...["d", "x", "y", "cx", "cy", "width", "hidden",
                  "aria-valuenow", "aria-label", "disabled"]
                  .map((name) => one.getAttribute(name)),
              ].join("|"))"""
        )
