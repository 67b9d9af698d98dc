"""Claims of the chapter that connects neurons."""

from tests.claims.claim import Claims, number
from tests.oracle.network import INPUTS, NAMES, NEURONS, f

PAGE = Claims("network/")
says = PAGE.says

three = len(NEURONS) == number("three") and len(INPUTS) == number("two")
for sentence in (
    """You will connect three neurons into a small neural network and pass two
    numbers through it.""",
    """Two inputs on the left, and three neurons: two side by side, and one
    that reads what they put out.""",
    "For now all three neurons get the same weights and the same bias.",
):
    says(sentence, holds=three)
says(
    """This network has two inputs $x_1$ and $x_2$, a hidden layer with the
    neurons $h_1$ and $h_2$, and an output layer with the neuron $o_1$.""",
    holds=len(NAMES) == 2 * (2 + 1) + (2 + 1),
)
says(
    """Each neuron has weights and a bias of its own, numbered so that no two
    share a name, and the name of a neuron also stands for its output:""",
    holds=len(set(NAMES)) == len(NAMES),
)
says(
    "With weights # and #, bias #, and the inputs # and #:",
    *(0, 1, 0, 2, 3),
)
says(
    """By hand: both hidden neurons see the same inputs with the same weights,
    so both give the same output,""",
    holds=f(0 * 2 + 1 * 3 + 0) == f(3),
)
says(
    "and the output neuron receives these two:",
    holds=len(NEURONS["o1"]) - 1 == number("two"),
)


def three_without_f(w, x1, x2):
    h1 = w[0] * x1 + w[1] * x2 + w[6]
    h2 = w[2] * x1 + w[3] * x2 + w[7]
    return w[4] * h1 + w[5] * h2 + w[8]


def one_neuron(w, x1, x2):
    first = w[4] * w[0] + w[5] * w[2]
    second = w[4] * w[1] + w[5] * w[3]
    return first * x1 + second * x2 + w[4] * w[6] + w[5] * w[7] + w[8]


some = [3, -2, 5, 7, -4, 6, 1, -8, 9]
for sentence in (
    """Then the output is $w_5$ times the weighted sum of $h_1$, plus $w_6$
    times that of $h_2$, plus $b_3$:""",
    """That is one number times $x_1$, another times $x_2$, plus a third: a
    single neuron, with two weights and a bias.""",
    """Whatever the nine numbers are, this one neuron does the same as the
    three:""",
):
    says(
        sentence,
        holds=all(
            three_without_f(some, x1, x2) == one_neuron(some, x1, x2)
            for x1 in range(-3, 4)
            for x2 in range(-3, 4)
        ),
    )
PAGE.definitions("""
    A hidden layer is any layer between the inputs and the output layer:
    nobody outside the network sees its values.

    A network can have any number of layers, and a layer any number of
    neurons.

    They never change, so the class is called `FixedNetwork`.

    Layers between the inputs and the output layer are hidden layers.
""")
PAGE.opinions("""
    The idea stays the same: pass the inputs forward, layer by layer, until an
    output comes out.

    Write it down

    Leave $f$ out, and each neuron only multiplies and adds.

    Multiply out, and collect what belongs to $x_1$, to $x_2$, and to neither:

    More layers collapse in the same way.

    An activation function whose curve bends, such as the sigmoid, prevents
    this, and that is what lets a larger network compute more than a smaller
    one.

    The activation function has to bend, or in the usual word be non-linear:
    without it, more layers add nothing.
""")
