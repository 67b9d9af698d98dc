"""The site in a real browser; tests/gates opens every page of it."""

import re

from tests.gates.visit import Visit, listen


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
