"""Claims of the chapter on the people and the loss."""

from tests.claims.claim import Claims, near, number
from tests.oracle.facts import fact
from tests.oracle.network import f, loss, start
from tests.oracle.people import (
    FEMALE,
    KNOWN,
    MALE,
    MEANS,
    SHIFT,
    inputs,
    samples,
)

PAGE = Claims("loss/")
says = PAGE.says

four = len(KNOWN) == number("four")
errors = [label - 0 for *_, label in KNOWN.values()]
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
    and near(SHIFT[0], MEANS[0], 10)
    and near(SHIFT[1], MEANS[1], 1)
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
    10_000,
    lambda: 100 * fact("shift_apart"),
    fact("shift_apart_by"),
)
says(
    "On pounds and inches as they were measured, #% have one.",
    lambda: 100 * fact("raw_apart"),
)
says(
    """The same people, shifted: the picture is the same, the numbers on the
    axes are not.""",
    holds=inputs("Bob")[0] - inputs("Diana")[0] == 160 - 120,
)
says(
    """Four people are far too few to learn from, two body measures do not
    determine anyone's gender, and a label of # or # is a crude description of
    a person.""",
    0,
    1,
    holds=four,
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
    "Squares make errors on either side count, and large errors count more.",
    holds=(-0.5) ** 2 == 0.5**2 > 0 and 0.8**2 / 0.4**2 > 0.8 / 0.4,
)
says(
    "The better the predictions, the lower the loss.",
    holds=(1 - 0.9) ** 2 < (1 - 0.8) ** 2,
)
says(
    """Suppose a network always predicts #, that is, it takes everyone for
    male.""",
    MALE,
)
says(
    "The mean of the last column is #, and so says the program:",
    sum(error**2 for error in errors) / len(errors),
)
says(
    """For labels of # and # the usual choice is cross-entropy, which punishes
    confident mistakes harder.""",
    0,
    1,
)
says(
    "The loss is one number that says how wrong all predictions are together.",
    holds=isinstance(loss(start(0), samples()), float),
)
PAGE.definitions("""
    A person's numbers together with the label are called a sample.

    From here on, `data` means the shifted numbers, one row for each person.

    One number for all the errors

    The samples are counted by $i$.

    $y_{\\text{true},i}$ is the label of sample $i$, the true answer.

    $y_{\\text{pred},i}$ is the prediction for sample $i$: the output of the
    network, whatever it is.

    So take the error of each prediction, square it, and average the squares.

    Training a network means making its loss small.

    Its error for a person is the label minus the prediction:

    To train a network is to make its loss small.
""")
PAGE.opinions("""
    You will meet the data that the network learns from, and write a function
    that says in one number how wrong its predictions are.

    We want a network that tells from a person's weight and height whether the
    person is female or male.

    Training shows what happens without the shift.

    In Python, the people and their labels:

    Emily and Frank come in the last chapter.

    The example is this small so that you can follow every number.

    Before a network can do better, we need to say how well it does now.

    In NumPy, arithmetic on arrays works on each number in them, and `.mean()`
    gives the average:

    Other losses

    We stay with the mean squared error because the next chapter is easier to
    follow with it.
""")
