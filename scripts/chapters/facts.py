"""Name the values that sentences show."""

import math

import numpy as np

from scripts.chapters.luck import luck_facts
from scripts.chapters.nudges import ratios_of
from scripts.chapters.people import people_facts as measured_facts
from scripts.chapters.playground import (
    experiment_facts,
    first_step_facts,
    slow_facts,
)
from scripts.chapters.start_values import start_facts
from scripts.ground.errors import all_of
from scripts.pages.needs import needs_facts
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
        **sigmoid_facts(runs["sigmoid"]),
        **network_facts(runs["network"]),
        **people_facts(runs["loss"], runs["predictions"]),
        **nudge_facts(runs["nudge"]),
        **alice_facts(runs["backpropagation"]),
        **step_facts(runs["one_step"]),
        **training_facts(runs["training"]),
        **start_facts(),
        **needs_facts(),
        **raw_facts(runs["raw_numbers"]),
        **prediction_facts(runs["predictions"], runs["seeds"]),
        **experiment_facts(runs["experiments"]),
        **slow,
        **first_step_facts(
            runs["backpropagation"], runs["one_step"]["learn_rate"]
        ),
        **check_facts(runs["central_difference"], runs["complex_step"]),
        "wrong_sign_learned": runs["wrong_sign"]["learned"],
        "wrong_sign_b3": runs["wrong_sign"]["last_losses"]["b3"],
        **spiral_facts(runs["spirals"]),
        **measured_facts(runs),
        **luck,
    }
    return {name: plain(value) for name, value in facts.items()}


def plain(value):
    """Turn NumPy's numbers into Python's, which JSON can hold."""
    return value.item() if isinstance(value, np.generic) else value


def neuron_facts(run):
    weights, bias, x, n = run["weights"], run["bias"], run["x"], run["n"]
    return {
        "neuron_w1": weights[0],
        "neuron_w2": weights[1],
        "neuron_b": bias,
        "neuron_x1": x[0],
        "neuron_x2": x[1],
        "neuron_sum": weights @ x + bias,
        "neuron_output": n.feedforward(x),
    }


def sigmoid_facts(run):
    return {
        "euler": math.e,
        "sigmoid_steepest": deriv_sigmoid(0.0),
        "sigmoid_large_input": run["x"],
        "sigmoid_large_output": run["y"],
    }


def network_facts(run):
    network, x = run["network"], run["x"]
    h1 = network.h1
    return {
        "network_w1": h1.weights[0],
        "network_w2": h1.weights[1],
        "network_b": h1.bias,
        "network_x1": x[0],
        "network_x2": x[1],
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
        "nudge": run["nudge"],
        "nudge_before": before["loss"],
        "nudge_after": after["loss"],
        "nudge_ratio": run["ratio"],
        "gear_s1": s1,
        "gear_h1": h1,
        "gear_y_pred": y_pred,
        "gear_loss": loss,
        "gear_first_two": s1 * h1,
        "gear_product": math.prod(gears),
    }


def alice_facts(run):
    return {
        "alice_label": run["y_true"],
        "alice_weight": run["w1"],
        "alice_bias": run["b1"],
        "alice_x1": run["x1"],
        "alice_x2": run["x2"],
        "alice_sum_h1": run["sum_h1"],
        "alice_h1": run["h1"],
        "alice_sum_o1": run["sum_o1"],
        "alice_y_pred": run["y_pred"],
        "alice_d_L_d_ypred": run["d_L_d_ypred"],
        "alice_d_ypred_d_h1": run["d_ypred_d_h1"],
        "alice_d_h1_d_w1": run["d_h1_d_w1"],
        "alice_d_L_d_w1": run["d_L_d_w1"],
    }


def step_facts(run):
    return {
        "step_learn_rate": run["learn_rate"],
        "step_w1_moved": run["w1_moved"],
        "step_loss_before": run["loss_before"],
        "step_loss_w1": run["loss_w1_moved"],
        "step_loss_all": run["loss_all_moved"],
        "step_slope_b3": run["gradient"]["b3"],
    }


def training_facts(run):
    losses = run["losses"]
    epochs_to_tenth = 1 + np.argmax(losses <= losses[0] / 10)
    return {
        "seed": run["seed"],
        "learn_rate": run["learn_rate"],
        "epochs": run["epochs"],
        "steps": run["epochs"] * len(run["data"]),
        "first_loss": losses[0],
        "last_loss": losses[-1],
        "epochs_to_tenth": epochs_to_tenth,
        "epochs_left": run["epochs"] - epochs_to_tenth,
        "loss_ratio": losses[0] / losses[-1],
    }


def raw_facts(run):
    return {
        "raw_prediction": run["predictions"].mean(),
        "raw_last_loss": run["losses"][-1],
        "raw_slope_h1": max(run["h1_slopes"]),
    }


def prediction_facts(run, seeds):
    return {
        "emily": run["y_emily"],
        "frank": run["y_frank"],
        "emily_weight": strangers["Emily"][0],
        "emily_height": strangers["Emily"][1],
        "frank_weight": strangers["Frank"][0],
        "frank_height": strangers["Frank"][1],
        "emily_x1": run["emily"][0],
        "emily_x2": run["emily"][1],
        "frank_x1": run["frank"][0],
        "frank_x2": run["frank"][1],
        "seeds_count": len(seeds["predictions"]),
        "spread_emily": seeds["spread"][0],
        "spread_frank": seeds["spread"][1],
    }


def check_facts(central, complex_step):
    errors = central["errors"]
    best = np.argmin(errors)
    return {
        "central_best_delta": central["deltas"][best],
        "central_best_error": errors[best],
        "central_last_delta": central["deltas"][-1],
        "central_last_error": errors[-1],
        "check_states": central["states"],
        "complex_delta": complex_step["delta"],
        "complex_worst": complex_step["worst"],
    }


def spiral_facts(run):
    one, right = run["right"]
    return {
        "spirals_points": len(run["x"]),
        "spirals_batch": run["batch"],
        "spirals_hidden": run["sizes"][1],
        "spirals_one": one,
        "spirals_all": right,
    }
