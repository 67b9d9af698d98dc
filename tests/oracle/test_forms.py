"""In Chromium, the forms of readers keep the person that was typed."""

import pytest

from tests.oracle.people import ASKED
from tests.oracle.site import none

UNITS = {"weight": 0.45359237, "height": 2.54}  # of a pound, of an inch


@pytest.fixture(scope="module")
def form(browser, server):
    page = browser.new_page()
    page.goto(f"{server}beyond/people/")
    form = page.locator(".people-form")
    form.wait_for()
    yield form
    page.close()


def test_the_same_person_in_other_units(form):
    """What is typed changes its unit only, there and back."""
    wrong = []
    emily = dict(zip(UNITS, ASKED["Emily"], strict=True))
    for units, factors in [
        ("metric", UNITS),
        ("us", dict.fromkeys(UNITS, 1)),
    ]:
        form.locator(f"[value={units}]").check()
        for name, factor in factors.items():
            found = float(form.locator(f"[name={name}]").input_value())
            if abs(found - emily[name] * factor) > 0.01:
                wrong.append(
                    f"beyond/people/, {name}, units {units}: expected "
                    f"{emily[name] * factor:.2f}, found {found}"
                )
    none(wrong, "docs/javascripts/people.js makes another person of Emily:")
