"""The study of many networks: what it trains, claims and publishes."""

import json
import os
import signal
import subprocess
import sys
import time

import numpy as np
import pytest

from scripts.chapters import outcomes, study
from scripts.chapters.luck import article_pairs, check_seeds, load_study
from scripts.chapters.outcomes import losses_of, wrong
from scripts.chapters.study import PREPARATIONS, form_data, study_of
from scripts.ground.errors import BuildError
from scripts.ground.places import ROOT
from simplenet import OurNeuralNetwork
from simplenet.data import all_y_trues, data, people, seed, strangers


@pytest.fixture(scope="module")
def small():
    return study_of(range(6), range(3))


@pytest.fixture(scope="module")
def full(site):
    return load_study()


def alone(number, inputs=data, **settings):
    network = OurNeuralNetwork(np.random.default_rng(number))
    network.train(inputs, all_y_trues, **settings)
    return network


def test_row_i_is_the_network_of_seed_i(small):
    for number in (0, 5):
        network = alone(number)
        values = [getattr(network, name) for name in network.parameters]
        assert small["parameters"][number] == pytest.approx(values, abs=1e-9)
        six = np.array([*people.values(), *strangers.values()])
        expected = network.feedforward(six - study.shift)
        assert small["predictions"][number] == pytest.approx(expected)


def test_full_study_holds_ten_thousand_of_the_very_networks(full):
    assert len(study.SEEDS) == len(full["parameters"]) == 10_000
    for number in np.random.default_rng().integers(10_000, size=3):
        network = alone(number)
        values = [getattr(network, name) for name in network.parameters]
        row = full["parameters"][number]
        assert row == pytest.approx(values, abs=1e-9, rel=0), number


def test_preparations_do_what_they_are_called():
    known = np.array(list(people.values()))
    done = {
        name: (known - subtracted) / divisor
        for name, (subtracted, divisor) in PREPARATIONS.items()
    }
    np.testing.assert_array_equal(done["shifted"], data)
    np.testing.assert_array_equal(done["raw"], known)
    np.testing.assert_allclose(done["centred"].mean(axis=0), 0, atol=1e-12)
    np.testing.assert_allclose(
        done["standardised"].mean(axis=0), 0, atol=1e-12
    )
    np.testing.assert_allclose(done["standardised"].std(axis=0), 1)


def test_side_experiments_are_those_networks_too(small):
    standard = list(PREPARATIONS).index("standardised")
    subtracted, divisor = PREPARATIONS["standardised"]
    inputs = (np.array(list(people.values())) - subtracted) / divisor
    expected = alone(2, inputs).feedforward(inputs)
    assert small["prepared"][standard, 2, :4] == pytest.approx(expected)
    expected = alone(1, learn_rate=0.01).feedforward(data)
    rate = study.LEARN_RATES.index(0.01)
    assert small["rates"][rate, 1, :4] == pytest.approx(expected)


def test_wrong_and_losses_look_at_the_four_known_people():
    right = [0.9, 0.1, 0.2, 0.6, 0.0, 1.0]
    one_off = [0.9, 0.1, 0.7, 0.6, 1.0, 0.0]
    assert wrong(np.array([right, one_off])).tolist() == [False, True]
    assert losses_of(np.array(right)) == pytest.approx(0.22 / 4)


def test_article_pairs_are_compared_as_they_are_printed():
    pairs = [(0.9505, 0.0394), (0.9514, 0.0386), (0.9516, 0.039)]
    six = np.hstack([np.zeros((3, 4)), pairs])
    assert article_pairs(six).tolist() == [
        n for n, (e, f) in enumerate(pairs)
        if f"Emily: {e:.3f} Frank: {f:.3f}" == "Emily: 0.951 Frank: 0.039"
    ]  # fmt: skip
    assert 1 in article_pairs(six)
    assert 2 not in article_pairs(six)


def test_typed_seeds_are_refused_when_the_study_finds_others():
    eight = np.array([8])
    check_seeds(eight, np.array([seed, 500]), 8)
    with pytest.raises(BuildError, match=r"stuck\.py: seed 8 .* found 7\."):
        check_seeds(np.array([7]), np.array([seed]), 8)
    with pytest.raises(BuildError, match=r"data\.py: .* 3, 157\."):
        check_seeds(eight, np.array([3, seed]), 8)
    with pytest.raises(BuildError, match=r"data\.py: .* found none\."):
        check_seeds(eight, np.array([], int), 8)
    with pytest.raises(BuildError, match=r"0, 1, 2, 3, 4 and 5 more\."):
        check_seeds(np.arange(10), np.array([seed]), 8)


def test_all_claims_about_seeds_are_judged_at_once():
    with pytest.raises(BuildError) as caught:
        check_seeds(np.array([7]), np.array([3, 157]), 8)
    assert [line.split(":")[0] for line in str(caught.value).split("\n")] == [
        "docs/programs/stuck.py",
        "simplenet/data.py",
    ]


def test_people_are_counted_from_the_data(monkeypatch):
    more = people | {"Erik": (170, 71)}
    labels = np.append(all_y_trues, 0)
    monkeypatch.setattr(outcomes, "people", more)
    monkeypatch.setattr(outcomes, "all_y_trues", labels)
    right = [0.9, 0.1, 0.2, 0.6, 0.4, 0.75, 0.25]
    found = np.array([right, right])
    assert not wrong(found).any()
    assert losses_of(found) == pytest.approx((0.22 + 0.16) / 5)
    form = form_data({"predictions": found, "parameters": np.ones((2, 9))})
    assert form["emily"] == [750, 750]
    assert form["frank"] == [250, 250]


def test_form_data_are_the_digits_that_a_program_prints(full):
    form = form_data(full)
    for number in [0, seed, *np.random.default_rng().integers(10_000, size=9)]:
        emily, frank = full["predictions"][number, 4:]
        assert f"{form['emily'][number] / 1000:.3f}" == f"{emily:.3f}"
        assert f"{form['frank'][number] / 1000:.3f}" == f"{frank:.3f}"
        loss = losses_of(full["predictions"][number])
        assert form["loss"][number] == pytest.approx(loss * 1e5, abs=0.51)


def test_seed_data_are_published(site, full):
    published = json.loads((site / "seeds.json").read_text("utf-8"))
    assert published == form_data(full)


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_ctrl_c_ends_all_processes_at_once():
    code = (
        "from scripts.chapters.study import study_of\n"
        "print('started', flush=True)\n"
        "study_of(range(10**6), range(1000))"
    )
    running = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=ROOT,
        start_new_session=True,  # Ctrl-C reaches a whole group of processes
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    running.stdout.readline()
    time.sleep(0.5)
    os.killpg(running.pid, signal.SIGINT)
    _, errors = running.communicate(timeout=20)
    assert errors.rstrip().endswith(b"KeyboardInterrupt")
    with pytest.raises(ProcessLookupError):
        os.killpg(running.pid, 0)
