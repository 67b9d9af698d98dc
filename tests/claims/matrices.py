"""Claims of the page on matrices."""

from tests.claims.claim import Claims, number
from tests.oracle.facts import LOSSES, fact
from tests.oracle.network import NAMES
from tests.oracle.people import KNOWN
from tests.oracle.runs import spirals

PAGE = Claims("beyond/matrices/")
says = PAGE.says

weights = {label: [] for label in (0, 1)}
for weight, _, label in KNOWN.values():
    weights[label].append(weight)

says("Go from nine numbers to matrices", holds=len(NAMES) == number("nine"))
says(
    """The program takes the nine numbers of a network from the tutorial,
    computes forward and backward with matrices, and compares the prediction
    and all nine slopes:""",
    holds=len(NAMES) == number("nine"),
)
says(
    """With the sizes #, #, # and the same seed this is the network of the
    tutorial, through the whole training:""",
    2,
    2,
    1,
    holds=len(NAMES) == 2 * 2 + 2 * 1 + 2 + 1 and LOSSES[-1] < 0.01,
)
says(
    """The four people could be told apart by a straight line, which is all
    that one neuron can draw.""",
    holds=len(KNOWN) == number("four") and max(weights[1]) < min(weights[0]),
)
says(
    "Two spirals, one inside the other, cannot.",
    holds=lambda: spirals((2, 1)).right < 1,
)
says(
    """Here are # points on two spirals, trained in batches: each step uses the
    mean loss of # samples.""",
    fact("spirals_points"),
    fact("spirals_batch"),
)
says(
    "A single neuron gets #% right.",
    lambda: 100 * spirals((2, 1)).right,
)
says(
    """A hidden layer with # neurons gets #% right: each of them draws a line,
    and the output neuron puts the lines together.""",
    16,
    lambda: 100 * spirals((2, 16, 1)).right,
)
says(
    """What the network with # hidden neurons predicts: it found the spiral
    between the points.""",
    16,
    holds=lambda: spirals((2, 16, 1)).right == 1,
)
says(
    "Hidden layers let a network draw what one neuron cannot.",
    holds=lambda: spirals((2, 16, 1)).right > spirals((2, 1)).right,
)
PAGE.definitions("""
    The tutorial names every weight, so that you can follow each one.

    Put the weights of the hidden layer into a matrix with a row for each
    neuron and a column for each input, and its biases into a vector.

    Then a layer is one formula, however many neurons it has:

    Here $x$, $h$, $b_1$ and $b_2$ are vectors.

    The product $W_1 x$ multiplies each row of $W_1$ with the inputs and adds
    up, which is what each neuron did before, and $f$ works on each number of
    a vector by itself.

    In NumPy, the product is written `W1 @ x`.

    The slopes in the weighted sums come first, the last layer's before the
    first layer's: the transposed matrix `W2.T`, with rows and columns
    exchanged, sends each slope back along the weight that it came through,
    and `h * (1 - h)` is the slope of the sigmoid at each hidden neuron.

    For all weights of a layer, that is a column times a row, which NumPy
    calls `np.outer`.

    It takes many samples at once, one in each row, and so multiplies from the
    other side, `x @ W.T` for `W @ x`:

    A layer is $f(W \\mathbf{x} + \\mathbf{b})$, for any number of neurons.

    Backpropagation goes from layer to layer: back through $W^{\\mathsf{T}}$,
    times the slope of the activation.
""")
PAGE.opinions("""
    The same network in a few lines of matrices, then with layers of any size.

    You will write the same network with matrices, see that nothing changes
    but the notation, and then let it grow.

    Do the same for the output layer.

    The chain rule stays the same.

    Let the layers have any size

    Nothing above depends on the sizes.

    Backward, a loop goes through the layers from the last to the first:

    All these points were used for training.

    How well the network does on new ones is a question for a test set.
""")
