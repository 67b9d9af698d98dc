"""The site in a real browser: every page, light and dark, wide and narrow."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [
    path.relative_to(ROOT / "docs").with_suffix("").as_posix()
    for path in sorted((ROOT / "docs").glob("**/*.md"))
    if "generated" not in path.parts and path.stem != "index"
] + ["", "tutorial"]
WIDTHS = [1280, 360]


def problems_of(page, server):
    """Collect what goes wrong while a page is open."""
    problems = []
    page.on(
        "console",
        lambda message: (
            message.type in ("error", "warning")
            and problems.append(message.text)
        ),
    )
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on(
        "request",
        lambda request: (
            request.url.startswith((server, "data:", "blob:"))
            or problems.append(f"outside: {request.url}")
        ),
    )
    return problems


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_opens_without_a_problem(browser, server, scheme, width):
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 800}
    )
    page = context.new_page()
    problems = problems_of(page, server)
    for name in PAGES:
        page.goto(f"{server}{name}/" if name else server)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.title")
        overflow = page.evaluate(
            "document.documentElement.scrollWidth - window.innerWidth"
        )
        assert overflow <= 0, f"{name} is wider than {width} px"
        assert problems == [], name
    context.close()


def test_scheme_follows_the_system(browser, server):
    for scheme, expected in [("light", "default"), ("dark", "slate")]:
        context = browser.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto(server)
        body = page.locator("body")
        assert body.get_attribute("data-md-color-scheme") == expected
        context.close()


def test_pages_read_well_without_javascript(browser, server):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    problems = problems_of(page, server)
    page.goto(f"{server}training/")
    assert page.locator(".program-output svg").first.is_visible()
    assert page.locator(".arithmatex svg").first.is_visible()
    assert "Epoch 990 loss" in page.locator("article").inner_text()
    folded = page.get_by_text("Epoch 500 loss")
    assert not folded.is_visible()
    page.get_by_text("more lines").click()
    assert folded.is_visible()
    assert problems == []
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
    math = [n for n in tree if n["role"]["value"] == "MathMLMath"]
    formulas = page.locator(".arithmatex").count()
    assert len(math) == formulas > 0
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
    context.close()
