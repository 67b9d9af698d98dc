"""What each published table holds, by definition: cell by cell.

A new table: add one entry under its heads, a function that lists its rows.
Numbers stand in full; what a page shows of them is compared. A cell that is
judged elsewhere, such as a formula, is ANY.
"""

from tests.oracle.agree import Between
from tests.oracle.facts import ALICE, ONES, ONES_SLOPES, P, follow, gears
from tests.oracle.measured import TABLES as OF_PEOPLE
from tests.oracle.network import NAMES, chain, factors, predict
from tests.oracle.people import ASKED, KNOWN, SHIFT, inputs
from tests.oracle.study import (
    GROUPS,
    PREPARED,
    RATES,
    experiment,
    group,
    median,
    study,
)

ANY = ...


def people():
    for name, (weight, height, label) in KNOWN.items():
        shifted = weight - SHIFT[0], height - SHIFT[1]
        yield [name, weight, height, *shifted, label]


def always_zero():
    for name, (*_, label) in KNOWN.items():
        yield [name, label, 0, label, label**2]


def predictions():
    for name, measured in ASKED.items():
        y_pred = predict(P, *inputs(name))
        answer = "female" if y_pred > 0.5 else "male"
        yield [name, *measured, y_pred, answer]


def twelve_factors():
    for value in factors(ONES, *ALICE).values():
        yield [ANY, ANY, value]


def nine_slopes():
    for name in ("w1", "w2", "w3", "w4", "w5", "w6", "b1", "b2", "b3"):
        yield [ANY, ANY, ONES_SLOPES[name]]


def gears_of_a_nudge():
    before, after = (1, *follow(1)), (1.001, *follow(1.001))
    names = ("$w_1$", "$s_1$", "$h_1$", r"$y_{\text{pred}}$", "$L$")
    ratios = ["", *gears(0.001)]
    for name, a, b, ratio in zip(names, before, after, ratios, strict=True):
        yield [name, a, f"{'+' if b > a else ''}{b - a:.12f}", ratio]


def nudges():
    slope = r"$\dfrac{\partial %s}{\partial %s}$"
    y_pred = r"y_{\text{pred}}"
    columns = [
        (s1 * h1, y, loss, s1 * h1 * y * loss)
        for s1, h1, y, loss in map(gears, (0.1, 0.01, 0.001))
    ]
    values = factors(ONES, *ALICE)
    exact = [values[name] for name in reversed(chain("w1"))]
    columns.append([*exact, ONES_SLOPES["w1"]])
    ends = [("h_1", "w_1"), (y_pred, "h_1"), ("L", y_pred), ("L", "w_1")]
    for pair, row in zip(ends, zip(*columns, strict=True), strict=True):
        yield [slope % pair, *row]


def worked_step():
    values = factors(ONES, *ALICE)
    for name in NAMES:
        used = [values[factor] for factor in chain(name)]
        product = " · ".join(f"({v})" if v < 0 else f"{v}" for v in used)
        old = 1 if name[0] == "w" else 0
        move = -0.1 * ONES_SLOPES[name]
        sign = "+" if move > 0 else ""
        symbol = f"${name[0]}_{name[1]}$"
        moved = f"{sign}{move}"
        yield [symbol, product, ONES_SLOPES[name], old, moved, old + move]


def disagreements():
    rounding = Between(1e-17, 2e-15)
    yield ["central differences", Between(1e-11, 5e-9)]
    yield ["complex steps", rounding]
    yield ["dual numbers", rounding]


def medians(found):
    return [median(found.emily), median(found.frank), median(found.loss)]


def groups():
    for number, name in enumerate(GROUPS):
        own = [
            median(group(number, values))
            for values in (study().emily, study().frank, study().loss)
        ]
        share = 100 * study().group.count(number) / len(study().group)
        yield [name, f"{share}%", *own]


def preparations():
    for name in PREPARED:
        found = experiment(prepared=name)
        yield [name, sum(found.fails), *medians(found)]


def learning_rates():
    for rate in RATES:
        found = experiment(rate=rate)
        yield [f"{rate:g}", sum(found.fails), *medians(found)]


# The heads of a table: its rows. The same table may stand on several pages.
TABLES = {
    **OF_PEOPLE,
    "person | weight (lb) | height (in) | weight, shifted | "
    "height, shifted | label": people,
    "person | label | prediction | error | squared error": always_zero,
    "person | weight (lb) | height (in) | prediction | answer": predictions,
    "gear | before | moved by | ratio": gears_of_a_nudge,
    "slope | nudge 0.1 | nudge 0.01 | nudge 0.001 | formula": nudges,
    "factor | line of `gradient` | for Alice": twelve_factors,
    "slope | line of `gradient` | for Alice": nine_slopes,
    "parameter | factors | slope | old value | −η × slope | "
    "new value": worked_step,
    "method | largest disagreement with `gradient`": disagreements,
    "hidden neurons | share | Emily | Frank | loss": groups,
    "inputs | networks that fail | Emily | Frank | loss": preparations,
    "learning rate | networks that fail | Emily | Frank | "
    "loss": learning_rates,
}

# Tables of words; tests/claims/ judges what they say.
WORDS = {
    "the article says | here | why",
    "symbol | in the code | meaning",
    "term | meaning | introduced in",
    "software | version",
    "minutes | page | ask before you show",
    "what they say | what corrects it",
}
