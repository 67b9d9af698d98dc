"""What is right in each exercise to predict or to explore, by definition.

A new one: add one line. A number, or the words of the right choice; for a
state of the playground, whether it has the property that is asked for.
"""

from functools import cache
from types import SimpleNamespace

from tests.oracle.facts import ONES_SLOPES
from tests.oracle.network import loss, start, stepped
from tests.oracle.people import samples

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


ANSWERS = {
    "one_step_of_w1": 1 - 0.1 * ONES_SLOPES["w1"],
}
STATES = {
    # the solution, and what holds there and nowhere in a wrong one
    "uphill_step": lambda: uphill(41).all > 0 > uphill(44).all,
}
