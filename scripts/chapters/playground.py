"""Give the playground of the pages what it must not type again."""

import json

import numpy as np

from scripts.chapters.diagrams import (
    BIASES,
    EDGES,
    caption,
    draw,
    edge,
    layers,
    net,
)
from scripts.chapters.factors import factors_of, network_with
from scripts.chapters.outcomes import LEARN_RATE, LEARN_RATES, losses_of
from scripts.ground.errors import BuildError, in_short
from simplenet.data import (
    all_y_trues,
    data,
    people,
    seed,
    shift,
    strangers,
)

SEEDS = range(20)  # all that the page's budget of bytes has room for
# The loss of answering 0.5 for everyone
GUESSING = float(np.mean((all_y_trues - 0.5) ** 2))


def playground_of(runs):
    """Return what the playground starts from, as JSON.

    runs maps a program to its final values.
    """
    example, training = runs["backpropagation"], runs["training"]
    starts = runs["study"]["starts"].tolist()
    found = {
        "people": named(people, all_y_trues),
        "strangers": named(strangers),
        "shift": shift.tolist(),
        "inputs": inputs(),
        "learn_rate": training["learn_rate"],
        "epochs": training["epochs"],
        "seed": seed,
        "seeds": {each: starts[each] for each in published_seeds(runs)},
        "examples": {
            "worked": [example["w1"]] * 6 + [example["b1"]] * 3,
            "zeros": [0.0] * 9,
            "equal": equal_neurons(starts[seed]),
        },
        "figure": picture(),
    }
    return json.dumps(found, separators=(",", ":"))


def picture():
    """Draw the network with room for a value at each parameter."""
    places = layers(30, 185, 325, 88, 268)
    body = [
        *net(places, named=EDGES),
        *[
            edge(places[neuron] + 1.25 * way, places[neuron], name, 0)
            for name, (neuron, way) in BIASES.items()
        ],
        caption(places["x1"] - 46j, "weight"),
        caption(places["x2"] + 48j, "height"),
    ]
    return draw("live", 0, 356, body, "").svg


def published_seeds(runs):
    """List the seeds whose start values the page offers."""
    return [*SEEDS, seed, runs["experiments"]["slow_seed"]]


def named(measures, labels=None):
    """List people as objects; strangers have no label."""
    found = [{"name": k, "measures": list(v)} for k, v in measures.items()]
    if labels is not None:
        for person, label in zip(found, labels, strict=True):
            person["y_true"] = int(label)
    return found


def inputs():
    """Say for each kind of input what is subtracted, and divided by."""
    raw = np.array(list(people.values()))
    return {
        "shifted": {"shift": shift.tolist(), "scale": [1, 1]},
        "raw": {"shift": [0, 0], "scale": [1, 1]},
        "standardised": {
            "shift": raw.mean(axis=0).tolist(),
            "scale": raw.std(axis=0).tolist(),
        },
    }


def equal_neurons(values):
    """Give h2 the parameters of h1, and o1 one weight for both."""
    w1, w2, _, _, w5, _, b1, _, b3 = values
    return [w1, w2, w1, w2, w5, w5, b1, b1, b3]


def slow_facts(study, run):
    """Say how rare a seed is that fails at the slow learning rate."""
    slow = losses_of(study["rates"][LEARN_RATES.index(run["slow_rate"])])
    usual = losses_of(study["rates"][LEARN_RATES.index(LEARN_RATE)])
    failed = np.flatnonzero(slow > GUESSING)
    if run["slow_seed"] not in failed or np.any(usual > GUESSING):
        raise BuildError(
            f"docs/programs/experiments.py: seed {run['slow_seed']} should "
            f"end above {GUESSING} at the rate {run['slow_rate']}, and none "
            f"at {LEARN_RATE}; the study found {in_short(failed)} and "
            f"{in_short(np.flatnonzero(usual > GUESSING))}. Correct the seed, "
            "and what docs/beyond/playground.md says of it."
        )
    return {"slow_failed": len(failed), "guessing_loss": GUESSING}


def first_step_facts(run, rate):
    """Name the numbers that say why the first step changes b3 most."""
    network = network_with([run["w1"]] * 6 + [run["b1"]] * 3)
    factors = factors_of(network, data[0], all_y_trues[0])
    slopes = network.gradient(data[0], all_y_trues[0])
    return {
        "first_change_b3": -rate * slopes["b3"],
        "first_change_w1": -rate * slopes["w1"],
        "first_ratio": abs(slopes["b3"] / slopes["w1"]),
        "first_d_ypred_d_b3": factors["d_ypred_d_b3"],
        "first_d_ypred_d_w5": factors["d_ypred_d_w5"],
        "first_d_h1_d_b1": factors["d_h1_d_b1"],
    }


def worked_step(runs):
    """Work out one step for Alice, row by row, one for each parameter."""
    run = runs["backpropagation"]
    network = network_with([run["w1"]] * 6 + [run["b1"]] * 3)
    rate = runs["one_step"]["learn_rate"]
    factors = factors_of(network, data[0], all_y_trues[0])
    rows = []
    for name, slope in network.gradient(data[0], all_y_trues[0]).items():
        old = getattr(network, name)
        move = -rate * slope
        product = " · ".join(written(factors[f]) for f in chain(name))
        name = f"${name[0]}_{name[1]}$"
        cells = f"{slope:.4f}", f"{old:g}", f"{move:+.4f}", f"{old + move:.4f}"
        rows.append([name, product, *cells])
    return [[cell.replace("-", "−") for cell in row] for row in rows]


def written(factor):
    """Write a factor of a product, a negative one in brackets."""
    return f"({factor:.4f})" if factor < 0 else f"{factor:.4f}"


def chain(name):
    """Name the factors of a slope, from the loss to the parameter."""
    neuron = {"w1": 1, "w2": 1, "b1": 1, "w3": 2, "w4": 2, "b2": 2}.get(name)
    if neuron is None:
        return ["d_L_d_ypred", f"d_ypred_d_{name}"]
    return ["d_L_d_ypred", f"d_ypred_d_h{neuron}", f"d_h{neuron}_d_{name}"]
