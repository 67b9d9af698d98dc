"""The form that tells a reader where a seed lands, in a real browser."""

import json
from contextlib import contextmanager

import numpy as np
import pytest
from playwright.sync_api import expect

from simplenet.data import seed


@contextmanager
def opened(browser, server):
    page = browser.new_page()
    page.errors = []
    page.requested = []
    page.on("pageerror", lambda error: page.errors.append(error))
    page.on("request", lambda request: page.requested.append(request.url))
    page.goto(f"{server}beyond/luck/")
    yield page
    page.close()
    assert page.errors == []


@pytest.fixture
def page(browser, server):
    with opened(browser, server) as page:
        yield page


@pytest.fixture(scope="module")
def asked(browser, server):
    """One page for all tests that ask, and leave it."""
    with opened(browser, server) as page:
        yield page


def ask(page, number):
    page.get_by_label("Seed, from").fill(str(number))
    page.get_by_role("button", name="Show").click()


def answer(page, number):
    """What the form says, once it speaks of a number."""
    output = page.locator(".seed-form output")
    expect(output).to_contain_text(f"Seed {number}:")
    return output.inner_text()


def published(site):
    return json.loads((site / "seeds.json").read_text("utf-8"))


def test_nothing_is_fetched_before_the_reader_asks(asked):
    asked.wait_for_load_state("networkidle")
    assert not [url for url in asked.requested if "seeds.json" in url]
    for number in (0, 1):
        ask(asked, number)
        answer(asked, number)
    assert len([u for u in asked.requested if "seeds.json" in u]) == 1


def test_answer_is_what_the_build_found(asked, site):
    results = published(site)
    families = results["family"]
    words = ("both hidden neurons speak for male", "one hidden", "for female")
    for family, group in enumerate(words):
        number = families.index(family, 4321)
        share = 100 * families.count(family) / len(families)
        ask(asked, number)
        said = answer(asked, number)
        for expected in (
            f"Emily {results['emily'][number] / 1000:.3f}",
            f"Frank {results['frank'][number] / 1000:.3f}",
            f"loss {results['loss'][number] / 1e5:.5f}",
            group,
            f"as in {share:.0f} % of all",
        ):
            assert expected in said


def test_the_ring_is_where_the_figure_marks_the_article(asked):
    ask(asked, seed)
    assert "The ring on the map" in answer(asked, seed)
    ring = asked.locator(".seed-ring").bounding_box()
    # The cross of the figure: the only marker that it uses
    cross = asked.locator("svg.figure-luck_map use").bounding_box()
    for start, size in [("x", "width"), ("y", "height")]:
        middle = ring[start] + ring[size] / 2
        expected = cross[start] + cross[size] / 2
        assert middle == pytest.approx(expected, abs=6)  # half a cell


def test_a_network_far_off_is_not_drawn(asked, site):
    results = published(site)
    number = results["loss"].index(max(results["loss"]))
    ask(asked, number)
    assert "outside the map" in answer(asked, number)
    assert asked.locator(".seed-ring").count() == 0


@pytest.mark.parametrize("number", ["-1", "10000", "1.5", ""])
def test_what_is_no_seed_is_refused_by_the_browser(asked, number):
    output = asked.locator(".seed-form output")
    before = output.inner_text()
    ask(asked, number)
    assert asked.locator("#seed:invalid").count() == 1
    assert output.inner_text() == before


def test_keyboard_and_instant_navigation(page, server):
    page.goto(f"{server}glossary/")
    page.get_by_role("link", name="Ask whether it was luck").first.click()
    field = page.get_by_label("Seed, from")
    field.wait_for()
    field.press("Enter")
    answer(page, seed)


def test_a_failed_download_is_told_and_can_be_tried_again(page):
    page.route("**/seeds.json", lambda route: route.fulfill(status=503))
    ask(page, 1)
    output = page.locator(".seed-form output")
    expect(output).to_contain_text("could not be loaded (HTTP 503)")
    page.unroute("**/seeds.json")
    ask(page, 1)
    answer(page, 1)


def test_without_scripts_there_is_the_file_and_no_dead_form(browser, server):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}beyond/luck/")
    assert not page.locator(".seed-form").is_visible()
    assert (
        page.locator("a.seed-data")
        .get_attribute("href")
        .endswith("seeds.json")
    )
    context.close()


def test_a_click_on_the_map_opens_a_seed_that_ended_there(page, server):
    figure = page.locator("svg.figure-luck_map")
    figure.scroll_into_view_if_needed()
    box = figure.bounding_box()
    axes = list(map(float, figure.get_attribute("data-axes").split()))
    x0, x1, y0, y1, left, right, bottom, top = axes
    _, _, width, _ = map(float, figure.get_attribute("viewBox").split())
    scale = box["width"] / width
    with page.expect_response("**/seeds.json") as answer:
        found = page.evaluate(
            "async () => (await (await fetch('/seeds.json')).json())"
        )
    assert answer.value.ok
    x, y = found["emily"][seed] / 1000, found["frank"][seed] / 1000
    page.mouse.click(
        box["x"] + scale * (left + (right - left) * (x - x0) / (x1 - x0)),
        box["y"] + scale * (bottom + (top - bottom) * (y - y0) / (y1 - y0)),
    )
    page.wait_for_url("**/beyond/playground/#start=*")
    values = page.url.split("start=")[1].split("&")[0].split("~")
    opened = [
        each
        for each in range(len(found["emily"]))
        if list(map(float, values))
        == np.random.default_rng(each).normal(size=9).tolist()
    ]
    assert len(opened) == 1
    assert abs(found["emily"][opened[0]] - 1000 * x) <= 1
    assert abs(found["frank"][opened[0]] - 1000 * y) <= 1


def test_a_seed_that_is_shown_can_be_opened(page):
    page.get_by_role("spinbutton").fill("4321")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("button", name="Open seed 4321").click()
    page.wait_for_url("**/beyond/playground/#start=*")
    values = page.url.split("start=")[1].split("&")[0].split("~")
    draws = np.random.default_rng(4321).normal(size=9).tolist()
    assert list(map(float, values)) == draws
