"""The playground computes what simplenet computes."""

import json

import numpy as np
import pytest

from simplenet import ManyNetworks, OurNeuralNetwork, mse_loss
from simplenet.data import all_y_trues, data, people, seed
from tests.reader.playground import (
    PARAMETERS,
    difference,
    values_of,
    with_values,
    worked_network,
)

RAW = np.array(list(people.values()))
INPUTS = {
    "shifted": data,
    "raw": RAW,
    "standardised": (RAW - RAW.mean(axis=0)) / RAW.std(axis=0),
}
TRAIN = """async ([starts, kind]) => {
  const { PARAMETERS, Training, fresh } = await import("/playground.js");
  const data = await (await fetch("/playground.json")).json();
  return starts.map((start) => {
    const done = { ...fresh(data, start), inputs: kind };
    const training = new Training(data, done);
    for (let epoch = 0; epoch < 1000; epoch++) training.epoch();
    return {
      losses: training.losses.filter((_, step) => step && step % 4 === 0),
      parameters: PARAMETERS.map((name) => training.parameters[name]),
    };
  });
}"""
STEPS = """async (states) => {
  const engine = await import("/playground.js");
  return states.map(([values, x, y]) => {
    const p = Object.fromEntries(
      engine.PARAMETERS.map((name, i) => [name, values[i]]));
    const slopes = engine.gradient(p, x, y);
    const moved = engine.step(p, slopes, 0.1);
    return [
      engine.forward(p, x).y_pred,
      engine.mseLoss(p, [{ x, y_true: y }]),
      ...engine.PARAMETERS.map((name) => slopes[name]),
      ...engine.PARAMETERS.map((name) => moved[name]),
    ];
  });
}"""


@pytest.fixture(scope="module")
def page(browser, server):
    """Any page of the site, from which its scripts can be imported."""
    page = browser.new_page()
    page.goto(f"{server}404.html")
    yield page
    page.close()


def starts_of(count):
    """The start values of the first seeds, as a link says them."""
    draws = [np.random.default_rng(n).normal(size=9) for n in range(count)]
    return ["~".join(map(repr, draw.tolist())) for draw in draws]


@pytest.mark.parametrize("kind", ["raw", "standardised"])
def test_training_is_that_of_simplenet(page, kind):
    ours = page.evaluate(TRAIN, [starts_of(5), kind])
    worst = []
    for start, run in enumerate(ours):
        network = OurNeuralNetwork(np.random.default_rng(start))
        losses = network.train(INPUTS[kind], all_y_trues)
        worst.append(difference(run["losses"], losses))
        worst.append(difference(run["parameters"], values_of(network)))
    print(f"{kind}: largest difference in training {max(worst):.1e}")
    assert max(worst) < 1e-12


def test_training_of_50_seeds_is_that_of_simplenet(page):
    ours = page.evaluate(TRAIN, [starts_of(50), "shifted"])
    networks = ManyNetworks(range(50))
    losses = [networks.train(data, all_y_trues, epochs=1) for _ in range(1000)]
    parameters = [getattr(networks, name)[:, 0] for name in PARAMETERS]
    worst = max(
        difference(np.transpose([run["losses"] for run in ours]), losses),
        difference(
            np.transpose([run["parameters"] for run in ours]), parameters
        ),
    )
    print(f"50 seeds: largest difference in training {worst:.1e}")
    assert worst < 1e-12


def test_steps_from_500_states_are_those_of_simplenet(page):
    rng = np.random.default_rng(7)
    states = [
        (rng.normal(0, 3, 9).tolist(), rng.normal(0, 10, 2).tolist(), n % 2)
        for n in range(500)
    ]
    worst = []
    for state, ours in zip(states, page.evaluate(STEPS, states), strict=True):
        values, x, y_true = state
        network = with_values(values)
        y_pred = network.feedforward(x)
        expected = [y_pred, mse_loss([y_true], [y_pred])]
        expected.extend(network.gradient(x, y_true).values())
        network.step(x, y_true, 0.1)
        expected.extend(values_of(network))
        worst.append(difference(ours, expected))
    print(f"largest difference in 500 states {max(worst):.1e}")
    assert max(worst) < 1e-12


def test_start_values_are_those_of_the_generator(site):
    given = json.loads((site / "playground.json").read_text("utf-8"))
    assert {*map(str, range(10)), str(seed)} <= set(given["seeds"])
    for start, values in given["seeds"].items():
        network = OurNeuralNetwork(np.random.default_rng(int(start)))
        assert values == values_of(network)


# What the page claims in words


def test_first_step_changes_b3_most_then_w1_and_w3():
    slopes = worked_network().gradient(data[0], all_y_trues[0])
    sizes = sorted(slopes, key=lambda name: -abs(slopes[name]))
    assert sizes[0] == "b3"
    assert set(sizes[1:3]) == {"w1", "w3"}
    assert slopes["b3"] < 0 < slopes["w1"] == slopes["w3"]


def test_equal_neurons_stay_equal():
    for values in ([0.0] * 9, [2, 1, 2, 1, 3, 3, 0.5, 0.5, 1]):
        network = with_values(values)
        for n in range(400):
            network.step(data[n % 4], all_y_trues[n % 4], 0.1)
            assert network.w1 == network.w3
            assert network.w2 == network.w4
            assert network.w5 == network.w6
            assert network.b1 == network.b2


def test_first_step_from_zero_moves_three_parameters():
    slopes = with_values([0.0] * 9).gradient(data[0], all_y_trues[0])
    moved = {name for name, slope in slopes.items() if slope}
    assert moved == {"w5", "w6", "b3"}
    assert slopes["w5"] == slopes["w6"] == slopes["b3"] / 2


@pytest.mark.parametrize(
    ("kind", "rate", "low", "high"),
    [
        ("shifted", 0.1, 0, 0.01),
        ("shifted", 10, 0, 0.01),
        ("standardised", 0.1, 0, 0.01),
        ("raw", 10, 0.25, 1),
    ],
)
def test_losses_of_two_hundred_seeds(kind, rate, low, high):
    losses = ManyNetworks(range(200)).train(INPUTS[kind], all_y_trues, rate)
    assert low < losses.min() <= losses.max() < high


def test_one_of_two_hundred_seeds_fails_at_a_low_rate():
    losses = ManyNetworks(range(200)).train(data, all_y_trues, 0.01)
    assert list(np.flatnonzero(losses > 0.25)) == [158]


def test_parameters_are_in_the_order_of_simplenet(page):
    ours = page.evaluate(
        "async () => (await import('/playground.js')).PARAMETERS"
    )
    assert tuple(ours) == PARAMETERS
