"""What nudges give, as the chapter on backpropagation shows it."""

import runpy
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from scripts.tables import gear_slopes, gears_table
from simplenet import OurNeuralNetwork
from simplenet.data import data

PROGRAMS = Path(__file__).parents[1] / "docs" / "programs"


@pytest.fixture(scope="module")
def runs():
    stems = ("nudge", "gears", "backpropagation")
    return {
        stem: runpy.run_path(str(PROGRAMS / f"{stem}.py")) for stem in stems
    }


def alice():
    network = OurNeuralNetwork(np.random.default_rng())
    vars(network).update(dict.fromkeys(vars(network), 1.0))
    network.b1 = network.b2 = network.b3 = 0.0
    return network


def test_a_nudge_changes_the_loss_of_the_network(runs):
    network = alice()
    for w1, name in [(1, "loss_before"), (1.001, "loss_after")]:
        network.w1 = w1
        expected = (1 - network.feedforward(data[0])) ** 2
        assert runs["nudge"][name] == pytest.approx(expected, abs=1e-15)


def test_nudges_approach_the_gradient(runs):
    slope = alice().gradient(data[0], 1)["w1"]
    loss = runs["nudge"]["loss"]
    errors = [(loss(1 + n) - loss(1)) / n - slope for n in (1e-2, 1e-3, 1e-4)]
    for larger, smaller in pairwise(errors):
        assert larger / smaller == pytest.approx(10, rel=0.1)


def test_gears_approach_what_the_formulas_give(runs):
    worked = runs["backpropagation"]
    names = ["d_h1_d_w1", "d_ypred_d_h1", "d_L_d_ypred", "d_L_d_w1"]
    exact = np.array([worked[name] for name in names])
    far, near = (
        np.array(gear_slopes(*runs["gears"]["by_nudge"][nudge])) - exact
        for nudge in (0.01, 0.001)
    )
    assert far / near == pytest.approx(10, rel=0.1)


def test_table_holds_the_numbers_of_the_gears(runs, pages):
    made = gears_table(runs["gears"], runs["backpropagation"]).plain
    tables = pages["backpropagation/"].article.select(".numbers table")
    (shown,) = [t for t in tables if "nudge" in t.text]
    rows = [
        [td.text for td in tr.select("td")[1:]]
        for tr in shown.select("tbody tr")
    ]
    assert len(rows) == 4
    for line, row in zip(made.splitlines()[2:], rows, strict=True):
        assert line.split(" | ")[1:] == [*row[:-1], f"{row[-1]} |"]
    worked = runs["backpropagation"]["d_L_d_w1"]
    assert rows[-1][-1] == f"{worked:.4f}"
