"""Claims of what the checks of exercises tell of numbers: sentences that a
reader sees who got something wrong."""

import ast
import re

import numpy as np

from tests.claims.claim import Claims
from tests.claims.shown import ROOT, definition, source
from tests.oracle.exercises import FOUR, turned, wrong_after

SLOWEST = "docs/exercises/slowest_rate.py"
PAGE = Claims("checks")
says = PAGE.says


def given(words):
    """The arguments of the call below which some words stand."""
    for path in ROOT.glob("docs/exercises/*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and words in ast.unparse(node):
                called = getattr(node.func, "id", "") == "same"
                if called and isinstance(node.args[0], ast.Constant):
                    return arguments(node.args[0].value)
    raise LookupError(f"no call of docs/exercises/*.py says {words!r}")


def arguments(call):
    """What stands in the innermost call of our own: one within round()."""
    asked = ast.parse(call, mode="eval").body
    if asked.func.id == "round":
        asked = asked.args[0]
    named = [each.value for each in asked.keywords]
    parts = [ast.unparse(each) for each in [*asked.args, *named]]
    return [eval(each, {"np": np}) for each in parts]


# Calls with numbers

loss_of, at, delta = given("this function is 6.75")
says(
    "At # + #.5i this function is # + 2i.",
    *(2, 0, 6.75),
    holds=at == 2 and delta == 0.5 and loss_of(at + 0.5j) == 6.75 + 2j,
)
loss_of, at = given("this one falls by 1")
says(
    "Use `loss_of`: this one falls by # when `w` grows by #.",
    *(1, 1),  # as its slope says: it bends
    holds=abs((loss_of(at + 1e-6) - loss_of(at - 1e-6)) / 2e-6 + 1) < 1e-6,
)
a, p, b, q = given("Value: 2 times 3.")
says("The part with two ε is #: leave `p * q` out.", 0)
says("Value: # times #.", a, b)
says("Slope: # times #, and # times #.", a, q, p, b)
a, p, b, q = given("the square of 4")
says("This is the square of # + ε.", a, holds=a == b and p == q == 1)
(values,) = given("In order: 0.01")
says("In order: #, #, #, #, #.", *sorted(values.tolist()))
(values,) = given("In order: 0.1, 0.2")
says("In order: #, #, #, #.", *sorted(values.tolist()))
loss_of, at = given("It climbs by 3")
says(
    "It climbs by # when `w` grows by #, everywhere.",
    *(loss_of(at + 1) - loss_of(at), 1),
)
loss_of, at, nudge = given("From 0 to 0.5 the value falls")
says("Use the nudge that was handed in, here #.", nudge)
says(
    "From # to # the value falls from # to #.",
    *(at, at + nudge, loss_of(at), loss_of(at + nudge)),
)
labels, n = given("Every row got every 1.")
says("Every row got every #.", 1)
says("Set a # in each row.", 1)
says("Labels count from #, as columns do.", min(labels.tolist()))
says(
    "The second label is #, so the second row is #, #, #.",
    *(labels.tolist()[1], *(int(i == labels[1]) for i in range(n))),
)
labels, n = given("Nobody has the label 2")
says(
    "Nobody has the label # here, but it is an answer.",
    *sorted({*range(n)} - {*labels.tolist()}),
)
W, bias, x = given("By hand the two sums")
products = (W * x).tolist()
says(
    "By hand the two sums are # − # and # + #.",
    *(products[0][1], -bias.tolist()[0], sum(products[1]), bias.tolist()[1]),
    holds=products[0][0] == 0 and bias[0] < 0,
)
(right,) = given("Three of five are right")
says("A factor is missing: p times # − p.", 1)
says(
    "Three of five are right, so p is #, between # and #.",
    *(right.mean().item(), 0, 1),
    holds=right.sum() == 3 and len(right) == 5,
)
(right,) = given("Here 90 of 100 are True.")
says("Here # of # are True.", right.sum().item(), len(right))
y_true, y_pred = given("Only the third is wrong")
says(
    "No prediction is exactly # or #.",
    *(0, 1),
    holds=not {0, 1} & {*y_pred.tolist()},
)
says("Ask on which side of # it is.", 0.5)
says(
    "Only the third is wrong: label #, and a prediction above #.",
    *(y_true.tolist()[2], 0.5),
    holds=((y_pred > 0.5) != y_true).tolist() == [False, False, True, False]
    and y_pred[2] > 0.5,
)
h1, h2, label, *parameters = given("the weights are not all 1")
says("Here the label is #: the error is `y_true - y_pred`.", label)
says(
    "Here the label is #, and the weights are not all #.",
    *(label, 1),
    holds={*parameters} != {1},
)
y_true, y_pred = given("The four errors are")
says("The four errors are #, #, # and #.", *(y_true - y_pred).tolist())
y_true, y_pred = given("with an error of the size 0.5")
says(
    "Here are two people, both with an error of the size #.",
    *{*np.abs(y_true - y_pred).tolist()},
    holds=len(y_true) == 2,
)
train, _ = given("In `train` the means are")
says(
    "In `train` the means are # and #, the deviations # and #.",
    *(*train.mean(axis=0).tolist(), *train.std(axis=0).tolist()),
)
weights, bias, inputs = given("take tanh of 1")
total = (weights @ inputs).item() + bias
says(
    "By hand: # times # plus # times # minus # is #; take tanh of #.",
    *(weights.tolist()[0], inputs.tolist()[0]),
    *(weights.tolist()[1], inputs.tolist()[1]),
    *(-bias, total, total),
)
_, velocity, slope = given("Velocity: 0.9 times")
starter = definition("docs/exercises/with_momentum.py", "step_with_momentum")
learn_rate, keep = (each.value for each in starter.args.defaults)
says("The velocity before is forgotten: keep # of it.", keep)
says("Keep # of it.", keep)
says(
    "Velocity: # times #, minus # times #.",
    *(keep, velocity, learn_rate, slope),
)

# States of the playground that are handed in

says("Set the learning rate to # again.", 0.1)
says(
    "The output is still # or more.",
    0.5,
    holds=lambda: turned(w6=-1) < 0.5,
)
steps = re.search(r'"steps",\s+"<",\s+(\d+)', source(SLOWEST))[1]
says("Those are more than # epochs.", (int(steps) - 1) / len(FOUR))
says(
    "Train up to epoch #; if that is not enough, the rate is too small.",
    100,
    holds=lambda: wrong_after(0.005, 100) == 0 < wrong_after(0.004, 100),
)
