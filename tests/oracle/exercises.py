"""What is right in each exercise to predict or to explore, by definition.

A new one: add one line. A number, or the words of the right choice; for a
state of the playground, whether it has the property that is asked for. What
takes long stands behind `lambda:`.
"""

from functools import cache
from types import SimpleNamespace

from tests.oracle.facts import ALICE, ONES, ONES_SLOPES, fact
from tests.oracle.measured import right_share
from tests.oracle.network import (
    INPUTS,
    NAMES,
    f,
    filled,
    loss,
    predict,
    start,
    stepped,
    trained,
)
from tests.oracle.people import samples
from tests.oracle.runs import first_five, spirals
from tests.oracle.study import article_pairs, experiment, median

FOUR = samples()


def errors(p):
    """The squared error of each of the four people."""
    return [loss(p, [one]) for one in FOUR]


@cache
def uphill(steps):
    """What the last of some steps does to whose error: own, others, all."""
    p = start(157)
    for step in range(steps):
        before = errors(p)
        who = step % 4
        p = stepped(p, *FOUR[who], rate=0.1)
    moved = [b - a for a, b in zip(before, errors(p), strict=True)]
    own = moved.pop(who)
    return SimpleNamespace(own=own, others=moved, all=own + sum(moved))


def bends(function):
    """Tell whether the middle of three values is not halfway between."""
    low, middle, high = map(function, (-1, 0, 1))
    return 2 * middle != low + high


def parameters(hidden):
    """Weights and biases of two inputs, hidden neurons, and one output."""
    return hidden * (len(INPUTS) + 1) + hidden + 1


def turned(**moved):
    """What FixedNetwork's parameters give for 2 and 3, some of them moved."""
    p = {
        n: 0.0 if n in ("w1", "w3", "w5") else float(n[0] == "w")
        for n in NAMES
    }
    return predict(p | moved, 2, 3)


def can_turn(name):
    """Tell whether a parameter alone can bring that output below 0.5."""
    values = (-1000.0, -10.0, 10.0, 1000.0)
    return any(turned(**{name: each}) < 0.5 for each in values)


def apart(name):
    found = first_five(name)
    return max(found) - min(found)


def one_sided(delta):
    """The error of a one-sided difference, for Alice's loss in w1."""
    rise = loss(ONES | {"w1": 1 + delta}, [ALICE]) - loss(ONES, [ALICE])
    return abs(rise / delta - ONES_SLOPES["w1"])


def best_rate():
    """At which of four rates all networks learn, and the loss is least."""
    found = {rate: experiment(rate=rate) for rate in (0.001, 0.1, 10, 100)}
    learned = [rate for rate, each in found.items() if not any(each.fails)]
    return str(min(learned, key=lambda rate: median(found[rate].loss)))


def on_wrong_side(p):
    return sum((predict(p, x1, x2) > 0.5) != (y == 1) for x1, x2, y in FOUR)


@cache
def wrong_after(rate, epochs):
    """How many of the four seed 157 has on the wrong side."""
    return on_wrong_side(trained(start(157), rate=rate, epochs=epochs)[0])


@cache
def wrong_from(b3):
    """How many of the four a start with zeros and one bias never gets."""
    return on_wrong_side(trained(filled(0, 0) | {"b3": b3})[0])


ANSWERS = {
    "best_rate": best_rate,
    "count_parameters": parameters(3),
    "first_step": f"`{max(NAMES, key=lambda n: abs(ONES_SLOPES[n]))}`",
    "five_seeds": (
        "between 0.001 and 0.1" if 0.001 < apart("Emily") < 0.1 else "another"
    ),
    "how_rare_pair": lambda: (
        "about 100" if 30 <= len(article_pairs()) <= 300 else "another"
    ),
    "loss_of_a_half": 0.5**2,
    "one_sided_error": (
        "ten times smaller"
        if 9 < one_sided(0.01) / one_sided(0.001) < 11
        else "another"
    ),
    "one_step_of_w1": 1 - 0.1 * ONES_SLOPES["w1"],
    "right_about_people": right_share,
    "sigmoid_of_zero": f(0),
    "slope_in_b3": "negative" if ONES_SLOPES["b3"] < 0 else "another",
    "spirals_guess": lambda: (
        "about three quarters"
        if 0.65 <= spirals((2, 1)).right < 0.85
        else "another"
    ),
    "weighted_sum": 0 * 2 + 1 * 3 + 4,
    "which_collapses": (
        "`3 * x + 1`"
        if not bends(lambda x: 3 * x + 1)
        and bends(lambda x: x**2)
        and bends(lambda x: max(0, x))
        else "another"
    ),
    "wrong_signs": (
        "all but one" if fact("wrong_sign.learned") == 8 else "another"
    ),
}
STATES = {
    # the solution, and what holds there and nowhere in a wrong one
    "failing_start": lambda: wrong_from(20) > 0 == wrong_from(5),
    "lower_the_output": lambda: turned(w6=-1) < 0.5 <= turned(w1=-9),
    "slowest_rate": lambda: (
        wrong_after(0.005, 100) == 0 and wrong_after(0.004, 100) > 0
    ),
    "uphill_step": lambda: uphill(41).all > 0 > uphill(44).all,
}
