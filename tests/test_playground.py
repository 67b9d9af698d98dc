"""The playground: its engine against simplenet, and its page in a browser."""

import gzip
import json
from pathlib import Path

import numpy as np
import pytest

from simplenet import OurNeuralNetwork, mse_loss
from simplenet.data import all_y_trues, data, people, seed

ROOT = Path(__file__).parent.parent
PARAMETERS = OurNeuralNetwork.parameters
RAW = np.array(list(people.values()))
INPUTS = {
    "shifted": data,
    "raw": RAW,
    "standardised": (RAW - RAW.mean(axis=0)) / RAW.std(axis=0),
}
PAGE = "beyond/playground/"


@pytest.fixture(scope="module")
def given(site):
    """What the build gives to the playground."""
    return json.loads((site / "playground.json").read_text("utf-8"))


@pytest.fixture
def page(browser, server):
    """The playground's page, which must not meet a single problem."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    problems = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on(
        "console",
        lambda said: said.type == "error" and problems.append(said.text),
    )
    page.goto(server + PAGE)
    page.locator(".pg-live").wait_for()
    yield page
    assert problems == []
    context.close()


def press(page, name):
    """Press a button of the playground; the programs have some, too."""
    live = page.locator(".pg-live")
    live.get_by_role("button", name=name, exact=True).click()


def status_of(page):
    """What the playground last said."""
    return page.locator(".pg-live").get_by_role("status")


def parameters_on(page):
    """The nine parameters in full, as the picture tells a screen reader."""
    return {
        name: float(
            page.get_by_role("spinbutton", name=name).get_attribute(
                "aria-valuenow"
            )
        )
        for name in PARAMETERS
    }


def values_of(network):
    return {name: float(getattr(network, name)) for name in PARAMETERS}


def with_values(values):
    network = OurNeuralNetwork(np.random.default_rng(0))
    for name, value in zip(PARAMETERS, values, strict=True):
        setattr(network, name, value)
    return network


def difference(ours, theirs):
    """The largest difference, relative where numbers are above 1."""
    ours, theirs = np.array(ours), np.array(theirs)
    assert ours.shape == theirs.shape
    return np.max(np.abs(ours - theirs) / np.maximum(1, np.abs(theirs)))


# The engine


TRAIN = """async ([starts, kind]) => {
  const { PARAMETERS } = await import("/javascripts/playground/engine.js");
  const { Play, fresh } = await import("/javascripts/playground/state.js");
  const data = await (await fetch("/playground.json")).json();
  return starts.map((start) => {
    const play = new Play(data, { ...fresh(data, start), inputs: kind });
    for (let epoch = 0; epoch < 1000; epoch++) play.epoch();
    return {
      losses: play.losses.filter((_, step) => step && step % 4 === 0),
      parameters: PARAMETERS.map((name) => play.parameters[name]),
    };
  });
}"""


@pytest.mark.parametrize("kind", INPUTS)
def test_engine_trains_as_simplenet_does(page, kind):
    count = 50 if kind == "shifted" else 5
    networks = [
        OurNeuralNetwork(np.random.default_rng(n)) for n in range(count)
    ]
    starts = ["~".join(map(repr, values_of(n).values())) for n in networks]
    worst = 0
    for network, ours in zip(
        networks, page.evaluate(TRAIN, [starts, kind]), strict=True
    ):
        losses = network.train(INPUTS[kind], all_y_trues)
        theirs = list(values_of(network).values())
        worst = max(
            worst,
            difference(ours["losses"], losses),
            difference(ours["parameters"], theirs),
        )
    print(f"{kind}: largest difference in training {worst:.1e}")
    assert worst < 1e-12


GRADIENTS = """async (states) => {
  const engine = await import("/javascripts/playground/engine.js");
  return states.map(([values, x, y]) => {
    const p = Object.fromEntries(
      engine.PARAMETERS.map((name, i) => [name, values[i]]));
    const slopes = engine.gradient(p, x, y);
    const moved = engine.step(p, x, y, 0.1);
    return {
      y_pred: engine.forward(p, x).y_pred,
      loss: engine.mseLoss(p, [{ x, y_true: y }]),
      slopes: engine.PARAMETERS.map((name) => slopes[name]),
      moved: engine.PARAMETERS.map((name) => moved[name]),
    };
  });
}"""


def test_engine_has_the_slopes_of_simplenet(page):
    rng = np.random.default_rng(7)
    states = [
        (rng.normal(0, 3, 9).tolist(), rng.normal(0, 10, 2).tolist(), n % 2)
        for n in range(500)
    ]
    worst = 0
    for state, ours in zip(
        states, page.evaluate(GRADIENTS, states), strict=True
    ):
        values, x, y_true = state
        network = with_values(values)
        y_pred = network.feedforward(x)
        slopes = list(network.gradient(x, y_true).values())
        network.step(x, y_true, 0.1)
        worst = max(
            worst,
            difference(ours["y_pred"], y_pred),
            difference(ours["loss"], mse_loss([y_true], [y_pred])),
            difference(ours["slopes"], slopes),
            difference(ours["moved"], list(values_of(network).values())),
        )
    print(f"largest difference in 500 states {worst:.1e}")
    assert worst < 1e-12


def test_start_values_are_those_of_the_generator(given):
    assert {*map(str, range(20)), str(seed)} <= set(given["seeds"])
    for start, values in given["seeds"].items():
        network = OurNeuralNetwork(np.random.default_rng(int(start)))
        assert values == list(values_of(network).values())


# The page


def test_all_of_it_is_small(site):
    files = [
        *site.glob("javascripts/playground/*"),
        site / "stylesheets/playground.css",
        site / "playground.json",
    ]
    assert len(files) > 5
    sizes = [len(gzip.compress(path.read_bytes())) for path in files]
    print(f"{sum(sizes)} bytes after gzip")
    assert sum(sizes) <= 25_000


def test_nothing_of_it_is_on_pages_without_it(pages):
    for page in pages.values():
        has = bool(page.soup.select("div.playground"))
        assert has == (page.url in (PAGE, "backpropagation/", "training/"))
        assert ("javascripts/playground" in page.html) == has
        assert ("stylesheets/playground" in page.html) == has


def test_a_step_is_that_of_simplenet(page):
    press(page, "Step")
    network = with_values([1.0] * 6 + [0.0] * 3)
    network.step(data[0], all_y_trues[0], 0.1)
    assert (
        difference(
            list(parameters_on(page).values()),
            list(values_of(network).values()),
        )
        < 1e-15
    )


def test_first_step_changes_b3_most_and_says_why(page):
    press(page, "Step")
    rows = page.locator(".pg-moves tr.pg-most")
    assert rows.count() == 1
    assert rows.get_attribute("data-row") == "b3"
    cells = rows.locator("td").all_inner_texts()
    assert cells[1] == "0"
    assert "= +0.0238" in cells[2]
    assert cells[3] == "0.0238"
    reason = page.locator(".pg-why").inner_text()
    assert "Step 1: Alice" in reason
    assert "b\n3\n changes most" in reason or "b3 changes most" in reason
    for number in ("−0.9526", "0.2494", "−0.0225"):
        assert number in reason


def test_each_factor_is_shown_and_multiplied_out(page):
    press(page, "Step")
    network = with_values([1.0] * 6 + [0.0] * 3)
    lines = page.locator(".pg-lines").last.inner_text()
    factors = vars(network.factors(data[0], 1))
    for name, value in factors.items():
        assert f"{value:.4f}".replace("-", "−") in lines, name
    for name, slope in network.gradient(data[0], 1).items():
        shown = page.locator(f"[data-row={name}] td").first.inner_text()
        assert shown.endswith(f"{slope:.4f}".replace("-", "−")), name


def test_static_table_holds_what_the_first_step_shows(pages, page):
    table = pages[PAGE].article.select_one(".playground table")
    rows = [
        [cell.text for cell in row.select("td")]
        for row in table.select("tbody tr")
    ]
    assert len(rows) == len(PARAMETERS)
    press(page, "Step")
    for name, row in zip(PARAMETERS, rows, strict=True):
        live = page.locator(f"[data-row={name}] td").all_inner_texts()
        assert f"= {row[1]}" in live[0].replace("\n", " ")
        assert live[0].endswith(f"= {row[2]}")
        assert live[1] == row[3]
        assert f"= {row[4]}" in live[2]
        assert live[3] == row[5]


def test_page_reads_well_without_javascript(browser, server):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + PAGE)
    assert page.locator(".playground table").is_visible()
    assert "needs JavaScript" in page.locator(".playground").inner_text()
    for chapter in ("backpropagation/", "training/"):
        page.goto(server + chapter)
        page.locator(".playground a").click()
        assert page.url == server + PAGE
    context.close()


def test_back_one_step_returns_to_the_digit(page):
    press(page, "Step")
    press(page, "One epoch")
    seen = [parameters_on(page)]
    for _ in range(3):
        press(page, "Back one step")
        seen.append(parameters_on(page))
    press(page, "One epoch")
    assert parameters_on(page) == seen[0]
    assert seen[0] != seen[3]
    press(page, "Reset")
    assert set(parameters_on(page).values()) == {0.0, 1.0}
    assert page.get_by_role("button", name="Back one step").is_disabled()


def run_to_the_end(page):
    page.get_by_label("Speed").select_option("1000")
    page.get_by_role("button", name="Run to").click()
    status_of(page).get_by_text("Done.").wait_for()


def test_run_ends_where_the_package_ends(page, site):
    page.get_by_role("combobox", name="Start").select_option("seed")
    assert page.get_by_label("Seed").input_value() == str(seed)
    run_to_the_end(page)
    network = OurNeuralNetwork(np.random.default_rng(seed))
    network.train(data, all_y_trues)
    expected = list(values_of(network).values())
    assert difference(list(parameters_on(page).values()), expected) < 1e-12
    facts = json.loads((site / "facts.json").read_text("utf-8"))
    answers = page.locator(".pg-answers").inner_text()
    assert f"{facts['emily']:.3f}" in answers
    assert f"{facts['frank']:.3f}" in answers
    assert f"{facts['last_loss']:.4f}" in status_of(page).inner_text()
    assert page.get_by_role("button", name="Run to 2000").is_visible()


def test_run_can_be_paused(page):
    page.get_by_role("button", name="Run to").click()
    press(page, "Pause")
    paused = parameters_on(page)
    assert "Paused." in status_of(page).inner_text()
    page.wait_for_timeout(200)
    assert parameters_on(page) == paused


def picture_of(page):
    """All that a reader sees of the playground, but the notice."""
    return page.evaluate(
        """() => {
          const all = [...document.querySelectorAll(".pg-live *")]
            .filter((one) => one.checkVisibility()
              && !one.closest("[role=status], .pg-toolbar select"));
          const names = ["d", "x", "y", "cx", "cy", "width", "hidden",
            "aria-valuenow", "aria-label", "disabled"];
          return all.map((one) => [
            one.tagName, one.value,
            one.childElementCount ? "" : one.textContent,
            ...names.map((name) => one.getAttribute(name)),
          ].join("|"));
        }"""
    )


def test_a_link_opens_exactly_what_one_saw(page, browser):
    page.get_by_role("combobox", name="Start").select_option("seed")
    page.get_by_label("Seed").fill("7")
    page.get_by_label("Seed").press("Enter")
    page.get_by_label("Inputs").select_option("standardised")
    press(page, "One epoch")
    page.get_by_label("Next person").select_option("You")
    page.get_by_label("Your weight (lb)").fill("141.5")
    page.get_by_label("Your weight (lb)").press("Enter")
    press(page, "Step")
    page.get_by_label("Learning rate").fill("0.5")
    page.get_by_label("Learning rate").press("Enter")
    press(page, "One epoch")
    press(page, "Back one step")
    other = browser.new_context(viewport={"width": 1280, "height": 900})
    again = other.new_page()
    again.goto(page.url)
    again.locator(".pg-live").wait_for()
    assert parameters_on(again) == parameters_on(page)
    assert len(picture_of(page)) > 300
    assert picture_of(again) == picture_of(page)
    other.close()


@pytest.mark.parametrize(
    "link",
    [
        "start=<img src=x onerror=alert(1)>",
        "start=__proto__",
        "start=seed99999",
        "start=1~2~3",
        "start=1~1~1~1~1~1~0~0~NaN",
        "start=1~1~1~1~1~1~0~0~1e400",
        "start=zeros&inputs=constructor",
        "start=zeros&rate=-1",
        "start=zeros&rate=",
        "start=zeros&me=1~2",
        "start=zeros&me=150~70~2",
        "start=zeros&moves=s1e9",
        "start=zeros&moves=s15000~s15000",
        "start=zeros&moves=p9",
        "start=zeros&moves=toString1",
    ],
)
def test_a_wrong_link_is_refused(browser, server, link):
    context = browser.new_context()
    page = context.new_page()
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.goto(f"{server}{PAGE}#{link}")
    page.locator(".pg-live").wait_for()
    said = status_of(page).inner_text()
    assert "holds nothing that can be opened" in said
    assert parameters_on(page)["w1"] == 1
    assert page.locator(".pg-live img").count() == 0
    context.close()


EXPERIMENTS = {
    "start-with-all-nine-parameters-zero": "zeros_last_loss",
    "make-both-hidden-neurons-equal": "equal_last_loss",
    "set-the-learning-rate-to-10": "large_last_loss",
    "use-raw-inputs": "raw_last_loss",
    "take-a-seed-that-fails": "slow_last_loss",
}


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_an_experiment_is_one_click_and_ends_as_its_answer(page, site, name):
    heading = page.locator(f"#{name}")
    assert heading.count() == 1
    section = "xpath=following-sibling::"
    question = heading.locator(f"{section}p[2]").inner_text()
    assert question.rstrip().endswith("?")
    answer = heading.locator(f"{section}details[1]")
    assert answer.get_attribute("open") is None
    heading.locator(f"{section}p[1]/a").press("Enter")
    status_of(page).get_by_text("Set up.").wait_for()
    run_to_the_end(page)
    status = status_of(page).inner_text()
    fact = json.loads((site / "facts.json").read_text())[EXPERIMENTS[name]]
    shown = status.split("mean loss ")[1].split(". Next")[0]
    ours = float(shown.replace(" × 10⁻⁵", "e-5"))
    assert ours == pytest.approx(fact, abs=5e-5)


def test_claims_about_equal_neurons():
    for values in ([0.0] * 9, [2, 1, 2, 1, 3, 3, 0.5, 0.5, 1]):
        network = with_values(values)
        for n in range(400):
            network.step(data[n % 4], all_y_trues[n % 4], 0.1)
            assert network.w1 == network.w3
            assert network.w2 == network.w4
            assert network.w5 == network.w6
            assert network.b1 == network.b2


def test_claims_about_the_first_step_from_zero():
    slopes = with_values([0.0] * 9).gradient(data[0], all_y_trues[0])
    assert {name for name, slope in slopes.items() if slope} == {
        "w5",
        "w6",
        "b3",
    }
    assert slopes["w5"] == slopes["w6"] == slopes["b3"] / 2


def last_losses(inputs, learn_rate, seeds=200):
    """Train a network for each seed, all of them at once."""
    draws = [np.random.default_rng(n).normal(size=9) for n in range(seeds)]
    network = with_values(np.array(draws).T)
    for _ in range(1000):
        for x, y_true in zip(inputs, all_y_trues, strict=True):
            network.step(x, int(y_true), learn_rate)
    errors = [
        y_true - with_columns(network, x)
        for x, y_true in zip(inputs, all_y_trues, strict=True)
    ]
    return np.mean(np.square(errors), axis=0)


def with_columns(network, x):
    """Predict for one person, by each of many networks."""
    d = network.factors(x, 0)
    return d.d_L_d_ypred / 2


def test_claims_about_two_hundred_seeds():
    slow = last_losses(data, 0.01)
    assert list(np.flatnonzero(slow > 0.25)) == [158]
    assert last_losses(data, 0.1).max() < 0.01
    assert last_losses(data, 10).max() < 0.01
    assert last_losses(INPUTS["standardised"], 0.1).max() < 0.01
    assert last_losses(RAW, 10).min() > 0.25


# The keyboard, the screen reader, the phone


def test_keyboard_changes_a_parameter_and_says_so(page):
    knob = page.get_by_role("spinbutton", name="w5")
    knob.focus()
    for key in ("ArrowUp", "ArrowUp", "ArrowLeft", "PageUp"):
        page.keyboard.press(key)
    assert parameters_on(page)["w5"] == 2.1
    assert "w5 is 2.1" in status_of(page).inner_text()
    page.keyboard.press("Home")
    assert parameters_on(page)["w5"] == 0
    field = page.get_by_label("w5", exact=True).and_(
        page.get_by_role("textbox")
    )
    field.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("−0,75")
    page.keyboard.press("Enter")
    assert parameters_on(page)["w5"] == -0.75


def test_keyboard_reaches_every_control_in_order(page):
    page.get_by_role("combobox", name="Start").focus()
    reached = []
    for _ in range(60):
        reached.append(
            page.evaluate(
                "document.activeElement.closest('[data-view]')?.dataset.view"
            )
        )
        page.keyboard.press("Tab")
    order = list(dict.fromkeys(filter(None, reached)))
    assert order == ["settings", "toolbar", "network", "parameters", "table"]
    assert reached.count("network") == reached.count("parameters") == 9


def test_keyboard_alone_trains(page):
    page.get_by_role("button", name="Step", exact=True).focus()
    page.keyboard.press("Enter")
    assert "Step 1," in status_of(page).inner_text()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert "Step 4," in status_of(page).inner_text()


def test_dragging_changes_a_parameter(page):
    knob = page.get_by_role("spinbutton", name="w1")
    knob.scroll_into_view_if_needed()
    box = knob.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y, steps=4)
    page.mouse.up()
    assert parameters_on(page)["w1"] == 2
    assert "w1 is 2" in status_of(page).inner_text()


def test_a_field_says_what_it_wants(page):
    rate = page.get_by_label("Learning rate")
    rate.fill("fast")
    rate.press("Enter")
    assert rate.get_attribute("aria-invalid") == "true"
    assert "number above 0" in status_of(page).inner_text()
    press(page, "Step")
    assert "−0.1 ·" in page.locator("[data-row=b3]").inner_text()


def test_status_is_polite_and_silent_while_training(page):
    status = status_of(page)
    assert status.count() == 1
    page.evaluate(
        """() => {
          window.said = 0;
          new MutationObserver(() => { window.said += 1; }).observe(
            document.querySelector(".pg-message"),
            { childList: true, characterData: true, subtree: true });
        }"""
    )
    run_to_the_end(page)
    assert page.evaluate("window.said") == 2  # "Training.", "Done. …"


def test_reduced_motion_draws_few_pictures(browser, server):
    counts = {}
    for motion in ("reduce", "no-preference"):
        context = browser.new_context(reduced_motion=motion)
        page = context.new_page()
        page.goto(server + PAGE)
        page.locator(".pg-live").wait_for()
        page.evaluate(
            """() => {
              window.drawn = 0;
              new MutationObserver(() => { window.drawn += 1; }).observe(
                document.querySelector(".pg-place"),
                { childList: true, characterData: true, subtree: true });
            }"""
        )
        run_to_the_end(page)
        counts[motion] = page.evaluate("window.drawn")
        context.close()
    assert counts["reduce"] <= 12 < counts["no-preference"]


def test_phone_shows_all_of_it(browser, server):
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    for url in (PAGE, "backpropagation/", "training/"):
        page.goto(server + url)
        page.locator(".pg-live").wait_for()
        press(page, "Step")
        wide = page.evaluate(
            """() => [...document.querySelectorAll(
              ".pg-live :is(button, input, select, svg, table:not(.pg-run))")]
              .filter((one) => one.getBoundingClientRect().right > 360)
              .map((one) => one.outerHTML.slice(0, 80))"""
        )
        assert wide == [], url
    context.close()


def test_it_comes_and_goes_with_instant_navigation(browser, server, site):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    problems = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    # The sitemap names the address of the build, not that of this server.
    page.route(
        "**/sitemap.xml",
        lambda route: route.fulfill(
            content_type="application/xml",
            body=(site / "sitemap.xml")
            .read_text("utf-8")
            .replace("http://127.0.0.1:8000/", server),
        ),
    )
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{server}loss/")
    page.wait_for_load_state("networkidle")
    assert not any("playground" in url for url in requests)
    page.evaluate("window.same = true")
    links = page.locator(".md-sidebar--primary")
    for chapter in ("Train the network", "Backpropagate the error"):
        links.get_by_role("link", name=chapter).click()
        page.locator("h1", has_text=chapter).wait_for()
        page.locator(".pg-live").wait_for()
        assert page.locator(".pg-toolbar").count() == 1
        page.get_by_role("button", name="Run to").click()
    press(page, "Pause")
    page.get_by_role("link", name="Open this in the full").click()
    page.locator("h1", has_text="Hold the network").wait_for()
    page.locator(".pg-answers").wait_for()
    assert page.locator(".pg-toolbar").count() == 1
    assert page.evaluate("window.same")
    assert "step 0" not in page.locator(".pg-place").inner_text()
    page.locator("a[href*=raw]").filter(has_text="Set it up").click()
    status_of(page).get_by_text("Set up.").wait_for()
    inputs = page.get_by_role("combobox", name="Inputs")
    assert inputs.input_value() == "raw"
    assert "Step 0," in status_of(page).inner_text()
    page.go_back()
    page.locator(".pg-place", has_not_text="Step 0,").wait_for()
    assert inputs.input_value() == "shifted"
    links.get_by_role("link", name="Train the network").click()
    page.locator("h1", has_text="Train the network").wait_for()
    page.locator(".pg-live").wait_for()
    press(page, "Step")
    assert "Step 1," in status_of(page).inner_text()
    assert problems == []
    context.close()
