"""Claims of the home page."""

from tests.claims.claim import Claims, number
from tests.oracle.facts import LOSSES
from tests.oracle.network import NAMES, NEURONS, loss, start
from tests.oracle.people import ASKED, KNOWN, samples
from tests.oracle.study import COUNT

PAGE = Claims("")
says = PAGE.says

CHAPTERS = (
    *("neuron", "network", "loss"),
    *("backpropagation", "training", "predictions"),
)
says(
    """In six short chapters you will build one from nothing but arithmetic,
    train it, and understand every number in it.""",
    holds=len(CHAPTERS) == number("six"),
)
says(
    "Where you will arrive: a network learns from four people.",
    holds=len(KNOWN) == number("four"),
)
says(
    """How wrong it is falls from # before training to # after one round
    through the four, an epoch, and to # after #.""",
    loss(start(157), samples()),
    LOSSES[0],
    LOSSES[-1],
    len(LOSSES),
)
says(
    "The trained network then predicts two people whom it has never seen:",
    holds=len(ASKED) == number("two") and not ASKED.keys() & KNOWN.keys(),
)
says(
    """Tell from weight and height whether a person is female or male, with
    three neurons, and nine numbers that the network learns by itself.""",
    holds=len(NEURONS) == number("three") and len(NAMES) == number("nine"),
)
says(
    """Then go further: write it with matrices, and train ten thousand networks
    to see how much of it was luck.""",
    holds=COUNT == 10_000,
)
says(
    """To run the programs on your own machine you need Python # or newer,
    NumPy # or a later #.x and, for one of them, Matplotlib # or a later
    #.x.""",
    *(3.11, 2.0, 2, 3.10, 3),
)
PAGE.opinions("""
    Every number on these pages was computed when they were published.

    Neural networks are much simpler than their reputation.

    how to say in one number how wrong a network is;

    how to find, for each of its parameters, the direction that makes it less
    wrong, by backpropagation;

    how many small steps in that direction train it;

    what such a network can tell you, and what it cannot.

    No calculus; what is needed of it is explained where it is needed.

    Every program on these pages can be copied, downloaded and run as it is.

    To have it all, download simplenet.zip: every program, the package
    `simplenet` to change as you like, the notebook, and the versions of the
    packages that this build used.

    Nothing here is typed twice.

    About tells how, and what we corrected in the article that this tutorial
    retells.
""")
