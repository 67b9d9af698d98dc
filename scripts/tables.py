"""Write the tables that hold computed numbers, as Markdown."""

from scripts.factors import Table, factors_tables, slope
from scripts.pages import written as shown
from scripts.playground import worked_step
from simplenet.data import all_y_trues, data, people, strangers

STEP_HEADS = [
    "parameter",
    "factors",
    "slope",
    "old value",
    "−η × slope",
    "new value",
]


def tables_of(runs):
    """Return {name: Table}; runs maps a program to its final values."""
    return {
        "people": people_table(),
        "loss": loss_table(runs["loss"]),
        "predictions": predictions_table(runs["predictions"]),
        "gears": gears_table(runs["gears"], runs["backpropagation"]),
        "worked_step": table(STEP_HEADS, worked_step(runs)),
        "disagreements": disagreements_table(runs),
        **factors_tables(runs["backpropagation"]),
    }


def table(heads, rows):
    """Write one table of numbers."""
    lines = [heads, ["---"] * len(heads), *rows]
    plain = "".join(
        f"| {' | '.join(map(written, line))} |\n" for line in lines
    )
    # The class puts numbers to the right, which "--:" would do with a style
    # attribute, which a Content-Security-Policy forbids.
    page = f'<div class="numbers" markdown>\n\n{plain}\n</div>\n'
    return Table(page, plain)


def written(cell):
    """Write a cell: words as they are, numbers with a real minus sign."""
    return cell if isinstance(cell, str) else f"{cell}".replace("-", "−")


def people_table():
    heads = [
        "person",
        "weight (lb)",
        "height (in)",
        "weight, shifted",
        "height, shifted",
        "label",
    ]
    rows = [
        [name, *measures, *shifted, label]
        for (name, measures), shifted, label in zip(
            people.items(), data, all_y_trues, strict=True
        )
    ]
    return table(heads, rows)


def loss_table(run):
    errors = run["y_true"] - run["y_pred"]
    columns = zip(
        people, run["y_true"], run["y_pred"], errors, errors**2, strict=True
    )
    heads = ["person", "label", "prediction", "error", "squared error"]
    return table(heads, columns)


def gears_table(gears, worked):
    """Set what nudges of w1 gave beside what the formulas give."""
    nudges = list(gears["by_nudge"])
    heads = ["slope", *(f"nudge {each:g}" for each in nudges), "formula"]
    columns = [gear_slopes(*each) for each in gears["by_nudge"].values()]
    names = ["d_h1_d_w1", "d_ypred_d_h1", "d_L_d_ypred", "d_L_d_w1"]
    rows = [
        [f"${slope(name)}$", *(f"{each:.4f}" for each in numbers)]
        for name, *numbers in zip(
            names, *columns, [worked[name] for name in names], strict=True
        )
    ]
    return table(heads, [[cell.replace("-", "−") for cell in r] for r in rows])


def gear_slopes(s1_by_w1, h1_by_s1, y_pred_by_h1, loss_by_y_pred):
    """Put the gears together as the chain rule names them."""
    h1_by_w1 = s1_by_w1 * h1_by_s1
    product = h1_by_w1 * y_pred_by_h1 * loss_by_y_pred
    return h1_by_w1, y_pred_by_h1, loss_by_y_pred, product


def predictions_table(run):
    heads = ["person", "weight (lb)", "height (in)", "prediction", "answer"]
    rows = []
    for name, measures in strangers.items():
        y_pred = run[f"y_{name.lower()}"]
        answer = "female" if y_pred > 0.5 else "male"
        rows.append([name, *measures, f"{y_pred:.3f}", answer])
    return table(heads, rows)


def disagreements_table(runs):
    heads = ["method", "largest disagreement with `gradient`"]
    methods = {
        "central differences": "central_difference",
        "complex steps": "complex_step",
        "dual numbers": "dual_numbers",
    }
    rows = [
        [name, shown("", "worst", runs[stem]["worst"], ".1e")]
        for name, stem in methods.items()
    ]
    return table(heads, rows)
