"""What nudges give, as the chapter on backpropagation shows it."""

import runpy

import numpy as np
import pytest

from scripts.chapters.nudges import factors, gears, nudges
from simplenet import OurNeuralNetwork
from simplenet.data import data
from tests.repository import ROOT

PROGRAMS = ROOT / "docs" / "programs"


@pytest.fixture(scope="module")
def run():
    return runpy.run_path(str(PROGRAMS / "nudge.py"))


@pytest.fixture(scope="module")
def worked():
    return runpy.run_path(str(PROGRAMS / "backpropagation.py"))


def alice(w1=1.0):
    network = OurNeuralNetwork(np.random.default_rng())
    vars(network).update(dict.fromkeys(vars(network), 1.0))
    network.b1 = network.b2 = network.b3 = 0.0
    network.w1 = w1
    return network


def test_a_nudge_changes_the_loss_of_the_network(run):
    for nudge, after in {0: run["before"], **run["nudged"]}.items():
        y_pred = alice(1 + nudge).feedforward(data[0])
        assert after["y_pred"] == pytest.approx(y_pred, abs=1e-15)
        assert after["loss"] == pytest.approx((1 - y_pred) ** 2, abs=1e-15)


def test_nudges_approach_the_gradient(run):
    slope = alice().gradient(data[0], 1)["w1"]
    far, near = (
        factors(run["before"], run["run"](1 + n))[-1] - slope
        for n in (1e-3, 1e-4)
    )
    assert far / near == pytest.approx(10, rel=0.02)


def test_every_factor_approaches_its_formula(run, worked):
    names = ["d_h1_d_w1", "d_ypred_d_h1", "d_L_d_ypred"]
    exact = np.array([worked[name] for name in names])
    far, near = (
        np.array(factors(run["before"], run["nudged"][nudge])[:3]) - exact
        for nudge in (0.01, 0.001)
    )
    assert far / near == pytest.approx(10, rel=0.1)


def numbers_of(pages, word):
    """The rows of the page's table whose head has that word."""
    tables = pages["backpropagation/"].article.select(".numbers table")
    (shown,) = [t for t in tables if word in t.select_one("thead").text]
    rows = shown.select("tbody tr")
    return [[td.text for td in tr.select("td")[1:]] for tr in rows]


def test_pages_show_these_numbers(run, worked, pages):
    for word, (_, rows) in [
        ("moved by", gears(run)),
        ("formula", nudges(run, worked)),
    ]:
        expected = [[*cells] for _, *cells in rows]
        assert numbers_of(pages, word) == expected
    last = numbers_of(pages, "formula")[-1][-1]
    assert last == f"{alice().gradient(data[0], 1)['w1']:.4f}"
