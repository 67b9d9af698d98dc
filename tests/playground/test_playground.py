"""What a reader sees and does in the playground, in a real browser."""

import re

import numpy as np
import pytest

from scripts.chapters.factors import factors_of
from simplenet import mse_loss
from simplenet.data import all_y_trues, data
from tests.reader.playground import (
    PAGE,
    PARAMETERS,
    Reader,
    difference,
    values_of,
    worked_network,
)


@pytest.fixture(scope="module")
def visit(browser, server):
    """One visit to the playground's page, without a single problem."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    reader = Reader(page)
    reader.visit(server + PAGE)
    yield reader
    assert reader.problems == []
    page.close()


@pytest.fixture
def reader(visit):
    """A reader who begins afresh."""
    visit.set_up("start=worked")
    return visit


# One step


def test_a_step_is_that_of_simplenet(reader):
    reader.press("Step")
    network = worked_network()
    network.step(data[0], all_y_trues[0], 0.1)
    assert difference(reader.parameters, values_of(network)) < 1e-15


def test_first_step_marks_b3_and_says_why(reader):
    assert "Guess" in reader.page.locator(".pg-why").inner_text()
    reader.press("Step")
    marked = reader.page.locator("g.pg-most")
    assert marked.count() == 1
    assert marked.get_attribute("aria-label") == "b3"
    row = reader.page.locator(".pg-changes tr.pg-most")
    assert row.count() == 1
    assert row.get_attribute("data-row") == "b3"
    assert "Alice: b3 changed most, by +0.0238" in reader.said
    reason = reader.page.locator(".pg-why").inner_text()
    assert "b3 changed most, by +0.0238" in reason.replace("\n", "")
    for words in ("loss per prediction", "−0.2376", "= −0.0225", "nearer to"):
        assert words in reason


def test_no_step_is_explained_when_nothing_moves(reader):
    reader.set_up("start=1~1~1~1~1~1~0~0~900")  # y_pred is 1: no error
    reader.press("Step")
    assert "nothing moves" in reader.page.locator(".pg-why").inner_text()
    assert reader.page.locator("g.pg-most").count() == 0


def test_every_value_of_the_next_person_is_shown(reader):
    reader.choose("Next person", "1")
    factors = factors_of(worked_network(), data[1], 0)
    y_pred = worked_network().feedforward(data[1])
    shown = reader.live.locator("[data-view=network]").inner_text()
    assert "Values for the next person, Bob (label 0)" in shown
    for value in ("s₁ = 31", "h₁ = 1.0000", f"o₁ = {y_pred:.4f}"):
        assert value in shown
    assert f"L = {(factors['d_L_d_ypred'] / 2) ** 2:.4f}" in shown


def test_each_factor_is_shown_and_multiplied_out(reader):
    reader.press("Step")
    reader.open("Lines")
    network = worked_network()
    lines = reader.page.locator(".pg-lines").last.inner_text()
    for name, value in factors_of(network, data[0], 1).items():
        assert f"{value:.4f}".replace("-", "−") in lines, name
    reader.open("Slopes")
    for name, slope in network.gradient(data[0], 1).items():
        cell = reader.page.locator(f"[data-row={name}] td").first.inner_text()
        assert cell.endswith(f"{slope:.4f}".replace("-", "−")), name


def test_static_table_holds_what_the_first_step_shows(pages, reader):
    table = pages[PAGE].article.select_one(".playground table")
    reader.press("Step")
    reader.open("Slopes")
    for name, row in zip(PARAMETERS, table.select("tbody tr"), strict=True):
        symbol, *others = row.select("td")
        tex = symbol.select_one("[data-tex]")["data-tex"]
        assert tex.replace("_", "") == name
        factors, slope, old, move, new = (cell.text for cell in others)
        live = reader.page.locator(f"[data-row={name}] td").all_inner_texts()
        assert f"= {factors}" in live[0].replace("\n", " ")
        assert live[0].endswith(f"= {slope}")
        assert live[1] == old
        assert f"= {move}" in live[2]
        assert live[3] == new


# Many steps


def test_back_one_step_returns_to_the_digit(reader):
    reader.press("Step")
    reader.press("One epoch")
    seen = [reader.parameters]
    for _ in range(3):
        reader.press("Back one step")
        seen.append(reader.parameters)
    reader.press("One epoch")
    assert reader.parameters == seen[0]
    assert seen[0] != seen[3]
    reader.press("Reset")
    assert set(reader.parameters) == {0.0, 1.0}
    assert reader.live.get_by_role("button", name="Back").is_disabled()


def test_run_can_be_slow_and_paused(reader):
    reader.choose("Speed", "10")
    reader.live.get_by_role("button", name="Run to").click()
    reader.wait_for_step(3)
    reader.press("Pause")
    paused = reader.parameters
    steps = int(reader.said.split("Step ")[1].split(",")[0])
    assert reader.said.startswith("Paused.")
    network = worked_network()
    for n in range(steps):
        network.step(data[n % 4], all_y_trues[n % 4], 0.1)
    assert difference(paused, values_of(network)) < 1e-12


def test_status_is_silent_while_training(reader):
    reader.page.evaluate(
        """() => {
          window.said = [];
          new MutationObserver(() => {
            window.said.push(document.querySelector(".pg-message").innerText);
          }).observe(document.querySelector(".pg-message"),
            { childList: true, characterData: true, subtree: true });
        }"""
    )
    reader.choose("Speed", "1000")
    reader.live.get_by_role("button", name="Run to").click()
    reader.wait_for_step(500)
    reader.press("Pause")
    said = reader.page.evaluate("window.said")
    assert [words.split(".")[0] for words in said] == ["Training", "Paused"]


def test_reduced_motion_draws_few_pictures(reader):
    drawn = {}
    for motion in ("reduce", "no-preference"):
        reader.page.emulate_media(reduced_motion=motion)
        reader.set_up("start=worked")
        reader.choose("Speed", "1000")
        reader.page.evaluate(
            """() => {
              window.drawn = 0;
              new MutationObserver(() => { window.drawn += 1; }).observe(
                document.querySelector(".pg-place"),
                { childList: true, characterData: true, subtree: true });
            }"""
        )
        reader.live.get_by_role("button", name="Run to").click()
        reader.wait_for_step(1000)
        reader.press("Pause")
        drawn[motion] = reader.page.evaluate("window.drawn")
    assert drawn["reduce"] <= 5 < 15 < drawn["no-preference"]


# Settings, and a parameter by hand


def test_reader_adds_a_person_and_teaches_the_network(reader):
    reader.open("People")
    reader.press("Add a person")
    reader.type("You, weight", "145")
    reader.type("You, height", "70")
    reader.choose("You, label", "0")
    reader.choose("Next person", "4")
    reader.press("Step")
    network = worked_network()
    network.step([10, 4], 0, 0.1)
    assert difference(reader.parameters, values_of(network)) < 1e-15
    answers = reader.page.locator(".pg-answers")
    row = answers.get_by_role("row").filter(has_text="You")
    assert f"{network.feedforward([10, 4]):.3f}" in row.inner_text()
    reader.press("One epoch")  # the new one belongs to each
    samples = np.vstack([data, [10, 4]])
    network.train(samples, np.append(all_y_trues, 0), epochs=1)
    assert difference(reader.parameters, values_of(network)) < 1e-15
    loss = mse_loss(
        np.append(all_y_trues, 0),
        [network.feedforward(x) for x in samples],
    )
    assert f"mean loss {loss:.4f}" in reader.said
    reader.press("Take You out")
    loss = mse_loss(all_y_trues, [network.feedforward(x) for x in data])
    assert f"mean loss {loss:.4f}" in reader.said


def centre(box):
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_people_are_dragged_and_moved_by_keys(reader):
    bob = reader.live.get_by_role("button", name="Bob,")
    x, y = centre(bob.locator("path").bounding_box())
    reader.page.mouse.move(x, y)
    reader.page.mouse.down()
    reader.page.mouse.move(x - 60, y + 40, steps=4)
    reader.page.mouse.up()
    words = bob.get_attribute("aria-label")
    weight, height = map(float, re.findall(r"([\d.]+) (?:lb|in)", words))
    assert 120 < weight < 160
    assert 60 < height < 72
    assert f"Bob, {weight:g} lb, {height:g} in, male" in words
    assert reader.said.startswith(f"Bob: {weight:g} lb, {height:g} in, male")
    assert centre(bob.locator("path").bounding_box()) == pytest.approx(
        (x - 60, y + 40), abs=3
    )
    bob.press("ArrowRight")
    bob.press("Shift+ArrowUp")
    assert f"{weight + 1:g} lb, {height + 5:g} in" in reader.said
    reader.choose("Next person", "1")
    reader.press("Step")
    network = worked_network()
    network.step([weight + 1 - 135, height + 5 - 66], 0, 0.1)
    assert difference(reader.parameters, values_of(network)) < 1e-15
    reader.open("People")
    reader.press("The four as they were")
    assert "Bob, 160 lb, 72 in" in bob.get_attribute("aria-label")


def test_a_click_on_a_person_makes_them_next(reader):
    reader.live.get_by_role("button", name="Charlie,").locator("path").click()
    assert "Next: Charlie" in reader.said


def test_the_map_is_neutral_where_the_network_is(reader):
    shades = ".pg-female[d^=M], .pg-male[d^=M]"
    assert reader.page.locator(shades).count() > 0
    reader.set_up("start=zeros")
    assert reader.page.locator(shades).count() == 0
    reader.set_up("start=seed157&acts=s4000")
    assert reader.page.locator(".pg-female[d^=M]").count() >= 5
    assert reader.page.locator(".pg-male[d^=M]").count() >= 5
    for side in (".pg-female-side", ".pg-male-side"):  # without colour, too
        fill = reader.page.locator(side).evaluate("e => getComputedStyle(e)")
        assert "url" in fill["fill"]


def test_the_loss_shows_what_the_reader_did(reader):
    left, jumps = (
        reader.page.locator(f".pg-loss .pg-{name}")
        for name in ("left", "jumps")
    )
    for _ in range(4):
        reader.press("Step")
    assert left.get_attribute("d") == jumps.get_attribute("d") == ""
    reader.press("Back one step")
    reader.press("Back one step")
    assert left.get_attribute("d").count("L") >= 2
    reader.knob("w5").press("PageUp")
    reader.press("Step")
    assert jumps.get_attribute("d").count("M") == 2
    words = reader.page.locator(".pg-loss svg").get_attribute("aria-label")
    assert "Changed by hand after step 2." in words
    assert "Taken back to step 2." in words


def test_breadth_shows_what_the_last_step_changed(reader):
    breadth = (
        "e => [...e.querySelectorAll('.edge:has(.pg-halo)')].map("
        "p => parseFloat(p.style.getPropertyValue('--pg-halo')))"
    )
    network = reader.page.locator("[data-view=network]")
    assert set(network.evaluate(breadth)) == {0}
    reader.press("Step")
    halos = network.evaluate(breadth)
    assert len(halos) == 9
    assert sorted(halos)[-1] == 18
    assert sorted(halos)[-2] < 6


def test_stage_is_seen_whole_and_nothing_moves_when_values_change(reader):
    places = """() => [...document.querySelectorAll(
      ".pg-live > *, .pg-toolbar *, .pg-live figure > svg, .pg-tabs *")]
      .filter((one) => !one.closest("[hidden]") && one.tagName !== "OPTION")
      .map((one) => [
        String(one.className?.baseVal ?? one.className)
          .replace(/ ?focus-visible/, ""), // of the theme: no move
        ...["x", "y", "width", "height"].map((side) => (
          Math.round(one.getBoundingClientRect()[side])))].join(" "))"""
    for width, height in ((1366, 768), (1920, 1080), (360, 740)):
        reader.page.set_viewport_size({"width": width, "height": height})
        reader.set_up("start=worked")
        reader.page.evaluate("scrollTo(0, 0)")
        if width > 360:  # of a phone: test_phone_shows_all_of_it
            check_stage(reader.page)
        before = reader.page.evaluate(places)
        for act in ["Step"] * 10 + ["One epoch", "Back one step"]:
            reader.press(act)
            reader.page.evaluate("scrollTo(0, 0)")
            now = reader.page.evaluate(places)
            moved = set(now) - set(before)
            assert not {
                m for m in moved if not m.startswith(("pg-message", "pg-foot"))
            }, (width, act)
    reader.page.set_viewport_size({"width": 1280, "height": 900})


def check_stage(page):
    """Check that all of the stage is seen without scrolling."""
    size = page.viewport_size
    boxes = {
        part: page.locator(f"[data-view={part}]").bounding_box()
        for part in ("toolbar", "network", "plane", "loss", "settings")
    }
    for part, box in boxes.items():
        assert box["y"] >= 48, (part, size)
        assert box["y"] + box["height"] <= size["height"], (part, size)
    assert boxes["network"]["width"] > 0.35 * size["width"]


def test_numbers_stay_in_their_boxes(reader):
    values = "-7.81e-5~123456~-99999.5~-1234.56~1e-9~-0.99785304~0~1e9~-1e9"
    reader.set_up(f"start={values}")
    wide = reader.page.evaluate(
        """() => [...document.querySelectorAll(".pg-knob")].filter((knob) => {
          const [box, text] = ["rect", ".pg-value"].map((part) => (
            knob.querySelector(part).getBoundingClientRect()));
          return text.left < box.left || text.right > box.right;
        }).map((knob) => knob.textContent)"""
    )
    assert wide == []
    reader.set_up("start=worked")
    reader.press("Step")
    reader.open("Parameters")
    network = worked_network()
    network.step(data[0], all_y_trues[0], 0.1)
    for name, value in zip(PARAMETERS, values_of(network), strict=True):
        field = reader.live.get_by_role("textbox", name=name)
        assert float(field.input_value().replace("−", "-")) == value


@pytest.mark.parametrize("width", [1920, 1366, 360])
def test_fields_show_their_whole_number(reader, width):
    reader.page.set_viewport_size({"width": width, "height": 768})
    long = "-0.0000012345678901234567"  # JavaScript writes none longer
    reader.set_up(f"start={'~'.join([long] * 9)}")
    reader.open("Parameters")
    for name in PARAMETERS:
        field = reader.live.get_by_role("textbox", name=name)
        shown = field.input_value().replace("−", "-")
        assert shown == long
        assert field.evaluate("e => e.scrollWidth <= e.clientWidth"), name
    reader.page.set_viewport_size({"width": 1280, "height": 900})


def test_a_frame_holds_the_tool_and_nothing_else(browser, server):
    page = browser.new_page(viewport={"width": 1000, "height": 800})
    visitor = Reader(page)
    visitor.visit(f"{server}{PAGE}?embed#start=seed7")
    assert page.get_by_role("button", name="Step", exact=True).is_visible()
    for part in (".md-header", ".md-footer", "article > h2"):
        assert not page.locator(part).first.is_visible(), part
    page.close()


def test_a_change_of_inputs_starts_again(reader):
    reader.press("Step")
    reader.choose("Inputs", "raw")
    assert reader.said.startswith("Started again. Step 0")
    assert "133\n65" in reader.live.locator("[data-view=network]").inner_text()


def test_a_field_says_what_it_wants(reader):
    rate = reader.live.get_by_label("Learning rate")
    reader.type("Learning rate", "fast")
    assert rate.get_attribute("aria-invalid") == "true"
    fault = reader.live.locator(".pg-fault:not(:empty)")
    assert "number above 0" in fault.inner_text()
    assert fault.get_attribute("aria-live") == "polite"
    reader.press("Step")
    reader.open("Slopes")
    assert "−0.1 ·" in reader.page.locator("[data-row=b3]").inner_text()


def test_dragging_changes_a_parameter(reader):
    knob = reader.knob("w1")
    knob.scroll_into_view_if_needed()
    box = knob.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    reader.page.mouse.move(x, y)
    reader.page.mouse.down()
    reader.page.mouse.move(x + 40, y, steps=4)
    reader.page.mouse.up()
    assert reader.parameters[0] == 2
    assert "w1 is 2" in reader.said


# The keyboard


def test_arrow_keys_change_a_parameter_and_say_so(reader):
    reader.knob("w5").focus()
    for key in ("ArrowUp", "ArrowUp", "ArrowLeft", "PageUp"):
        reader.page.keyboard.press(key)
    assert reader.parameters[4] == 2.1
    assert "w5 is 2.1" in reader.said
    reader.page.keyboard.press("Home")
    assert reader.parameters[4] == 0


def test_a_parameter_can_be_typed(reader):
    reader.open("Parameters")
    reader.type("w5", "−0,75")
    assert reader.parameters[4] == -0.75
    assert "w5 is −0.75" in reader.said


# What has the focus, if it is a control of the playground without outline
UNSEEN = """() => {
  const one = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(one);
  const isSeen = outlineStyle !== "none" && parseFloat(outlineWidth) > 0;
  if (isSeen || !one.closest(".pg-live")) return "";
  return one.getAttribute("aria-label") ?? one.textContent.slice(0, 40);
}"""


def test_keyboard_reaches_every_control_in_order(reader):
    reader.open("Parameters")
    reader.live.get_by_role("button", name="Step", exact=True).focus()
    reached, unseen = [], []
    for _ in range(42):
        reached.append(
            reader.page.evaluate(
                "document.activeElement.closest('[data-view]')?.dataset.view"
                " ?? document.activeElement.role"
            )
        )
        reader.page.keyboard.press("Tab")
        if said := reader.page.evaluate(UNSEEN):
            unseen.append(said)
    assert unseen == [], "docs/stylesheets/playground.css: no focus is seen"
    order = list(dict.fromkeys(filter(None, reached)))
    assert order == [
        *["toolbar", "network", "plane", "settings", "tab", "tabpanel"],
        "parameters",
    ]
    assert reached.count("network") == reached.count("parameters") == 9
    assert reached.count("plane") == 4
    tab = reader.live.get_by_role("tab", name="Parameters")
    tab.press("ArrowRight")
    assert reader.page.locator("[data-view=history]").is_visible()
    assert not reader.page.locator("[data-view=parameters]").is_visible()


def test_keyboard_alone_trains(reader):
    reader.live.get_by_role("button", name="Step", exact=True).focus()
    reader.page.keyboard.press("Enter")
    assert "Step 1," in reader.said
    for _ in range(2):  # past Run
        reader.page.keyboard.press("Tab")
    reader.page.keyboard.press("Space")
    assert "Step 4," in reader.said


def test_the_run_is_a_table_too(reader):
    reader.press("One epoch")
    reader.open("Run")
    rows = reader.page.locator(".pg-run tbody tr").all_inner_texts()
    assert [row.split("\t")[0] for row in rows] == ["0", "1", "2", "3", "4"]
    assert rows[0].split("\t")[2:] == ["1"] * 6 + ["0"] * 3
    network = worked_network()
    network.train(data, all_y_trues, epochs=1)
    assert rows[4].split("\t")[2] == f"{network.w1:.4f}"


# Small screens, no JavaScript, paper


def test_phone_shows_all_of_it(browser, server):
    page = browser.new_page(viewport={"width": 360, "height": 740})
    reader = Reader(page)
    for url in (PAGE, "backpropagation/", "training/"):
        reader.visit(server + url)
        if url == PAGE:
            check_bar(page)
        if url != "backpropagation/":  # its reader knows of no steps yet
            reader.press("Step")
        wide = page.evaluate(
            """() => [...document.querySelectorAll(
              ".pg-live :is(button, input, select, svg, table:not(.pg-run))")]
              .filter((one) => one.getBoundingClientRect().right > 360)
              .map((one) => one.outerHTML.slice(0, 80))"""
        )
        assert wide == [], url
    assert reader.problems == []
    page.close()


def check_bar(page):
    """Check that a phone keeps the bar below the network and the plane."""
    page.evaluate("scrollTo(0, 20)")
    bar = page.locator(".pg-bar").bounding_box()
    assert bar["y"] + bar["height"] <= 740
    assert bar["height"] <= 64
    for part in ("network", "plane"):
        box = page.locator(f"[data-view={part}] svg").first.bounding_box()
        assert box["y"] >= 48, part
        assert box["y"] + box["height"] <= bar["y"] + 1, part


def test_page_reads_well_without_javascript(browser, server):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + PAGE)
    assert page.locator(".playground table").is_visible()
    assert "needs JavaScript" in page.locator(".playground").inner_text()
    for chapter in ("backpropagation/", "training/"):
        page.goto(server + chapter)
        page.locator("article").get_by_role("link", name="playground").click()
        assert page.url == server + PAGE
    context.close()


def test_paper_shows_the_pictures_but_no_buttons(reader):
    reader.press("Step")
    reader.page.emulate_media(media="print")
    assert reader.page.locator("[data-view=network] svg").is_visible()
    assert reader.page.locator(".pg-why").is_visible()
    for part in (".pg-toolbar", ".pg-tabs", ".pg-parameters", ".pg-foot"):
        assert not reader.page.locator(part).is_visible()
    reader.page.emulate_media(media="screen")


def test_a_new_reader_finds_what_the_first_step_changes_most(pages):
    article = pages[PAGE].article
    details = article.select_one("#exercise-first_step .exercise-answer")
    playground = article.select_one(".playground")
    assert playground.sourceline <= details.sourceline  # the tool first
    assert not details.has_attr("open")
    slopes = worked_network().gradient(data[0], all_y_trues[0])
    for name in ("b3", "w1"):
        change = f"{-0.1 * slopes[name]:+.4f}".replace("-", "−")
        assert change in details.text
