"""The page on real people once more, from the file and from definitions."""

import csv
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import numpy as np

from tests.oracle.network import loss, predict, start, stepped, trained
from tests.oracle.people import ASKED, SHIFT, deviation, mean
from tests.oracle.study import forward, median, percentile, ten_thousand

FILE = Path(__file__).parents[2] / "docs" / "programs" / "people.csv"
KILOGRAMS, CENTIMETRES = 0.45359237, 2.54  # of a pound, of an inch
HALF = 1629 // 2
SIZES = (4, 8, 16, 32, 64, 128, 256)
LAYERS = ((2, 1), (2, 2, 1), (2, 16, 1))


@cache
def everyone():
    """All people: (pounds, inches, label), in the order of the file."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return [
            (
                float(row["weight_kg"]) / KILOGRAMS,
                float(row["height_cm"]) / CENTIMETRES,
                {"female": 1, "male": 0}[row["sex"]],
            )
            for row in csv.DictReader(file)
        ]


def columns():
    return FILE.read_text("utf-8").splitlines()[0].split(",")


def of_sex(label):
    return [person for person in everyone() if person[2] == label]


def share(truths):
    return mean(map(bool, truths))


def standard_error(p, n):
    return (p * (1 - p) / n) ** 0.5


@cache
def four():
    """The network of the tutorial."""
    return trained(start(157))[0]


def output_of_four(pounds, inches):
    return predict(four(), pounds - SHIFT[0], inches - SHIFT[1])


def is_right(output, person):
    return (output(*person[:2]) > 0.5) == (person[2] == 1)


@cache
def right_of_four(label):
    """About whom of a sex the network is right: a truth for each."""
    return [is_right(output_of_four, person) for person in of_sex(label)]


@cache
def best_border(column):
    """The border, in halves of a unit, that parts the sexes best."""
    found = []
    for twice in range(100, 760):
        border = twice / 2
        rows = [(p[column] < border) == (p[2] == 1) for p in everyone()]
        found.append((sum(rows), -border))
    most, border = max(found)
    return -border, most / 1629


@cache
def shares_of_luck():
    """The share of people about whom each of 10,000 networks is right."""
    people = np.array(everyone())
    x = people[:, :2] - SHIFT
    right = np.zeros(10_000, int)
    p = ten_thousand()[0]
    with np.errstate(over="ignore"):
        for inputs, label in zip(x, people[:, 2], strict=True):
            right += (forward(p, inputs)[2] > 0.5) == (label == 1)
    return (right / 1629).tolist()


def dealt(rng):
    """The numbers of the people to train with, and of those to test."""
    order = rng.permutation(1629).tolist()
    return order[:HALF], order[HALF:]


def scales(people):
    """The means and the deviations of weights and heights."""
    columns = list(zip(*people, strict=True))[:2]
    return list(map(mean, columns)), list(map(deviation, columns))


def standardised(people, means, deviations):
    return [
        ((w - means[0]) / deviations[0], (h - means[1]) / deviations[1], y)
        for w, h, y in people
    ]


@cache
def learned():
    """The network that half of the people taught, and its losses."""
    rng = np.random.default_rng(157)
    train, test = ([everyone()[i] for i in part] for part in dealt(rng))
    means, deviations = scales(train)
    names = ("w1", "w2", "w3", "w4", "w5", "w6", "b1", "b2", "b3")
    p = dict(zip(names, map(float, rng.normal(size=9)), strict=True))
    own, others = (standardised(p, means, deviations) for p in (train, test))
    losses = []
    for _ in range(10):
        for person in own:
            p = stepped(p, *person)
        losses.append((loss(p, own), loss(p, others)))

    def output(pounds, inches):
        ((x1, x2, _),) = standardised([(pounds, inches, 0)], means, deviations)
        return predict(p, x1, x2)

    return SimpleNamespace(
        output=output, train=train, test=test, losses=losses, parameters=p
    )


@cache
def curve():
    """For each number of people, the shares of 200 networks in the test."""
    rng = np.random.default_rng(157)
    train, test = dealt(rng)
    people = np.array(everyone())
    drawn = [
        people[rng.choice(train, size, replace=False)]
        for size in SIZES
        for _ in range(200)
    ]
    middle = np.array([each[:, :2].sum(axis=0) / len(each) for each in drawn])
    wide = [
        (((each[:, :2] - m) ** 2).sum(axis=0) / len(each)) ** 0.5
        for each, m in zip(drawn, middle, strict=True)
    ]
    p = np.array([list(start(n).values()) for n in range(1400)]).T
    for step in range(1024):
        now = np.array([each[step % len(each)] for each in drawn])
        x = ((now[:, :2] - middle) / wide).T
        in_one_step(p, x, now[:, 2])
    right = np.zeros(1400, int)
    for person in people[test]:
        o1 = forward(p, ((person[:2] - middle) / wide).T)[2]
        right += (o1 > 0.5) == (person[2] == 1)
    return (right / len(test)).reshape(7, 200).tolist()


def in_one_step(p, x, label):
    """Move each column of p against the slopes of its sample's loss."""
    h1, h2, o1 = forward(p, x)
    in_s3 = 2 * (o1 - label) * o1 * (1 - o1)
    in_s1 = in_s3 * p[4] * h1 * (1 - h1)
    in_s2 = in_s3 * p[5] * h2 * (1 - h2)
    in_w1_to_w4 = in_s1 * x[0], in_s1 * x[1], in_s2 * x[0], in_s2 * x[1]
    in_the_rest = in_s3 * h1, in_s3 * h2, in_s1, in_s2, in_s3
    p -= 0.2 * np.array([*in_w1_to_w4, *in_the_rest])


@cache
def by_layers():
    """For each network, the shares right in the tests of 12 splits."""
    found = {sizes: [] for sizes in LAYERS}
    for split in range(12):
        rng = np.random.default_rng(split)
        train, test = ([everyone()[i] for i in part] for part in dealt(rng))
        means, deviations = scales(train)
        own = np.array(standardised(train, means, deviations))
        others = np.array(standardised(test, means, deviations))
        for sizes in LAYERS:
            output = layers_taught(sizes, rng, own)
            sides = output(others[:, :2]) > 0.5
            found[sizes].append(share(sides == (others[:, 2] == 1)))
    return found


def layers_taught(sizes, rng, people):
    """Teach layers six epochs in batches of 74; return what they answer."""
    weights = [rng.normal(size=(m, n)) for n, m in pairwise(sizes)]
    biases = [rng.normal(size=m) for m in sizes[1:]]

    def values_of(x):
        values = [x.T]  # a column for each person
        for w, b in zip(weights, biases, strict=True):
            values.append(1 / (1 + np.exp(-(w @ values[-1] + b[:, None]))))
        return values

    for _ in range(6):
        for i in range(0, len(people), 74):
            some = people[i : i + 74]
            values = values_of(some[:, :2])
            back = 2 * (values[-1] - some[:, 2]) / len(some)
            for layer in reversed(range(len(weights))):
                in_sum = back * values[layer + 1] * (1 - values[layer + 1])
                back = weights[layer].T @ in_sum
                weights[layer] = weights[layer] - 5 * in_sum @ values[layer].T
                biases[layer] = biases[layer] - 5 * in_sum.sum(axis=1)
    return lambda x: values_of(x)[-1][0]


@cache
def tenths(name):
    """For each tenth of the outputs, (output, label) of its test people."""
    output = output_of_four if name == "four" else learned().output
    groups = [[] for _ in range(10)]
    for *measures, label in learned().test:
        o1 = output(*measures)
        groups[int(10 * o1)].append((o1, label))
    return groups


def outputs_in(name, tenth):
    return [o1 for o1, _ in tenths(name)[tenth]]


def women_in(name, tenth):
    return mean(label for _, label in tenths(name)[tenth])


def near(pounds, inches, label):
    """How many of a sex are within 5 pounds and 1 inch."""
    return sum(
        abs(w - pounds) <= 5 and abs(h - inches) <= 1
        for w, h, _ in of_sex(label)
    )


def right_share(label=None):
    labels = (0, 1) if label is None else (label,)
    return share(truth for each in labels for truth in right_of_four(each))


def learned_share():
    return share(is_right(learned().output, p) for p in learned().test)


FACTS = {
    "people_all": 1629,
    "people_women": 830,
    "people_men": 799,
    "people_guess": 830 / 1629,
    "people_right_count": lambda: sum(map(sum, map(right_of_four, (0, 1)))),
    "people_right": right_share,
    "people_error": lambda: standard_error(right_share(), 1629),
    "people_weight_right": lambda: best_border(0)[1],
    "people_height_right": lambda: best_border(1)[1],
    "people_luck_low": lambda: percentile(shares_of_luck(), 1),
    "people_luck_median": lambda: median(shares_of_luck()),
    "people_luck_high": lambda: percentile(shares_of_luck(), 99),
    "people_luck_above": lambda: sum(
        each > best_border(1)[1] for each in shares_of_luck()
    ),
    "people_train": 814,
    "people_test": 815,
    "people_learned": learned_share,
    "people_learned_error": lambda: standard_error(learned_share(), 815),
    "how_many.draws": 200,
    "people_4_low": lambda: percentile(curve()[0], 5),
    **{
        f"people_{size}_median": lambda row=row: median(curve()[row])
        for row, size in enumerate(SIZES)
        if size in (4, 32, 128, 256)
    },
    "people_splits": 12,
    "people_two_low": lambda: min(by_layers()[2, 2, 1]),
    "people_two_high": lambda: max(by_layers()[2, 2, 1]),
    "people_neuron_median": lambda: median(by_layers()[2, 1]),
    "people_two_median": lambda: median(by_layers()[2, 2, 1]),
    "people_sixteen_median": lambda: median(by_layers()[2, 16, 1]),
    **{
        f"people_{words}_{name}{end}": lambda n=name, t=tenth, of=of: of(n, t)
        for name in ("four", "many")
        for words, tenth, end, of in [
            ("sure", 9, "_said", lambda n, t: mean(outputs_in(n, t))),
            ("sure", 9, "_women", women_in),
            ("low", 0, "", lambda n, t: len(tenths(n)[t])),
            ("low", 0, "_women", women_in),
        ]
    },
    "people_near_pounds": 5,
    "people_near_inches": 1,
}


def meet_people():
    right = FACTS["people_right_count"]()
    yield f"{right} of 1629 right: {100 * right / 1629}%"
    for name, label in (("women", 1), ("men", 0)):
        own = right_of_four(label)
        yield f"{name}: {sum(own)} right, {len(own) - sum(own)} wrong"


def one_input():
    for name, column in (("weight", 0), ("height", 1)):
        border, right = best_border(column)
        yield f"{name} below {border}: {100 * right}% right"


def learn_from_people():
    for words, part in (("training", learned().train), ("test", None)):
        people = part or learned().test
        right = share(is_right(learned().output, p) for p in people)
        yield f"right in the {words} part: {100 * right}%"


def how_many():
    for size, row in zip(SIZES, curve(), strict=True):
        low, middle, high = (100 * percentile(row, p) for p in (5, 50, 95))
        yield f"{size} people: median {middle}%, {low}% to {high}%"


def hidden_layer():
    for sizes, row in by_layers().items():
        low, middle, high = (100 * percentile(row, p) for p in (0, 50, 100))
        yield f"{sizes}: median {middle}%, {low}% to {high}%"


def calibration():
    for name in ("four", "many"):
        count, women = len(tenths(name)[9]), 100 * women_in(name, 9)
        yield f"{name}: {count} outputs from 0.9 to 1, {women}% women"


OUTPUTS = {
    "meet_people": meet_people,
    "one_input": one_input,
    "learn_from_people": learn_from_people,
    "how_many": how_many,
    "hidden_layer": hidden_layer,
    "calibration": calibration,
}


def counts():
    for name, label in (("women", 1), ("men", 0)):
        own = right_of_four(label)
        right = sum(own)
        percent = f"{100 * right / len(own)}%"
        yield [name, len(own), right, len(own) - right, percent]


def outputs():
    for tenth in range(10):
        row = [f"{tenth / 10} to {(tenth + 1) / 10}"]
        for name in ("four", "many"):
            row.append(len(tenths(name)[tenth]))
            row.append(f"{100 * women_in(name, tenth)}%")
        yield row


def examples():
    others = (150, 64), (150, 66), (150, 70), (220, 68)
    for asked in (*ASKED.values(), *others):
        said = []
        for output in (output_of_four, learned().output):
            o1 = output(*asked)
            said.append(f"{o1} {'F' if o1 > 0.5 else 'M'}")
        yield [*asked, *said, near(*asked, 1), near(*asked, 0)]


TABLES = {
    "group | people | right | wrong | share right": counts,
    "output | of four: people | women | of many: people | women": outputs,
    "weight (lb) | height (in) | taught by four | taught by many | "
    "women near | men near": examples,
}
