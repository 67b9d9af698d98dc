"""What each fact of facts.json is, by definition: all that pages name.

A new fact: add one line with what it is, worked out with the functions of
this folder. What takes long stands behind `lambda:`; where only the size of a
number is known, as of a rounding error, write `Between(lowest, highest)`.
"""

import math
from functools import cache
from itertools import pairwise

from tests.oracle import measured
from tests.oracle.agree import Between
from tests.oracle.network import (
    NAMES,
    f,
    factors,
    filled,
    loss,
    predict,
    slope_of_f,
    slopes,
    start,
    stepped,
    sums,
    trained,
)
from tests.oracle.people import (
    ASKED,
    KNOWN,
    MEANS,
    SHIFT,
    inputs,
    samples,
)
from tests.oracle.runs import (
    article,
    equal_neurons,
    first_five,
    raw,
    spirals,
)
from tests.oracle.study import (
    article_pairs,
    experiment,
    group,
    median,
    percentile,
    study,
)

ALICE = (*inputs("Alice"), 1)
ONES = filled(1, 0)  # all weights 1, all biases 0
ONES_SLOPES = slopes(ONES, *ALICE)
ONES_FACTORS = factors(ONES, *ALICE)
ONES_MOVED = stepped(ONES, *ALICE, rate=0.1)
W1_MOVED = ONES | {"w1": ONES_MOVED["w1"]}

P, LOSSES = article()
TENTH = 1 + next(i for i, each in enumerate(LOSSES) if each <= LOSSES[0] / 10)
LARGE = trained(start(157), rate=10)[1]
SLOW = trained(start(158), rate=0.01, epochs=2000)[1]
STUCK = trained(start(8218), epochs=2000)[1]
FALLS = [later - before for before, later in pairwise(STUCK)]


def gears(nudge):
    """How far each of s1, h1, the prediction and the loss moves, for each
    unit that the one before it moves."""
    rows = [(w1, *follow(w1)) for w1 in (1, 1 + nudge)]
    moves = [after - before for before, after in zip(*rows, strict=True)]
    return [moves[i + 1] / moves[i] for i in range(4)]


def follow(w1):
    """s1, h1, the prediction and the loss of Alice, all else being 1 or 0."""
    s1 = -2 * w1 - 1
    y_pred = f(f(s1) + f(-3))
    return s1, f(s1), y_pred, (1 - y_pred) ** 2


def slope_of_s3(p, name):
    return slope_of_f(sums(p, *inputs(name))[2])


@cache
def hidden_sums(prepared):
    """s1 and s2 of the four people, for each of ten thousand starts."""
    found = []
    for seed in range(10_000):
        p = start(seed)
        four = [sums(p, *x[:2])[:2] for x in samples(prepared)]
        found.append([list(each) for each in zip(*four, strict=True)])
    return found


def share_of_sums_beyond(far):
    every = [s for two in hidden_sums("shifted") for s in two[0] + two[1]]
    return sum(abs(s) > far for s in every) / len(every)


def share_that_tells_apart(prepared, apart):
    """Of how many a hidden neuron's outputs differ by more."""
    found = [
        any(max(map(f, four)) - min(map(f, four)) > apart for four in two)
        for two in hidden_sums(prepared)
    ]
    return sum(found) / len(found)


def weights_of(label):
    return [row[0] for row in KNOWN.values() if row[2] == label]


def rates_that_never_fail():
    rates = (0.001, 0.01, 0.1, 1, 10, 100)
    return [r for r in rates if not any(experiment(rate=r).fails)]


FACTS = {
    **measured.FACTS,
    # One neuron: weights 0 and 1, bias 4, inputs 2 and 3
    "neuron.weights[0]": 0,
    "neuron.weights[1]": 1,
    "neuron.bias": 4,
    "neuron.x[0]": 2,
    "neuron.x[1]": 3,
    "neuron_sum": 0 * 2 + 1 * 3 + 4,
    "neuron_output": f(7),
    "euler": math.e,
    "sigmoid_steepest": 1 / 4,
    "sigmoid.x": 100,
    "sigmoid.y": 1,  # as rounded to a float
    # The fixed network: the same weights, bias 0
    "network_w1": 0,
    "network_w2": 1,
    "network_b": 0,
    "network.x[0]": 2,
    "network.x[1]": 3,
    "network_sum_h": 3,
    "network_h": f(3),
    "network_output": f(f(3)),
    "network_start": "~".join("010101" + "000"),  # w1 … w6, b1, b2, b3
    # The people
    "shift_weight": SHIFT[0],
    "shift_height": SHIFT[1],
    "mean_weight": MEANS[0],
    "mean_height": MEANS[1],
    "people_count": len(KNOWN),
    "heaviest": max(weights_of(0) + weights_of(1)),
    "heaviest_female": max(weights_of(1)),
    "lightest_male": min(weights_of(0)),
    "loss_always_zero": (1 + 0 + 0 + 1) / 4,
    # A nudge of w1, for Alice
    "nudge.nudge": 0.001,
    "nudge_before": loss(ONES, [ALICE]),
    "nudge_after": loss(ONES | {"w1": 1.001}, [ALICE]),
    "nudge.ratio": math.prod(gears(0.001)),
    "gear_s1": gears(0.001)[0],
    "gear_h1": gears(0.001)[1],
    "gear_y_pred": gears(0.001)[2],
    "gear_loss": gears(0.001)[3],
    "gear_first_two": gears(0.001)[0] * gears(0.001)[1],
    "gear_product": math.prod(gears(0.001)),
    # Alice, and the chain rule
    "backpropagation.y_true": 1,
    "backpropagation.w1": 1,
    "backpropagation.b1": 0,
    "backpropagation.x1": -2,
    "backpropagation.x2": -1,
    "backpropagation.sum_h1": -3,
    "backpropagation.h1": f(-3),
    "backpropagation.sum_o1": 2 * f(-3),
    "backpropagation.y_pred": f(2 * f(-3)),
    "backpropagation.d_L_d_ypred": -2 * (1 - f(2 * f(-3))),
    "backpropagation.d_ypred_d_h1": slope_of_f(2 * f(-3)),
    "backpropagation.d_h1_d_w1": -2 * slope_of_f(-3),
    "backpropagation.d_L_d_w1": ONES_SLOPES["w1"],
    "one_step.learn_rate": 0.1,
    "one_step.w1_moved": ONES_MOVED["w1"],
    "one_step.loss_before": loss(ONES, [ALICE]),
    "one_step.loss_w1_moved": loss(W1_MOVED, [ALICE]),
    "one_step.loss_all_moved": loss(ONES_MOVED, [ALICE]),
    "step_slope_b3": ONES_SLOPES["b3"],
    "first_change_b3": -0.1 * ONES_SLOPES["b3"],
    "first_change_w1": -0.1 * ONES_SLOPES["w1"],
    "first_ratio": abs(ONES_SLOPES["b3"] / ONES_SLOPES["w1"]),
    "first_d_ypred_d_b3": ONES_FACTORS["d_ypred_d_b3"],
    "first_d_ypred_d_w5": ONES_FACTORS["d_ypred_d_w5"],
    "first_d_h1_d_b1": ONES_FACTORS["d_h1_d_b1"],
    # The training
    "training.seed": lambda: article_pairs()[0],
    "training.learn_rate": 0.1,
    "training.epochs": 1000,
    "steps": 1000 * len(KNOWN),
    "start_loss": loss(start(157), samples()),
    "training.losses[0]": LOSSES[0],
    "training.losses[-1]": LOSSES[-1],
    "epochs_to_tenth": TENTH,
    "epochs_left": 1000 - TENTH,
    "loss_ratio": LOSSES[0] / LOSSES[-1],
    "raw_prediction": sum(predict(raw()[0], *x[:2]) for x in samples("raw"))
    / 4,
    "raw_numbers.losses[-1]": raw()[1][-1],
    "raw_slope_h1": max(
        slope_of_f(sums(raw()[0], *x[:2])[0]) for x in samples("raw")
    ),
    "shift_far": lambda: share_of_sums_beyond(5),
    "shift_far_sum": 5,
    "shift_apart": lambda: share_that_tells_apart("shifted", 0.5),
    "shift_apart_by": 0.5,
    "raw_apart": lambda: share_that_tells_apart("raw", 0.5),
    # What programs need, as pyproject.toml says
    "needs_python": "Python 3.11 or newer",
    "needs_numpy": "NumPy 2.0 or a later 2.x",
    "needs_matplotlib": "Matplotlib 3.10 or a later 3.x",
    # The predictions
    "predictions.y_emily": predict(P, *inputs("Emily")),
    "predictions.y_frank": predict(P, *inputs("Frank")),
    "emily_weight": ASKED["Emily"][0],
    "emily_height": ASKED["Emily"][1],
    "frank_weight": ASKED["Frank"][0],
    "frank_height": ASKED["Frank"][1],
    "predictions.emily[0]": inputs("Emily")[0],
    "predictions.emily[1]": inputs("Emily")[1],
    "predictions.frank[0]": inputs("Frank")[0],
    "predictions.frank[1]": inputs("Frank")[1],
    "seeds_count": len(first_five("Emily")),
    "seeds.spread[0]": max(first_five("Emily")) - min(first_five("Emily")),
    "seeds.spread[1]": max(first_five("Frank")) - min(first_five("Frank")),
    # The experiments in the playground
    "zeros_slope_b3": slopes(filled(0, 0), *ALICE)["b3"],
    "experiments.zeros_losses[-1]": trained(filled(0, 0))[1][-1],
    "experiments.equal_losses[-1]": trained(equal_neurons())[1][-1],
    "experiments.large_rate": 10,
    "experiments.large_losses[0]": LARGE[0],
    "experiments.large_losses[-1]": LARGE[-1],
    "guessing_loss": 0.5**2,
    "slow_failed": lambda: sum(
        loss > 0.25 for loss in experiment(rate=0.01).loss
    ),
    "experiments.slow_seed": 158,
    "experiments.slow_rate": 0.01,
    "experiments.slow_losses[0]": SLOW[0],
    "experiments.slow_losses[999]": SLOW[999],
    "experiments.slow_losses[1999]": SLOW[1999],
    # Check the gradient
    "central_best_delta": 1e-5,
    "central_best_error": Between(5e-13, 5e-11),
    "central_difference.deltas[-1]": 1e-15,
    "central_difference.errors[-1]": Between(0.005, 0.5),
    "central_difference.states": 1000,
    "complex_step.delta": 1e-30,
    "complex_step.worst": Between(1e-17, 2e-15),
    "wrong_sign.learned": sum(
        trained(start(157), wrong=name)[1][-1] < 0.01 for name in NAMES
    ),
    "wrong_sign_b3": trained(start(157), wrong="b3")[1][-1],
    # Matrices
    "spirals_points": 100,
    "spirals.batch": 10,
    "spirals.sizes[1]": 16,
    "spirals.right[0]": lambda: spirals((2, 1)).right,
    "spirals.right[1]": lambda: spirals((2, 16, 1)).right,
    # Luck
    "luck_count": 10_000,
    "luck_last": 9999,
    "luck_few": 1000,
    "luck_pairs": lambda: len(article_pairs()),
    "luck_first": lambda: article_pairs()[0],
    "luck_family_0": lambda: study().group.count(0) / 10_000,
    "luck_pairs_0": lambda: sum(
        study().group[seed] == 0 for seed in article_pairs()
    ),
    "luck_right": lambda: (
        sum(
            emily > 0.5 > frank
            for emily, frank in zip(study().emily, study().frank, strict=True)
        )
        / 10_000
    ),
    "luck_emily_low": lambda: percentile(study().emily, 1),
    "luck_emily_high": lambda: percentile(study().emily, 99),
    "luck_frank_low": lambda: percentile(study().frank, 1),
    "luck_frank_high": lambda: percentile(study().frank, 99),
    "luck_silent_0": lambda: median(group(0, study().silent)),
    "luck_silent_2": lambda: median(group(2, study().silent)),
    "stuck.seed": lambda: study().fails.index(True),
    "luck_stuck_alice": predict(start(8218), *inputs("Alice")),
    "luck_stuck_diana": predict(start(8218), *inputs("Diana")),
    "luck_stuck_slope_alice": slope_of_s3(start(8218), "Alice"),
    "luck_stuck_slope_diana": slope_of_s3(start(8218), "Diana"),
    "luck_stuck_epoch": 1 + FALLS.index(min(FALLS)),
    "luck_stuck_epochs": len(STUCK),
    "luck_raw_failed": lambda: sum(experiment("raw").fails),
    "luck_good_rate": lambda: f"{max(rates_that_never_fail()):g}",
    "luck_good_ratio": lambda: max(rates_that_never_fail()) / 0.1,
    "luck_slowest_rate": 0.001,
    "luck_fastest_rate": 100,
    "luck_slow_failed": lambda: sum(experiment(rate=0.001).fails),
    "luck_fast_failed": lambda: sum(experiment(rate=100).fails),
}


def fact(name):
    """What a fact is."""
    value = FACTS[name]
    return value() if callable(value) else value
