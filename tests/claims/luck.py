"""Claims of the page on luck, by ten thousand networks of the oracle."""

from collections import Counter

from tests.claims.claim import Claims, near, number
from tests.oracle.exercises import best_rate
from tests.oracle.facts import LOSSES, STUCK, P, fact
from tests.oracle.network import NAMES, f, predict, slopes, start
from tests.oracle.people import ASKED, DEVIATIONS, KNOWN, MEANS, SHIFT, inputs
from tests.oracle.study import (
    COUNT,
    FEW,
    GROUPS,
    article_pairs,
    experiment,
    group,
    median,
    percentile,
    study,
)

PAGE = Claims("beyond/luck/")
says = PAGE.says

before = {name: predict(start(8218), *inputs(name)) for name in KNOWN}
losses = [lambda n=n: median(group(n, study().loss)) for n in range(3)]


def between(name, low, high):
    """The share of networks whose prediction lies between two percentiles."""
    values = getattr(study(), name)
    ends = percentile(values, low), percentile(values, high)
    return sum(ends[0] <= v <= ends[1] for v in values) / len(values)


def right():
    rows = zip(study().emily, study().frank, strict=True)
    return sum(e > 0.5 > f for e, f in rows)


def slope_size(name):
    row = KNOWN[name]
    return abs(slopes(start(8218), *inputs(name), row[2])["b3"])


for sentence in (
    """Ten thousand networks, trained at once, show how much of one result is
    luck.""",
    """You will train ten thousand of them at once, find the few different
    answers that they give, and look at the one that fails.""",
):
    says(sentence, holds=lambda: len(study().loss) == 10_000)
says(
    """Network $i$ starts with the nine numbers that the seed $i$ gives, drawn
    in the same order as in the tutorial:""",
    holds=len(NAMES) == number("nine"),
)
says(
    """A test draws seeds at random, trains each with the article's code alone,
    and finds all nine parameters equal to nine decimals.""",
    holds=len(NAMES) == number("nine"),
)
says("Here are the first thousand:", holds=FEW == 1000)
says(
    """This page was built by training all # networks with the seeds # to
    #.""",
    COUNT,
    0,
    COUNT - 1,
)
says(
    "Of these, #% find that Emily is female and Frank is male.",
    lambda: 100 * right() / COUNT,
)
says(
    """In # of # networks Emily's prediction lies between # and #, and Frank's
    between # and #.""",
    98,
    100,
    lambda: percentile(study().emily, 1),
    lambda: percentile(study().emily, 99),
    lambda: percentile(study().frank, 1),
    lambda: percentile(study().frank, 99),
    holds=lambda: near(between("emily", 1, 99), 0.98, 0.001),
)
says("Seed, from # to #", 0, COUNT - 1)
says(
    "The article prints # for Emily and # for Frank.",
    0.951,
    0.039,
)
says(
    """Both together come out of # seeds of #; the first of them is #, which is
    why the tutorial uses it.""",
    lambda: len(article_pairs()),
    COUNT,
    lambda: article_pairs()[0],
    holds=lambda: article_pairs()[0] == 157,
)
says(
    "The article's digits were neither wrong nor typical.",
    holds=lambda: 0 < len(article_pairs()) < 0.05 * COUNT,
)
says(
    """The last columns of the table are medians: half of the networks of a row
    lie below them.""",
    holds=lambda: near(share_below(median(study().loss)), 0.5, 0.001),
)


def share_below(value):
    return sum(each < value for each in study().loss) / COUNT


for sentence in (
    "Tell three solutions apart",
    "The map has three islands.",
    """There are three kinds of solutions, told apart by the signs of $w_5$ and
    $w_6$.""",
    """Training ends with two for male, two for female, or one for each;
    swapping $h_1$ and $h_2$ makes no difference.""",
):
    says(
        sentence,
        holds=lambda: {*study().group} == {0, 1, 2} and len(GROUPS) == 3,
    )
p = start(3)
raised = p | {"w5": abs(p["w5"])}, p | {"w5": -abs(p["w5"])}
says(
    """A hidden neuron with a positive weight in $o_1$ speaks for female: when
    it is active, it raises the prediction.""",
    holds=f(raised[0]["w5"] * 1) > f(0),
)
says(
    "One with a negative weight speaks for male.",
    holds=f(raised[1]["w5"] * 1) < f(0),
)
says(
    "For a woman both are silent: $h_1$ and $h_2$ are almost #.",
    0,
    holds=lambda: near(losses_of_silence(0), 0, 0.01),
)


def losses_of_silence(number):
    """How far Emily's prediction is from f(b3), in one group's middle."""
    pairs = zip(
        group(number, study().emily),
        group(number, study().silent),
        strict=True,
    )
    return median([abs(a - b) for a, b in pairs])


says(
    """So $f(b_3)$ must be near # for women, and the same $b_3$ must be
    outweighed for men.""",
    1,
    holds=lambda: median(group(0, study().silent)) > 0.9,
)
says(
    """The median of $f(b_3)$ is #, and that is also what these networks
    predict for Emily.""",
    lambda: median(group(0, study().silent)),
    holds=lambda: near(
        median(group(0, study().silent)), median(group(0, study().emily)), 5e-4
    ),
)
says(
    """With two neurons for female it is the men who get $f(b_3)$, about
    #.""",
    lambda: median(group(2, study().silent)),
    holds=lambda: near(
        median(group(2, study().silent)), median(group(2, study().frank)), 5e-3
    ),
)
for sentence in (
    """With one neuron for each, someone speaks for every person, and the loss
    is smaller:""",
    """One neuron for each sex ends at a smaller loss than two for the
    same.""",
):
    says(
        sentence,
        holds=lambda: losses[1]() < min(losses[0](), losses[2]()),
    )
says(
    """All # networks that print the article's digits have two neurons for
    male.""",
    lambda: len(article_pairs()),
    holds=lambda: {study().group[seed] for seed in article_pairs()} == {0},
)
says(
    """Whoever ran the article's program had landed in that group, which holds
    #% of the networks.""",
    lambda: 100 * study().group.count(0) / COUNT,
)
says(
    """One network of # still puts a known person on the wrong side of # after
    # epochs: the one with the seed #.""",
    COUNT,
    0.5,
    1000,
    lambda: study().fails.index(True),
    holds=lambda: sum(study().fails) == 1,
)
says("Look at the one that failed", holds=lambda: sum(study().fails) == 1)
says(
    """It started with a strong wrong opinion: # for Alice and # for Diana,
    whose labels are #.""",
    before["Alice"],
    before["Diana"],
    KNOWN["Diana"][2],
)
says(
    """There $o_1$ is saturated: the factor $f'(s_3)$ in every slope is # for
    Alice and # for Diana, where it could be #.""",
    before["Alice"] * (1 - before["Alice"]),
    before["Diana"] * (1 - before["Diana"]),
    0.25,
)
says(
    "Bob and Charlie, at about one half, have almost that much.",
    holds=all(
        near(before[name], 0.5, 0.05)
        and before[name] * (1 - before[name]) > 0.24
        for name in ("Bob", "Charlie")
    ),
)
says(
    """So nearly all that the network learns comes from them, and what they
    teach, lower predictions, holds Alice and Diana down.""",
    holds=min(map(slope_size, ("Bob", "Charlie")))
    > 10 * max(map(slope_size, ("Alice", "Diana"))),
)
says(
    """Their errors are nearly as large as they can be, and their slopes are
    small.""",
    holds=min(1 - before["Alice"], 1 - before["Diana"]) > 0.98,
)
says(
    "The network with seed # trains for # epochs.",
    8218,
    len(STUCK),
)
says("It was not lost, it was slow.", holds=STUCK[-1] < 0.01 < STUCK[999])
says(
    """The loss does creep downhill, and around epoch # the network breaks
    free.""",
    fact("luck_stuck_epoch"),
    holds=STUCK[999] < STUCK[500],
)
says(
    """The tutorial shifts the inputs by a number of pounds and inches near the
    average.""",
    holds=near(SHIFT[0], MEANS[0], 10) and near(SHIFT[1], MEANS[1], 1),
)
says(
    """Here is what # networks make of the same people when their measurements
    are left raw, centred, or standardised:""",
    FEW,
)
says(
    "Raw numbers saturate the hidden neurons, and # of # networks fail.",
    lambda: sum(experiment("raw").fails),
    FEW,
)
says(
    """Standardised inputs are also divided by their standard deviation, the
    usual measure of how far numbers spread.""",
    holds=near(DEVIATIONS[0], 15.7, 0.1),
)
says(
    """Here they learn a little more slowly: the inputs are smaller, and so are
    the slopes.""",
    holds=lambda: (
        median(experiment("standardised").loss)
        > median(experiment("shifted").loss)
        and max(abs(inputs("Bob", "standardised")[0]), 2)
        < max(inputs("Bob")[0], 2)
    ),
)
says(
    """The loss after # epochs: the median of # networks, and the range of nine
    in ten.""",
    1000,
    FEW,
    holds=number("nine") * 10 == 95 - 5,
)
says(
    """With # the steps are so short that # of # networks have not arrived
    after # epochs.""",
    0.001,
    lambda: sum(experiment(rate=0.001).fails),
    FEW,
    1000,
)
says(
    """With # the first steps throw # of them far out on the flat end of the
    sigmoid, and they stay there.""",
    100,
    lambda: sum(experiment(rate=100).fails),
)
says(
    """In between there is room: for these four people even #, # times the rate
    of the article, works for all, and ends at a smaller loss.""",
    10,
    10 / 0.1,
    holds=lambda: (
        not any(experiment(rate=10).fails)
        and median(experiment(rate=10).loss)
        < median(experiment(rate=0.1).loss)
        and len(KNOWN) == number("four")
    ),
)
says(
    "Almost all networks agree on the answers; they differ in the digits.",
    holds=lambda: 0.99 * COUNT < right() < COUNT and len(ASKED) == 2,
)
says(
    "These are the same networks.",
    holds=lambda: near(study().loss[157], LOSSES[-1], 1e-9),
)
PAGE.definitions("""
    The columns are not longer than a few thousand numbers, so that all of
    them fit into the processor's cache, the small memory that it reaches
    fastest.

    At least one ends in a tinted cell, and many in a dark one.

    What tells them apart is how the two hidden neurons share the work.

    All that is left of the weighted sum is the bias, and the prediction is
    $f(b_3)$.

    One run is one sample.
""")
PAGE.opinions("""
    The tutorial trained one network, from one set of random start values.

    Train many networks at once

    A program in NumPy is slow when it works on single numbers: most of the
    time goes into getting ready for each operation.

    So keep the network, and make every parameter a whole column of numbers,
    one row for each network.

    Each line of the article's formulas then does its work for thousands of
    networks:

    More seeds make more blocks, not longer columns:

    The results of all seeds are in seeds.json.

    Look at a network whose hidden neurons both speak for male.

    Prepare the inputs in other ways

    They are what most projects use, because they do not depend on the units.
""")


# Exercises
def wide(name):
    """The thousandths between the 1st and the 99th percentile."""
    values = getattr(study(), name)
    return round(1000 * (percentile(values, 99) - percentile(values, 1)))


says(
    """The article trained one network and prints two predictions, with three
    decimals each.""",
    holds=len(f"{0.951}".partition(".")[2]) == number("three"),
)
says("How many of # networks print exactly these two numbers?", COUNT)
says("fewer than #", 10)
says("about #", 100)
says("more than #", 1000)
says(
    """In # of # networks Emily's prediction lies in a range of about #
    thousandths, and Frank's in one of about #.""",
    98,
    100,
    lambda: wide("emily"),
    lambda: wide("frank"),
)
says(
    "They are #, fewer than one in a hundred.",
    lambda: len(article_pairs()),
    holds=lambda: len(article_pairs()) < COUNT / 100,
)
says(
    """The networks print hundreds of different pairs, and even the most
    frequent one comes out of fewer than a tenth of them.""",
    holds=lambda: len(pairs()) > 200 and max(pairs().values()) < COUNT / 10,
)


def pairs():
    """How many networks print each pair of predictions."""
    rows = zip(study().emily, study().frank, strict=True)
    return Counter(f"{e:.3f} {f:.3f}" for e, f in rows)


failing = [0.95] * 99 + [0.01]
says(
    """A single network that fails moves the mean, and the median hardly at
    all.""",
    holds=sum(failing) / 100 < 0.945 and median(failing) == 0.95,
)
says("All pages use the learning rate #.", fact("training.learn_rate"))
says(
    "# networks were trained for # epochs at each of four rates.",
    FEW,
    1000,
)
says(
    """Each step moves a parameter by the rate times the slope, and near the
    end all slopes are small.""",
    holds=all(
        abs(each) < 0.01
        for name in KNOWN
        for each in slopes(P, *inputs(name), KNOWN[name][2]).values()
    ),
)
says("What happens to a sigmoid whose sum was thrown to # by one step?", 50)
says("At # all learn, and end lowest.", lambda: float(best_rate()))
PAGE.definitions("""
    Say three of many runs: write the median of their predictions, the
    smallest, and the largest, whatever order they come in.

    The median is the number in the middle of that order.

    Of an even number of values it lies halfway between the two in the middle.

    Why not the mean?

    At which one did all of them learn, and end at the smallest loss?

    #
""")
PAGE.opinions("""
    One number of one run says little.

    That is no reason to distrust the article.

    Nobody could have worked that out on paper, and other data has another best
    rate: one tries some rates, each ten times the last.

    Look at the map: how many cells are dark?
""")
PAGE.judged_elsewhere(
    "tests/exercises/test_exercises.py",
    """
    `np.sort(values)` puts them in order: the smallest first, the largest last.

    NumPy has all three: `np.median`, `np.min` and `np.max`.
    """,
)
