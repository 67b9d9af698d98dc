"""What each program prints, by definition, with numbers in full.

A new program: add an entry under its name, a function that lists its lines.
"""

from tests.oracle import measured
from tests.oracle.agree import Between
from tests.oracle.facts import (
    LARGE,
    LOSSES,
    ONES_FACTORS,
    ONES_SLOPES,
    SLOW,
    STUCK,
    fact,
    follow,
)
from tests.oracle.network import (
    NAMES,
    f,
    predict,
    slope_of_f,
    start,
    sums,
    trained,
)
from tests.oracle.people import ASKED, KNOWN, inputs, samples
from tests.oracle.runs import article, first_five, raw, spirals
from tests.oracle.study import percentile, study


def backpropagation():
    yield f(-3)
    yield 2 * f(-3)
    yield f(2 * f(-3))
    yield ONES_FACTORS["d_L_d_ypred"]
    yield ONES_FACTORS["d_ypred_d_h1"]
    yield ONES_FACTORS["d_h1_d_w1"]
    yield ONES_SLOPES["w1"]


def central_difference():
    yield ONES_SLOPES["w1"]
    # The error falls with the square of the step, then rounding takes over.
    for power in range(16):
        size = 10.0**-power
        error = Between(0.01 * size**2, 0.03 * size**2)
        if power >= 5:
            error = Between(3e-18 / size, 4e-16 / size)
        yield "delta = #: #", [size, error]
    yield "Largest disagreement: #", [Between(1e-11, 5e-9)]
    yield "True"


def exact_slopes():
    yield ONES_SLOPES["w1"]
    yield "Largest disagreement: #", [Between(1e-17, 2e-15)]
    yield "True"


def experiments():
    yield f"all nine 0: {fact('experiments.zeros_losses[-1]')}"
    yield "True"
    yield f"equal neurons: {fact('experiments.equal_losses[-1]')}"
    yield "True"
    yield f"learning rate 10: {LARGE[-1]}"
    yield str(trained(start(157), samples("raw"), 10)[1][-1] > 0.25)
    for epoch in (0, 999, 1999):
        yield f"slow seed, epoch {epoch}: {SLOW[epoch]}"


def layers():
    yield f"Last loss, one by one: {LOSSES[-1]}"
    yield f"Last loss, matrices: {LOSSES[-1]}"
    yield "True"


def many():
    yield "percent of networks below: 0 25 50 75 100"
    for name, values in (("Emily", study().emily), ("Frank", study().frank)):
        found = [percentile(values[:1000], q) for q in (0, 25, 50, 75, 100)]
        yield f"{name}: {' '.join(map(str, found))}"


def one_step():
    for name in NAMES:
        sign = "+" if ONES_SLOPES[name] > 0 else ""
        yield f"slope in {name}: {sign}{ONES_SLOPES[name]}"
    yield f"before: {fact('one_step.loss_before')}"
    yield f"w1 moved: {fact('one_step.loss_w1_moved')}"
    yield f"all nine moved: {fact('one_step.loss_all_moved')}"


def predictions():
    for name in ASKED:
        y_pred = predict(article()[0], *inputs(name))
        yield f"{name}: {y_pred} - {'F' if y_pred > 0.5 else 'M'}"


def raw_numbers():
    p, losses = raw()
    yield f"Last loss: {losses[-1]}"
    for name in KNOWN:
        yield f"{name}: {predict(p, *inputs(name, 'raw'))}"
    for i, neuron in enumerate(("h1", "h2")):
        steepest = max(slope_of_f(sums(p, *x[:2])[i]) for x in samples("raw"))
        yield f"Steepest slope of {neuron}: {steepest}"


def seeds():
    emily, frank = first_five("Emily"), first_five("Frank")
    for n in range(5):
        yield f"Seed {n}: Emily {emily[n]}, Frank {frank[n]}"
    wide = fact("seeds.spread[0]"), fact("seeds.spread[1]")
    yield f"Spread: Emily {wide[0]}, Frank {wide[1]}"


def sigmoid():
    for x in (-100, -10, -1, 0, 1, 10, 100):
        yield f"sigmoid({x}) = {f(x)}"


def linear():
    """One neuron with the weights and the bias of three, multiplied out."""
    h1, h2 = 2 * 2 + 3 * 3 + 4, -1 * 2 + 5 * 3 + 0
    yield 3 * h1 - 2 * h2 + 1
    yield (3 * 2 - 2 * -1) * 2 + (3 * 3 - 2 * 5) * 3 + (3 * 4 - 2 * 0 + 1)


def nudge():
    before = fact("nudge_before")
    yield f"w1: loss {before}"
    for size in (0.1, 0.01, 0.001):
        after = follow(1 + size)[-1]
        ratio = (after - before) / size
        yield f"w1 + {size}: loss {after}, ratio {ratio}"


def two_spirals():
    for sizes in ((2, 1), (2, 16, 1)):
        found = spirals(sizes)
        loss, right = found.losses[-1], 100 * found.right
        yield f"{list(sizes)}: loss {loss}, right {right}%"


def stuck():
    for name in KNOWN:
        y_pred = predict(start(8218), *inputs(name))
        yield f"{name} before training: {y_pred}"
    for epoch in (0, 500, 999, 1499, 1999):
        yield f"Epoch {epoch} loss: {STUCK[epoch]}"


def training():
    for epoch in range(0, 1000, 10):
        yield f"Epoch {epoch} loss: {LOSSES[epoch]}"


def wrong_sign():
    for name in NAMES:
        last = trained(start(157), wrong=name)[1][-1]
        yield f"{name} goes the wrong way: last loss {last}"
    yield f"{fact('wrong_sign.learned')} of 9 learn all the same"


OUTPUTS = {
    **measured.OUTPUTS,
    "backpropagation": backpropagation,
    "central_difference": central_difference,
    "complex_step": exact_slopes,
    "dual_numbers": exact_slopes,
    "experiments": experiments,
    "layers": layers,
    "linear": linear,
    "loss": lambda: [0.5],
    "loss_curve": lambda: [f"Last loss: {LOSSES[-1]}"],
    "many": many,
    "matrices": lambda: ["True", "True"],
    "network": lambda: [f(f(3))],
    "neuron": lambda: [f(7)],
    "nudge": nudge,
    "one_step": one_step,
    "predictions": predictions,
    "raw_numbers": raw_numbers,
    "seeds": seeds,
    "sigmoid": sigmoid,
    "spirals": two_spirals,
    "stuck": stuck,
    "training": training,
    "wrong_sign": wrong_sign,
}
