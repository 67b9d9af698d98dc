"""Claims of the page of the playground, and of its experiments' answers."""

from tests.claims.claim import Claims, falls, near, number
from tests.oracle.exercises import wrong_after, wrong_from
from tests.oracle.facts import (
    ALICE,
    LARGE,
    ONES,
    ONES_FACTORS,
    ONES_SLOPES,
    SLOW,
)
from tests.oracle.network import (
    NAMES,
    chain,
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
from tests.oracle.people import KNOWN, inputs, samples
from tests.oracle.runs import equal_neurons, raw
from tests.oracle.study import experiment, median, study

PAGE = Claims("beyond/playground/")
says = PAGE.says

sizes = {name: abs(slope) for name, slope in ONES_SLOPES.items()}
moved = stepped(ONES, *ALICE)
zeros = slopes(filled(0, 0), *ALICE)
four = len(KNOWN) == number("four")


def twins(p):
    """Whether h1 and h2 have the same parameters."""
    pairs = ("w1", "w3"), ("w2", "w4"), ("b1", "b2"), ("w5", "w6")
    return all(p[a] == p[b] for a, b in pairs)


for sentence in (
    """Each box holds a parameter: the weights $w_1$ to $w_6$ and the biases
    $b_1$ to $b_3$.""",
    """The network learns from this one person, and all nine parameters move a
    little.""",
):
    says(
        sentence,
        holds=len(NAMES) == number("nine")
        and all(0 < abs(moved[n] - ONES[n]) < 0.1 for n in NAMES),
    )
says(
    "The loss falls, and the line between the two groups moves to its place.",
    holds=trained(ONES)[1][-1] < loss(ONES, samples()) / 10,
)
says(
    "It changes $b_3$ most, by #.",
    moved["b3"],
    holds=max(sizes, key=sizes.get) == "b3",
)
says(
    "Next come $w_1$ and $w_3$, by #: $b_3$ moves # times as far.",
    moved["w1"] - 1,
    sizes["b3"] / sizes["w1"],
    holds=set(sorted(sizes, key=sizes.get)[-3:]) == {"w1", "w3", "b3"}
    and sizes["w1"] == sizes["w3"],
)
says(
    """A parameter moves by $-\\eta$ times its slope, and the learning rate
    $\\eta$, here #, is the same for all.""",
    0.1,
    holds=all(
        near(moved[n], ONES[n] - 0.1 * ONES_SLOPES[n], 1e-15) for n in NAMES
    ),
)
says(
    "From the loss to the prediction: #.",
    ONES_FACTORS["d_L_d_ypred"],
)
says(
    "All nine ways begin with this factor.",
    holds={chain(name)[0] for name in NAMES} == {"d_L_d_ypred"},
)
says(
    "From the prediction to $b_3$: #.",
    ONES_FACTORS["d_ypred_d_b3"],
)
says("Here the way of $b_3$ ends.", holds=len(chain("b3")) == 2)
says(
    "The way of $w_1$ is longer, because $w_1$ acts through $h_1$.",
    holds=len(chain("w1")) > len(chain("b3"))
    and chain("w1")[1] == "d_ypred_d_h1",
)
says(
    """From the prediction to $h_1$ the factor is #, and from $h_1$ to $w_1$ it
    is #.""",
    ONES_FACTORS["d_ypred_d_h1"],
    ONES_FACTORS["d_h1_d_w1"],
)
says(
    """That last factor is small: $h_1$ is #, at the flat end of the sigmoid,
    where the sigmoid's own slope is only #.""",
    f(-3),
    slope_of_f(-3),
    holds=abs(ONES_FACTORS["d_h1_d_w1"]) < 0.1,
)
says(
    """The way of $w_5$ is as short as that of $b_3$, but $w_5$ is multiplied
    by $h_1$.""",
    holds=len(chain("w5")) == len(chain("b3")),
)
says(
    "So its factor is # times #, which is #.",
    ONES_FACTORS["d_ypred_d_b3"],
    f(-3),
    ONES_FACTORS["d_ypred_d_w5"],
)
says(
    "Every other way has one more small factor.",
    holds=all(
        abs(ONES_FACTORS[chain(n)[-1]]) < 0.1 for n in NAMES if n != "b3"
    ),
)
says(
    """Only $b_3$ acts on the output directly, with nothing to weaken it.""",
    holds=sum(len(chain(n)) == 2 for n in NAMES) == 3,
)
says(
    """Here is its first step, as the build of this page computed it: one step
    for Alice with all weights #, all biases # and the learning rate #.""",
    *(1, 0, 0.1),
)
says(
    "A step for Alice lowers Alice's squared error.",
    holds=loss(moved, [ALICE]) < loss(ONES, [ALICE]),
)
says(
    """The loss in the playground is the mean over all who teach it, so a
    single step may well raise it.""",
    holds=four
    and loss(stepped(start(157), *ALICE), samples())
    > loss(start(157), samples()),
)
says(
    "The first step changes $w_5$, $w_6$ and, most of all, $b_3$.",
    holds={n for n in NAMES if zeros[n]} == {"w5", "w6", "b3"}
    and abs(zeros["b3"]) == max(map(abs, zeros.values())),
)
says(
    """The slope of $b_3$ is #; those of $w_5$ and $w_6$ are half of it,
    because $h_1$ and $h_2$ both give #.""",
    zeros["b3"],
    0.5,
    holds=zeros["w5"] == zeros["w6"] == zeros["b3"] / 2,
)
says(
    """The slopes of the other six contain $w_5$ or $w_6$ as a factor, and that
    is zero.""",
    holds=sum(slope == 0 for slope in zeros.values()) == number("six"),
)
says(
    """Later all nine move, but $h_1$ and $h_2$ stay equal for ever: they get
    the same inputs, the same slopes and the same steps.""",
    holds=all(trained(filled(0, 0))[0].values())
    and twins(trained(filled(0, 0))[0]),
)
says(
    "That is enough for these four people: after # epochs the loss is #.",
    1000,
    trained(filled(0, 0))[1][-1],
    holds=four,
)
says(
    """Here $h_2$ has the start values of $h_1$, and $o_1$ the same weight for
    both.""",
    holds=twins(equal_neurons()),
)
says(
    """Equal neurons get equal slopes, in every step, so they stay equal to the
    last digit.""",
    holds=twins(trained(equal_neurons())[0]),
)
says(
    """The loss still falls, to #, because one line is enough for these
    people.""",
    trained(equal_neurons())[1][-1],
)
says("Set the learning rate to #", 10)
says("The steps are much longer than at #.", 0.1)
says("Learn at #", 10)
says("Answer: a learning rate of #", 10)
says(
    "It falls, and fast: from # after the first epoch to # after #.",
    LARGE[0],
    LARGE[-1],
    len(LARGE),
    holds=falls(LARGE),
)
says(
    """For these four people, steps as long as these still arrive: even at a
    rate of #, all # networks of another page learn.""",
    10,
    lambda: len(experiment(rate=10).fails),
    holds=lambda: four and not any(experiment(rate=10).fails),
)
says(
    "At #, # of them fail.",
    100,
    lambda: sum(experiment(rate=100).fails),
)
says(
    """And with raw inputs this network fails at # already: its loss ends
    above #, which is what answering # for everyone gives.""",
    10,
    0.5**2,
    0.5,
    holds=trained(start(157), samples("raw"), 10)[1][-1] > 0.5**2,
)
says(
    "About # for everyone.",
    0.5,
    holds=all(
        near(predict(raw()[0], *x[:2]), 0.5, 0.001) for x in samples("raw")
    ),
)
says(
    """The weighted sums are far from zero, where the sigmoid is flat, so the
    factor $f'(s_1)$ is almost zero and $w_1$, $w_2$ and $b_1$ hardly
    move.""",
    holds=all(
        abs(sums(start(157), *x[:2])[0]) > 10
        and slope_of_f(sums(start(157), *x[:2])[0]) < 1e-4
        for x in samples("raw")
    )
    and near(raw()[0]["w1"], start(157)["w1"], 1e-3),
)
says(
    """Standardised inputs, which subtract the mean and divide by the standard
    deviation, do let the network learn, though more slowly than shifted
    ones.""",
    holds=lambda: (
        not any(experiment("standardised").fails)
        and median(experiment("standardised").loss)
        > median(experiment("shifted").loss)
    ),
)
says("Seed # and the learning rate #.", 158, 0.01)
says("Are # epochs enough?", 1000)
says("Take seed #", 158)
says(
    """This network begins by believing the opposite, with a loss of # after
    the first epoch, and ends at #.""",
    SLOW[0],
    SLOW[999],
    holds=all(
        (predict(start(158), *inputs(name)) > 0.5) != (row[2] == 1)
        for name, row in KNOWN.items()
    ),
)
says(
    """It is not stuck, only slow: # more epochs bring the loss to #.""",
    1000,
    SLOW[1999],
)
says(
    """Of the seeds below #, five end above # at this rate, the loss of
    answering # for everyone.""",
    1000,
    0.25,
    0.5,
    holds=lambda: (
        sum(each > 0.25 for each in experiment(rate=0.01).loss)
        == number("five")
    ),
)
says(
    "At the rate # none does.",
    0.1,
    holds=lambda: max(study().loss[:1000]) < 0.25,
)
says(
    """A test of this site compares the two: the losses, the slopes and all
    nine parameters agree.""",
    holds=len(NAMES) == number("nine"),
)
PAGE.definitions("""
    A slope says how fast the loss grows as the parameter grows.

    It is a product, with one factor for each stage on the way from the loss
    back to the parameter:

    The network works as if it had one hidden neuron.

    The two lines in the plane lie on each other.

    A step changes each parameter by the learning rate times its slope, so the
    steepest slope moves most.

    A slope is a product: one factor near zero makes the whole slope small.

    Equal neurons stay equal, and saturated neurons hardly learn.
""")
PAGE.opinions("""
    Change any parameter, take one step, and see every number behind it.

    You work the network of the tutorial by hand: take one step of learning,
    and see every number behind it.

    You need no calculus.

    The other numbers follow from them, for the person who is next.

    Drag the people, too, or add one and teach the network what you know.

    Nothing of it leaves your browser.

    Take the first step

    Answer each question first.

    Then set it up with one click, run it, and look.

    Start with all nine parameters zero

    Which parameters does the first step change?

    Will $h_1$ and $h_2$ ever differ?

    Set all nine to zero

    Answer: all nine zero

    Make both hidden neurons equal

    Make them equal

    Answer: equal neurons

    No.

    Will the loss jump about, grow, or fall?

    Do not rely on it.

    Look at $s_1$ and $h_1$ before you run it.

    Train the network tells more.

    Look at the predictions before the first step.

    The same experiments in Python
""")
PAGE.judged_elsewhere(
    "test_breadth_shows_what_the_last_step_changed in tests/playground/",
    "The more one moved, the broader the mark behind its arrow.",
)

# Exercises
says(
    """The playground begins with all weights # and all biases #, and Alice is
    first.""",
    1,
    0,
    holds=next(iter(KNOWN)) == "Alice",
)
says("Start from seed #.", 157)
says(
    """Find the smallest learning rate, in thousandths, with which the network
    puts all four people on the right side of # within # epochs, and hand that
    in.""",
    0.5,
    100,
    holds=four,
)
says(
    "Run at # steps a second for almost four seconds, pause, and go on by One "
    "epoch.",
    100,
    holds=100 * len(KNOWN) / 100 == number("four"),
)
says(
    """It is #; with # two of the four are still on the wrong side at epoch
    #.""",
    0.005,
    0.004,
    100,
    holds=lambda: (
        wrong_after(0.005, 100) == 0
        and wrong_after(0.004, 100) == number("two")
    ),
)
says(
    "With twice the epochs, about half the rate would do.",
    holds=lambda: wrong_after(0.0025, 200) == 0 < wrong_after(0.002, 200),
)
says(
    "At the rate # not one of the seeds below # fails.",
    0.1,
    1000,
    holds=lambda: not any(experiment(rate=0.1).fails),
)
says(
    """Build a start that does: set as few of the nine parameters as you like,
    then train for # epochs.""",
    1000,
    holds=len(NAMES) == number("nine"),
)
says("Hand it in if somebody is still on the wrong side of #.", 0.5)
says(
    """A single parameter is enough: $b_3$ moves the sum of $o_1$ for
    everyone.""",
    holds=lambda: wrong_from(20) > 0,
)
says(
    """With $b_3$ at # the sum of $o_1$ is far out on the flat end, whoever is
    asked.""",
    20,
    holds=slope_of_f(20 - 2) < 1e-7,
)
says(
    """All nine slopes contain $f'(s_3)$, which is almost # there, so nothing
    moves.""",
    0,
    holds=all(chain(name)[1].startswith("d_ypred_") for name in NAMES)
    and slope_of_f(20) < 1e-8,
)
says(
    "With $b_3$ at # the network still finds its way back.",
    5,
    holds=lambda: wrong_from(5) == 0,
)
says(
    "All nine slopes share one factor $f'$ of a weighted sum.",
    holds={chain(name)[1].rpartition("_")[0] for name in NAMES}
    == {"d_ypred_d"},
)
PAGE.definitions("""
    Which of these parameters will her step change most?

    `b3`

    `w1`

    `w5`

    A parameter moves by the learning rate times its slope.

    Which slope is the steepest?

    A slope is a product, with a factor for each stage on the way.

    Which way is short, with no small factor?

    Halve the rate again and again until it fails.

    Then go between the last that learned and the first that did not.

    You searched by halving: each trial cuts what is left in two.

    A network hardly learns where the sigmoid is flat.

    Of which sum?
""")
