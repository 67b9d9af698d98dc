"""Write the tables that hold computed numbers, as Markdown."""

from scripts.chapters.factors import Table, factors_tables
from scripts.chapters.nudges import gears, nudges
from scripts.chapters.playground import worked_step
from scripts.ground.errors import BuildError
from scripts.pages.sentences import written as shown
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
        "gears": table(*gears(runs["nudge"])),
        "nudges": table(*nudges(runs["nudge"], runs["backpropagation"])),
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
    if len(run["y_true"]) != len(people):
        raise BuildError(
            f"docs/programs/loss.py: y_true has {len(run['y_true'])} labels, "
            f"simplenet/data.py has {len(people)} people. Write a label and "
            "a guess for each of them."
        )
    errors = run["y_true"] - run["y_pred"]
    columns = zip(
        people, run["y_true"], run["y_pred"], errors, errors**2, strict=True
    )
    heads = ["person", "label", "prediction", "error", "squared error"]
    return table(heads, columns)


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
        [name, shown("worst", runs[stem]["worst"], ".1e")]
        for name, stem in methods.items()
    ]
    return table(heads, rows)
