"""Claims of the home page."""

import re
import tomllib

from tests.claims.claim import Claims, falls, number
from tests.claims.shown import chapters, programs, source
from tests.oracle.facts import LOSSES, fact
from tests.oracle.network import NAMES, NEURONS, loss, start
from tests.oracle.people import ASKED, KNOWN, samples

PAGE = Claims("")
says = PAGE.says

PROJECT = tomllib.loads(source("pyproject.toml"))["project"]
(NUMPY,) = PROJECT["dependencies"]
(MATPLOTLIB,) = (
    each
    for each in PROJECT["optional-dependencies"]["docs"]
    if each.startswith("matplotlib")
)


def versions(requirement):
    """The oldest version, and the number that its later ones begin with."""
    found = re.fullmatch(r"\w+>=([\d.]+),<(\d+)", requirement)
    oldest, newest = found.groups()
    return float(oldest), int(newest) - 1


says(
    """In six short chapters you will build one from nothing but arithmetic,
    train it, and understand every number in it.""",
    holds=len(chapters()) == number("six"),
)
says(
    "Where you will arrive: a network learns from four people.",
    holds=len(KNOWN) == number("four"),
)
says(
    """How wrong it is falls from # before training to # after one round
    through the four, an epoch, and to # after #.""",
    loss(start(157), samples()),
    *(LOSSES[0], LOSSES[-1], len(LOSSES)),
    holds=len(samples()) == number("four")
    and falls([loss(start(157), samples()), LOSSES[0], LOSSES[-1]]),
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
    """To run the programs on your own machine you need Python # or newer,
    NumPy # or a later #.x and, for one of them, Matplotlib # or a later
    #.x.""",
    float(PROJECT["requires-python"].removeprefix(">=")),
    *versions(NUMPY),
    *versions(MATPLOTLIB),
    holds=sum("matplotlib" in text for text in programs().values())
    == number("one"),
)
PAGE.opinions("""
    Neural networks are much simpler than their reputation.

    how to say in one number how wrong a network is;

    how to find, for each of its parameters, the direction that makes it less
    wrong, by backpropagation;

    how many small steps in that direction train it;

    what such a network can tell you, and what it cannot.

    No calculus; what is needed of it is explained where it is needed.
""")
PAGE.judged_elsewhere(
    "tests/oracle/, which computes every result once more",
    """
    Every result on these pages was computed when they were published.

    Nothing here is typed twice.

    The code is that of a tested package, the outputs are what it printed when
    the site was built, and so are the numbers in the sentences.
    """,
)
PAGE.judged_elsewhere(
    "tests/copies/test_offline.py",
    """
    Where there is no network, take the whole site along:
    simplenet-offline.zip.
    """,
)
PAGE.judged_elsewhere(
    "tests/programs/test_copied.py, tests/copies/, and as they are published, "
    "tests/building/test_verify.py",
    """
    Every program on these pages can be copied, downloaded and run as it is.

    The whole tutorial is a notebook too.

    To have it all, download simplenet.zip: every program, the package
    `simplenet` to change as you like, the notebook, and the versions of the
    packages that this build used.
    """,
)
says(
    """About tells how, and what we corrected in the article that this tutorial
    retells.""",
    holds="## What was corrected" in source("docs/about.md")
    and "## How the site is verified" in source("docs/about.md"),
)
PAGE.judged_elsewhere(
    "tests/live/test_live.py",
    """Every program of the chapters runs in the page, and can be changed
    there.""",
)
says(
    "And it has met # real people: it is right about #% of them.",
    1629,
    lambda: 100 * fact("people_right"),
)
says(
    """Then go further: see why it is not right about more of the real people,
    ask about yourself, write it with matrices, and train ten thousand networks
    to see how much of it was luck.""",
    holds=fact("luck_count") == 10_000,
)
