"""The form that tells a reader where a seed lands, in a real browser."""

import json

import numpy as np
import pytest
from playwright.sync_api import expect

from simplenet.data import seed


@pytest.fixture
def page(browser, server):
    page = browser.new_page()
    page.errors = []
    page.requested = []
    page.on("pageerror", lambda error: page.errors.append(error))
    page.on("request", lambda request: page.requested.append(request.url))
    page.goto(f"{server}beyond/luck/")
    yield page
    page.close()
    assert page.errors == []


def ask(page, number):
    page.get_by_label("Seed, from").fill(str(number))
    page.get_by_role("button", name="Show").click()


def answer(page):
    expect(page.locator(".seed-form output")).not_to_be_empty()
    return page.locator(".seed-form output").inner_text()


def published(site):
    return json.loads((site / "seeds.json").read_text("utf-8"))


def test_nothing_is_fetched_before_the_reader_asks(page):
    page.wait_for_load_state("networkidle")
    assert not [url for url in page.requested if "seeds.json" in url]
    ask(page, 0)
    answer(page)
    ask(page, 1)
    expect(page.locator(".seed-form output")).to_contain_text("Seed 1:")
    assert len([u for u in page.requested if "seeds.json" in u]) == 1


def test_answer_is_what_the_build_found(page, site):
    results = published(site)
    families = results["family"]
    words = ("both hidden neurons speak for male", "one hidden", "for female")
    for family, group in enumerate(words):
        number = families.index(family, 4321)
        share = 100 * families.count(family) / len(families)
        ask(page, number)
        box = page.locator(".seed-form output")
        expect(box).to_contain_text(f"Seed {number}:")
        for expected in (
            f"Emily {results['emily'][number] / 1000:.3f}",
            f"Frank {results['frank'][number] / 1000:.3f}",
            f"loss {results['loss'][number] / 1e5:.5f}",
            group,
            f"as in {share:.0f} % of all",
        ):
            assert expected in box.inner_text()


def test_the_ring_is_where_the_figure_marks_the_article(page):
    ask(page, seed)
    assert "The ring on the map" in answer(page)
    ring = page.locator(".seed-ring").bounding_box()
    # The cross of the figure: the only marker that it uses
    cross = page.locator("svg.figure-luck_map use").bounding_box()
    for start, size in [("x", "width"), ("y", "height")]:
        middle = ring[start] + ring[size] / 2
        expected = cross[start] + cross[size] / 2
        assert middle == pytest.approx(expected, abs=6)  # half a cell


def test_a_network_far_off_is_not_drawn(page, site):
    results = published(site)
    ask(page, results["loss"].index(max(results["loss"])))
    assert "outside the map" in answer(page)
    assert page.locator(".seed-ring").count() == 0


@pytest.mark.parametrize("number", ["-1", "10000", "1.5", ""])
def test_what_is_no_seed_is_refused_by_the_browser(page, number):
    ask(page, number)
    assert page.locator("#seed:invalid").count() == 1
    assert page.locator(".seed-form output").inner_text() == ""


def test_keyboard_and_instant_navigation(page, server):
    page.goto(f"{server}glossary/")
    page.get_by_role("link", name="Ask whether it was luck").first.click()
    field = page.get_by_label("Seed, from")
    field.wait_for()
    field.press("Enter")
    assert f"Seed {seed}:" in answer(page)


def test_a_failed_download_is_told_and_can_be_tried_again(page):
    page.route("**/seeds.json", lambda route: route.fulfill(status=503))
    ask(page, 1)
    assert "could not be loaded (HTTP 503)" in answer(page)
    page.unroute("**/seeds.json")
    ask(page, 1)
    expect(page.locator(".seed-form output")).to_contain_text("Seed 1:")


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
