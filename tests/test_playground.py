"""What a reader sees and does in the playground, in a real browser."""

import pytest

from scripts.chapters.factors import factors_of
from simplenet.data import all_y_trues, data
from tests.playground_page import (
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
    row = reader.page.locator("tr.pg-most")
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
    network = worked_network()
    lines = reader.page.locator(".pg-lines").last.inner_text()
    for name, value in factors_of(network, data[0], 1).items():
        assert f"{value:.4f}".replace("-", "−") in lines, name
    for name, slope in network.gradient(data[0], 1).items():
        cell = reader.page.locator(f"[data-row={name}] td").first.inner_text()
        assert cell.endswith(f"{slope:.4f}".replace("-", "−")), name


def test_static_table_holds_what_the_first_step_shows(pages, reader):
    table = pages[PAGE].article.select_one(".playground table")
    reader.press("Step")
    for name, row in zip(PARAMETERS, table.select("tbody tr"), strict=True):
        factors, slope, old, move, new = (
            cell.text for cell in row.select("td")[1:]
        )
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


def test_reader_takes_part_with_numbers_of_their_own(reader):
    reader.choose("Next person", "4")
    reader.type("Your weight", "145")
    reader.type("Your height", "70")
    reader.choose("Your label", "0")
    reader.press("Step")
    network = worked_network()
    network.step([10, 4], 0, 0.1)
    assert difference(reader.parameters, values_of(network)) < 1e-15
    answers = reader.page.locator(".pg-answers")
    row = answers.get_by_role("row").filter(has_text="You")
    assert f"{network.feedforward([10, 4]):.3f}" in row.inner_text()


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
    reader.type("w5", "−0,75")
    assert reader.parameters[4] == -0.75
    assert "w5 is −0.75" in reader.said


def test_keyboard_reaches_every_control_in_order(reader):
    reader.live.get_by_role("combobox", name="Start").focus()
    reached = []
    for _ in range(40):
        reached.append(
            reader.page.evaluate(
                "document.activeElement.closest('[data-view]')?.dataset.view"
            )
        )
        reader.page.keyboard.press("Tab")
    order = list(dict.fromkeys(filter(None, reached)))
    assert order == ["settings", "toolbar", "network", "parameters", "table"]
    assert reached.count("network") == reached.count("parameters") == 9


def test_keyboard_alone_trains(reader):
    reader.live.get_by_role("button", name="Step", exact=True).focus()
    reader.page.keyboard.press("Enter")
    assert "Step 1," in reader.said
    reader.page.keyboard.press("Tab")
    reader.page.keyboard.press("Space")
    assert "Step 4," in reader.said


def test_the_run_is_a_table_too(reader):
    reader.press("One epoch")
    reader.page.get_by_text("The run as a table").click()
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
    for part in (".pg-toolbar", ".pg-parameters", ".pg-foot"):
        assert not reader.page.locator(part).is_visible()
    reader.page.emulate_media(media="screen")


def test_a_new_reader_finds_what_the_first_step_changes_most(pages):
    article = pages[PAGE].article
    details = article.select_one("details")
    playground = article.select_one(".playground")
    assert details.sourceline <= playground.sourceline
    assert not details.has_attr("open")
    slopes = worked_network().gradient(data[0], all_y_trues[0])
    for name in ("b3", "w1"):
        change = f"{-0.1 * slopes[name]:+.4f}".replace("-", "−")
        assert change in details.text
