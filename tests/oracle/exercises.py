"""What is right in each exercise to predict or to explore, by definition.

A new one: add one line. A number, or the words of the right choice; for a
state of the playground, whether it has the property that is asked for.
"""

from tests.oracle.facts import ONES_SLOPES
from tests.oracle.network import loss, start, stepped
from tests.oracle.people import samples


def losses_by_step(p, rate, steps):
    """The mean loss of the four people before and after each step."""
    four = samples("shifted")
    found = [loss(p, four)]
    for step in range(steps):
        p = stepped(p, *four[step % 4], rate=rate)
        found.append(loss(p, four))
    return found


def rises_at(step):
    losses = losses_by_step(start(157), 0.1, step)
    return losses[-1] > losses[-2]


ANSWERS = {
    "one_step_of_w1": 1 - 0.1 * ONES_SLOPES["w1"],
}
STATES = {
    # the solution, and what holds there and nowhere in a wrong one
    "uphill_step": lambda: rises_at(41) and not rises_at(44),
}
