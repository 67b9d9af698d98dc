"""Claims of the chapter on the people and the loss."""

import math

import numpy as np

from tests.claims.claim import Claims, falls, near, number, says_male
from tests.claims.shown import (
    chapters,
    definition,
    lines_of,
    source,
)
from tests.oracle.facts import fact
from tests.oracle.network import f, loss, predict, start, trained
from tests.oracle.outputs import OUTPUTS
from tests.oracle.people import (
    ASKED,
    DEVIATIONS,
    FEMALE,
    KNOWN,
    LABELS,
    MALE,
    MEANS,
    SHIFT,
    inputs,
    samples,
)
from tests.oracle.study import COUNT
from tests.oracle.tables import always_zero

PAGE = Claims("loss/")
says = PAGE.says

four = len(KNOWN) == number("four")
DATA = source("simplenet/data.py")
shifted = [inputs(name) for name in KNOWN]

for sentence in (
    """The four people to learn from, and a number that says how wrong a
    network is.""",
    "Four people",
    "Here are the measurements of four people, in pounds (lb) and inches "
    "(in), and the same numbers shifted, as explained below.",
    "The four people as they were measured, in pounds and inches.",
    "The data are four people, each with two shifted measurements and a "
    "label.",
):
    says(sentence, holds=four)
says(
    """Each person has a label, the correct answer: # for female, # for
    male.""",
    FEMALE,
    MALE,
    holds=KNOWN["Alice"][2] == FEMALE and KNOWN["Bob"][2] == MALE,
)
says(
    """The network will not see pounds and inches but the shifted numbers: the
    weight minus # pounds and the height minus # inches.""",
    *SHIFT,
    holds=inputs("Bob") == (160 - SHIFT[0], 72 - SHIFT[1]),
)
says(
    """Both lie near the average of the four people (# pounds and # inches), so
    zero now lies between the people.""",
    *MEANS,
    holds=four
    and all(
        near(zero, mean, deviation / 2)
        for zero, mean, deviation in zip(SHIFT, MEANS, DEVIATIONS, strict=True)
    )
    and all(min(axis) < 0 < max(axis) for axis in zip(*shifted, strict=True)),
)
says(
    """The same weight then gives one person a positive sum and another a
    negative one, and the neuron tells them apart.""",
    holds=f(inputs("Bob")[0]) > 0.5 > f(inputs("Alice")[0]),
)
says(
    """Of # networks with random parameters, #% have a hidden neuron whose
    outputs for the four people differ by more than #.""",
    *(COUNT, lambda: 100 * fact("shift_apart"), 0.5),
)
says(
    "On pounds and inches as they were measured, #% have one.",
    lambda: 100 * fact("raw_apart"),
)
says(
    """The same people, shifted: the picture is the same, the numbers on the
    axes are not.""",
    holds=all(
        inputs(name) == (weight - SHIFT[0], height - SHIFT[1])
        for name, (weight, height, _) in KNOWN.items()
    )
    and SHIFT != (0, 0),
)
says(
    """You will meet the data that the network learns from, and write a
    function that says in one number how wrong its predictions are.""",
    holds=isinstance(loss(start(0), samples()), float),
)
says(
    """We want a network that tells from a person's weight and height whether
    the person is female or male.""",
    holds=set(LABELS) == {FEMALE, MALE},
)
says(
    "In Python, the people and their labels:",
    holds=all(
        f'"{name}": ({weight}, {height})' in DATA
        for name, (weight, height, _) in KNOWN.items()
    )
    and f"np.array({LABELS})" in DATA,
)
says(
    "From here on, `data` means the shifted numbers, one row for each person.",
    holds="data = np.array(list(people.values())) - shift" in DATA
    and f"shift = np.array({[*SHIFT]})" in DATA,
)
says(
    "Training shows what happens without the shift.",
    holds="## What if the numbers are not shifted?"
    in source("docs/training.md"),
)
says(
    "Emily and Frank come in the last chapter.",
    holds=list(ASKED) == ["Emily", "Frank"]
    and chapters()[-1] == "predictions",
)
says(
    """Four people are far too few to learn from, two body measures do not
    determine anyone's gender, and a label of # or # is a crude description of
    a person.""",
    *sorted(set(LABELS)),
    holds=four and len(SHIFT) == number("two"),
)
says(
    "$n$ is the number of samples, here #: Alice, Bob, Charlie and Diana.",
    len(KNOWN),
    holds=list(KNOWN) == ["Alice", "Bob", "Charlie", "Diana"],
)
says("For Alice it is #.", KNOWN["Alice"][2])
says(
    "$\\sum$ (sigma) says: add up what follows, for each $i$ from # to $n$.",
    1,
)
says(
    """So take the error of each prediction, square it, and average the
    squares.""",
    holds=near(
        loss(start(0), samples()),
        np.mean([(y - predict(start(0), *x)) ** 2 for *x, y in samples()]),
        1e-15,
    ),
)


def squared_errors(off):
    """The loss of predictions that are all so far off their labels."""
    predicted = [label + off * (1 - 2 * label) for label in LABELS]
    return np.square(np.subtract(LABELS, predicted)).mean()


says(
    "Squares make errors on either side count, and large errors count more.",
    holds=(-0.5) ** 2 == 0.5**2 > 0 and 0.8**2 / 0.4**2 > 0.8 / 0.4,
)
says(
    "The better the predictions, the lower the loss.",
    holds=falls(
        squared_errors(off=far) for far in (0.9, 0.7, 0.5, 0.3, 0.1, 0)
    ),
)
says(
    """Suppose a network always predicts #, that is, it takes everyone for
    male.""",
    MALE,
    holds=says_male(0),
)
says(
    "Its error for a person is the label minus the prediction:",
    holds=all(row[3] == row[1] - row[2] for row in always_zero()),
)
says(
    "The mean of the last column is #, and so says the program:",
    np.mean([row[-1] for row in always_zero()]),
    holds=OUTPUTS["loss"]() == [np.mean([row[-1] for row in always_zero()])],
)
says(
    """For labels of # and # the usual choice is cross-entropy, which punishes
    confident mistakes harder.""",
    *sorted(set(LABELS)),
    holds=math.log(1 - 0.99) / math.log(1 - 0.5) > (0.99 / 0.5) ** 2,
)
says(
    """In NumPy, arithmetic on arrays works on each number in them, and
    `.mean()` gives the average:""",
    holds=list(np.array([1, 2]) - np.array([3, 5])) == [-2, -3]
    and np.array([1, 2, 6]).mean() == 3
    and lines_of(definition("simplenet/loss.py", "mse_loss"))
    == ["return ((y_true - y_pred) ** 2).mean()"],
)
says(
    "To train a network is to make its loss small.",
    holds=lambda: trained(start(0))[1][-1] < loss(start(0), samples()) / 10,
)
says(
    "The loss is one number that says how wrong all predictions are together.",
    holds=isinstance(loss(start(0), samples()), float),
)
PAGE.definitions("""
    A person's numbers together with the label are called a sample.

    One number for all the errors

    That is what the loss is for.

    We use the mean squared error (MSE):

    Training a network means making its loss small.

    The samples are counted by $i$.

    $y_{\\text{true},i}$ is the label of sample $i$, the true answer.

    $y_{\\text{pred},i}$ is the prediction for sample $i$: the output of the
    network, whatever it is.
""")
PAGE.opinions("""
    The example is this small so that you can follow every number.

    Before a network can do better, we need to say how well it does now.

    Other losses

    We stay with the mean squared error because the next chapter is easier to
    follow with it.
""")

# Exercises
says("Suppose a network answers # for everyone, whoever it is.", 0.5)
says(
    "What is its loss for the four people?",
    holds=len(KNOWN) == number("four"),
)
says(
    "The error is # for the women and # for the men.",
    FEMALE - 0.5,
    MALE - 0.5,
)
says(
    "Each of the four squares is #, and so is their mean.",
    0.25,
    holds=all((label - 0.5) ** 2 == 0.25 for label in LABELS),
)
says(
    "It is half the loss of always answering #.",
    0,
    holds=sum(label**2 for label in LABELS) / len(LABELS) == 0.25 * 2,
)
says("A network whose loss is near # knows nothing.", 0.25)
PAGE.definitions("""
    Write the function that gives the two inputs that the network would see.

    Square both, and take the mean of the four squares.

    Cover the function above with your hand, and write the mean squared error
    of two arrays.
""")
PAGE.judged_elsewhere(
    "tests/exercises/test_exercises.py",
    """
    Make an array of the two with `np.array([weight, height])`.

    `shift` is an array, too.

    The errors are `y_true - y_pred`, one for each person.

    `** 2` squares each number of an array.

    `.mean()` gives the average of an array.
    """,
)
