"""What the scripts of the pages start from is what it should be."""

import json

import pytest

from tests.oracle.network import NAMES, start
from tests.oracle.people import ASKED, DEVIATIONS, KNOWN, MEANS, SHIFT
from tests.oracle.runs import SEED, equal_neurons
from tests.oracle.site import none
from tests.oracle.study import COUNT, study


@pytest.fixture(scope="module")
def seeds(site):
    return json.loads((site / "seeds.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def playground(site):
    return json.loads((site / "playground.json").read_text("utf-8"))


@pytest.mark.parametrize(
    ("name", "unit"), [("emily", 1000), ("frank", 1000), ("loss", 100_000)]
)
def test_every_seed_ends_where_its_network_does(seeds, name, unit):
    values = getattr(study(), name)
    assert len(seeds[name]) == COUNT
    wrong = [
        f"seed {seed}: expected {value * unit:.3f}, found {found}"
        for seed, (found, value) in enumerate(
            zip(seeds[name], values, strict=True)
        )
        # A last digit may turn where a value lies between two.
        if abs(found - value * unit) > 0.5 + 1e-6
    ]
    none(wrong[:5], f"seeds.json, {name}, in units of 1/{unit}:")


def test_every_seed_is_in_the_group_of_its_network(seeds):
    rows = zip(seeds["family"], study().group, strict=True)
    wrong = [seed for seed, (a, b) in enumerate(rows) if a != b]
    none(wrong[:5], "seeds.json, family: how many of w5 and w6 are positive?")


def test_seeds_hold_nothing_else(seeds):
    assert set(seeds) == {"emily", "frank", "loss", "family"}


def test_the_playground_knows_the_people(playground):
    shown = {
        each["name"]: (*each["measures"], each["y_true"])
        for each in playground["people"]
    }
    asked = {
        each["name"]: tuple(each["measures"])
        for each in playground["strangers"]
    }
    assert shown == KNOWN
    assert list(shown) == list(KNOWN)
    assert asked == ASKED
    assert playground["shift"] == list(SHIFT)


def test_the_playground_prepares_the_inputs(playground):
    shift, scale = MEANS, DEVIATIONS
    expected = {
        "shifted": {"shift": SHIFT, "scale": (1, 1)},
        "raw": {"shift": (0, 0), "scale": (1, 1)},
        "standardised": {"shift": shift, "scale": scale},
    }
    assert playground["inputs"].keys() == expected.keys()
    for name, parts in expected.items():
        for part, values in parts.items():
            found = playground["inputs"][name][part]
            assert found == pytest.approx(list(values)), (name, part)


def test_the_playground_starts_from_the_article(playground):
    assert playground["learn_rate"] == 0.1
    assert playground["epochs"] == 1000
    assert playground["seed"] == SEED


def test_the_playground_offers_the_start_values_of_seeds(playground):
    offered = playground["seeds"]
    assert {*map(str, range(20)), "157", "158"} <= offered.keys()
    for seed, values in offered.items():
        assert values == list(start(int(seed)).values()), seed


def test_the_examples_of_the_playground(playground):
    equal = equal_neurons()
    expected = {
        "worked": [1] * 6 + [0] * 3,
        "zeros": [0] * 9,
        "equal": [equal[name] for name in NAMES],
    }
    assert playground["examples"] == expected
