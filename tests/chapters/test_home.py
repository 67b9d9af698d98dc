"""The first page: a network that learns before the reader's eyes."""

import json
import re
import time

import pytest
from playwright.sync_api import expect

from tests.reader.playground import Reader
from tests.reader.shifts import SHIFTS


@pytest.fixture
def home(browser, server):
    """Open the first page, without a single problem."""
    opened = []

    def open_home(width=1366, height=768, **options):
        size = {"width": width, "height": height}
        page = browser.new_page(viewport=size, **options)
        opened.append(Reader(page))
        page.add_init_script(SHIFTS)
        page.goto(server)
        return page

    yield open_home
    for reader in opened:
        assert reader.problems == []
        reader.page.close()


@pytest.fixture
def facts(site):
    return json.loads((site / "facts.json").read_text("utf-8"))


def check_shifts(page, width):
    """Check that nothing moved by itself, or is wider than the window."""
    assert page.evaluate("window.shifted ?? 0") < 0.01
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_train_ends_at_the_predictions_of_the_tutorial(home, facts):
    page = home()
    said = page.locator(".pg-said")
    expect(said).to_have_text(re.compile("knows nothing yet"))
    page.get_by_role("button", name="Train").click()
    expect(said).to_have_text(re.compile(r"^\d+ epochs"))
    early = said.inner_text()
    assert "Emily" not in early  # it takes its time
    expect(page.get_by_role("button", name="Again")).to_be_visible(
        timeout=20_000
    )
    check_shifts(page, 1366)
    shown = said.inner_text()
    assert f"{facts['training.epochs']} epochs" in shown
    assert f"Emily: {facts['predictions.y_emily']:.3f}, female." in shown
    assert f"Frank: {facts['predictions.y_frank']:.3f}, male." in shown
    status = page.locator(".hero").get_by_role("status")
    assert f"Emily: {facts['predictions.y_emily']:.3f}" in status.inner_text()
    assert page.url.endswith("/")  # the address stays the page's
    before = page.locator(".hero .pg-female").first.get_attribute("d")
    page.get_by_role("button", name="Again").click()
    expect(page.get_by_role("button", name="Again")).to_be_visible(
        timeout=20_000
    )
    after = page.locator(".hero .pg-female").first.get_attribute("d")
    assert after != before  # another seed


def test_reduced_motion_trains_at_once(home):
    page = home(reduced_motion="reduce")
    page.get_by_role("button", name="Train").wait_for()
    start = time.monotonic()
    page.get_by_role("button", name="Train").click()
    page.get_by_role("button", name="Again").wait_for()
    assert time.monotonic() - start < 2.5  # three seconds, else


def test_nothing_shifts_on_a_phone_when_the_network_comes(home):
    page = home(width=360)
    page.get_by_role("button", name="Train").wait_for()
    page.get_by_role("button", name="Train").click()
    page.get_by_role("button", name="Again").wait_for(timeout=20_000)
    check_shifts(page, 360)


def test_screen_shows_the_network_at_once_and_paper_the_curve(home):
    page = home()
    page.locator(".hero .pg-live").wait_for()
    for part in ("network", "plane", "train"):
        box = page.locator(f".hero [data-view={part}]").bounding_box()
        assert box["y"] + box["height"] <= 768, part
    page.emulate_media(media="print")
    assert page.locator(".hero .figure-loss").is_visible()
    assert page.locator(".hero figcaption", has_text="arrive").is_visible()
    assert not page.get_by_role("button", name="Train").is_visible()


def test_without_javascript_the_curve_stands_there(home):
    page = home(java_script_enabled=False)
    assert page.locator(".hero .figure-loss").is_visible()
    assert page.locator(".hero figcaption").is_visible()
