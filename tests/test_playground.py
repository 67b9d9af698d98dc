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
    page.get_by_role("button", name=name, exact=True).click()


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


TRAIN = """async ([seeds, kind]) => {
  const { PARAMETERS } = await import("/javascripts/playground/engine.js");
  const { Play, fresh } = await import("/javascripts/playground/state.js");
  const data = await (await fetch("/playground.json")).json();
  return seeds.map((seed) => {
    const play = new Play(data,
      { ...fresh(data, `seed${seed}`), inputs: kind });
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
    trained = page.evaluate(TRAIN, [list(range(count)), kind])
    worst = 0
    for start, ours in enumerate(trained):
        network = OurNeuralNetwork(np.random.default_rng(start))
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
    assert {*map(str, range(50)), str(seed)} <= set(given["seeds"])
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
