"""Claims of the chapter on backpropagation."""

import math

from tests.claims.claim import Claims, near, number
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
    loss,
    slope_of_f,
)
from tests.oracle.people import inputs

PAGE = Claims("backpropagation/")
says = PAGE.says

nine = len(NAMES) == number("nine")
weights = [name for name in NAMES if name[0] == "w"]
biases = [name for name in NAMES if name[0] == "b"]
moves = gears(0.001)
before, after = loss(ONES, [ALICE]), loss(ONES | {"w1": 1.001}, [ALICE])


def ratio(nudge):
    return math.prod(gears(nudge))


for sentence in (
    "Nudge one parameter, watch the loss, and find the slope in all nine.",
    "Nine parameters",
    """The data are given, so the loss, written $L$, depends on the nine
    parameters alone:""",
    """The loss depends on nine parameters, and only one of them was nudged, so
    this one is a partial derivative.""",
    """The rest of this chapter finds all nine slopes at once, without any
    nudge.""",
    """Multiplied, they give the nine slopes, which together are called the
    gradient of the loss:""",
    "One pass forward and one pass backward give all nine slopes.",
    "Are all nine right?",
):
    says(sentence, holds=nine)
says(
    "Six weights and three biases: nine parameters.",
    holds=nine
    and len(weights) == number("six")
    and len(biases) == number("three"),
)
says(
    """Her label $y_{\\text{true}}$ is #, but the formulas below hold for any
    label.""",
    ALICE[2],
)
says(
    "Number the three weighted sums, too, and the network computes",
    holds=len(NEURONS) == number("three"),
)
says(
    "Take a network in which all weights are # and all biases #.",
    ONES["w1"],
    ONES["b1"],
)
says(
    """Try it: add # to $w_1$, leave everything else as it is, and run the
    network again.""",
    0.001,
)
says(
    """With the smallest nudge, in the last line, the loss has changed from #
    to #.""",
    before,
    after,
)
says(
    """Divide the change by the nudge, and you get #: the loss moves # times as
    far as $w_1$.""",
    (after - before) / 0.001,
    (after - before) / 0.001,
)
says(
    """Alice's loss for other values of one weight, and the straight line that
    touches the curve where the weight is #.""",
    ONES["w1"],
)
says(
    """This ratio is positive: a larger $w_1$ means a larger loss, so make
    $w_1$ smaller.""",
    holds=after > before > follow(0.999)[-1],
)
says(
    "If it is negative, make $w_1$ larger.",
    holds=ONES_SLOPES["w5"] < 0
    and loss(ONES | {"w5": 1.001}, [ALICE]) < before,
)
says(
    """The output shows it: the smaller the nudge, the less the ratio
    changes.""",
    holds=abs(ratio(0.1) - ratio(0.01)) > abs(ratio(0.01) - ratio(0.001)),
)
says(
    """However far $w_1$ moves, $s_1$ moves # times as far, which is twice as
    far in the other direction.""",
    moves[0],
    holds=near(moves[0], inputs("Alice")[0], 1e-9) and moves[0] < 0,
)
says(
    "Then $h_1$ moves # times as far as $s_1$, and so on.",
    moves[1],
)
says(
    """Multiply the four ratios, and you have the ratio of the last gear to the
    first: #, the number that the nudge gave.""",
    math.prod(moves),
    holds=len(moves) == number("four")
    and near(math.prod(moves), (after - before) / 0.001, 1e-9),
)
says(
    "The nudge gave # for it, # for the second and # for the third.",
    moves[3],
    moves[2],
    moves[0] * moves[1],
)
says(
    """Alice's sum in the hidden neuron lies where the sigmoid is flat, her sum
    in the output neuron where it is steep.""",
    holds=slope_of_f(-3) < 0.05 and slope_of_f(2 * f(-3)) > 0.24,
)
says(
    """What is special about the number $e$ is that $e^x$ grows as fast as it
    is high; $e^{-x}$ falls as fast as it is high, so the slope of the first
    gear is $-e^{-x}$.""",
    holds=near((math.exp(2.001) - math.exp(1.999)) / 0.002, math.exp(2), 1e-5),
)
says(
    """The second gear divides # by the denominator, and the slope of that is
    minus # divided by the square of the denominator.""",
    1,
    1,
    holds=near((1 / 3.001 - 1 / 2.999) / 0.002, -1 / 3**2, 1e-6),
)
says(
    "The last step uses $1 - f(x) = \\frac{e^{-x}}{1 + e^{-x}}$.",
    holds=near(1 - f(1.3), math.exp(-1.3) / (1 + math.exp(-1.3)), 1e-15),
)
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
    f(2 * f(-3)),
    holds=near(f(2 * f(-3)), 0.5, 0.05),
)
says(
    """When the side grows a little, the square gains a strip along two of its
    sides: its area grows twice the side times as fast.""",
    holds=near((3.001**2 - 3**2) / 0.001, 2 * 3, 0.01),
)
says(
    """And when the prediction grows, the error $y_{\\text{true}} -
    y_{\\text{pred}}$ shrinks by as much, which is what the minus sign
    says:""",
    holds=ONES_FACTORS["d_L_d_ypred"] == -2 * (1 - f(2 * f(-3))),
)
says(
    """With Alice's numbers the three factors are""",
    holds=len(chain("w1")) == number("three"),
)
says(
    "As the nudge shrinks, the two agree:",
    holds=abs(ratio(0.001) - ONES_SLOPES["w1"])
    < abs(ratio(0.1) - ONES_SLOPES["w1"]) / 50,
)
says(
    "The slope is positive, so to lower the loss, $w_1$ must shrink.",
    holds=ONES_SLOPES["w1"] > 0 and follow(0.9)[-1] < before,
)
says(
    """Alice's $x_1$ is negative, so a smaller $w_1$ makes $s_1$, and with it
    $h_1$ and the prediction, larger: nearer to her label.""",
    holds=inputs("Alice")[0] < 0
    and all(a > b for a, b in zip(follow(0.9)[:2], follow(1)[:2], strict=True))
    and follow(0.9)[-1] < follow(1)[-1],
)
says("The other eight", holds=len(NAMES) - 1 == 8)
for names, neuron, count in (
    (("w1", "w2", "b1"), "h1", 3),
    (("w3", "w4", "b2"), "h2", 3),
):
    symbols = [f"${name[0]}_{name[1]}$" for name in names]
    says(
        f"{symbols[0]}, {symbols[1]} and {symbols[2]} act through "
        f"$h_{neuron[1]}$: three factors.",
        holds=all(
            neuron in chain(name)[1] and len(chain(name)) == count
            for name in names
        ),
    )
says(
    "$w_5$, $w_6$ and $b_3$ act on $o_1$ directly: two factors.",
    holds=all(len(chain(name)) == 2 for name in ("w5", "w6", "b3")),
)
says(
    """A bias multiplies nothing, so its last factor is $f'$ alone.""",
    holds=ONES_FACTORS["d_h1_d_b1"] == slope_of_f(-3)
    and ONES_FACTORS["d_ypred_d_b3"] == slope_of_f(2 * f(-3)),
)
says(
    """The last factor of a weight carries the input that the weight
    multiplies.""",
    holds=ONES_FACTORS["d_h1_d_w2"] == ALICE[1] * slope_of_f(-3),
)
says(
    """Here are all twelve factors: the formula, the line of code that computes
    it, and its value for Alice.""",
    holds=len(ONES_FACTORS) == number("twelve"),
)
says(
    """The first factor is worked out once and serves all of them, and what
    belongs to $o_1$ serves both hidden neurons.""",
    holds={chain(name)[0] for name in NAMES} == {"d_L_d_ypred"},
)
says(
    "Check the gradient tests them at # random states.",
    fact("check_states"),
)
says(
    "Backpropagation finds all slopes in one pass backwards.",
    holds=len(ONES_SLOPES) == number("nine"),
)
PAGE.definitions("""
    Label every weight and every bias of the network:

    To keep everything short, pretend there is only Alice in the data.

    Then $n = 1$, and the loss is her squared error:

    It is written $\\frac{\\partial L}{\\partial w_1}$, with a round d, and
    read "the slope of the loss with respect to $w_1$".

    For short we say: the slope in $w_1$.

    Remember one sentence: each parameter has a slope, which says how fast the
    loss grows when the parameter does.

    The weight $w_1$ does not touch the loss.

    It moves $s_1$; $s_1$ moves $h_1$; $h_1$ moves the prediction; and the
    prediction moves the loss.

    The way of the nudge, read backwards from the loss: one factor for each
    step.

    Each factor is a slope, too: the first says how fast the loss grows when
    the prediction does.

    Two of the gears are sigmoids: they turn $s_1$ into $h_1$, and $s_3$ into
    the prediction.

    Its slope at $x$ is written $f'(x)$, read "f prime of x":

    Multiply the two, and the minus signs cancel: that is the first fraction.

    Before $h_1$ reaches the sum $s_3$ it is multiplied by $w_5$, so the sum
    moves $w_5$ times as far.

    The sigmoid passes on $f'(s_3)$ of that:

    Before $w_1$ reaches the sum $s_1$ it is multiplied by $x_1$:

    Each parameter has its own way to the loss:

    In the code, `d_ypred_d_h1` stands for $\\frac{\\partial
    y_{\\text{pred}}}{\\partial h_1}$, and `slope_h1`, `slope_h2` and
    `slope_o1` are $f'$ at the weighted sums $s_1$, $s_2$ and $s_3$.

    The lines are those of a method named `gradient`, in a class that the next
    chapter shows whole; `self.w1` is the network's $w_1$.
""")
PAGE.opinions("""
    No calculus needed.

    You will find out, for each parameter of the network, in which direction
    to move it so that the loss gets smaller.

    You need no calculus.

    Nudge one of them

    Should $w_1$ be larger or smaller?

    The program also tries larger nudges.

    The steeper the line, the more the loss gains from the same move.

    Move $w_1$ yourself.

    Drag its box or press an arrow key on it, and watch what moves along:
    $s_1$, then $h_1$, then the sum and the output of $o_1$, and at last the
    loss.

    The playground has more of this.

    A nudge costs one run of the network for each parameter, and what it gives
    is never exact.

    Each turns the next like a gear.

    So look at one gear at a time, and divide what it moved by what the gear
    before it moved:

    Take the first two gears together, because both belong to the neuron
    $h_1$, and write it down:

    All that is missing is a formula for each.

    Once $f(x)$ is known, its slope costs one multiplication:

    The sigmoid is two gears in a row.

    The first is its denominator, $1 + e^{-x}$.

    Work it out for Alice

    From $h_1$ to the prediction.

    From $w_1$ to $h_1$.

    The same once more.

    and their product is the slope in $w_1$:

    The same in Python, with all digits:

    Here is each of these numbers beside what a nudge gives.

    The chain rule makes it a product with one factor for each step between
    the parameter and the loss.
""")
