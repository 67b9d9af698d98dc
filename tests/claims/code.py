"""Claims of the comments and docstrings in the code that pages show."""

from tests.claims.claim import Claims, near, number
from tests.oracle.network import NAMES, NEURONS, f
from tests.oracle.people import ASKED, FEMALE, KNOWN, MALE, MEANS, SHIFT
from tests.oracle.runs import spiral_points
from tests.oracle.study import article_pairs, study

PAGE = Claims("code")
says = PAGE.says

nine = len(NAMES) == number("nine")
says(
    "Squash a number, or each number of an array, to between # and #.",
    0,
    1,
    holds=0 < f(-30) < f(30) < 1,
)
says("Source: Victor Zhou (#).", 2019)
says(
    "Learn nine parameters: two inputs, h1 and h2 hidden, o1 the output.",
    holds=nine and list(NEURONS) == ["h1", "h2", "o1"],
)
says("Predict the label of two numbers, or n labels of (n, #) numbers.", 2)
says("data: (n, #) numbers.", 2)
says(
    "# is female, # is male",
    FEMALE,
    MALE,
    holds=KNOWN["Alice"][2] == FEMALE and KNOWN["Bob"][2] == MALE,
)
says(
    "the first that ends at the predictions of the article",
    holds=lambda: article_pairs()[0] == 157,
)
says(
    "the only one of ten thousand that fails",
    holds=lambda: (
        [i for i, each in enumerate(study().fails) if each] == [8218]
    ),
)
for sentence in (
    "The largest difference to the gradient, over the nine slopes.",
    "The nine parameters as two matrices and two vectors",
):
    says(sentence, holds=nine)
says("One state, many steps: Alice, all weights #, all biases #", 1, 0)
says("Alice, all weights #, all biases #", 1, 0)
says("A network whose weights are all # and whose biases are all #.", 1, 0)
says("Row # belongs to h1, row # to h2.", 0, 1)
says("Copy the parameters of n networks: row # for h1, row # for h2.", 0, 1)
says(
    """The arguments are the same; data of shape (n, samples, #) with (n,
    samples) labels give each network samples of its own.""",
    2,
)
says(
    """All agrees with single networks to about #, not to the last digit: the
    factors are multiplied in another order.""",
    1e-12,
)
says(
    """sizes: the number of inputs, then of neurons in each layer: [#, #,
    #].""",
    *(2, 2, 1),
)
says(
    """rng: a NumPy Generator; all weights are drawn first, then all biases, so
    that [#, #, #] starts as OurNeuralNetwork(rng) does.""",
    *(2, 2, 1),
    holds=[name[0] for name in NAMES] == ["w"] * 6 + ["b"] * 3,
)
says(
    """batch: the number of samples in a step; # makes the steps of
    OurNeuralNetwork.""",
    1,
)
says(
    "Two spirals of # points, from the middle outwards",
    50,
    holds=len(spiral_points()[0]) == 2 * 50
    and abs(spiral_points()[0][0]).max() < abs(spiral_points()[0][-1]).max(),
)
says(
    "Connect three equal neurons: h1 and h2 read the inputs, o1 reads them.",
    holds=len(NEURONS) == number("three"),
)
says("Give the output of o1, between # and #, for two inputs.", 0, 1)
says("Give the neuron's output, between # and #, for n inputs.", 0, 1)
says(
    "Three neurons without an activation function",
    holds=len(NEURONS) == number("three"),
)
says("w1 = #, w2 = #", 0, 1)
says("x1 = #, x2 = #", 2, 3)
says(
    "The people of the tutorial: four to learn from, two to predict.",
    holds=len(KNOWN) == number("four") and len(ASKED) == number("two"),
)
says(
    "Return whole numbers from # on, or raise; a range stays a range.",
    0,
)
says(
    "pounds, inches: close to the average person",
    holds=near(SHIFT[0], MEANS[0], 10) and near(SHIFT[1], MEANS[1], 1),
)
PAGE.definitions("""
    Alice

    Run the network for Alice and give all that depends on w1.

    Gets the sign of one slope wrong: that of the parameter `wrong`.

    Average the squared errors of n predictions, y_pred, of n labels.

    Give the slope of a sample's loss in each parameter, by name.

    Move each parameter against its slope, for one sample.

    Step through all samples, epochs times; return each epoch's loss.

    all_y_trues: their n labels.

    The slope in one parameter, from the losses on both sides of it.

    Many states, one step

    The slope in one parameter, from one loss at a complex number.

    A value, and its slope in the one parameter that we ask about.

    A plain number divided by this one.

    The slope in one parameter, carried along from it to the loss.

    Move every network by one step for one sample, in place.

    Forward: h1 and h2 in one array, then o1

    Backward: how far the weighted sums move, s3 first, then s1 and s2

    Hold n networks; each parameter is a column, one row for each network.

    Yield trained networks, one for each seed, in blocks of ManyNetworks.

    A block fits a processor's cache, so the memory does not grow with the
    number of seeds, and a caller can show progress or stop between two
    blocks.

    The gain grows with the seeds, up to one block; for a single network it is
    small.

    Train every network as OurNeuralNetwork.train does, all at once.

    Returns the n losses after the last epoch; those on the way are not
    computed.

    one after the other

    The same numbers as one by one?

    Learn with layers of any sizes, all neurons of a layer at once.

    List the activations of all layers, the inputs first.

    x: (n, inputs), one sample in a row.

    Each result has n rows as well.

    Give the slopes of the loss: for each layer, in W and in b.

    one layer back

    Move all parameters against their slopes, for a batch of samples.

    learn_rate: above zero.

    Step through all samples, batch by batch, epoch after epoch.

    Returns the loss after each epoch.

    Alice's

    weights: two numbers, shared by all neurons.

    weights: n numbers, one for each input.

    One neuron that does the same

    Bases: `OurNeuralNetwork`

    Return the value as numbers, or raise an error that names its fault.

    shapes: those allowed, () for one number, "n" for any length above zero;
    none given allows all.

    Raises TypeError for what is not a number, ValueError for a wrong shape,
    NaN, infinity or masked numbers.

    Return a number above zero, or raise ValueError or TypeError.

    Return a NumPy Generator, or raise TypeError.

    Return a whole number above zero, or raise ValueError or TypeError.

    Return two or more whole numbers above zero, or raise.

    pounds and inches, not shifted
""")
says(
    """x: as for OurNeuralNetwork; or (n, samples, #), each network its
    own.""",
    2,
)
says(
    """One row of people for each network, repeated until each row has #""",
    256,
)
PAGE.definitions(
    r"""
    Predict n rows, one for each network: a column for each sample.

    Read people.csv: weights and heights (pounds, inches), and labels.

    the four people of the tutorial

    Deal n people into two parts at random: to train with, and to test.
    """
)
PAGE.judged_elsewhere(
    "tests/exercises/test_exercises.py",
    """
    Train until an epoch lowers the loss by less than least.

    Give the slope of the loss in w5, for a sample with this label.

    Give the two inputs of a person, as an array.

    Give the share of predictions on the right side of #.

    Train on five people; give the prediction for the fifth.

    Give the parameter after one step, and its velocity.
    """,
)
PAGE.definitions("""
    Give the outputs of a layer: W has a row for each neuron.

    Give a row for each label: # in its place, # in all others.
""")
