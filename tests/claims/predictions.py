"""Claims of the chapter that predicts Emily and Frank."""

from tests.claims.claim import Claims, near, number, says_female, says_male
from tests.oracle.facts import P, fact
from tests.oracle.network import (
    NAMES,
    NEURONS,
    f,
    predict,
    start,
    sums,
    trained,
)
from tests.oracle.people import ASKED, KNOWN, SHIFT, inputs
from tests.oracle.runs import first_five
from tests.oracle.study import COUNT

PAGE = Claims("predictions/")
says = PAGE.says

emily, frank = (predict(P, *inputs(name)) for name in ASKED)
others = {name: predict(P, *inputs(name)) for name in KNOWN}
women = {name: row[0] for name, row in KNOWN.items() if row[2] == 1}
men = {name: row[0] for name, row in KNOWN.items() if row[2] == 0}

says(
    "What the trained network says about two people it has never seen.",
    holds=len(ASKED) == number("two") and not ASKED.keys() & KNOWN.keys(),
)
says(
    """You will ask the trained network about two people it has never seen,
    and find out how far to trust its answers.""",
    holds=len(ASKED) == number("two"),
)
says("Emily and Frank", holds=list(ASKED) == ["Emily", "Frank"])
says(
    """Emily weighs # pounds and is # inches tall; Frank weighs # pounds and
    is # inches tall.""",
    *ASKED["Emily"],
    *ASKED["Frank"],
)
says(
    """Their measurements are shifted like all the others, to (#, #) and
    (#, #).""",
    *inputs("Emily"),
    *inputs("Frank"),
    holds=inputs("Emily")[0] == ASKED["Emily"][0] - SHIFT[0],
)
says(
    "An output above # counts as female, one below as male.",
    0.5,
    holds=says_female(0.51) and says_male(0.49) and KNOWN["Alice"][2] == 1,
)
says(
    "The network gives # for Emily, near #: female.",
    emily,
    1,
    holds=says_female(emily) and near(emily, 1, 0.1),
)
says(
    "It gives # for Frank, near #: male.",
    frank,
    0,
    holds=says_male(frank) and near(frank, 0, 0.1),
)
PAGE.judged_elsewhere(
    "tests/oracle/figures/people.py",
    "What the network predicts all over the plane.",
)
says("On the decision boundary it predicts exactly #.", 0.5)
says("The line where the prediction is # is the decision boundary.", 0.5)
says(
    """The sigmoid is # where its input is #, so on this line the weighted sum
    $s_3$ of the output neuron is zero:""",
    f(0),
    0,
    holds=predict(P, 3, 1) == f(sums(P, 3, 1)[2]),
)
says(
    """Emily lies well on the side of Alice and Diana, Frank on the side of Bob
    and Charlie.""",
    holds=emily > 0.9
    and all(others[name] > 0.9 for name in ("Alice", "Diana"))
    and frank < 0.1
    and all(others[name] < 0.1 for name in ("Bob", "Charlie")),
)
says(
    "With the first five seeds, and everything else the same:",
    holds=len(first_five("Emily")) == number("five"),
)
says(
    "All five agree on who is female and who is male.",
    holds=all(map(says_female, first_five("Emily")))
    and all(map(says_male, first_five("Frank"))),
)
says(
    """They do not agree on the digits (`np.ptp` gives the largest minus
    the smallest): Emily's prediction varies by # and
    Frank's by #.""",
    fact("seeds.spread[0]"),
    fact("seeds.spread[1]"),
)
says(
    """The third decimal of a prediction says more about the seed than about
    Emily.""",
    holds=fact("seeds.spread[0]") > 0.01,
)
says(
    "Ask whether it was luck, with ten thousand networks.",
    holds=COUNT == 10_000,
)
says("Two right answers are no evaluation.", holds=len(ASKED) == 2)
says(
    """In our data every woman weighs at most # pounds and every man # or
    more.""",
    max(women.values()),
    min(men.values()),
)
says(
    "A network was not needed.",
    holds=max(women.values()) < min(men.values()),
)
says(
    "You built a neuron, and a network of three.",
    holds=len(NEURONS) == number("three"),
)
says(
    "You measured its loss, and computed how each parameter changes it.",
    holds=len(NAMES) == 9,
)
PAGE.opinions("""
    A real project keeps a test set, hundreds of people who were never used for
    training, and counts how often the network is right.

    Real networks are not written like this.

    Real ones keep their parameters in matrices, which are tables of numbers,
    work on many samples at once, and leave the derivatives to a library such
    as PyTorch or JAX.

    Michael Nielsen, Neural Networks and Deep Learning, a free book that takes
    the same road further.

    Andrej Karpathy, micrograd, which computes the slopes automatically, in a
    hundred lines.

    What this does not show
""")
says(
    """We did: it is right about #% of # measured people.""",
    lambda: 100 * fact("people_right"),
    1629,
)
PAGE.opinions(
    r"""
    Meet them, and ask about yourself.
    """
)

# Exercises
EMILYS = first_five("Emily")
says(
    "Train the network again with the seeds # to #, and ask each about Emily.",
    0,
    len(EMILYS) - 1,
)
says(
    """How far apart are the largest and the smallest of the five
    predictions?""",
    holds=len(EMILYS) == number("five"),
)
says("less than #", 0.001)
says("between # and #", 0.001, 0.1)
says("more than #", 0.1)
says(
    "They differ by #.",
    max(EMILYS) - min(EMILYS),
)
says(
    "All five were trained until their losses were small.",
    holds=lambda: all(trained(start(n))[1][-1] < 0.01 for n in range(5)),
)
says(
    "The same digits would need the same nine parameters.",
    holds=len(NAMES) == number("nine"),
)
says(
    "All five say female, and no two say it with the same digits.",
    holds=all(map(says_female, EMILYS)) and len(set(EMILYS)) == 5,
)
says(
    "Write the share of people whom a network puts on the right side of #.",
    0.5,
)
says(
    """It has no slope that would tell a parameter where to go: a tiny step
    changes no answer, so it stays as it is.""",
    holds=all(
        says_female(predict(P | {n: P[n] + 1e-6}, *inputs(who)))
        == says_female(predict(P, *inputs(who)))
        for n in NAMES
        for who in KNOWN
    ),
)
BOB = inputs("Bob")
says(
    """For two people with equal inputs the network has only one answer, so it
    cannot be right about both.""",
    holds=(*BOB, 1)[:2] == (*BOB, KNOWN["Bob"][2])[:2] and not KNOWN["Bob"][2],
)
PAGE.definitions("""
    What does that say about predictions near Alice and Diana?

    The loss is not what people ask for.

    They ask: how often is it right?

    Take yourself, or anybody, with a weight in pounds, a height in inches and
    a label.

    Train a new network on all five, and return what it predicts for the fifth.

    Now give it somebody who weighs and measures what Bob does, with the label
    #.
""")
PAGE.judged_elsewhere(
    "tests/exercises/test_exercises_played.py",
    """
    Practise lists every exercise of these pages, with a tick at those that you
    have done.
    """,
)
PAGE.opinions("""
    It mostly agrees, because it was taught so.
""")
PAGE.judged_elsewhere(
    "tests/exercises/test_exercises.py",
    """
    `y_pred > 0.5` is an array of True and False: who counts as female.

    Compare it with the labels: `(y_pred > 0.5) == y_true`.

    The fifth person has to be shifted like the others: `np.array([weight,
    height]) - shift`.

    `np.vstack([data, person])` puts a row below the data, and
    `np.append(all_y_trues, label)` puts a label behind the labels.

    Then `network.train(…)` with both, and `network.feedforward(person)`.
    """,
)
