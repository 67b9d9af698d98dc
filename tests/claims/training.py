"""Claims of the chapter that trains the network."""

from tests.claims.claim import Claims, falls, near, number
from tests.oracle.facts import (
    ALICE,
    LOSSES,
    ONES,
    ONES_MOVED,
    ONES_SLOPES,
    TENTH,
    W1_MOVED,
    fact,
)
from tests.oracle.network import (
    NAMES,
    NEURONS,
    chain,
    f,
    loss,
    predict,
    slope_of_f,
    slopes,
    start,
    stepped,
    sums,
)
from tests.oracle.people import KNOWN, inputs, samples
from tests.oracle.runs import article, raw
from tests.oracle.study import COUNT, article_pairs, study

PAGE = Claims("training/")
says = PAGE.says

four = len(KNOWN) == number("four")
nine = len(NAMES) == number("nine")
before = loss(ONES, [ALICE])


def after(*names, rate=0.1):
    """Alice's loss when only some parameters move."""
    moved = {n: ONES[n] - rate * ONES_SLOPES[n] for n in names}
    return loss(ONES | moved, [ALICE])


says(
    """You will let the network learn from the four people, step by step, and
    watch its loss fall.""",
    holds=four and falls(LOSSES[::100]),
)
says("Each of the nine parameters has a slope.", holds=nine)
says(
    "To lower the loss, move each of them a little against its slope.",
    holds=loss(stepped(ONES, *ALICE), [ALICE]) < before,
)
says("The other eight follow the same rule.", holds=len(NAMES) - 1 == 8)
says("We use $\\eta = 0.1$.", holds=fact("learn_rate") == 0.1)
says(
    "If $\\frac{\\partial L}{\\partial w_1}$ is positive, $w_1$ shrinks.",
    holds=ONES_SLOPES["w1"] > 0 and ONES_MOVED["w1"] < ONES["w1"],
)
says(
    "If $\\frac{\\partial L}{\\partial w_1}$ is negative, $w_1$ grows.",
    holds=ONES_SLOPES["w5"] < 0 and ONES_MOVED["w5"] > ONES["w5"],
)
says(
    "Either way the loss goes down, as long as the step is short enough.",
    holds=after("w1") < before and after("w5") < before,
)
says(
    """A slope tells only about the near surroundings: the nine slopes together
    point in the direction in which the loss climbs most steeply from here.""",
    holds=nine and after(*NAMES, rate=-0.1) > before,
)
says(
    """A step against them leads downhill from here, not straight to the lowest
    point.""",
    holds=0 < after(*NAMES) < before,
)
says(
    """Full SGD takes the samples in random order, which is what "stochastic"
    means; with four of them we go round in the order of the table.""",
    holds=four and list(KNOWN) == ["Alice", "Bob", "Charlie", "Diana"],
)
says(
    "Its five methods are explained below it.",
    holds=len(["__init__", "feedforward", "gradient", "step", "train"])
    == number("five"),
)
says(
    """A generator begins with a whole number, its seed, and the same seed
    gives the same numbers, so the same network.""",
    holds=start(3) == start(3) != start(4),
)
says(
    """`np.random.default_rng(seed)` makes one, and `rng.normal()` draws a
    number from it, on either side of # and most often near it.""",
    0,
    holds=lambda: drawn_around_zero(),
)


def drawn_around_zero():
    drawn = [start(seed)["w1"] for seed in range(1000)]
    close = sum(abs(value) < 1 for value in drawn)
    return 400 < sum(v > 0 for v in drawn) < 600 and close > 600


says(
    "`feedforward` makes a prediction: a pass through the three neurons.",
    holds=len(NEURONS) == number("three"),
)
says(
    "`gradient` computes the nine slopes, as in the chapter before.",
    holds=nine,
)
says("`step` applies the rule to all nine parameters.", holds=nine)
says(
    """What `train` notes after each epoch in the array `losses` is the loss of
    the whole data set: the mean over all four people.""",
    holds=four
    and near(
        LOSSES[-1],
        sum(loss(article()[0], [each]) for each in samples()) / 4,
        1e-15,
    ),
)
says(
    """Alice's network once more, with all weights # and all biases #: move
    $w_1$ alone by the rule, which takes it from # to #.""",
    *(1, 0, 1),
    ONES_MOVED["w1"],
)
says(
    "Then start again, and move all nine parameters.",
    holds=nine,
)
says(
    """Alice's loss goes from # down to # when $w_1$ alone moves, and to # when
    all nine do.""",
    before,
    loss(W1_MOVED, [ALICE]),
    loss(ONES_MOVED, [ALICE]),
    holds=loss(ONES_MOVED, [ALICE]) < loss(W1_MOVED, [ALICE]) < before,
)
says(
    "Most of that comes from $b_3$: its slope, #, is by far the steepest.",
    ONES_SLOPES["b3"],
    holds=before - after("b3") > 0.5 * (before - after(*NAMES))
    and all(
        abs(ONES_SLOPES["b3"]) > 10 * abs(ONES_SLOPES[n])
        for n in NAMES
        if n != "b3"
    ),
)
says(
    """The program below trains for # epochs, which makes # steps, and prints
    every tenth loss.""",
    len(LOSSES),
    len(LOSSES) * len(KNOWN),
    holds=len(range(0, 1000, 10)) == 100,
)
says(
    '"Epoch #" is printed after the first pass.',
    0,
    holds=LOSSES[0] != loss(start(157), samples()),
)
says("Before training the loss is #.", loss(start(157), samples()))
says(
    "The first epoch takes it to #, and the last one ends at #.",
    LOSSES[0],
    LOSSES[-1],
)
says(
    """The loss falls fast at first and slowly later: after # epochs it is down
    to a tenth of what it was after the first, and the remaining # bring it to
    one part in #.""",
    TENTH,
    1000 - TENTH,
    LOSSES[0] / LOSSES[-1],
    holds=LOSSES[TENTH - 1] <= LOSSES[0] / 10 < LOSSES[TENTH - 2],
)
says(
    """The nearer the predictions come to their labels, the smaller the slopes,
    and the shorter the steps.""",
    holds=abs(slopes(article()[0], *ALICE)["b3"])
    < abs(slopes(start(157), *ALICE)["b3"]),
)
says(
    """The article that this tutorial retells trained one network without a
    seed and printed the predictions # and #.""",
    0.951,
    0.039,
)
says(
    """Few start values end at exactly these digits: of the seeds # to #, #
    do.""",
    0,
    COUNT - 1,
    lambda: len(article_pairs()),
)
says(
    "All pages use the first of them, which is #:",
    lambda: article_pairs()[0],
)
says(
    "Other seeds start elsewhere and end elsewhere.",
    holds=lambda: study().emily[0] != study().emily[1],
)
says(
    """Predict shows by how much, and ten thousand networks show it in
    full.""",
    holds=COUNT == 10_000,
)
says(
    "It learns nothing.",
    holds=near(raw()[1][-1], 0.25, 1e-3),
)
says(
    """Everyone gets a prediction of about #, and a loss of # is what you get
    for always answering #.""",
    0.5,
    0.5**2,
    0.5,
    holds=all(
        near(predict(raw()[0], *x[:2]), 0.5, 1e-3) for x in samples("raw")
    ),
)
says(
    """A start weight of about # times # pounds is a weighted sum of about #,
    far out where the sigmoid is flat.""",
    1,
    160,
    160,
    holds=slope_of_f(160) < 1e-12,
)


def saturated(values):
    """Whether all are the same, and almost 0 or 1."""
    same = max(values) - min(values) < 1e-6
    return same and (max(values) < 1e-6 or min(values) > 1 - 1e-6)


hidden = [[f(s) for s in sums(raw()[0], *x[:2])[:2]] for x in samples("raw")]
says(
    """The hidden neurons give almost exactly # or #, and the same for all four
    people, so the output neuron cannot tell them apart.""",
    0,
    1,
    holds=four and all(map(saturated, zip(*hidden, strict=True))),
)
says(
    """The steepest slope of $h_1$ at the end of training, which is the largest
    $f'(s_1)$ of the four people, is #.""",
    max(slope_of_f(sums(raw()[0], *x[:2])[0]) for x in samples("raw")),
    holds=four,
)
says(
    """For each person, $f'(s_1)$ is a factor of the slopes in $w_1$, $w_2$ and
    $b_1$, so a step moves these by next to nothing.""",
    holds=all("d_h1" in chain(name)[-1] for name in ("w1", "w2", "b1"))
    and abs(slopes(raw()[0], *samples("raw")[0])["w1"]) < 1e-12,
)
says(
    """The shift does not make all sums small: among # start values, #% of the
    shifted hidden sums, too, lie beyond ±#.""",
    COUNT,
    lambda: 100 * fact("shift_far"),
    5,
)
says(
    """What it does is to put zero between the people, so that the sums of some
    are positive and those of others negative.""",
    holds=inputs("Alice")[0] < 0 < inputs("Bob")[0],
)
says(
    """In #% of the networks a hidden neuron then tells the four apart from the
    start, with outputs that differ by more than #; on raw numbers, in #%.""",
    lambda: 100 * fact("shift_apart"),
    fact("shift_apart_by"),
    lambda: 100 * fact("raw_apart"),
)
says(
    "A step subtracts the learning rate times the slope from each parameter.",
    holds=all(
        near(ONES_MOVED[n], ONES[n] - 0.1 * ONES_SLOPES[n], 1e-15)
        for n in NAMES
    ),
)
PAGE.definitions("""
    For $w_1$ the rule reads

    The number $\\eta$ (the Greek letter eta) is the learning rate: it sets
    how long the steps are.

    If each step looks at a single sample, it is stochastic gradient descent,
    or SGD, which repeats two moves:

    Take one sample from the data.

    One pass through all samples is an epoch.

    Here is all of it in one class.

    `__init__` gives the parameters their start values, which are drawn at
    random.

    They come from `rng`, a generator of random numbers, which the caller
    hands in.

    It takes one person, or an array with a row for each of several; `x.T`
    exchanges rows and columns, so `x1` holds the weights of all of them.

    `train` goes through the samples, epoch after epoch.

    Each step looks at the squared error of one person.

    Train the same network on pounds and inches as they were measured, with
    the same seed and the same settings:

    Stochastic gradient descent steps through the samples one at a time, epoch
    after epoch.
""")
PAGE.opinions("""
    One step

    Check it with one small step

    A slope is a promise about what happens next, so test it.

    Take the same step by hand, and see where each number comes from.

    To see the way between, hand the losses to Matplotlib, a library that
    draws:

    Run it yourself in the playground, slowly or fast, and watch the
    parameters move:

    What if the numbers are not shifted?

    The reason is the flat end of the sigmoid.

    Worse, they cannot recover.

    Inputs belong on both sides of zero: if all lie far out on one side, they
    saturate the neurons, and a saturated neuron hardly learns.
""")
