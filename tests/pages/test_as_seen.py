"""A long page is drawn as it is seen, and a jump in it lands where it should.

docs/stylesheets/site.css says what waits; docs/javascripts/as-seen.js ends it.
"""

import pytest

PAGE = "training/"
FAR = "article h2:nth-of-type(4)"
HEADER = 70  # pixels at the top of the window, with some room
# How many parts of a page are not drawn yet
WAITING = """() => [...document.querySelectorAll("article > *")]
  .map((part) => part.firstElementChild)
  .filter((part) => part?.checkVisibility() &&
    !part.checkVisibility({ contentVisibilityAuto: true })).length"""
TOP = "part => part.getBoundingClientRect().top"
# Where a page's parts stand, with all drawn, in boxes of their own and without
MOVED = """() => {
  const { classList } = document.documentElement;
  const parts = [...document.querySelectorAll("article > *")];
  const sheet = new CSSStyleSheet();
  const drawn = "article > * { content-visibility: visible !important }";
  const boxes = ".as-seen article > h1 ~ :is(p, ul, ol, div, figure, section,"
    + "blockquote, details):not(.playground) { contain: layout paint style }";
  sheet.replaceSync(drawn + boxes);
  document.adoptedStyleSheets = [sheet];
  const heights = () => parts.map((part) => part.offsetHeight);
  classList.add("as-seen");
  const own = heights();
  classList.remove("as-seen");
  const free = heights();
  return parts.filter((_, i) => Math.abs(own[i] - free[i]) > 1)
    .map((part) => `${part.className} ${part.textContent.trim()}`)
    .map((words) => words.replace(/\\s+/g, " ").slice(0, 60));
}"""


@pytest.fixture
def page(browser, server):
    """A page that was opened from its top."""
    with browser.new_context(viewport={"width": 1280, "height": 800}) as made:
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
    page.go_back()
    page.wait_for_url(f"**/{PAGE}")
    settle(page)
    assert abs(heading.evaluate(TOP) - left) < 2
    page.reload()
    page.wait_for_load_state("networkidle")
    assert abs(heading.evaluate(TOP) - left) < 2


def test_nothing_moves_when_boxes_end(page, server):
    for url in (PAGE, "tutorial/", "loss/", "exercises/"):
        page.goto(server + url)
        page.wait_for_load_state("networkidle")
        assert page.evaluate(MOVED) == [], f"/{url}: site.css, margins"
