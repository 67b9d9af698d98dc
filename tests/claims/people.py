"""Claims of the page on real people, by a second reading of their file."""

from tests.claims.claim import Claims, falls, near, number, rises
from tests.claims.shown import source
from tests.oracle.facts import fact
from tests.oracle.measured import (
    LAYERS,
    best_border,
    by_layers,
    columns,
    curve,
    everyone,
    four,
    is_right,
    learned,
    learned_share,
    output_of_four,
    right_share,
    share,
    shares_of_luck,
    standard_error,
    tenths,
)
from tests.oracle.network import NAMES, predict
from tests.oracle.people import ASKED, KNOWN, SHIFT, inputs, mean
from tests.oracle.study import median, percentile

PAGE = Claims("beyond/people/")
says = PAGE.says


def low_end(shares):
    return percentile(shares, 5)


def gain(measure, few, many):
    """By how much the curve rises from one number of people to another."""
    return measure(curve()[many]) - measure(curve()[few])


says(
    """The network of the tutorial meets # measured people.""",
    1629,
)
says(
    """How often is it right, how many people does it take to do better, and
    what is an output of # worth?""",
    0.95,
)
says(
    """Here is one: the same network, the same code, and # people whose
    weight, height and sex are known.""",
    1629,
)
says(
    """The people were measured in the United States in #: # women and #
    men.""",
    1971,
    830,
    799,
)
says(
    """About what share of the # will the network be right?""",
    1629,
)
says(
    """Whoever answers “female” for everyone is right about #%.""",
    lambda: 100 * fact("people_guess"),
)
says(
    """About # of #, which is #%.""",
    lambda: fact("people_right_count"),
    1629,
    lambda: 100 * fact("people_right"),
)
says(
    """For Emily the network gave #, as if it were sure.""",
    predict(four(), *inputs("Emily")),
)
says(
    """Among these people it is wrong about almost every third.""",
    holds=lambda: 0.28 < 1 - right_share() < 1 / 3,
)
says(
    """The people stand in people.csv, one in each line.""",
    holds=lambda: len(everyone()) == 1629,
)
says(
    """Right about nearly all men, wrong about half of the women.""",
    holds=lambda: right_share(0) > 0.9 and near(right_share(1), 0.5, 0.05),
)
says(
    """For # people that is #%.""",
    1629,
    lambda: 100 * fact("people_error"),
)
says(
    """The line is where the network that learned from the four named people
    answers #: female to its left, male to its right.""",
    0.5,
    holds=lambda: output_of_four(100, 66) > 0.5 > output_of_four(170, 66),
)
says(
    """The line is steep: the network decides by weight.""",
    holds=lambda: right_share() < best_border(0)[1] + 0.05,
)
says(
    """The four people allow that, since the women among them are light and
    the men are heavy.""",
    holds=max(w for w, _, y in KNOWN.values() if y)
    < min(w for w, _, y in KNOWN.values() if not y),
)
says(
    """They would have allowed a flat line as well, one that decides by
    height.""",
    holds=max(h for _, h, y in KNOWN.values() if y)
    < min(h for _, h, y in KNOWN.values() if not y),
)
says(
    """Height alone is right about #%, weight alone about #%.""",
    lambda: 100 * fact("people_height_right"),
    lambda: 100 * fact("people_weight_right"),
)
says(
    """Even so: four people taught the network the weaker of its two
    inputs.""",
    holds=lambda: best_border(0)[1] < best_border(1)[1],
)
says(
    """Here are the ten thousand networks that learned from the same four
    people:""",
    holds=lambda: len(shares_of_luck()) == 10_000,
)
says(
    """What ten thousand networks of the same four people score.""",
    holds=lambda: len(shares_of_luck()) == 10_000,
)
says(
    """Half of them are right about less than #%, and # of # lie between #%
    and #%.""",
    lambda: 100 * fact("people_luck_median"),
    98,
    100,
    lambda: 100 * fact("people_luck_low"),
    lambda: 100 * fact("people_luck_high"),
)
says(
    """Only six of # do better than height alone.""",
    10_000,
    holds=lambda: fact("people_luck_above") == number("six"),
)
says(
    """The tutorial subtracted roughly the average from each input.""",
    holds=all(
        near(mean(p[i] for p in KNOWN.values()), SHIFT[i], 7) for i in (0, 1)
    ),
)
says(
    """Both losses fall together.""",
    holds=lambda: all(
        falls([e[i] for e in learned().losses[:3]]) for i in (0, 1)
    ),
)
says(
    """The network is right about #% of # people whom it never met, with a
    standard error of #%.""",
    lambda: 100 * fact("people_learned"),
    815,
    lambda: 100 * fact("people_learned_error"),
)
says(
    """It is no worse there than in the training part, so what it learned is
    about people, not about those people.""",
    holds=lambda: (
        learned_share()
        > share(is_right(learned().output, p) for p in learned().train)
    ),
)
says(
    """Nine parameters and # people leave little room for that.""",
    814,
    holds=len(NAMES) == number("nine"),
)
says(
    """Networks of the same shape, trained on twelve other splits, are right
    about #% to #% of their test people.""",
    lambda: 100 * fact("people_two_low"),
    lambda: 100 * fact("people_two_high"),
    holds=fact("people_splits") == number("twelve"),
)
says(
    """Four were too few, # were enough.""",
    814,
)
says(
    """Draw a few people from the training part, train a network on them, and
    test it; do that # times for each number of people.""",
    200,
)
says(
    """The line is the median of # networks: half of them are above it.""",
    200,
    holds=lambda: all(
        sum(share > median(row) for share in row) <= 100 for row in curve()
    ),
)
says(
    """With # people the median is #%, and one network in twenty ends below
    #%, worse than guessing.""",
    4,
    lambda: 100 * fact("people_4_median"),
    lambda: 100 * fact("people_4_low"),
    holds=lambda: fact("people_4_low") < 0.5,
)
says(
    """The tutorial's four were an ordinary draw.""",
    holds=lambda: (
        percentile(curve()[0], 25) < right_share() < percentile(curve()[0], 75)
    ),
)
says(
    """With # people it is #%, and hardly any network is bad.""",
    32,
    lambda: 100 * fact("people_32_median"),
    holds=lambda: min(curve()[3]) > 0.7,
)
says(
    """From # people on, more bring almost nothing: #%, then #%.""",
    128,
    lambda: 100 * fact("people_128_median"),
    lambda: 100 * fact("people_256_median"),
)
says(
    """More people make a network better, and above all safer: the bad draws
    vanish first.""",
    holds=lambda: (
        rises(map(median, curve()))
        and gain(low_end, 0, 3) > 3 * gain(median, 0, 3)
    ),
)
says(
    """From about a hundred people on they do neither.""",
    holds=lambda: max(gain(low_end, 5, 6), gain(median, 5, 6)) < 0.01,
)
says(
    """Train a single neuron, our network with two hidden ones, and one with
    sixteen, on the same twelve splits.""",
    holds=fact("people_splits") == number("twelve")
    and [s[1:-1] for s in LAYERS] == [(), (2,), (16,)],
)
says(
    """The medians are #%, #% and #%.""",
    lambda: 100 * fact("people_neuron_median"),
    lambda: 100 * fact("people_two_median"),
    lambda: 100 * fact("people_sixteen_median"),
)
says(
    """The splits of one network differ by more than the networks do.""",
    holds=lambda: all(max(s) - min(s) > 0.02 for s in by_layers().values()),
)
says(
    """The honest answer is no: for these two inputs one neuron, a single
    straight line, is as good.""",
    holds=lambda: near(
        median(by_layers()[2, 1]), median(by_layers()[2, 2, 1]), 0.005
    ),
)
says(
    """Ask what # means""",
    predict(four(), *inputs("Emily")),
)
says(
    """The network gave Emily #.""",
    predict(four(), *inputs("Emily")),
)
says(
    """Does it mean that she is a woman with a probability of #%?""",
    100 * predict(four(), *inputs("Emily")),
)
says(
    """Take all test people who got an output from # to #, and see how many of
    them are women:""",
    0.9,
    1,
)
says(
    """To those between # and # the network of four people gives # on average,
    and #% of them are women.""",
    0.9,
    1,
    lambda: fact("people_sure_four_said"),
    lambda: 100 * fact("people_sure_four_women"),
)
says(
    """At the other end it is far worse: of the # people to whom it gives less
    than #, #% are women.""",
    lambda: fact("people_low_four"),
    0.1,
    lambda: 100 * fact("people_low_four_women"),
)
says(
    """It is nearly always sure, and often wrong.""",
    holds=lambda: sum(len(tenths("four")[t]) for t in (0, 9)) > 0.85 * 815,
)
says(
    """To those between # and # the network of # people gives # on average, and
    #% of them are women.""",
    0.9,
    1,
    814,
    lambda: fact("people_sure_many_said"),
    lambda: 100 * fact("people_sure_many_women"),
)
says(
    """Of the # below #, #% are.""",
    lambda: fact("people_low_many"),
    0.1,
    lambda: 100 * fact("people_low_many_women"),
)
says(
    """So an output of # from the network that answered for Emily is worth
    about #%, and only among people like these, of whom half are women.""",
    0.95,
    lambda: 100 * fact("people_sure_four_women"),
    holds=near(830 / 1629, 0.5, 0.02),
)
says(
    """Until somebody has counted, an output is a number between # and #, and
    not a probability.""",
    0,
    1,
)
says(
    """The steep line belongs to the network that four people taught, the
    dashed one to the network that # taught.""",
    814,
)
says(
    """Some examples, Emily and Frank first.""",
    holds=[*ASKED] == ["Emily", "Frank"],
)
says(
    """Near are those within # pounds and # inch:""",
    5,
    1,
)
says(
    """Where do you stand on the plane, what do both networks answer, and how
    many of the # were about like you?""",
    1629,
)
says(
    """How, and in which clothes, the file does not say.""",
    holds=lambda: columns() == ["sex", "height_cm", "weight_kg"],
)
says(
    """Cigarette smokers of # to # years, in the United States of #.""",
    25,
    74,
    1971,
)
says(
    """A network that is right about #% of them may be right about fewer of
    your neighbours.""",
    lambda: 100 * fact("people_learned"),
)
says(
    """The file knows two labels, as somebody wrote them down half a century
    ago.""",
    holds=lambda: {p[2] for p in everyone()} == {0, 1},
)
says(
    """The same arithmetic guesses illnesses and debts, and there the same
    questions decide: who was measured, who was kept for the test, and who
    counted what # is worth.""",
    0.95,
)
says(
    """Four people are too few to learn from, about a hundred are enough for
    two inputs.""",
    holds=lambda: (
        median(curve()[0]) < 0.8
        and near(median(curve()[5]), median(curve()[6]), 0.01)
    ),
)
says(
    """An output of # is worth what a count says: here #% from a network of
    four people.""",
    0.95,
    lambda: 100 * fact("people_sure_four_women"),
)
PAGE.definitions(
    r"""
    The share of right answers is called the accuracy.

    One half is the training part.

    Here the inputs are standardised: shifted by their mean $m$ and divided by
    their standard deviation $d$, which says how widely they spread around it:

    When the loss of the training part goes on falling and that of the test
    part rises, a network has begun to learn its people by heart, to overfit.

    A network whose outputs agree with such counts is called calibrated.

    Generalising is being right about people whom the network never met.
    """
)
PAGE.opinions(
    r"""
    Two right answers were no evaluation.

    Guess first

    The network learned from Alice, Bob, Charlie and Diana and has never
    seen any of them.

    Then train the network as before, and count:

    One number hides two different stories:

    Would other people give the same share?

    Only nearly.

    If a network is right about a share $p$ of all people, then its share
    among $n$ of them, drawn by chance, is usually off by about its
    standard error:

    Shares that differ by less than two such errors may well differ by
    chance alone.

    See what four people taught

    Everyone by weight and height.

    Ask all people which input was the better choice, with one straight
    border and no network at all:

    Height: two hills, and a valley between them.

    Weight: two hills that stand in one another.

    Both borders were chosen by looking at these very people, which
    flatters them a little.

    Was that bad luck of one seed?

    It was not the seed.

    It was the four.

    But not from all of them.

    A network can become right about the people from whom it learns by
    fitting to them, as ours fits the four.

    What we want to know is how right it is about people whom it has never
    met.

    So deal the people by chance into two halves, with a seed so that
    everybody can deal them the same way:

    The other, the test part, stays untouched until the network is
    finished.

    Whatever the network, or you, took from it would make the score better
    than it will be for the next stranger.

    Try ten seeds and keep the one that does best in the test part, and you
    have trained on it by hand.

    Both come from the training part alone.

    The test part is prepared with the same two numbers, as every later
    stranger will be.

    Only one of them was trained on.

    One split is one sample.

    The dark band holds the middle half of them, the pale one the middle nine
    in ten.

    `MatrixNetwork` makes all three:

    In between?

    Every network starts from another seed, is standardised by its own few
    people, and takes as many steps as every other.

    `ManyNetworks` trains them all at once:

    A man and a woman of the same weight and height look the same to every
    network.

    A dot for each split, a line at the median.

    A hidden layer pays where the border between two answers is bent, as
    for the two spirals.

    The bars are one standard error long, up and down.

    Nothing that you type leaves your browser, and nothing is kept.

    Ask both networks

    What this cannot say

    Other people have other weights and heights.

    What was written down.

    Not everybody is one of the two.

    Nothing, and that is as it should be.

    Nobody needs to guess from a scale what one can ask.

    Only an untouched test part can measure it: what was used to choose or to
    prepare is no stranger any more.

    A share of right answers has a standard error; one split is one
    sample.
    """
)

# Exercises
says(
    "Say a share, as # or #%; five hundredths more or less will do.",
    0.6,
    60,
    holds="\nwithin = 0.05\n" in source("docs/exercises/right_about_people.py")
    and number("five") / 100 == 0.05,
)
says(
    "It learned from four people, whom their weight tells apart.",
    holds=len(KNOWN) == number("four")
    and max(pounds for pounds, _, label in KNOWN.values() if label)
    < min(pounds for pounds, _, label in KNOWN.values() if not label),
)
says(
    "Four times as many people halve the error.",
    holds=near(
        2 * standard_error(0.7, 4 * 100), standard_error(0.7, 100), 1e-15
    ),
)
PAGE.definitions("""
    Somebody hands you an array with True for each person about whom a network
    was right, and False for the others.

    Write the share of True, and its standard error.

    It is better than answering the same for everyone.

    Of how many others is that true?

    Now the formula above, with `len(right)` for the n in it.

    Write the preparation for anybody: the training part, the test part, or a
    stranger who comes later.

    Each row is a person with a weight and a height.

    Mean and standard deviation come from `train`, never from `people`.
""")
PAGE.opinions("""
    That is why a share of a few people says so little.

    Test people who are prepared by their own mean tell the network where their
    middle lies, which no single stranger could.
""")
PAGE.judged_elsewhere(
    "tests/exercises/test_exercises.py",
    """
    The mean of True and False is the share of True: `p = right.mean()`.

    `np.sqrt(p * (1 - p) / len(right))` takes the root of all of it.

    `train.mean(axis=0)` gives the mean of each column: one of the weights,
    one of the heights.

    `train.std(axis=0)` gives the two standard deviations.
    """,
)
