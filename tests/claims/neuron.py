"""Claims of the chapter on one neuron."""

import math

import numpy as np

from tests.claims.claim import Claims, near, number, rises
from tests.claims.network import is_one_neuron
from tests.claims.shown import (
    arguments,
    comes_next,
    definition,
    lines_of,
    methods,
    programs,
    source,
)
from tests.oracle.network import INPUTS, f, slope_of_f
from tests.oracle.outputs import OUTPUTS

PAGE = Claims("neuron/")
says = PAGE.says

TWO = len(INPUTS) == number("two")
CLASS = methods("simplenet/neuron.py", "Neuron")
SIGMOID = definition("simplenet/activation.py", "sigmoid")

says(
    """You will build the basic unit of every neural network, run it on two
    numbers, and check its answer by hand.""",
    holds=TWO,
)
says(
    "This one has two inputs, $x_1$ and $x_2$.",
    holds=TWO,
)
says(
    """A neuron: two numbers go in on the left, one comes out on the right.
    """,
    holds=TWO,
)
says(
    """A common choice for $f$ is the sigmoid, which squashes any number into
    the range between # and #:""",
    0,
    1,
    holds=0 < f(-700) < f(-30) < f(30) < 1,
)
says(
    """Here $e$ is a fixed number, #…, and $e^{-x}$ is that number raised to
    the power $-x$.""",
    math.e,
    holds=near(f(2), 1 / (1 + math.e**-2), 1e-15),
)
says(
    "The sigmoid rises from almost # to almost #.",
    0,
    1,
    holds=near(f(-8), 0, 1e-3)
    and near(f(8), 1, 1e-3)
    and rises(map(f, range(-8, 9))),
)
says(
    "It is steep in the middle and flat at both ends.",
    holds=slope_of_f(0) == 0.25
    and slope_of_f(8) < 0.001
    and slope_of_f(-8) < 0.001,
)
says(
    "In Python the formula is one line.",
    holds=len(lines_of(SIGMOID)) == number("one"),
)
says(
    """`np` is NumPy, the library that does the arithmetic in this tutorial, on
    single numbers and on arrays, which are rows of numbers.""",
    holds="import numpy as np" in source("simplenet/activation.py"),
)
says(
    "`np.exp(-x)` is its $e^{-x}$.",
    holds=near(np.exp(-2), math.e**-2, 1e-15)
    and "np.exp(-x)" in lines_of(SIGMOID)[0],
)
says(
    "Try it on small and large numbers:",
    holds=[each.split(" = ")[0] for each in OUTPUTS["sigmoid"]()][::3]
    == ["sigmoid(-100)", "sigmoid(0)", "sigmoid(100)"],
)
says(
    """`simplenet` is the package that holds the code of these pages, and `from
    simplenet import sigmoid` fetches the function above out of it.""",
    holds="from simplenet import sigmoid\n" in programs()["sigmoid"],
)
says(
    "A large negative input gives almost #, a large positive one almost #.",
    0,
    1,
    holds=near(f(-100), 0, 1e-12) and near(f(100), 1, 1e-12),
)
says(
    """(Python writes very small numbers with an `e`: `e-05` at the end means
    "with the decimal point five places further left".) In mathematics the
    sigmoid never reaches either end.""",
    holds=f"{4.53979e-05}".endswith("e-05")
    and near(1e-05 * 10 ** number("five"), 1, 1e-12)
    and f(-700) > 0,
)
says(
    """A computer keeps only about sixteen digits of a number, so it rounds
    $f(100)$ to #.""",
    1,
    holds=f(100) == 1 and round(-math.log10(2.0**-53)) == number("sixteen"),
)
says(
    """Being between # and # makes an output easy to read, but that is not the
    reason.""",
    0,
    1,
)
says(
    """Without an activation function, a network of any size could compute
    nothing that a single neuron cannot.""",
    holds=all(
        is_one_neuron(sizes) for sizes in ((2, 2, 1), (2, 9, 1), (2, 5, 5, 1))
    ),
)
says("The next chapter shows why.", holds=comes_next("neuron") == "network")
says(
    "The class `Neuron` keeps its weights and its bias.",
    holds=lines_of(CLASS["__init__"])
    == ["self.weights = weights", "self.bias = bias"],
)
says(
    "Weights and inputs are arrays.",
    holds=programs()["neuron"].count("np.array(") == number("two"),
)
says(
    """Its method `feedforward` passes inputs forward to an output, which is
    where the name comes from.""",
    holds=arguments(CLASS["feedforward"]) == ["self", "inputs"],
)
says(
    "`np.dot` multiplies each weight by its input and adds the products.",
    holds=np.dot([2, 3], [5, 7]) == 2 * 5 + 3 * 7,
)
says(
    """Here is a neuron with $w_1 = 0$, $w_2 = 1$ and $b = 4$, applied to the
    inputs # and #:""",
    2,
    3,
    holds=f(0 * 2 + 1 * 3 + 4) == f(7),
)
says(
    """Weights and bias are the neuron's parameters: change them, and the same
    neuron computes something else.""",
    holds=len({f(w * 2 + 3 + b) for w, b in ((0, 4), (1, 4), (0, 5))}) == 3,
)
says("and the sigmoid of # is #.", 0 * 2 + 1 * 3 + 4, f(7))
says(
    """The sigmoid turns the weighted sum into a number between # and #.""",
    0,
    1,
    holds=0 < f(-5) < f(5) < 1,
)
PAGE.definitions("""
    A neuron is a small calculation: some numbers go in, its inputs, and one
    number comes out, its output.

    First, each input is multiplied by a weight, which says how much this
    input counts:

    Second, the two products are added up, together with a bias $b$, which
    moves the result up or down.

    The result is the weighted sum $s$:

    Third, the weighted sum goes through the activation function $f$.

    What comes out is the neuron's output $y$, also called its activation:

    By hand, the weighted sum is

    A neuron multiplies each input by a weight, adds a bias, and applies an
    activation function.

    To find good ones is called training.
""")
STAGES = [
    sentence
    for sentence in PAGE.quotes
    if sentence.startswith(("First,", "Second,", "Third,", "Fourth,"))
]
says("Inside there are three stages.", holds=len(STAGES) == number("three"))
says(
    "The other letters in the picture are explained below it, one by one.",
    holds=all(
        any(f"${letter}$" in sentence for sentence in PAGE.quotes)
        for letter in "bsfy"
    ),
)
PAGE.opinions("""
    Why have an activation function at all?
""")
PAGE.judged_elsewhere(
    "tests/programs/test_copied.py and tests/copies/",
    """
    You need not install it: what the copy button gives you is a complete
    program, in which the function itself stands in place of this line.
    """,
)

# Exercises
says("Its inputs are # and #.", 2, 3)
says("# times # plus # times # plus # is #.", 0, 2, 1, 3, 4, 0 * 2 + 1 * 3 + 4)
says(
    "The first weight is #, so this neuron does not look at its first input "
    "at all.",
    0,
    holds=f(0 * 2 + 3 + 4) == f(0 * 99 + 3 + 4),
)
says("What does the sigmoid give for #?", 0)
says("Put # for $x$ into the formula.", 0)
says("Any number to the power # is #.", 0, 1, holds=math.e**0 == 1)
says("The power $e^{-x}$ is # here.", math.e**-0.0)
says("So the denominator is # plus #.", 1, math.e**0)
says("It is # divided by #.", 1, 2, holds=f(0) == 1 / 2)
says(
    """Zero is where the curve crosses the middle: a neuron whose weighted sum
    is # is as far from # as from #.""",
    0,
    0,
    1,
    holds=f(0) - 0 == 1 - f(0),
)
says(
    """Another common one is the hyperbolic tangent, `np.tanh`, whose results
    lie between # and #.""",
    -1,
    1,
    holds=-1 < np.tanh(-9) < -0.99 and 0.99 < np.tanh(9) < 1,
)
says(
    "One word has changed, and the neuron answers # where it answered #.",
    -1,
    0,
    holds=near(np.tanh(-20), -1, 1e-9) and near(f(-20), 0, 1e-8),
)
says(
    "`np.dot(weights, inputs)` multiplies and adds.",
    holds=np.dot([2, 3], [5, 7]) == 2 * 5 + 3 * 7,
)
PAGE.definitions("""
    A neuron has the weights $w_1 = 0$ and $w_2 = 1$ and the bias $b = 4$.

    Multiply the first input by $w_1$ and the second by $w_2$.

    Add the two products and the bias.

    The sigmoid is not the only one.

    First compute the weighted sum, as `feedforward` does.

    Do not forget the bias.
""")
PAGE.judged_elsewhere(
    "tests/exercises/test_exercises.py",
    """
    The last line is `return np.tanh(total)`.
    """,
)
