"""Name what sentences show and no program names: what is derived."""

import math

import numpy as np

from scripts.chapters.luck import luck_facts
from scripts.chapters.nudges import ratios_of
from scripts.chapters.people import people_facts as measured_facts
from scripts.chapters.playground import first_step_facts, slow_facts
from scripts.chapters.start_values import start_facts
from scripts.ground.errors import all_of
from scripts.pages.needs import needs_facts
from scripts.programs.values import plain
from simplenet import deriv_sigmoid
from simplenet.data import people, shift, strangers


def facts_of(runs):
    """Return {name: value}; runs maps a program to its final values."""
    study = runs["study"]
    slow, luck = all_of(  # who mends one claim wants to know of the other
        [
            lambda: slow_facts(study, runs["experiments"]),
            lambda: luck_facts(study, runs["stuck"]),
        ]
    )
    facts = {
        **neuron_facts(runs["neuron"]),
        **network_facts(runs["network"]),
        **people_facts(runs["loss"], runs["predictions"]),
        **nudge_facts(runs["nudge"]),
        "step_slope_b3": runs["one_step"]["gradient"]["b3"],
        **training_facts(runs["training"]),
        **start_facts(runs["study"]["starts"]),
        **needs_facts(),
        **raw_facts(runs["raw_numbers"]),
        **stranger_facts(),
        "seeds_count": len(runs["seeds"]["predictions"]),
        "zeros_slope_b3": runs["experiments"]["first_slopes"]["b3"],
        **slow,
        **first_step_facts(
            runs["backpropagation"], runs["one_step"]["learn_rate"]
        ),
        **check_facts(runs["central_difference"]),
        "wrong_sign_b3": runs["wrong_sign"]["last_losses"]["b3"],
        "spirals_points": len(runs["spirals"]["x"]),
        **measured_facts(runs),
        **luck,
    }
    return {name: plain(value) for name, value in facts.items()}


def neuron_facts(run):
    weights, bias, x, n = run["weights"], run["bias"], run["x"], run["n"]
    return {
        "neuron_sum": weights @ x + bias,
        "neuron_output": n.feedforward(x),
        "euler": math.e,
        "sigmoid_steepest": deriv_sigmoid(0.0),
    }


def network_facts(run):
    network, x = run["network"], run["x"]
    h1 = network.h1
    return {
        "network_w1": h1.weights[0],
        "network_w2": h1.weights[1],
        "network_b": h1.bias,
        "network_sum_h": h1.weights @ x + h1.bias,
        "network_h": h1.feedforward(x),
        "network_output": network.feedforward(x),
        "network_start": "~".join(  # for the playground: w1 … w6, b1, b2, b3
            f"{each:g}" for each in [*h1.weights] * 3 + [h1.bias] * 3
        ),
    }


def people_facts(loss, predictions):
    measures = np.array(list(people.values()))
    labels = predictions["all_y_trues"]
    weights = measures[:, 0]
    return {
        "shift_weight": shift[0],
        "shift_height": shift[1],
        "mean_weight": measures.mean(axis=0)[0],
        "mean_height": measures.mean(axis=0)[1],
        "people_count": len(people),
        "heaviest": weights.max(),
        "heaviest_female": weights[labels == 1].max(),
        "lightest_male": weights[labels == 0].min(),
        "loss_always_zero": np.mean((loss["y_true"] - loss["y_pred"]) ** 2),
    }


def nudge_facts(run):
    before, after = run["before"], run["after"]  # of the smallest nudge
    s1, h1, y_pred, loss = gears = ratios_of(before, after)
    return {
        "nudge_before": before["loss"],
        "nudge_after": after["loss"],
        "gear_s1": s1,
        "gear_h1": h1,
        "gear_y_pred": y_pred,
        "gear_loss": loss,
        "gear_first_two": s1 * h1,
        "gear_product": math.prod(gears),
    }


def training_facts(run):
    losses = run["losses"]
    epochs_to_tenth = 1 + np.argmax(losses <= losses[0] / 10)
    return {
        "steps": run["epochs"] * len(run["data"]),
        "epochs_to_tenth": epochs_to_tenth,
        "epochs_left": run["epochs"] - epochs_to_tenth,
        "loss_ratio": losses[0] / losses[-1],
    }


def raw_facts(run):
    return {
        "raw_prediction": run["predictions"].mean(),
        "raw_slope_h1": max(run["h1_slopes"]),
    }


def stranger_facts():
    return {
        f"{name.lower()}_{what}": measure
        for name, measures in strangers.items()
        for what, measure in zip(("weight", "height"), measures, strict=True)
    }


def check_facts(run):
    best = np.argmin(run["errors"])
    return {
        "central_best_delta": run["deltas"][best],
        "central_best_error": run["errors"][best],
    }
