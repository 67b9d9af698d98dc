"""The worked numbers of two chapters follow the reader's hand."""

import math
import re

import numpy as np
import pytest

from scripts.chapters.factors import factors_of
from simplenet.data import data
from tests.chapters.test_factors import name_of
from tests.reader.playground import Reader, with_values, worked_network

DIFFER = [
    *[("w1", "ArrowUp"), ("w3", "ArrowDown"), ("w4", "ArrowDown")],
    *[("w5", "ArrowDown"), ("b1", "ArrowUp"), ("b1", "ArrowUp")],
    *[("b2", "PageDown"), ("b3", "PageUp")],
]


@pytest.fixture
def open_at(browser, server):
    """Open a chapter where its worked example is live."""
    opened = []

    def open_chapter(url):
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        opened.append(Reader(page))
        page.goto(server + url)
        place = page.locator("div.playground[data-views^=worked]")
        place.scroll_into_view_if_needed()
        page.locator(".pg-worked").wait_for()
        return page

    yield open_chapter
    for reader in opened:
        assert reader.problems == []
        reader.page.close()


def four(value):
    return f"{value:.4f}".replace("-", "−")


def f(x):
    return 1 / (1 + math.exp(-x))


def numbers_of(page, *ids):
    """All that stands on the page of the example: formulas and tables."""
    cells = page.locator(".factors-table tr").all_inner_texts()
    return [page.locator(f"#{id}").inner_html() for id in ids] + cells


def test_factors_and_formulas_follow_and_come_back(open_at):
    page = open_at("backpropagation/")
    ids = ["eq-alice-forward", "eq-alice-factors", "eq-alice-slope"]
    before = numbers_of(page, *ids)
    live = page.locator(".pg-live:has(.pg-worked)")
    live.get_by_label("Inputs of").select_option("3")  # Diana
    live.get_by_role("spinbutton", name="w5").press("ArrowDown")
    network = worked_network()
    network.w5 = 0.9
    factors = factors_of(network, data[3], 1)
    slopes = {
        f"d_L_d_{name}": slope
        for name, slope in network.gradient(data[3], 1).items()
    }
    for row in page.locator(".factors-table tbody tr").all():
        _, code, number = row.locator("td").all_inner_texts()
        expected = (factors | slopes)[name_of(code)]
        assert number == four(expected), code
    heads = page.locator(".factors-table th:last-child").all_inner_texts()
    assert set(heads) == {"for Diana"}
    forward = page.locator("#eq-alice-forward").inner_text()
    y_pred = network.feedforward(data[3])
    h = f(-15 - 6)  # all is as it was but w5, and so h1 and h2 are alike
    in_line = re.sub(r"\s+", " ", forward)
    assert "= f(1 · (−15) + 1 · (−6) + 0) = f(−21) = 0.0000" in in_line
    assert in_line.endswith(
        f"= f(0.9 · {four(h)} + 1 · {four(h)} + 0) = f({four(1.9 * h)})"
        f" = {four(y_pred)}"
    )
    shown = page.locator("#eq-alice-factors").inner_text()
    assert f"−2 (1 − {four(y_pred)})" in shown
    assert f"0.9 · f′({four(1.9 * h)})" in shown
    assert "(−15) · f′(−21)" in shown
    for name in ("d_L_d_ypred", "d_ypred_d_h1", "d_h1_d_w1"):
        assert f"= {four(factors[name])}" in shown
    slope = page.locator("#eq-alice-slope").inner_text()
    assert slope.strip().endswith(f"= {four(slopes['d_L_d_w1'])}")
    live.get_by_role("button", name="The page's own numbers").click()
    assert numbers_of(page, *ids) == before


def test_network_by_hand_follows_and_comes_back(open_at):
    page = open_at("network/")
    ids = ["eq-hidden-by-hand", "eq-output-by-hand"]
    before = numbers_of(page, *ids)
    live = page.locator(".pg-live")
    live.get_by_role("spinbutton", name="w6").press("PageUp")
    network = with_values([0, 1, 0, 1, 0, 2, 0, 0, 0])
    output = network.feedforward(np.array([2, 3]))
    text = page.locator("#eq-output-by-hand").inner_text()
    h = four(f(3))
    assert re.sub(r"\s+", " ", text).strip() == (
        f"o1 = f(0 · {h} + 2 · {h} + 0) = f({four(2 * f(3))}) = {four(output)}"
    )
    hidden = page.locator("#eq-hidden-by-hand").inner_text()
    assert "0 · 2 + 1 · 3 + 0" in hidden
    for name, key in DIFFER:  # no two that could be taken for each other
        live.get_by_role("spinbutton", name=name).press(key)
    h1, h2 = f(0.1 * 2 + 1 * 3 + 0.2), f(-0.1 * 2 + 0.9 * 3 - 1)
    s3 = -0.1 * h1 + 2 * h2 + 1
    for id, line in [
        (ids[0], f"h1 = f(0.1 · 2 + 1 · 3 + 0.2) = f(3.4) = {four(h1)}"),
        (
            ids[0],
            f"h2 = f((−0.1) · 2 + 0.9 · 3 + (−1)) = f(1.5) = {four(h2)}",
        ),
        (
            ids[1],
            f"o1 = f((−0.1) · {four(h1)} + 2 · {four(h2)} + 1) = "
            f"f({four(s3)}) = {four(f(s3))}",
        ),
    ]:
        text = re.sub(r"\s+", " ", page.locator(f"#{id}").inner_text())
        assert line in text, f"network/, #{id}: expected {line}, found {text}"
    live.get_by_role("button", name="The page's own numbers").click()
    assert numbers_of(page, *ids) == before
