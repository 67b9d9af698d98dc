"""Claims of the page on matrices."""

from tests.claims.claim import Claims, number
from tests.oracle.facts import LOSSES, fact
from tests.oracle.network import NAMES
from tests.oracle.people import KNOWN
from tests.oracle.runs import spiral_points, spirals

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
    fact("spirals.batch"),
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

# Exercises
labels = spiral_points()[1].tolist()
says(
    """For three answers, #, # and #, a network gets three output neurons, and
    each label becomes a row with a # in its place: the label # becomes #, #,
    #.""",
    *(0, 1, 2),
    *(1, 2),
    *(float(place == 2) for place in range(3)),
)
says(
    "Half of the # points have the label #, half the label #.",
    len(labels),
    0,
    1,
    holds=labels.count(0) == labels.count(1) == len(labels) / 2,
)
says(
    "Answering # for every point is right about half of them.",
    1,
    holds=labels.count(1) == len(labels) / 2,
)
says("It gets #% of them right.", lambda: 100 * spirals((2, 1)).right)
says(
    """That is more than by guessing, since a good part of each spiral lies on
    one side of the line.""",
    holds=lambda: min(on_own_side(0), on_own_side(1)) > 0.6,
)
says(
    "The rest bends back across it.",
    holds=lambda: max(on_own_side(0), on_own_side(1)) < 1,
)


def on_own_side(label):
    """The share of a spiral that the single neuron has right."""
    points = spiral_points()[0][label::2]
    said = spirals((2, 1)).predicts(points) > 0.5
    return (said == (label == 1)).mean()


PAGE.definitions("""
    Write $f(W x + b)$ for any number of neurons and any number of inputs.

    Such rows are called one-hot.

    Write what turns n labels into the n rows that `train` wants.

    First a single neuron learns, without a hidden layer: it draws one straight
    line through the plane.

    How many of the points will be on their right side?

    about half

    about three quarters

    nearly all

    Can a line do better?

    Look at the figure below: lay a ruler through its middle.

    What it says of a sample is the output neuron that gives the most:
    `network.feedforward(x).argmax(axis=1)`.
""")
PAGE.judged_elsewhere(
    "tests/exercises/test_exercises.py",
    """
    The weighted sums of all neurons together are `W @ x + b`.

    `sigmoid` works on each number of an array.

    There is no loop, and no number of neurons: the shape of `W` says it.

    Begin with zeros in the right shape: `rows = np.zeros((len(labels),
    answers))`.

    In each row, set one number: `rows[i, label] = 1`.

    `for i, label in enumerate(labels):` goes through the labels and counts.
    """,
)
PAGE.judged_elsewhere(
    "tests/package/test_matrices.py, which trains layers of any sizes",
    """
    With these rows `MatrixNetwork([2, 16, 3], rng)` learns three answers, and
    not a line of it has to change.
    """,
)
