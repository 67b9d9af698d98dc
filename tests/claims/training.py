"""Claims of the chapter that trains the network."""

import math

import numpy as np

from tests.claims.claim import Claims, falls, near, number
from tests.claims.shown import (
    arguments,
    chapters,
    comes_next,
    lines_of,
    methods,
    programs,
)
from tests.oracle.exercises import uphill
from tests.oracle.facts import (
    ALICE,
    LOSSES,
    ONES,
    ONES_MOVED,
    ONES_SLOPES,
    W1_MOVED,
    P,
    fact,
)
from tests.oracle.network import (
    NAMES,
    NEURONS,
    f,
    filled,
    loss,
    predict,
    slope_of_f,
    slopes,
    start,
    stepped,
    sums,
    trained,
)
from tests.oracle.outputs import OUTPUTS
from tests.oracle.people import KNOWN, SHIFT, inputs, samples
from tests.oracle.runs import SEED, first_five, raw
from tests.oracle.study import COUNT, article_pairs
from tests.oracle.tables import people as rows_of_people

PAGE = Claims("training/")
says = PAGE.says

NINE = len(NAMES) == number("nine") == len(ONES_SLOPES)
FOUR = len(KNOWN) == number("four") == len(samples())
CLASS = methods("simplenet/network.py", "OurNeuralNetwork")
STEPS = 1000 * len(KNOWN)

# One step

says(
    """You will let the network learn from the four people, step by step, and
    watch its loss fall.""",
    holds=FOUR and falls(LOSSES),
)
says("Each of the nine parameters has a slope.", holds=NINE)


def gradient(p, people):
    """The slope of several people's loss in each parameter."""
    each = [slopes(p, *x) for x in people]
    return {n: sum(slope[n] for slope in each) / len(people) for n in NAMES}


def moved(p, people, rate):
    """The loss after a step against the slopes; along them, if rate < 0."""
    slope = gradient(p, people)
    return loss({n: p[n] - rate * slope[n] for n in NAMES}, people)


STARTS = [start(seed) for seed in range(40)]
SOME = [(p, [x]) for p in STARTS[:10] for x in samples()]
SOME += [(p, samples()) for p in STARTS]

says(
    "To lower the loss, move each of them a little against its slope.",
    holds=all(
        moved(p, people, 1e-3) < loss(p, people) < moved(p, people, -1e-3)
        for p, people in SOME
    ),
)
says(
    "The other eight follow the same rule.",
    holds=len(NAMES) - 1 == number("eight"),
)
says(
    """The number $\\eta$ (the Greek letter eta) is the learning rate: it sets
    how long the steps are.""",
    holds=near(
        (stepped(ONES, *ALICE, rate=0.2)["w1"] - 1)
        / (stepped(ONES, *ALICE, rate=0.1)["w1"] - 1),
        2,
        1e-9,
    ),
)
says("We use $\\eta = 0.1$.", holds=fact("training.learn_rate") == 0.1)


def w1_moves(sign):
    """Where w1 goes in the networks whose slope in w1 has a sign."""
    return [
        stepped(p, *x)["w1"] - p["w1"]
        for p in STARTS
        for x in samples()
        if sign * slopes(p, *x)["w1"] > 1e-9
    ]


says(
    "If $\\frac{\\partial L}{\\partial w_1}$ is positive, $w_1$ shrinks.",
    holds=w1_moves(1) and max(w1_moves(1)) < 0,
)
says(
    "If $\\frac{\\partial L}{\\partial w_1}$ is negative, $w_1$ grows.",
    holds=w1_moves(-1) and min(w1_moves(-1)) > 0,
)
says(
    "Either way the loss goes down, as long as the step is short enough.",
    holds=all(moved(p, people, 1e-3) < loss(p, people) for p, people in SOME)
    and any(moved(p, people, 100) > loss(p, people) for p, people in SOME),
)


def climb(p, person, way):
    """How fast the loss grows in a direction."""
    length = math.hypot(*way.values())
    there = (p[n] + 1e-6 * way[n] / length for n in NAMES)
    there = dict(zip(NAMES, there, strict=True))
    return (loss(there, [person]) - loss(p, [person])) / 1e-6


def no_way_is_steeper():
    steepest = climb(ONES, ALICE, ONES_SLOPES)
    others = [climb(ONES, ALICE, start(seed)) for seed in range(200)]
    return 0 < max(others) < steepest


def lowest_ahead():
    """The lowest loss on the straight line of the first step."""
    p = start(SEED)
    way = gradient(p, samples())
    far = [10 ** (power / 10) for power in range(-40, 40)]
    ahead = [{n: p[n] - t * way[n] for n in NAMES} for t in far]
    return min(loss(q, samples()) for q in ahead)


says(
    """A slope tells only about the near surroundings: the nine slopes together
    point in the direction in which the loss climbs most steeply from here.""",
    holds=lambda: NINE and no_way_is_steeper(),
)
says(
    """A step against them leads downhill from here, not straight to the lowest
    point.""",
    holds=lambda: LOSSES[-1] < lowest_ahead() < fact("start_loss"),
)

# Many steps

MOVES = (
    "Take one sample from the data.",
    "Compute the slopes of its squared error, and step against them.",
)
PAGE.definitions("\n\n".join(MOVES))
says(
    """If each step looks at a single sample, it is stochastic gradient
    descent, or SGD, which repeats two moves:""",
    holds=len(MOVES) == number("two"),
)
says(
    """Full SGD takes the samples in random order, which is what "stochastic"
    means; with four of them we go round in the order of the table.""",
    holds=lambda: (
        FOUR
        and [row[0] for row in rows_of_people()] == list(KNOWN)
        and trained(start(SEED), samples()[::-1])[1][-1] != LOSSES[-1]
    ),
)

# The network as a class

says("Here is all of it in one class.", holds=set(CLASS) >= {"step", "train"})
says(
    """`__init__` gives the parameters their start values, which are drawn at
    random.""",
    holds=lines_of(CLASS["__init__"])
    == [f"self.{name} = rng.normal()" for name in NAMES],
)
says(
    """They come from `rng`, a generator of random numbers, which the caller
    hands in.""",
    holds=arguments(CLASS["__init__"]) == ["self", "rng"],
)
says(
    """A generator begins with a whole number, its seed, and the same seed
    gives the same numbers, so the same network.""",
    holds=start(SEED) == start(SEED) != start(SEED + 1),
)


def drawn():
    return np.random.default_rng(SEED).normal(size=10_000)


says(
    """`np.random.default_rng(seed)` makes one, and `rng.normal()` draws a
    number from it, on either side of # and most often near it.""",
    0,
    holds=lambda: (
        near((drawn() > 0).mean(), 0.5, 0.02)
        and (abs(drawn()) < 1).mean() > 0.6
    ),
)
says(
    "`feedforward` makes a prediction: a pass through the three neurons.",
    holds=len(NEURONS) == number("three")
    and [line.split(" = ")[0] for line in lines_of(CLASS["feedforward"])]
    == ["x1, x2", *NEURONS, "return o1"],
)
says(
    """It takes one person, or an array with a row for each of several; `x.T`
    exchanges rows and columns, so `x1` holds the weights of all of them.""",
    holds="x1, x2 = x.T" in lines_of(CLASS["feedforward"])
    and list(np.array(samples()).T[0])
    == [weight - SHIFT[0] for weight, *_ in KNOWN.values()],
)
says(
    "`gradient` computes the nine slopes, as in the chapter before.",
    holds=NINE and comes_next("backpropagation") == "training",
)
says(
    "`step` applies the rule to all nine parameters.",
    holds=lines_of(CLASS["step"])[1:]
    == [f"self.{n} -= learn_rate * slopes['{n}']" for n in NAMES],
)
says(
    "`train` goes through the samples, epoch after epoch.",
    holds=[each.split(" in ")[0] for each in lines_of(CLASS["train"])][1]
    == "for epoch",
)
says(
    "Its five methods are explained below it.",
    holds=len(CLASS) == number("five")
    and [each.split("`")[1] for each in PAGE.claims if each[0] == "`"]
    == [*list(CLASS)[:1], "np.random.default_rng(seed)", *list(CLASS)[1:]],
)


def first_epoch():
    p = start(SEED)
    for person in samples():
        p = stepped(p, *person)
    return p


says(
    "Each step looks at the squared error of one person.",
    holds=near(loss(first_epoch(), samples()), LOSSES[0], 1e-12),
)
says(
    """What `train` notes after each epoch in the array `losses` is the loss of
    the whole data set: the mean over all four people.""",
    holds=FOUR and near(loss(P, samples()), LOSSES[-1], 1e-12),
)

# Check it with one small step

B3_MOVED = ONES | {"b3": ONES_MOVED["b3"]}
BEFORE, W1_ALONE, B3_ALONE, ALL_NINE = (
    loss(p, [ALICE]) for p in (ONES, W1_MOVED, B3_MOVED, ONES_MOVED)
)
STEEPNESS = sorted(map(abs, ONES_SLOPES.values()))

says(
    """Alice's network once more, with all weights # and all biases #: move
    $w_1$ alone by the rule, which takes it from # to #.""",
    *(1, 0, 1, ONES_MOVED["w1"]),
    holds=filled(1, 0) == ONES,
)
says("Then start again, and move all nine parameters.", holds=NINE)
says(
    """Alice's loss goes from # down to # when $w_1$ alone moves, and to # when
    all nine do.""",
    *(BEFORE, W1_ALONE, ALL_NINE),
    holds=falls([BEFORE, W1_ALONE, ALL_NINE]),
)
says(
    "Most of that comes from $b_3$: its slope, #, is by far the steepest.",
    ONES_SLOPES["b3"],
    holds=(BEFORE - B3_ALONE) > 0.5 * (BEFORE - ALL_NINE)
    and abs(ONES_SLOPES["b3"]) == STEEPNESS[-1] > 10 * STEEPNESS[-2],
)

# Run it

says(
    """The program below trains for # epochs, which makes # steps, and prints
    every tenth loss.""",
    *(len(LOSSES), STEPS),
    holds=[int(line.split()[1]) for line in OUTPUTS["training"]()]
    == list(range(0, 1000, 10)),
)
says(
    '"Epoch #" is printed after the first pass.',
    0,
    holds=next(OUTPUTS["training"]())
    == f"Epoch 0 loss: {loss(first_epoch(), samples())}",
)
says("Before training the loss is #.", loss(start(SEED), samples()))
says(
    "The first epoch takes it to #, and the last one ends at #.",
    *(LOSSES[0], LOSSES[-1]),
)
says(
    """To see the way between, hand the losses to Matplotlib, a library that
    draws:""",
    holds="plt.plot(losses)" in programs()["loss_curve"],
)
TENTH = next(n for n, each in enumerate(LOSSES, 1) if each <= LOSSES[0] / 10)
says(
    """The loss falls fast at first and slowly later: after # epochs it is down
    to a tenth of what it was after the first, and the remaining # bring it to
    one part in #.""",
    *(TENTH, len(LOSSES) - TENTH, LOSSES[0] / LOSSES[-1]),
    holds=falls(LOSSES)
    and LOSSES[0] - LOSSES[TENTH] > 8 * (LOSSES[TENTH] - LOSSES[-1]),
)


def longest_step(epochs):
    """The steepest gradient of the four people after some epochs."""
    p, _ = trained(start(SEED), epochs=epochs)
    return max(math.hypot(*slopes(p, *x).values()) for x in samples())


def farthest(epochs):
    """How far the worst prediction is from its label."""
    p, _ = trained(start(SEED), epochs=epochs)
    return max(abs(label - predict(p, *x)) for *x, label in samples())


says(
    """The nearer the predictions come to their labels, the smaller the slopes,
    and the shorter the steps.""",
    holds=lambda: (
        falls(map(farthest, (50, 100, 500, 1000)))
        and falls(map(longest_step, (50, 100, 500, 1000)))
    ),
)

# Which seed, and why

ARTICLE = 0.951, 0.039  # what it printed
says(
    """The article that this tutorial retells trained one network without a
    seed and printed the predictions # and #.""",
    *ARTICLE,
)
says(
    """Few start values end at exactly these digits: of the seeds # to #, #
    do.""",
    *(0, COUNT - 1, lambda: len(article_pairs())),
    holds=lambda: len(article_pairs()) < COUNT / 100,
)
says(
    "All pages use the first of them, which is #:",
    lambda: article_pairs()[0],
    holds=[round(predict(P, *inputs(n)), 3) for n in ("Emily", "Frank")]
    == list(ARTICLE),
)
says(
    "Other seeds start elsewhere and end elsewhere.",
    holds=lambda: (
        len({start(n)["w1"] for n in range(5)}) == 5
        and len(set(first_five("Emily"))) == 5
    ),
)
says(
    "Predict shows by how much, and ten thousand networks show it in full.",
    holds=COUNT == 10_000 and "predictions" in chapters(),
)

# What if the numbers are not shifted?

RAW, RAW_LOSSES = raw()
HEAVIEST = max(weight for weight, *_ in KNOWN.values())


def hidden(p, prepared):
    """What h1 gives for each of the four people, and what h2 gives."""
    both = [map(f, sums(p, *x[:2])[:2]) for x in samples(prepared)]
    return list(zip(*both, strict=True))


def apart(outputs):
    return max(outputs) - min(outputs)


says(
    """Train the same network on pounds and inches as they were measured, with
    the same seed and the same settings:""",
    holds=fact("training.seed") == SEED
    and "network.train(raw, all_y_trues)" in programs()["raw_numbers"],
)
says("It learns nothing.", holds=min(RAW_LOSSES) >= 0.25)
says(
    """Everyone gets a prediction of about #, and a loss of # is what you get
    for always answering #.""",
    *(0.5, 0.5**2, 0.5),
    holds=near(RAW_LOSSES[-1], 0.5**2, 1e-4)
    and all(near(predict(RAW, *x[:2]), 0.5, 0.001) for x in samples("raw")),
)
says("The reason is the flat end of the sigmoid.", holds=slope_of_f(38) < 1e-9)
says(
    """A start weight of about # times # pounds is a weighted sum of about #,
    far out where the sigmoid is flat.""",
    *(1, HEAVIEST, HEAVIEST),
    holds=slope_of_f(HEAVIEST) < 1e-9,
)
says(
    """The hidden neurons give almost exactly # or #, and the same for all four
    people, so the output neuron cannot tell them apart.""",
    *(0, 1),
    holds=FOUR
    and all(
        apart(four) < 1e-9 and (max(four) < 1e-9 or min(four) > 1 - 1e-9)
        for p in (start(SEED), RAW)
        for four in hidden(p, "raw")
    ),
)
says(
    "Worse, they cannot recover.",
    holds=max(apart(four) for four in hidden(RAW, "raw")) < 1e-9,
)
says(
    """The steepest slope of $h_1$ at the end of training, which is the largest
    $f'(s_1)$ of the four people, is #.""",
    max(slope_of_f(sums(RAW, *x[:2])[0]) for x in samples("raw")),
)
says(
    """For each person, $f'(s_1)$ is a factor of the slopes in $w_1$, $w_2$ and
    $b_1$, so a step moves these by next to nothing.""",
    holds=all(
        abs(slopes(RAW, *x)[name]) < 1e-12
        for x in samples("raw")
        for name in NEURONS["h1"]
    ),
)
says(
    """The shift does not make all sums small: among # start values, #% of the
    shifted hidden sums, too, lie beyond ±#.""",
    *(COUNT, lambda: 100 * fact("shift_far"), 5),
)
says(
    """What it does is to put zero between the people, so that the sums of some
    are positive and those of others negative.""",
    holds=all(
        min(axis) < 0 < max(axis)
        for axis in zip(*(x[:2] for x in samples()), strict=True)
    ),
)
says(
    """In #% of the networks a hidden neuron then tells the four apart from the
    start, with outputs that differ by more than #; on raw numbers, in #%.""",
    lambda: 100 * fact("shift_apart"),
    0.5,
    lambda: 100 * fact("raw_apart"),
)

# Recap

says(
    "A step subtracts the learning rate times the slope from each parameter.",
    holds=all(
        near(ONES_MOVED[n], ONES[n] - 0.1 * ONES_SLOPES[n], 1e-15)
        for n in NAMES
    ),
)
says(
    """Inputs belong on both sides of zero: if all lie far out on one side,
    they saturate the neurons, and a saturated neuron hardly learns.""",
    holds=lambda: fact("shift_apart") > 0.9 > 0.1 > fact("raw_apart"),
)
PAGE.definitions("""
    One step

    For $w_1$ the rule reads

    Gradient descent is the name for taking such steps again and again.

    `np.empty` makes an array with room for the losses.

    Such a neuron is called saturated.

    One pass through all samples is an epoch.

    Check it with one small step

    What if the numbers are not shifted?

    Stochastic gradient descent steps through the samples one at a time, epoch
    after epoch.
""")
PAGE.opinions("""
    Stochastic gradient descent step by step, and the loss curve it draws.

    A slope is a promise about what happens next, so test it.

    Take the same step by hand, and see where each number comes from.

    Run it yourself in the playground, slowly or fast, and watch the
    parameters move:
""")

# Exercises
says(
    """In the network of the last chapter all weights are #, all biases are #,
    and the slope in $w_1$ is #.""",
    1,
    0,
    ONES_SLOPES["w1"],
)
says("What is $w_1$ after one step with the learning rate #?", 0.1)
says(
    "That something is the learning rate times the slope: # times #.",
    0.1,
    ONES_SLOPES["w1"],
)
says(
    "The new $w_1$ is # minus # times #, which is #.",
    1,
    0.1,
    ONES_SLOPES["w1"],
    ONES_MOVED["w1"],
    holds=ONES_MOVED["w1"] < 1,
)
says(
    """The slope is positive, so $w_1$ shrinks, and the step is small because
    the slope is.""",
    holds=0 < ONES_SLOPES["w1"] < 0.1,
)
UPHILL = uphill(41)
says(
    """Each step lowers the squared error of one person, but the loss is the
    mean over all four.""",
    holds=lambda: UPHILL.own < 0,
)
says(
    "Press One epoch ten times: then it is Alice's turn again.",
    holds=40 % 4 == 0,
)
says("It is Alice's step.", holds=lambda: UPHILL.all > 0)
says(
    """Her step lowers her own squared error, and the same nine parameters move
    the predictions for the other three, too.""",
    holds=lambda: UPHILL.own < 0 and 0 not in UPHILL.others,
)
says(
    "Here that costs them more than she gains.",
    holds=lambda: sum(UPHILL.others) > -UPHILL.own,
)
says(
    "Over a whole epoch the loss falls all the same.",
    holds=lambda: LOSSES[10] < LOSSES[9],
)
says("To train for # epochs was a guess.", 1000)
PAGE.definitions("""
    Give four decimals.

    The new $w_1$ is the old one minus something.

    In the playground above, train for at least ten epochs, then press Step
    until the loss rises, and hand that in.

    Compare the loss before and after each of the next four steps.

    Write a function that trains a network one epoch at a time, until an
    epoch lowers the loss by less than `least`, and returns how many epochs it
    took, that last one included.

    Repeat with `while True:`.

    In each round compare the new loss with the one of the round before, and
    leave the loop by `return`.
""")
PAGE.opinions("""
    It saves steps, but it cannot know whether the loss would have fallen
    faster later.
""")
PAGE.judged_elsewhere(
    "tests/exercises/test_exercises.py",
    """
    `network.train(data, all_y_trues, epochs=1)` trains for one epoch and
    returns an array with one loss.

    Before you go round again, the new loss has to become the old one.
    """,
)
says(
    "With `keep` at # this is the step that you know.",
    0,
    holds=ONES_MOVED["w1"] == 1 + (0 * 99 - 0.1 * ONES_SLOPES["w1"]),
)
says(
    """With #, steps in the same direction add up to a long one, and steps that
    go to and fro cancel.""",
    0.9,
    holds=sum(0.9**n for n in range(99)) > 9
    and sum((-0.9) ** n for n in range(99)) < 1,
)
PAGE.definitions("""
    Momentum does the same for a parameter: its velocity is a share `keep` of
    the velocity before, minus the learning rate times the slope; then the
    velocity is added to the parameter.

    Write one such step.

    First the new velocity: `keep * velocity - learn_rate * slope`.

    Then the parameter moves by the new velocity, not by the old one.

    Return both: `return w + velocity, velocity`.
""")
