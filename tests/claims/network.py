"""Claims of the chapter that connects neurons."""

from itertools import pairwise

import numpy as np

from tests.claims.claim import Claims, near, number
from tests.claims.shown import lines_of, methods
from tests.oracle.exercises import (
    ANSWERS,
    bends,
    can_turn,
    parameters,
    turned,
)
from tests.oracle.facts import fact
from tests.oracle.figures.diagrams import ARROWS
from tests.oracle.network import INPUTS, NAMES, NEURONS, f, start, sums
from tests.oracle.runs import spirals

PAGE = Claims("network/")
says = PAGE.says

THREE = len(NEURONS) == number("three")
TWO = len(INPUTS) == number("two")
READS = {  # what leads to each neuron
    neuron: [tail for tail, tip in ARROWS.values() if tip == neuron and tail]
    for neuron in NEURONS
}
HIDDEN = [name for name in NEURONS if READS[name] == list(INPUTS)]
FIXED = methods("simplenet/network.py", "FixedNetwork")
# The fixed network, with the parameters of the other: equal in all neurons
SAME = dict(zip(NAMES, [0, 1] * 3 + [0] * 3, strict=True))

# What a network is

says(
    """You will connect three neurons into a small neural network and pass two
    numbers through it.""",
    holds=THREE and TWO,
)
says(
    """Two inputs on the left, and three neurons: two side by side, and one
    that reads what they put out.""",
    holds=THREE and TWO and READS["o1"] == HIDDEN == ["h1", "h2"],
)
says(
    """This network has two inputs $x_1$ and $x_2$, a hidden layer with the
    neurons $h_1$ and $h_2$, and an output layer with the neuron $o_1$.""",
    holds=INPUTS == ("x1", "x2")
    and HIDDEN == ["h1", "h2"]
    and [name for name in NEURONS if name not in HIDDEN] == ["o1"],
)
says(
    """A hidden layer is any layer between the inputs and the output layer:
    nobody outside the network sees its values.""",
    holds=READS["o1"] == HIDDEN,
)
says(
    """Each neuron has weights and a bias of its own, numbered so that no two
    share a name, and the name of a neuron also stands for its output:""",
    holds=[each for names in NEURONS.values() for each in sorted(names)]
    == ["b1", "w1", "w2", "b2", "w3", "w4", "b3", "w5", "w6"],
)

# Write it down

says(
    "For now all three neurons get the same weights and the same bias.",
    holds=THREE
    and lines_of(FIXED["__init__"])
    == [f"self.{name} = Neuron(weights, bias)" for name in NEURONS],
)
says(
    "They never change, so the class is called `FixedNetwork`.",
    holds=list(FIXED) == ["__init__", "feedforward"],
)
says(
    "With weights # and #, bias #, and the inputs # and #:",
    *(0, 1, 0, 2, 3),
    holds=near(fact("network_output"), f(sums(SAME, 2, 3)[2]), 1e-15),
)
says(
    """By hand: both hidden neurons see the same inputs with the same weights,
    so both give the same output,""",
    holds=len(HIDDEN) == number("two")
    and sums(SAME, 2, 3)[:2] == (3, 3)
    and f(3) == fact("network_h"),
)
says(
    "and the output neuron receives these two:",
    holds=len(READS["o1"]) == number("two"),
)

# Why a network needs an activation function


def layered(sizes, activation, x, rng):
    """What a network of some sizes gives for inputs, one a column."""
    for n, m in pairwise(sizes):
        weights, biases = rng.normal(size=(m, n)), rng.normal(size=(m, 1))
        x = activation(weights @ x + biases)
    return x


def is_one_neuron(sizes, activation=lambda s: s):
    """Whether a network does the same as one neuron without activation."""
    x = np.random.default_rng(1).normal(size=(sizes[0], 50))
    ones = np.ones((1, 50))
    y = layered(sizes, activation, x, np.random.default_rng(0))
    parameters = np.linalg.lstsq(np.vstack([x, ones]).T, y[0], rcond=None)[0]
    return np.allclose(parameters[:-1] @ x + parameters[-1], y[0])


def sigmoids(s):
    return 1 / (1 + np.exp(-s))


def without_f(p, x1, x2):
    """The three neurons, each of them a weighted sum."""
    h1 = p["w1"] * x1 + p["w2"] * x2 + p["b1"]
    h2 = p["w3"] * x1 + p["w4"] * x2 + p["b2"]
    return p["w5"] * h1 + p["w6"] * h2 + p["b3"]


def collapsed(p):
    """Two weights and a bias, read off the three neurons' output."""
    bias = without_f(p, 0, 0)
    return without_f(p, 1, 0) - bias, without_f(p, 0, 1) - bias, bias


SOME = [start(seed) for seed in range(20)]
COLLAPSE = all(
    near(weight_1 * 5 + weight_2 * -7 + bias, without_f(p, 5, -7), 1e-9)
    for p in SOME
    for weight_1, weight_2, bias in [collapsed(p)]
)

says(
    "Leave $f$ out, and each neuron only multiplies and adds.",
    holds=is_one_neuron((2, 1)) and not is_one_neuron((2, 1), sigmoids),
)
says(
    """Then the output is $w_5$ times the weighted sum of $h_1$, plus $w_6$
    times that of $h_2$, plus $b_3$:""",
    holds=all(
        near(p["w5"] * s1 + p["w6"] * s2 + p["b3"], without_f(p, 2, 3), 1e-9)
        for p in SOME
        for s1, s2, _ in [sums(p, 2, 3)]
    ),
)
says(
    """Multiply out, and collect what belongs to $x_1$, to $x_2$, and to
    neither:""",
    holds=all(
        near(each, formula, 1e-9)
        for p in SOME
        for each, formula in zip(
            collapsed(p),
            (
                p["w5"] * p["w1"] + p["w6"] * p["w3"],
                p["w5"] * p["w2"] + p["w6"] * p["w4"],
                p["w5"] * p["b1"] + p["w6"] * p["b2"] + p["b3"],
            ),
            strict=True,
        )
    ),
)
says(
    """That is one number times $x_1$, another times $x_2$, plus a third: a
    single neuron, with two weights and a bias.""",
    holds=COLLAPSE and len(collapsed(SAME)) - 1 == number("two"),
)
says(
    """Whatever the nine numbers are, this one neuron does the same as the
    three:""",
    holds=COLLAPSE and THREE and len(NAMES) == number("nine"),
)
says(
    "More layers collapse in the same way.",
    holds=is_one_neuron((2, 3, 3, 1)) and is_one_neuron((2, 9, 4, 2, 1)),
)
says(
    """An activation function whose curve bends, such as the sigmoid, prevents
    this, and that is what lets a larger network compute more than a smaller
    one.""",
    holds=lambda: (
        not is_one_neuron((2, 2, 1), sigmoids)
        and spirals((2, 16, 1)).right > spirals((2, 1)).right
    ),
)
says(
    """The activation function has to bend, or in the usual word be non-linear:
    without it, more layers add nothing.""",
    holds=is_one_neuron((2, 3, 3, 1))
    and not is_one_neuron((2, 3, 3, 1), sigmoids),
)
PAGE.definitions("""
    Connect neurons so that the outputs of some are the inputs of others, and
    you have a neural network.

    Neurons side by side form a layer:

    A network can have any number of layers, and a layer any number of
    neurons.

    The idea stays the same: pass the inputs forward, layer by layer, until an
    output comes out.

    This is called feedforward.

    Layers between the inputs and the output layer are hidden layers.

    A network feeds the outputs of some neurons into others.
""")
PAGE.opinions("""
    Write it down
""")

# Exercises
says(
    "A neuron has a weight for each number that it reads, and one bias.",
    holds=parameters(2) == len(NAMES),
)
says(
    "Each hidden neuron reads two inputs: three parameters.",
    holds=len(NEURONS["h1"]) == len(INPUTS) + 1 == number("three"),
)
says(
    """Each of the three hidden neurons has two weights and a bias, which makes
    #.""",
    3 * (2 + 1),
)
says("The output neuron has three weights and a bias, which makes #.", 3 + 1)
says("Together they are #.", parameters(3))
says(
    "In the network above, all three sums are above zero.",
    holds=f(0 * 2 + 1 * 3) > 0.5 and turned() > 0.5,
)
says(
    """Drag the box of a single weight, no bias, until the output of $o_1$ is
    below #, and hand that in.""",
    0.5,
    holds=turned(w6=-1) < 0.5,
)
says("The sigmoid is # where its input is #.", f(0), 0)
says(
    "So the sum of $o_1$ has to be negative.",
    holds=f(-0.01) < 0.5 < f(0.01),
)
says("$h_1$ and $h_2$ come out of a sigmoid.", holds=f(-700) > 0)
says(
    "Only $w_5$ and $w_6$ can do it.",
    holds=lambda: (
        [n for n in NAMES if n[0] == "w" and can_turn(n)] == ["w5", "w6"]
    ),
)
says(
    """Whatever you do to the other four weights, $h_1$ and $h_2$ stay above #,
    and $o_1$ adds what they put out.""",
    0,
    holds=f(-700) > 0
    and len([n for n in NAMES if n[0] == "w"]) - 2 == number("four"),
)
says(
    "Its sum gets below zero only if one of its own weights does.",
    holds=lambda: not any(can_turn(n) for n in ("w1", "w2", "w3", "w4")),
)
says(
    "Three candidates for the activation function of a hidden layer.",
    holds=ANSWERS["which_collapses"] == "`3 * x + 1`",
)
says(
    "Which of them has a curve without a bend?",
    holds=not bends(lambda x: 3 * x + 1),
)
says(
    """The first one multiplies and adds, which is all that the neurons do
    without it.""",
    holds=not bends(lambda x: 3 * x + 1),
)
PAGE.definitions("""
    Add a third hidden neuron $h_3$ to the network in the picture.

    Write the feedforward of a network with a list of hidden neurons and one
    output neuron, however long the list is.

    Collect all of them.

    With which weights can it be done, and with which not?

    Can they ever be negative?

    With which one would the three neurons still be no more than one?

    `3 * x + 1`

    `x ** 2`

    `max(0, x)`

    A straight line only multiplies by a number and adds a number.

    Multiplied out, one neuron is left.
""")
PAGE.opinions("""
    The third is the most common of all in large networks: a single bend is
    enough.
""")
PAGE.judged_elsewhere(
    "tests/exercises/test_exercises.py",
    """
    Each hidden neuron gives `neuron.feedforward(x)`.

    A list of them: `[neuron.feedforward(x) for neuron in hidden]`.

    Make an array of the list with `np.array(…)`, and hand it to `output`.

    Nothing in this code depends on how many hidden neurons there are.
    """,
)
