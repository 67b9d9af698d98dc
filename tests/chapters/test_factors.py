"""The tables of the chain rule: formula, line of code, number, figure."""

import ast
import inspect

import numpy as np
import pytest

from scripts.chapters import factors
from scripts.ground.errors import BuildError
from simplenet import OurNeuralNetwork
from simplenet.data import data
from tests.reader.host import Host

PAGE = "backpropagation/"


@pytest.fixture(scope="module")
def chapter(pages):
    return pages[PAGE].article


@pytest.fixture(scope="module")
def rows(chapter):
    return chapter.select(".factors-table tbody tr")


@pytest.fixture(scope="module")
def slopes():
    """All slopes for Alice, by name, straight from simplenet."""
    network = OurNeuralNetwork(np.random.default_rng())
    for name in network.parameters:
        setattr(network, name, 1.0 if name[0] == "w" else 0.0)
    products = network.gradient(data[0], 1)
    named = {f"d_L_d_{name}": slope for name, slope in products.items()}
    return factors.factors_of(network, data[0], 1) | named


def name_of(code):
    """The slope that a line of code computes."""
    if code.startswith('"'):
        return "d_L_d_" + code.split('"')[1]
    return code.split(" = ")[0]


def test_every_slope_has_one_row(rows, slopes):
    codes = [row.select("td")[1].text for row in rows]
    assert sorted(map(name_of, codes)) == sorted(slopes)
    assert len(rows) == 12 + 9


def test_numbers_are_those_of_simplenet(rows, slopes):
    for row in rows:
        formula, code, number = row.select("td")
        expected = slopes[name_of(code.text)]
        assert number.text == f"{expected:.4f}".replace("-", "−")
        assert formula.select_one(".arithmatex svg")


def test_each_row_points_at_its_line(chapter, rows):
    for row in rows:
        link = row.select_one("a")
        line = chapter.find(id=link["href"].removeprefix("#"))
        assert line.text.strip().rstrip(",") == link.text
        assert row["data-line"] == line["id"]
        method = row.find_parent("table").select_one("th code").text
        assert line.find_parent("code").text.strip() in source_of(method)


def source_of(method):
    """The text of a method as an excerpt has it."""
    source = inspect.getsource(getattr(OurNeuralNetwork, method))
    lines = [line for line in source.split("\n") if "--8<--" not in line]
    return "\n".join(line.removeprefix(" " * 8) for line in lines)


def test_lines_of_code_have_ids_of_their_own(pages):
    for page in pages.values():
        ids = [tag["id"] for tag in page.soup.select("code [id]")]
        assert len(ids) == len(set(ids)), page.url


def test_the_figure_has_all_that_rows_light(chapter, rows):
    figure = chapter.select_one(".factors .figure")
    there = {
        part.get("data-parameter") or part["data-node"]
        for part in figure.select(".edge, .node")
    }
    lit = {part for row in rows for part in row["data-parts"].split()}
    assert lit == there - {"x1", "x2"}


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("d_h1_d_w1", ["w1", "h1"]),
        ("d_ypred_d_h2", ["h2", "w6", "o1"]),
        ("d_ypred_d_b3", ["b3", "o1"]),
        ("d_L_d_ypred", ["o1", "y_pred", "L"]),
    ],
)
def test_a_factor_lights_its_edge_and_its_nodes(name, parts):
    assert list(dict.fromkeys(factors.parts_of(name))) == parts


def test_a_factor_without_formula_is_named(monkeypatch):
    monkeypatch.delitem(factors.FORMULAS, "d_h1_d_w2")
    with pytest.raises(BuildError, match=r"d_h1_d_w2 stands in only one of"):
        factors.check_formulas(factors.factor_lines())


def test_a_slope_over_two_lines_is_named():
    (node,) = ast.parse("a = (1 +\n  2)").body
    with pytest.raises(BuildError, match=r"factors: a takes more than one"):
        factors.line_of("factors", "", "a", node, ())


@pytest.fixture(scope="module")
def host(site):
    """The site at an address that its list of pages names, too."""
    with Host(site).serving() as started:
        yield started


@pytest.fixture(scope="module")
def open_page(browser, host):
    """Open a page in a window of a given width; errors fail the test."""
    contexts, errors = [], []

    def open_in(width=1300, path=PAGE, **options):
        size = {"width": width, "height": 800}
        contexts.append(browser.new_context(viewport=size, **options))
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: errors.append(error))
        page.on("requestfailed", lambda failed: errors.append(failed.url))
        page.goto(host.url + path, wait_until="networkidle")
        return page

    yield open_in
    for context in contexts:
        context.close()
    assert errors == []


@pytest.fixture(scope="module")
def window(open_page):
    return open_page()


@pytest.fixture
def page(window):
    """A page on which nothing is pointed at."""
    window.evaluate("document.activeElement.blur()")
    window.mouse.move(1, 1)
    assert lit(window) == []
    return window


def lit(page):
    """What is lit, by name."""
    return page.eval_on_selector_all(
        ".factors .lit",
        "all => all.map(e => e.dataset.parameter ?? e.dataset.node"
        " ?? (e.id || e.tagName))",
    )


W1 = 'tr[data-parts="w1 h1"]'


def test_a_row_a_line_and_an_edge_light_together(page):
    page.hover(W1)
    line = page.get_attribute(W1, "data-line")
    together = ["w1", "h1", "TR", line]
    assert lit(page) == together
    assert page.locator(".factors .dim").count() == 14
    page.hover("#recap")
    assert lit(page) == []
    assert page.locator(".factors .dim").count() == 0
    page.hover(f"#{line}")
    assert lit(page) == together


def test_the_keyboard_lights_too(page):
    page.focus(f"{W1} a")
    assert lit(page)[:3] == ["w1", "h1", "TR"]
    page.keyboard.press("Tab")
    assert lit(page)[:3] == ["w2", "h1", "TR"]


def test_a_slope_lights_its_whole_path(page):
    page.focus(f"{W1} a")
    page.hover('tr[data-parts="o1 y_pred L h1 w5 w1"]')
    assert set(lit(page)) >= {"w1", "h1", "w5", "o1", "y_pred", "L"}


def test_it_works_after_instant_navigation(open_page):
    page = open_page(path="loss/")
    page.evaluate("window.same = true")
    page.click(".md-footer__link--next")
    page.hover(W1)
    assert page.evaluate("window.same")
    assert lit(page)[:3] == ["w1", "h1", "TR"]


def test_a_phone_shows_all_of_a_row_the_code_below(open_page):
    page = open_page(width=360, has_touch=True)
    page.locator(W1).scroll_into_view_if_needed()
    page.wait_for_timeout(500)  # what is near is drawn, and moves it
    page.locator(W1).tap(position={"x": 200, "y": 10})
    assert lit(page)[:3] == ["w1", "h1", "TR"]
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    boxes = [cell.bounding_box() for cell in page.locator(f"{W1} td").all()]
    for box in boxes:
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
    formula, code, number = boxes
    assert code["y"] >= formula["y"] + formula["height"]
    assert number["y"] < code["y"]


def test_without_javascript_it_is_a_plain_table(open_page):
    page = open_page(java_script_enabled=False)
    row = page.locator(W1)
    assert "−0.0904" in row.inner_text()
    row.locator("a").click()
    assert page.url.endswith(row.get_attribute("data-line"))
