"""Claims of the chapter on backpropagation."""

import math
from functools import partial
from itertools import pairwise, permutations

from tests.claims.claim import Claims, falls, near, number
from tests.claims.shown import comes_next, lines_of, methods, source
from tests.oracle.facts import (
    ALICE,
    ONES,
    ONES_FACTORS,
    ONES_SLOPES,
    fact,
    follow,
    gears,
)
from tests.oracle.network import (
    NAMES,
    NEURONS,
    chain,
    f,
    factors,
    filled,
    loss,
    predict,
    slope_of_f,
    slopes,
    start,
    sums,
)
from tests.oracle.outputs import OUTPUTS
from tests.oracle.people import inputs, samples

PAGE = Claims("backpropagation/")
says = PAGE.says

NINE = len(NAMES) == number("nine") == len(ONES_SLOPES)
WEIGHTS = [name for name in NAMES if name[0] == "w"]
BIASES = [name for name in NAMES if name[0] == "b"]
NUDGES = (0.1, 0.01, 0.001)
SMALLEST = min(NUDGES)
BEFORE = loss(ONES, [ALICE])
AFTER = loss(ONES | {"w1": 1 + SMALLEST}, [ALICE])
RATIO = (AFTER - BEFORE) / SMALLEST
MOVES = gears(SMALLEST)
CLASS = methods("simplenet/network.py", "OurNeuralNetwork")
CODE = lines_of(CLASS["gradient"])
STARTS = [(start(seed), samples()[seed % 4]) for seed in range(40)]


def change(name, nudge):
    """How far Alice's loss moves when one parameter does."""
    return loss(ONES | {name: ONES[name] + nudge}, [ALICE]) - BEFORE


def loss_over_w1(label, w1):
    """The squared error for Alice's inputs, and any label."""
    return loss(ONES | {"w1": w1}, [(*inputs("Alice"), label)])


def slope(function, x):
    """The slope of a function at x, from two points near it."""
    return (function(x + 1e-5) - function(x - 1e-5)) / 2e-5


# Nine parameters

says(
    "Nudge one parameter, watch the loss, and find the slope in all nine.",
    holds=NINE,
)
says("Nine parameters", holds=NINE)
says(
    """You will find out, for each parameter of the network, in which direction
    to move it so that the loss gets smaller.""",
    holds=all(
        change(name, -math.copysign(1e-3, ONES_SLOPES[name])) < 0
        for name in NAMES
    ),
)
says(
    "Six weights and three biases: nine parameters.",
    holds=NINE
    and len(WEIGHTS) == number("six")
    and len(BIASES) == number("three"),
)
says(
    """The data are given, so the loss, written $L$, depends on the nine
    parameters alone:""",
    holds=NINE,
)
says(
    "Then $n = 1$, and the loss is her squared error:",
    holds=(1 - predict(ONES, *inputs("Alice"))) ** 2 == BEFORE,
)
says(
    """Her label $y_{\\text{true}}$ is #, but the formulas below hold for any
    label.""",
    ALICE[2],
    holds=all(
        near(
            math.prod(factors(ONES, -2, -1, label)[n] for n in chain("w1")),
            slope(partial(loss_over_w1, label), 1),
            1e-8,
        )
        for label in (0, 1, 7)
    ),
)
says(
    "Number the three weighted sums, too, and the network computes",
    holds=len(sums(ONES, *ALICE[:2])) == number("three"),
)

# Nudge one of them

says(
    "Take a network in which all weights are # and all biases #.",
    *(1, 0),
    holds=filled(1, 0) == ONES,
)
says(
    "Should $w_1$ be larger or smaller?",
    holds=change("w1", 0.01) > 0 > change("w1", -0.01),
)
says(
    """Try it: add # to $w_1$, leave everything else as it is, and run the
    network again.""",
    SMALLEST,
)
says(
    "The program also tries larger nudges.",
    holds=lambda: (
        [each.split(":")[0] for each in OUTPUTS["nudge"]()][1:]
        == [f"w1 + {nudge}" for nudge in NUDGES]
    ),
)
says(
    """With the smallest nudge, in the last line, the loss has changed from #
    to #.""",
    *(BEFORE, AFTER),
    holds=lambda: list(OUTPUTS["nudge"]())[-1].startswith(f"w1 + {SMALLEST}"),
)
says(
    "That is little, but so was the nudge.",
    holds=0 < AFTER - BEFORE < SMALLEST < 0.01,
)
says(
    """Divide the change by the nudge, and you get #: the loss moves # times as
    far as $w_1$.""",
    *(RATIO, RATIO),
)
says(
    """Alice's loss for other values of one weight, and the straight line that
    touches the curve where the weight is #.""",
    ONES["w1"],
)
says(
    """This ratio is positive: a larger $w_1$ means a larger loss, so make
    $w_1$ smaller.""",
    holds=RATIO > 0 and change("w1", SMALLEST) > 0 > change("w1", -SMALLEST),
)
says(
    "If it is negative, make $w_1$ larger.",
    holds=all(
        loss(p | {"w1": p["w1"] + 1e-4}, [person]) < loss(p, [person])
        for p, person in STARTS
        if slopes(p, *person)["w1"] < -1e-6
    ),
)
says(
    "The steeper the line, the more the loss gains from the same move.",
    holds=all(
        abs(change(steep, 1e-6)) > abs(change(flat, 1e-6))
        for steep, flat in permutations(NAMES, 2)
        if abs(ONES_SLOPES[steep]) > abs(ONES_SLOPES[flat]) + 1e-9
    ),
)
says(
    "The curve bends, so the ratio depends a little on the nudge.",
    holds=len({math.prod(gears(nudge)) for nudge in NUDGES}) == len(NUDGES),
)
says(
    """The number that it approaches is the slope of the curve at this very
    point, and is called the derivative.""",
    holds=near(math.prod(gears(1e-5)), ONES_SLOPES["w1"], 1e-6),
)
says(
    """The output shows it: the smaller the nudge, the less the ratio
    changes.""",
    holds=falls(
        abs(math.prod(gears(b)) - math.prod(gears(a)))
        for a, b in pairwise((*NUDGES, 1e-4))
    ),
)
says(
    """The loss depends on nine parameters, and only one of them was nudged, so
    this one is a partial derivative.""",
    holds=NINE,
)
says(
    """Drag its box or press an arrow key on it, and watch what moves along:
    $s_1$, then $h_1$, then the sum and the output of $o_1$, and at last the
    loss.""",
    holds=all(MOVES) and len(follow(1)) == 4,
)
says(
    """Remember one sentence: each parameter has a slope, which says how fast
    the loss grows when the parameter does.""",
    holds=all(
        near(change(name, 1e-6) / 1e-6, ONES_SLOPES[name], 1e-6)
        for name in NAMES
    ),
)
says(
    """The rest of this chapter finds all nine slopes at once, without any
    nudge.""",
    holds=NINE,
)
says(
    """A nudge costs one run of the network for each parameter, and what it
    gives is never exact.""",
    holds=all(math.prod(gears(n)) != ONES_SLOPES["w1"] for n in NUDGES),
)

# Follow the nudge through the network

says(
    "The weight $w_1$ does not touch the loss.",
    holds=len(chain("w1")) > 1 and chain("w1")[-1] == "d_h1_d_w1",
)
says(
    """It moves $s_1$; $s_1$ moves $h_1$; $h_1$ moves the prediction; and the
    prediction moves the loss.""",
    holds=all(
        a != b for a, b in zip(follow(1), follow(1 + SMALLEST), strict=True)
    ),
)
says(
    """However far $w_1$ moves, $s_1$ moves # times as far, which is twice as
    far in the other direction.""",
    -2,
    holds=all(near(gears(far)[0], -2, 1e-9) for far in (5, 1, *NUDGES)),
)
says(
    "Then $h_1$ moves # times as far as $s_1$, and so on.",
    MOVES[1],
)
says(
    """Multiply the four ratios, and you have the ratio of the last gear to the
    first: #, the number that the nudge gave.""",
    math.prod(MOVES),
    holds=len(MOVES) == number("four") and near(math.prod(MOVES), RATIO, 1e-9),
)
says(
    """This is the chain rule: a slope over several steps is the product of the
    slopes of the steps.""",
    holds=near(
        slope(lambda x: math.exp(f(x)), 0.7),
        slope(f, 0.7) * slope(math.exp, f(0.7)),
        1e-8,
    ),
)
says(
    """Take the first two gears together, because both belong to the neuron
    $h_1$, and write it down:""",
    holds=near(MOVES[0] * MOVES[1], ONES_FACTORS["d_h1_d_w1"], 1e-3),
)
says(
    """The way of the nudge, read backwards from the loss: one factor for each
    step.""",
    holds=chain("w1") == ["d_L_d_ypred", "d_ypred_d_h1", "d_h1_d_w1"],
)
says(
    """Each factor is a slope, too: the first says how fast the loss grows when
    the prediction does.""",
    holds=near(
        slope(lambda y: (1 - y) ** 2, predict(ONES, *ALICE[:2])),
        ONES_FACTORS["d_L_d_ypred"],
        1e-9,
    ),
)
says(
    "The nudge gave # for it, # for the second and # for the third.",
    *(MOVES[3], MOVES[2], MOVES[0] * MOVES[1]),
)

# The slope of the sigmoid

X = (-3, -1, 2)


def denominator(x):
    return 1 + math.exp(-x)


says(
    """Two of the gears are sigmoids: they turn $s_1$ into $h_1$, and $s_3$
    into the prediction.""",
    holds=follow(1)[1] == f(follow(1)[0])
    and follow(1)[2] == f(sums(ONES, *ALICE[:2])[2]),
)
says(
    "How much a sigmoid passes on depends on where its input is.",
    holds=len({slope_of_f(x) for x in X}) == len(X),
)
says(
    'Its slope at $x$ is written $f\'(x)$, read "f prime of x":',
    holds=all(near(slope(f, x), slope_of_f(x), 1e-9) for x in X),
)
says(
    """Alice's sum in the hidden neuron lies where the sigmoid is flat, her sum
    in the output neuron where it is steep.""",
    holds=slope_of_f(sums(ONES, *ALICE[:2])[0]) < 0.05
    and slope_of_f(sums(ONES, *ALICE[:2])[2]) > 0.24,
)
says(
    "Once $f(x)$ is known, its slope costs one multiplication:",
    holds=source("simplenet/activation.py").count(" * ") == 1
    and all(near(slope(f, x), f(x) * (1 - f(x)), 1e-9) for x in X),
)
says(
    "The sigmoid is two gears in a row.",
    holds=all(near(f(x), 1 / denominator(x), 1e-15) for x in X),
)
says(
    "The first is its denominator, $1 + e^{-x}$.",
    holds=denominator(1.3) == 1 + math.exp(-1.3),
)
says(
    """What is special about the number $e$ is that $e^x$ grows as fast as it
    is high; $e^{-x}$ falls as fast as it is high, so the slope of the first
    gear is $-e^{-x}$.""",
    holds=all(
        near(slope(math.exp, x), math.exp(x), 1e-7)
        and near(slope(denominator, x), -math.exp(-x), 1e-7)
        for x in X
    ),
)
says(
    """The second gear divides # by the denominator, and the slope of that is
    minus # divided by the square of the denominator.""",
    *(1, 1),
    holds=all(
        near(slope(lambda x: 1 / x, x), -1 / x**2, 1e-9) for x in (2, 7)
    ),
)
says(
    """Multiply the two, and the minus signs cancel: that is the first
    fraction.""",
    holds=all(
        near(-math.exp(-x) * -1 / denominator(x) ** 2, slope(f, x), 1e-9)
        for x in X
    ),
)
says(
    "The last step uses $1 - f(x) = \\frac{e^{-x}}{1 + e^{-x}}$.",
    holds=all(near(1 - f(x), math.exp(-x) / denominator(x), 1e-15) for x in X),
)

# Work it out for Alice

says(
    "Now take the three factors one by one.",
    holds=len(chain("w1")) == number("three"),
)
says(
    "Alice's shifted measurements are $x_1 = −2$ and $x_2 = −1$.",
    holds=inputs("Alice") == (-2, -1),
)
says(
    """A prediction of # favours neither label: these parameters know nothing
    yet.""",
    predict(ONES, *ALICE[:2]),
    holds=near(predict(ONES, *ALICE[:2]), 0.5, 0.05),
)
says(
    """When the side grows a little, the square gains a strip along two of its
    sides: its area grows twice the side times as fast.""",
    holds=number("two") == 2
    and near(slope(lambda side: side**2, 3), 2 * 3, 1e-6),
)
says(
    """And when the prediction grows, the error $y_{\\text{true}} -
    y_{\\text{pred}}$ shrinks by as much, which is what the minus sign
    says:""",
    holds=near(slope(lambda y_pred: 1 - y_pred, 0.3), -1, 1e-9),
)


def passed_on(w5):
    """How far s3 moves for each unit that h1 moves, then the prediction."""
    h1, step = 0.3, 1e-6
    one, two = (w5 * h + 0.2 for h in (h1, h1 + step))
    return (two - one) / step, (f(two) - f(one)) / step, slope_of_f(one)


says(
    """Before $h_1$ reaches the sum $s_3$ it is multiplied by $w_5$, so the sum
    moves $w_5$ times as far.""",
    holds=all(near(passed_on(w5)[0], w5, 1e-6) for w5 in (-2, 1, 3)),
)
says(
    "The sigmoid passes on $f'(s_3)$ of that:",
    holds=all(
        near(both, w5 * of_f, 1e-5)
        for w5 in (-2, 1, 3)
        for _, both, of_f in [passed_on(w5)]
    ),
)
says(
    "Before $w_1$ reaches the sum $s_1$ it is multiplied by $x_1$:",
    holds=all(
        near(
            sums(p | {"w1": p["w1"] + 1}, *x[:2])[0] - sums(p, *x[:2])[0],
            x[0],
            1e-9,
        )
        for p, x in STARTS
    ),
)
says(
    "With Alice's numbers the three factors are",
    holds=len(chain("w1")) == number("three"),
)
says(
    "and their product is the slope in $w_1$:",
    holds=near(
        math.prod(ONES_FACTORS[name] for name in chain("w1")),
        ONES_SLOPES["w1"],
        1e-15,
    ),
)
says(
    "As the nudge shrinks, the two agree:",
    holds=falls(abs(math.prod(gears(n)) - ONES_SLOPES["w1"]) for n in NUDGES)
    and near(math.prod(gears(1e-4)), ONES_SLOPES["w1"], 1e-5),
)
says(
    "The slope is positive, so to lower the loss, $w_1$ must shrink.",
    holds=ONES_SLOPES["w1"] > 0 > change("w1", -0.1),
)
says(
    """Alice's $x_1$ is negative, so a smaller $w_1$ makes $s_1$, and with it
    $h_1$ and the prediction, larger: nearer to her label.""",
    holds=ALICE[0] < 0
    and all(a < b for a, b in zip(follow(1)[:3], follow(0.9)[:3], strict=True))
    and follow(1)[2] < follow(0.9)[2] < ALICE[2],
)

# The other eight

says("The other eight", holds=len(NAMES) - 1 == number("eight"))
says(
    "Each parameter has its own way to the loss:",
    holds=len({tuple(chain(name)) for name in NAMES}) == len(NAMES),
)


def go_through(neuron, count):
    """The parameters whose chain has so many factors, one of a neuron."""
    return [
        name
        for name in NAMES
        if len(chain(name)) == number(count)
        and (neuron == "o1" or chain(name)[1] == f"d_ypred_d_{neuron}")
    ]


says(
    "$w_1$, $w_2$ and $b_1$ act through $h_1$: three factors.",
    holds=go_through("h1", "three") == ["w1", "w2", "b1"],
)
says(
    "$w_3$, $w_4$ and $b_2$ act through $h_2$: three factors.",
    holds=go_through("h2", "three") == ["w3", "w4", "b2"],
)
says(
    "$w_5$, $w_6$ and $b_3$ act on $o_1$ directly: two factors.",
    holds=go_through("o1", "two") == ["w5", "w6", "b3"],
)


def last_factors(p, x1, x2, label):
    """Of each parameter: the last factor, over the slope of its neuron."""
    found = factors(p, x1, x2, label)
    steep = dict(zip(NEURONS, sums(p, x1, x2), strict=True))
    return {
        name: found[chain(name)[-1]] / slope_of_f(steep[neuron])
        for neuron, names in NEURONS.items()
        for name in names
    }


def carried(p, x1, x2, label):
    """What each weight multiplies."""
    h1, h2 = map(f, sums(p, x1, x2)[:2])
    return dict(zip(WEIGHTS, (x1, x2, x1, x2, h1, h2), strict=True))


says(
    """The last factor of a weight carries the input that the weight
    multiplies.""",
    holds=all(
        near(last_factors(ONES, *ALICE)[name], value, 1e-12)
        for name, value in carried(ONES, *ALICE).items()
    ),
)
says(
    "A bias multiplies nothing, so its last factor is $f'$ alone.",
    holds=all(near(last_factors(ONES, *ALICE)[b], 1, 1e-12) for b in BIASES),
)
says(
    """Here are all twelve factors: the formula, the line of code that computes
    it, and its value for Alice.""",
    holds=len(ONES_FACTORS) == number("twelve"),
)
says(
    """In the code, `d_ypred_d_h1` stands for $\\frac{\\partial
    y_{\\text{pred}}}{\\partial h_1}$, and `slope_h1`, `slope_h2` and
    `slope_o1` are $f'$ at the weighted sums $s_1$, $s_2$ and $s_3$.""",
    holds={f"slope_{name} = deriv_sigmoid(sum_{name})" for name in NEURONS}
    <= set(CODE),
)
says(
    "The method starts with a pass forward:",
    holds=[line.split(" = ")[0] for line in CODE[:7]]
    == ["x1, x2", "sum_h1", "sum_h2", "h1", "h2", "sum_o1", "y_pred"],
)
says(
    """The lines are those of a method named `gradient`, in a class that the
    next chapter shows whole; `self.w1` is the network's $w_1$.""",
    holds=comes_next("backpropagation") == "training"
    and "network.py:OurNeuralNetwork" in source("docs/training.md")
    and set(ONES_FACTORS) <= {line.split(" = ")[0] for line in CODE},
)
says(
    """Multiplied, they give the nine slopes, which together are called the
    gradient of the loss:""",
    holds=NINE
    and all(
        near(math.prod(ONES_FACTORS[n] for n in chain(name)), value, 1e-15)
        for name, value in ONES_SLOPES.items()
    ),
)
says(
    "One pass forward and one pass backward give all nine slopes.",
    holds=NINE,
)
says(
    """The first factor is worked out once and serves all of them, and what
    belongs to $o_1$ serves both hidden neurons.""",
    holds={chain(name)[0] for name in NAMES} == {"d_L_d_ypred"}
    and {
        f"d_ypred_d_{h} = self.{w} * slope_o1"
        for h, w in (("h1", "w5"), ("h2", "w6"))
    }
    <= set(CODE),
)
says("Are all nine right?", holds=NINE)
says(
    "Check the gradient tests them at # random states.",
    fact("central_difference.states"),
)

# Recap

says(
    """The slope in a parameter is the change of the loss divided by a tiny
    nudge of that parameter.""",
    holds=all(
        near(change(n, 1e-7) / 1e-7, ONES_SLOPES[n], 1e-6) for n in NAMES
    ),
)
says(
    "Its sign says which way to move: against the slope.",
    holds=all(
        change(name, -0.01 * slope) < 0 < change(name, 0.01 * slope)
        for name, slope in ONES_SLOPES.items()
    ),
)

says(
    """The chain rule makes it a product with one factor for each step between
    the parameter and the loss.""",
    holds=[len(chain(name)) for name in ("w1", "b3")] == [3, 2],
)
says("Backpropagation finds all slopes in one pass backwards.", holds=NINE)
PAGE.definitions("""
    Label every weight and every bias of the network:

    To keep everything short, pretend there is only Alice in the data.

    It is written $\\frac{\\partial L}{\\partial w_1}$, with a round d, and
    read "the slope of the loss with respect to $w_1$".

    For short we say: the slope in $w_1$.

    In a picture this ratio is a slope:

    Forward, the network gives

    Think of the error as the side of a square.

    Each turns the next like a gear.

    So look at one gear at a time, and divide what it moved by what the gear
    before it moved:

    Computing slopes in this way, backwards from the loss and reusing what is
    already known, is called backpropagation.

    From the prediction to the loss.

    From $h_1$ to the prediction.

    From $w_1$ to $h_1$.
""")
PAGE.opinions("""
    No calculus needed.

    You need no calculus.

    Nudge one of them

    Move $w_1$ yourself.

    The playground has more of this.

    All that is missing is a formula for each.

    Work it out for Alice

    The same once more.
""")
PAGE.judged_elsewhere(
    "tests/oracle/test_outputs.py and test_tables.py",
    """
    The same in Python, with all digits:

    Here is each of these numbers beside what a nudge gives.
    """,
)

# Exercises
says(
    "Alice's label is #, and the network predicts # for her.",
    1,
    fact("backpropagation.y_pred"),
)
says(
    "Is the slope of her loss in $b_3$ positive or negative?",
    holds=ONES_SLOPES["b3"] != 0,
)
says("It is #.", ONES_SLOPES["b3"])
says(
    "A larger $b_3$ raises the prediction.",
    holds=predict(ONES | {"b3": 0.1}, *ALICE[:2]) > predict(ONES, *ALICE[:2]),
)
says(
    "That is nearer to Alice's label, so the loss falls: a negative slope.",
    holds=loss(ONES | {"b3": 0.1}, [ALICE]) < loss(ONES, [ALICE])
    and ONES_SLOPES["b3"] < 0,
)
says(
    "Two factors are enough for $w_5$.",
    holds=len(chain("w5")) == number("two"),
)
PAGE.definitions("""
    Write the division of this section for any function of one number: how fast
    does `loss_of` change at `w`?

    `loss_of(w + nudge)` is the value after the nudge.

    How far has the value moved from `loss_of(w)`?

    Nobody has shown you the slope in $b_3$ yet, the bias of $o_1$.

    positive

    negative

    exactly zero

    Nudge $b_3$ up in your head: does the prediction rise or fall?

    Does that bring it nearer to the label, and so the loss down?

    Write the last line: the slope of the loss in $w_5$.

    The way of `w5`: it moves `sum_o1`, that moves `y_pred`, and that moves
    the loss.
""")
PAGE.opinions("""
    It works for every function that a program can compute, and needs to know
    nothing about it.

    It costs one more run each time.
""")
PAGE.judged_elsewhere(
    "tests/exercises/test_exercises.py",
    """
    From the prediction to the loss: `-2 * (y_true - y_pred)`.

    From $w_5$ to the prediction: `h1 * deriv_sigmoid(sum_o1)`.

    Change `h1` to `h2`, and you have the slope in $w_6$.

    Leave it out, and you have the slope in $b_3$.
    """,
)
