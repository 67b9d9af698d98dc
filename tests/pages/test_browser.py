"""The site in a real browser; tests/gates opens every page of it."""

import re
from collections import Counter

from tests.gates.visit import Visit, listen

# The colour of each piece of neuron.py: where it is painted when it is opened,
# and where it stands coloured from the beginning
COLOURS = """() => {
  const program = document.querySelector("[data-program=neuron]");
  const code = program.querySelector(".program-complete code");
  const opened = {}, shown = {};
  for (const [name, ranges] of CSS.highlights) {
    const { color } = getComputedStyle(code, `::highlight(${name})`);
    for (const { startContainer: { data }, startOffset, endOffset } of ranges)
      opened[data.slice(startOffset, endOffset).trim()] = color;
  }
  for (const span of program.querySelectorAll(".highlight span[class]"))
    if (!span.children.length)
      shown[span.textContent] = getComputedStyle(span).color;
  return { opened, shown };
}"""


SCHEME = "document.body.dataset.mdColorScheme"
DRAWN = "getComputedStyle(document.body).backgroundColor"
BRIGHT, DIM = "default", "slate"


def test_scheme_follows_the_system(browser, server):
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(server)
    assert page.evaluate(SCHEME) == DIM
    dark = page.evaluate(DRAWN)
    page.emulate_media(color_scheme="light")
    light = page.locator(f"body[data-md-color-scheme={BRIGHT}]")
    light.wait_for(state="attached")
    assert page.evaluate(DRAWN) != dark
    context.close()


def test_reader_chooses_a_scheme_for_all_pages(browser, server):
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(server)
    choose(page, "Use the light scheme")
    assert page.evaluate(SCHEME) == BRIGHT
    page.get_by_role("link", name="Tutorial").first.click()
    page.wait_for_url("**/tutorial/")
    assert page.evaluate(SCHEME) == BRIGHT
    page.goto(f"{server}loss/")
    assert page.evaluate(SCHEME) == BRIGHT
    choose(page, "Use the dark scheme")
    page.emulate_media(color_scheme="light")
    assert page.evaluate(SCHEME) == DIM
    choose(page, "Follow the system")
    assert page.evaluate(SCHEME) == BRIGHT
    assert page.locator("#scheme span:visible").count() == 1
    context.close()


def choose(page, words):
    """Press the button of the colours, which says what a click brings."""
    said = page.locator("#scheme").get_attribute("title")
    assert said == words, (
        "docs/overrides/partials/javascripts/palette.html: the button of the "
        f"scheme says “{said}” where a click should mean “{words}”"
    )
    page.get_by_role("button", name=words).click()


def test_phone_shows_the_colour_of_the_header_around_it(browser, server):
    page = browser.new_page()
    page.goto(server)
    around = page.locator("meta[name=theme-color]").get_attribute("content")
    header = page.locator(".md-header").evaluate(
        "header => getComputedStyle(header).backgroundColor"
    )
    parts = [int(around[place : place + 2], 16) for place in (1, 3, 5)]
    assert header == f"rgb({parts[0]}, {parts[1]}, {parts[2]})"
    page.close()


def test_pages_read_well_without_javascript(browser, server):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    found = Visit()
    listen(page, found)
    page.goto(f"{server}training/")
    assert page.locator(".program-output svg").first.is_visible()
    assert page.locator(".arithmatex svg").first.is_visible()
    assert "Epoch 990 loss" in page.locator("article").inner_text()
    folded = page.get_by_text("Epoch 500 loss")
    assert not folded.is_visible()
    page.get_by_text("more lines").click()
    assert folded.is_visible()
    assert found.complaints == []
    assert all(url.startswith(server) for url in found.asked)
    context.close()


def test_search_finds_each_passage_once(browser, server):
    context = browser.new_context()
    page = context.new_page()
    page.goto(server)
    page.keyboard.press("/")
    page.keyboard.type("backpropagation")
    links = page.locator(".md-search-result__link")
    links.first.wait_for()
    addresses = [link.get_attribute("href") for link in links.all()]
    assert any("backpropagation/" in address for address in addresses)
    assert not any("tutorial/" in address for address in addresses)
    assert len(addresses) == len(set(addresses))
    context.close()


def test_screen_reader_gets_each_formula_once(browser, server):
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{server}neuron/")
    session = context.new_cdp_session(page)
    tree = session.send("Accessibility.getFullAXTree")["nodes"]
    heard = Counter(
        n["name"]["value"] for n in tree if n["role"]["value"] == "image"
    )
    written = Counter(
        formula.get_attribute("aria-label")
        for formula in page.locator(".arithmatex > svg:visible").all()
    )
    assert len(written) > 10
    assert {name: heard[name] for name in written} == dict(written)
    context.close()


def test_keyboard_opens_the_complete_program(browser, server):
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{server}neuron/")
    summary = page.locator("[data-program=neuron] summary").last
    summary.focus()
    page.keyboard.press("Enter")
    code = page.locator("[data-program=neuron] .program-complete code")
    assert code.is_visible()
    assert re.search(r"def sigmoid", code.inner_text())
    page.wait_for_function("CSS.highlights.size")
    found = page.evaluate(COLOURS)
    assert found["opened"]["def"] != found["opened"]["sigmoid"]
    for word in ("import", "numpy", "print", "=", "(", "3"):
        assert found["opened"][word] == found["shown"][word], word
    context.close()
