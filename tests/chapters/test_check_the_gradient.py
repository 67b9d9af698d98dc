"""The chapter that checks the gradient: its programs and its claims."""

import contextlib
import io

import numpy as np
import pytest

from simplenet import OurNeuralNetwork
from simplenet.data import all_y_trues, data
from tests.repository import ROOT

PROGRAMS = ROOT / "docs" / "programs"
METHODS = {
    "central_difference": 1e-8,
    "complex_step": 1e-13,
    "dual_numbers": 1e-13,
}
PARAMETERS = OurNeuralNetwork.parameters


def run(stem, count=1000):
    """Run a program, with fewer states where those show enough."""
    path = PROGRAMS / f"{stem}.py"
    text = path.read_text("utf-8")
    assert "\nstates = 1000\n" in text
    text = text.replace("\nstates = 1000\n", f"\nstates = {count}\n")
    values = {}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(text, path, "exec"), values)
    return values


@pytest.fixture(scope="module")
def runs():
    return {stem: run(stem) for stem in METHODS}


def states(count):
    """Random networks, inputs and labels, and the nine slopes there."""
    rng = np.random.default_rng(1)
    for _ in range(count):
        network = OurNeuralNetwork(rng)
        x, y_true = rng.normal(0, 3, 2), int(rng.integers(2))
        yield network, x, y_true, network.gradient(x, y_true)


@pytest.mark.parametrize("stem", METHODS)
def test_the_gradient_agrees_at_a_thousand_states(runs, stem):
    assert runs[stem]["states"] == 1000
    assert 0 < runs[stem]["worst"] < METHODS[stem]


@pytest.mark.parametrize("stem", METHODS)
@pytest.mark.parametrize("wrong", PARAMETERS)
def test_each_program_notices_a_slope_that_is_one_percent_off(
    monkeypatch, stem, wrong
):
    right = OurNeuralNetwork.gradient

    def gradient(self, x, y_true):
        slopes = right(self, x, y_true)
        return slopes | {wrong: 1.01 * slopes[wrong]}

    monkeypatch.setattr(OurNeuralNetwork, "gradient", gradient)
    assert run(stem, count=50)["worst"] > 1e-4


def test_analytic_and_complex_step_gradients_agree_to_1e_13(runs):
    complex_step = runs["complex_step"]["complex_step"]
    for network, x, y_true, gradient in states(1000):
        for name, slope in gradient.items():
            found = complex_step(network, name, x, y_true)
            assert abs(found - slope) < 1e-13


@pytest.mark.parametrize("stem", METHODS)
def test_each_program_runs_the_feedforward_of_the_tutorial(monkeypatch, stem):
    right = OurNeuralNetwork.feedforward
    monkeypatch.setattr(
        OurNeuralNetwork, "feedforward", lambda self, x: right(self, 2 * x)
    )
    assert run(stem, count=50)["worst"] > 1e-4


@pytest.mark.parametrize(
    ("stem", "method", "more"),
    [
        ("central_difference", "central_difference", [1e-3]),
        ("complex_step", "complex_step", []),
        ("dual_numbers", "automatic", []),
    ],
)
def test_a_measured_slope_leaves_the_network_as_it_was(
    runs, stem, method, more
):
    for network, x, y_true, _ in states(20):
        before = vars(network).copy()
        runs[stem][method](network, "w4", *more, x, y_true)
        assert vars(network) == before


def test_the_error_of_central_differences_has_a_lowest_point(runs):
    errors = np.array(runs["central_difference"]["errors"])
    deltas = np.array(runs["central_difference"]["deltas"])
    best = errors.argmin()
    assert 1e-7 < deltas[best] < 1e-3
    # At the right a hundredth for a tenth of the step
    large = (deltas < 0.5) & (deltas > 5e-4)
    assert np.allclose(errors[large][:-1] / errors[large][1:], 100, rtol=0.1)
    # At the left, as large as some of the slopes
    network = runs["central_difference"]["network"]
    for name in PARAMETERS:
        setattr(network, name, float(name.startswith("w")))
    slopes = network.gradient(data[0], all_y_trues[0])
    assert errors[-1] > min(map(abs, slopes.values()))


def test_the_page_shows_what_the_programs_found(pages, runs):
    article = pages["beyond/check-the-gradient/"].article
    cells = [cell.text for cell in article.select("table td")]
    for stem in METHODS:
        number, power = f"{runs[stem]['worst']:.1e}".split("e-")
        assert f"{number} × 10−{int(power)}" in cells
