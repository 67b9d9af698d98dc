"""Claims of the page that checks the gradient in three ways."""

import math

from tests.claims.claim import Claims, near, number
from tests.oracle.exercises import one_sided
from tests.oracle.facts import ALICE, ONES, ONES_SLOPES, fact
from tests.oracle.network import NAMES, loss, start, trained

PAGE = Claims("beyond/check-the-gradient/")
says = PAGE.says

METHODS = ("central differences", "complex steps", "dual numbers")


def error_of(delta, name="w1"):
    """How far a central difference of Alice's loss is from the slope."""
    above = loss(ONES | {name: ONES[name] + delta}, [ALICE])
    below = loss(ONES | {name: ONES[name] - delta}, [ALICE])
    return abs((above - below) / (2 * delta) - ONES_SLOPES[name])


def last_loss(wrong):
    return trained(start(157), wrong=wrong)[1][-1]


says(
    """Three ways to find out whether a derivative is right, each a short
    program.""",
    holds=len(METHODS) == number("three"),
)
says(
    """You will test the nine slopes that backpropagation gives, with three
    methods that know nothing of backpropagation, and see how far each can be
    trusted.""",
    holds=len(NAMES) == number("nine") and len(METHODS) == number("three"),
)
says(
    """In eight of nine cases the network learns all the same: the other
    parameters make up for it.""",
    holds=sum(last_loss(name) < 0.01 for name in NAMES) == number("eight")
    and len(NAMES) == number("nine"),
)
says(
    "Only a wrong $b_3$ ruins it, with a last loss of #.",
    last_loss("b3"),
    holds=max(last_loss(name) for name in NAMES if name != "b3") < 0.01,
)
says(
    """No error message tells you of the other mistakes, and the losses look
    harmless.""",
    holds=max(last_loss(name) for name in NAMES if name != "b3") < 0.005,
)
says(
    """The first number is the slope in $w_1$ that we worked out for Alice,
    #.""",
    ONES_SLOPES["w1"],
)
says(
    """The list below it shows, for each step size, the largest error among the
    nine slopes.""",
    holds=len(ONES_SLOPES) == number("nine"),
)
says(
    "Smaller steps are better, but only up to a point.",
    holds=error_of(1e-1) > error_of(1e-3) and error_of(1e-9) > error_of(1e-5),
)
says(
    "The figure shows two mistakes that pull in opposite directions.",
    holds=error_of(1e-1) > error_of(1e-2) and error_of(1e-12) > error_of(1e-8),
)
says(
    """A step ten times smaller makes this error a hundred times smaller: it
    shrinks like $\\delta^2$.""",
    holds=90 < error_of(0.01) / error_of(0.001) < 110,
)
says(
    "A loss is stored with about sixteen digits.",
    holds=round(-math.log10(2.0**-53)) == number("sixteen"),
)
says(
    """Dividing by a tiny $\\delta$ makes the lost digits count: this error
    grows like $\\frac{1}{\\delta}$.""",
    holds=10 < error_of(1e-13, "b3") / error_of(1e-9, "b3") < 1e7,
)
says(
    "In between lies the best step, here δ = # with an error of #.",
    1e-5,
    fact("central_best_error"),
)
says(
    "At δ = # the error is #, as large as some of the slopes themselves.",
    1e-15,
    fact("central_difference.errors[-1]"),
    holds=min(map(abs, ONES_SLOPES.values()))
    < fact("central_difference.errors[-1]").high,
)
says(
    "Even the best step loses about a third of the digits.",
    holds=10 <= -math.log10(fact("central_best_error").high) <= 12,
)
says(
    """The error still shrinks like $\\delta^2$, but now the step can be as
    small as #, which makes this error far smaller than the last digit.""",
    fact("complex_step.delta"),
    holds=fact("complex_step.delta") ** 2 < 1e-50,
)
says(
    "The largest disagreement in # random networks is #.",
    fact("central_difference.states"),
    fact("complex_step.worst"),
)
says(
    "That is rounding in the last digit, on either side.",
    holds=fact("complex_step.worst").high < 100 * 2.0**-53,
)
says(
    """One pass gives the slope in one parameter, so nine parameters take nine
    passes.""",
    holds=len(NAMES) == number("nine"),
)
says(
    "With nine parameters the difference is small.",
    holds=len(NAMES) == number("nine"),
)
says(
    """Each program drew the same # random networks, each with random inputs
    and a random label, and compared all nine slopes:""",
    fact("central_difference.states"),
    holds=len(NAMES) == number("nine"),
)
says(
    """Complex steps and dual numbers agree with `gradient` to the last digit
    or two.""",
    holds=fact("complex_step.worst").high < 1e-14,
)
says(
    "So the nine formulas are right, and so is the code.",
    holds=len(ONES_SLOPES) == number("nine"),
)
says(
    "Central differences have a best step size; smaller is not better.",
    holds=error_of(1e-5) < min(error_of(1e-2), error_of(1e-10)),
)
PAGE.definitions("""
    Why check at all

    Turn the sign of one slope around, so that its parameter always moves the
    wrong way, and train as before:

    Write $L(w_1)$ for the loss as a function of $w_1$ alone, go a small step
    $\\delta$ (delta) to both sides, and divide the difference of the losses by
    the distance between the two points:

    It needs nothing but `feedforward`:

    How small should the step be?

    At the right, the steps are long.

    At the left, the computer rounds.

    A complex number has two parts, a real one and an imaginary one, which is a
    multiple of the imaginary unit $i$; and $i$ times $i$ is $-1$.

    So step not to the right but in the direction of $i$.

    For a small $\\delta$, the loss there is

    Let each number carry its slope with it: a dual number $a + p \\varepsilon$
    has the value $a$ and the slope $p$.

    The symbol $\\varepsilon$ (epsilon) stands for something so small that its
    square is #.

    To ask for the slope in $w_1$, it makes $w_1$ a dual number with the slope
    #; all others are plain numbers, whose slope is #:

    Backpropagation is the reverse mode of the same idea: it starts at the
    loss, and one pass backwards gives all slopes together.
""")
PAGE.opinions("""
    Over such a distance the loss does not change evenly, so its average slope
    is not the slope in the middle.

    Two losses that are almost equal share most of them, and their difference
    keeps only the few that are left.

    There is a way without one.

    Nothing is subtracted, so nothing is lost:

    The program runs the very `feedforward` of the tutorial: its sums, products
    and exponential function mean the same for complex numbers.

    The third method takes no step at all.

    Teach a class these rules for $+$, $\\cdot$, division and the exponential
    function, and any formula made of them differentiates itself.

    The program does not contain the derivative of the sigmoid, nor any other
    line of backpropagation; it, too, runs the tutorial's own `feedforward`.

    With a million it decides whether you can train at all, which is why
    libraries such as PyTorch and JAX use the reverse mode.

    Compare them all

    Central differences are the tool for every day: they need no change to the
    code, and a mistake in a formula is far larger than their own error.

    Compare every derivative that you write by hand with one that you measure.

    Complex steps and dual numbers have no such limit.

    Put a mistake into `gradient`, for example a `+` for the `-` in
    `d_L_d_ypred`.

    Which of the three programs notice?
""")

# Exercises
WRONG = [last_loss(name) for name in NAMES]
says("Train nine networks.", holds=len(WRONG) == number("nine"))
says(
    "In each of the nine networks eight parameters still go downhill.",
    holds=len(NAMES) - 1 == number("eight"),
)
says(
    "The eight gain more than the ninth loses, in all cases but one.",
    holds=sum(each < 0.01 for each in WRONG) == len(NAMES) - 1,
)


def of_square(delta):
    """The one-sided and the central difference of w² at 1."""
    above, below = (1 + delta) ** 2, (1 - delta) ** 2
    return (above - 1) / delta, (above - below) / (2 * delta)


says(
    """Try it on a curve that you can work out: $w^2$, whose slope at # is
    #.""",
    1,
    2,
    holds=near(of_square(1e-6)[0], 2, 1e-5),
)
says(
    "$(1 + \\delta)^2$ is $1 + 2 \\delta + \\delta^2$.",
    holds=near((1 + 0.25) ** 2, 1 + 2 * 0.25 + 0.25**2, 1e-15),
)
says("Take # away, and divide by $\\delta$.", 1)
says(
    """For $w^2$ at # the one-sided difference is $2 + \\delta$, so its error
    is $\\delta$ itself: a tenth of the step, a tenth of the error.""",
    1,
    holds=near(of_square(0.25)[0], 2.25, 1e-12)
    and 9 < one_sided(0.01) / one_sided(0.001) < 11,
)
says(
    """The central difference gives exactly # there, since its two sides err by
    as much in opposite directions.""",
    2,
    holds=near(of_square(0.25)[1], 2, 1e-12),
)
says(
    """Four products come out: `a * b` without ε, `a * q` and `p * b` with one
    ε, and `p * q` with two.""",
    holds=(2 + 3j) * (5 + 7j) == 2 * 5 + 2 * 7j + 3j * 5 + 3j * 7j,
)
PAGE.definitions("""
    In each of them the slope of another parameter has the wrong sign, so that
    this parameter goes uphill in every step.

    How many of the nine learn all the same?

    none

    about half

    all but one

    The loss falls if what these eight gain is more than what the ninth loses.

    The program below shows which one.

    Save a run of the network: divide $L(w_1 + \\delta) - L(w_1)$ by
    $\\delta$.

    At the right of the figure, what does a step ten times smaller make of the
    error of this one-sided difference?

    it is as large as before

    ten times smaller

    a hundred times smaller

    Write the formula above for any function of one number.

    Multiply $a + p \\varepsilon$ by $b + q \\varepsilon$ on paper, and leave
    out what contains $\\varepsilon$ twice.

    The value is what has no $\\varepsilon$.

    The slope is what stands before one.
""")
PAGE.opinions("""
    The second run is well spent.
""")
PAGE.judged_elsewhere(
    "tests/exercises/test_exercises.py",
    """
    Python writes $i$ as `1j`, and `z.imag` is the imaginary part of a number
    `z`.

    The place beside `w` is `w + delta * 1j`.

    What `loss_of` gives there is a complex number.

    Take its `.imag`.

    Divide that by `delta`.

    The last line begins with `return a * b,` and the slope follows.
    """,
)
