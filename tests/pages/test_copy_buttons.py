"""The copy buttons say what they copy, and are easy to hit."""

import re

import pytest

ROOM = 24  # pixels: what a finger hits, by WCAG 2.2
PAGES = ["neuron/", "training/", "beyond/check-the-gradient/"]
BUTTONS = """() => [...document.querySelectorAll(".filename")].map(title => {
  const words = document.createRange();
  words.selectNodeContents(title);
  const button = title.parentElement.querySelector("button");
  return {
    name: title.textContent,
    title: words.getBoundingClientRect(),
    bar: title.getBoundingClientRect(),
    button: button.getBoundingClientRect(),
    said: button.textContent,
    copies: button.closest("[data-copy]") ? "program" : "part",
  };
})"""
SAID = {"program": "Copy the complete program", "part": "Copy this part"}


@pytest.fixture(scope="module", params=[1366, 360], ids=["desktop", "phone"])
def buttons(request, browser, server):
    """All titled code of some pages: where its title and its button are."""
    found = []
    with browser.new_context(
        viewport={"width": request.param, "height": 800}
    ) as context:
        page = context.new_page()
        for url in PAGES:
            page.goto(server + url)
            page.wait_for_load_state("networkidle")
            page.evaluate(
                "document.querySelectorAll('.program-complete')"
                ".forEach(each => each.open = true)"
            )
            found += page.evaluate(BUTTONS)
    return found


def test_buttons_say_what_they_copy(buttons):
    assert {each["copies"] for each in buttons} == set(SAID)
    for each in buttons:
        assert each["said"] == SAID[each["copies"]], (
            f"docs/javascripts/landmarks.js: the button at {each['name']} "
            f"copies the {each['copies']} and says “{each['said']}”"
        )


def test_buttons_are_easy_to_hit(buttons):
    for each in buttons:
        assert each["button"]["height"] >= ROOM
        assert each["button"]["width"] >= ROOM


def test_buttons_stand_in_the_bar_beside_or_below_the_title(buttons):
    for each in buttons:
        bar, title, button = each["bar"], each["title"], each["button"]
        assert bar["top"] <= button["top"]
        assert button["bottom"] <= bar["bottom"]
        assert bar["left"] <= button["left"]
        assert button["right"] <= bar["right"]
        beside = title["right"] <= button["left"]
        assert beside or title["bottom"] <= button["top"]


def test_nothing_is_offered_that_needs_a_script(browser, server):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{server}neuron/")
        assert page.get_by_text(re.compile("^Copy (the|this) ")).count() == 0
