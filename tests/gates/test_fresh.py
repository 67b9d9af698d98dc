"""What a phone draws of a page that was just opened: what is near."""

import re

import pytest
from playwright.sync_api import expect

from tests.reader.host import Host
from tests.reader.shifts import SHIFTS

PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1366, "height": 768}
LONG = "tutorial/"
HEADING = "train-the-network"
DRAWN = """element => element.checkVisibility({contentVisibilityAuto: true})"""
PLACES = """() => [...document.querySelectorAll("article > *")].map(
  (element) => element.getBoundingClientRect().top)"""
FOLLOWS = "[data-md-component=toc]"  # has the theme measure all headings
LIMIT = 0.06  # as in test_shifts.py


@pytest.fixture
def opened(browser, server):
    """Open a page in a new browser, with what it says of its shifts."""
    contexts = []

    def opened(address, size, host=server, **settings):
        contexts.append(browser.new_context(viewport=size, **settings))
        contexts[-1].add_init_script(SHIFTS)
        page = contexts[-1].new_page()
        page.goto(host + address)
        page.wait_for_load_state("networkidle")
        return page

    yield opened
    for context in contexts:
        context.close()


def draws_all(page):
    return page.locator("article > p > code").last.evaluate(DRAWN)


def test_phone_draws_what_is_near_and_the_rest_when_it_comes(opened):
    page = opened(LONG, PHONE)
    assert page.locator("article p").first.evaluate(DRAWN)
    assert not draws_all(page)
    assert page.locator(FOLLOWS).count() == 0
    page.mouse.move(180, 400)
    far = page.locator("h2").nth(2)
    while far.bounding_box()["y"] > PHONE["height"] / 2:
        page.mouse.wheel(0, 300)
        page.wait_for_timeout(30)
    expect(far).to_be_in_viewport()
    moved = page.evaluate("window.shifted ?? 0")
    assert moved < LIMIT, f"/{LONG} moved by {moved:.2f} while it was read"


def test_drawn_in_pieces_it_looks_as_drawn_at_once(opened):
    page = opened("training/", PHONE)
    page.evaluate(
        """async () => {
          for (let y = 0; y < document.body.scrollHeight; y += 300) {
            scrollTo(0, y);
            await new Promise((done) => setTimeout(done, 50));
          }
          scrollTo(0, 0);
        }"""
    )
    in_pieces = page.evaluate(PLACES)
    page.evaluate("document.documentElement.classList.remove('fresh')")
    assert in_pieces == pytest.approx(page.evaluate(PLACES), abs=1)


def test_copy_button_above_its_code_is_seen_whole(opened):
    page = opened("training/", PHONE)
    button = page.locator(".program > .highlight .md-code__button").nth(1)
    button.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    in_pieces = button.screenshot()
    page.evaluate("document.documentElement.classList.remove('fresh')")
    assert button.screenshot() == in_pieces


def test_link_to_a_place_on_the_page_leads_there(opened):
    page = opened(LONG, PHONE)
    page.evaluate(
        """to => {
          const link = document.createElement("a");
          link.href = "#" + to;
          link.textContent = "there";
          document.querySelector("article p").append(link);
        }""",
        HEADING,
    )
    page.get_by_role("link", name="there", exact=True).click()
    place = page.locator(f"#{HEADING}")
    expect(place).to_be_in_viewport()
    assert draws_all(page)
    before = place.bounding_box()["y"]
    page.wait_for_timeout(300)
    assert place.bounding_box()["y"] == before


@pytest.mark.parametrize(
    ("address", "size", "settings"),
    [
        (LONG, DESKTOP, {}),
        (f"{LONG}#{HEADING}", PHONE, {}),
        (LONG, PHONE, {"java_script_enabled": False}),
    ],
    ids=["desktop", "a place on the page", "without JavaScript"],
)
def test_all_is_drawn_at_once_elsewhere(opened, address, size, settings):
    page = opened(address, size, **settings)
    assert draws_all(page)
    assert page.locator(FOLLOWS).count() == 2


def test_page_that_is_come_back_to_is_whole(opened):
    page = opened("loss/", PHONE)
    assert not draws_all(page)
    page.reload(wait_until="networkidle")
    assert draws_all(page)


def test_next_page_is_whole(opened, site):
    with Host(site).serving() as host:
        page = opened("loss/", PHONE, host.url)
        page.evaluate("window.same = true")
        page.locator(".md-footer__link--next").click()
        expect(page).to_have_title(re.compile("^Backpropagate"))
        expect(page.locator("html")).not_to_have_class(re.compile("fresh"))
        assert draws_all(page)
        assert page.evaluate("window.same")  # instant navigation


def test_keys_reach_code_that_is_not_drawn_yet(opened, tools):
    page = opened(LONG, PHONE)
    page.evaluate(
        (tools.folder / "axe-core" / "axe.min.js").read_text("utf-8")
    )
    rule = {"runOnly": ["scrollable-region-focusable"]}
    found = page.evaluate("rule => axe.run(document, rule)", rule)
    assert len(found["passes"][0]["nodes"]) > 50
    assert found["violations"] == []
