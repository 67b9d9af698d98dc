"""A long page is drawn as it is seen, and a jump in it lands where it should.

docs/stylesheets/site.css says what waits, landmarks.js when that ends.
"""

import re

import pytest

PAGE = "training/"
FAR = "article h2:nth-of-type(4)"
HEADER = 70  # pixels at the top of the window, with some room
# How many parts of a page are not drawn yet
WAITING = """() => [...document.querySelectorAll("article :is(p, code) *")]
  .filter((part) => part.checkVisibility() &&
    !part.checkVisibility({ contentVisibilityAuto: true })).length"""
TOP = "part => part.getBoundingClientRect().top"
# Which parts change their height when what waits is a box no more
MOVED = """() => {
  const { classList } = document.documentElement;
  const waits = (part) => getComputedStyle(part).contentVisibility === "auto";
  const parts = [...document.querySelectorAll("article > *")];
  const boxes = [...document.querySelectorAll("article *")].filter(waits);
  const heights = () => parts.map((part) => part.offsetHeight);
  for (const box of boxes) {
    box.style.contentVisibility = "visible";
    box.style.contain = "layout paint style";
  }
  const own = heights();
  for (const box of boxes) box.removeAttribute("style");
  classList.remove("as-seen");
  const free = heights();
  return [boxes.length, parts.filter((_, i) => Math.abs(own[i] - free[i]) > 1)
    .map((part) => part.outerHTML.slice(0, 80))];
}"""


@pytest.fixture
def page(browser, server, site):
    """A page that was opened from its top, where pages swap in place."""
    pages = (site / "sitemap.xml").read_text("utf-8")
    here = re.sub("<loc>https?://[^/]*/", f"<loc>{server}", pages)
    with browser.new_context(viewport={"width": 1280, "height": 800}) as made:
        made.route("**/sitemap.xml", lambda route: route.fulfill(body=here))
        opened = made.new_page()
        opened.goto(server + PAGE)
        opened.wait_for_load_state("networkidle")
        yield opened


def settle(page):
    """Wait until what came near is drawn."""
    page.wait_for_timeout(300)


def test_what_is_far_below_waits(page):
    assert page.evaluate(WAITING) > 10
    page.mouse.wheel(0, 100_000)
    settle(page)
    assert page.locator(".page-foot").is_visible()
    page.emulate_media(media="print")
    assert page.evaluate(WAITING) == 0


def test_a_link_within_a_page_leads_to_its_place(page, server):
    heading = page.locator(FAR)
    name = heading.get_attribute("id")
    page.locator(f".md-nav--secondary a[href$='#{name}']:visible").click()
    settle(page)
    assert 0 <= heading.evaluate(TOP) <= HEADER
    assert page.evaluate(WAITING) == 0
    page.goto("about:blank")
    page.goto(f"{server}{PAGE}#{name}")
    page.wait_for_load_state("networkidle")
    assert 0 <= heading.evaluate(TOP) <= HEADER
    assert page.evaluate(WAITING) == 0


def test_going_back_finds_the_place_that_was_left(page):
    heading = page.locator(FAR)
    heading.scroll_into_view_if_needed()
    settle(page)
    left = heading.evaluate(TOP)
    page.locator(".md-footer__link--next").evaluate("link => link.click()")
    page.wait_for_url("**/predictions/")
    page.evaluate("window.stayed = true")
    page.go_back()
    page.wait_for_url(f"**/{PAGE}")
    settle(page)
    assert page.evaluate("window.stayed")
    assert abs(heading.evaluate(TOP) - left) < 2
    page.reload()
    page.wait_for_load_state("networkidle")
    assert abs(heading.evaluate(TOP) - left) < 2


def test_nothing_moves_when_boxes_end(page, server):
    for url in (PAGE, "tutorial/", "loss/", "exercises/"):
        page.goto(server + url)
        page.wait_for_load_state("networkidle")
        count, moved = page.evaluate(MOVED)
        assert count
        assert not moved, f"/{url}: site.css, {moved}"
