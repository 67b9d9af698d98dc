"""What learners get wrong, besides the wrong answers of docs/exercises.

{exercise: {words that it has to draw: what a slip makes of the solution}}.
A new sentence among an exercise's mistakes that no wrong answer draws: add it
here. If nothing can draw it, it stands in the wrong call, or behind another.
"""

EXTREMES = "np.min(values), np.max(values)"
CHOSEN = "((y_pred > 0.5) == y_true).mean()"
MOMENTUM = "keep * velocity - learn_rate * slope"

SLIPS = {
    "as_inputs": {
        "You added the shift.": ("- shift", "+ shift"),
        "Weight comes first": (
            "[weight, height]) - shift",
            "[height, weight]) - shift[::-1]",
        ),
    },
    "complex_slope": {
        "along the line": ("delta * 1j", "delta"),
        "That is a complex number.": (".imag", ""),
        "You divided by `1j`, too.": (".imag / delta", " / (delta * 1j)"),
        "the one-sided difference": (
            "loss_of(w + delta * 1j).imag",
            "(loss_of(w + delta) - loss_of(w))",
        ),
    },
    "dual_times": {
        "A part is missing: `p` times `b`.": (" + p * b", ""),
        "A part is missing: `a` times `q`.": ("a * q + ", ""),
        "That is the value. Return the slope": (", a * q + p * b", ""),
        "That is the slope. Return the value": ("a * b, ", ""),
    },
    "feed_hidden": {
        "come in the wrong order": ("in hidden]", "in hidden[::-1]]"),
    },
    "fifth_person": {
        "You asked about pounds and inches.": (
            "feedforward(person)",
            "feedforward(person + shift)",
        ),
        "The label of the fifth person": ("label))", "1 - label))"),
    },
    "median_and_range": {
        "are not the extremes": (EXTREMES, "values[0], values[-1]"),
        "how far apart they are": (EXTREMES, "np.ptp(values)"),
        "The largest comes last.": (
            EXTREMES,
            "np.max(values), np.min(values)",
        ),
        "That is the median.": (f", {EXTREMES}", ""),
    },
    "nudge_slope": {
        "You divided the value.": (
            "(loss_of(w + nudge) - loss_of(w)) / nudge",
            "loss_of(w + nudge) / w",
        ),
    },
    "one_hot": {
        "Those are only zeros.": ("rows[i, label] = 1", "pass"),
        "Those are the three answers.": (
            "return rows",
            "return np.eye(answers)",
        ),
        "That is still one column.": (
            "return rows",
            "return labels[:, None]",
        ),
    },
    "one_layer": {
        "Those are the weighted sums.": ("sigmoid(W @ x + b)", "W @ x + b"),
        "The biases are missing": (" + b", ""),
        "three neurons with two inputs": (
            "W @ x + b",
            "np.array([W[0] @ x, W[1] @ x]) + b",
        ),
    },
    "share_and_error": {
        "A factor is missing": ("p * (1 - p)", "p"),
        "That is the share.": (", np.sqrt(p * (1 - p) / len(right))", ""),
    },
    "share_right": {
        "That says who is right.": (".mean()", ""),
        "You count the labels.": (CHOSEN, "y_true.mean()"),
        "You count who is called female.": (CHOSEN, "(y_pred > 0.5).mean()"),
        "Divide by how many there are.": (".mean()", ".sum() / 4"),
    },
    "slope_in_w5": {
        "That is the slope in `w6`": ("* h1 * deriv", "* h2 * deriv"),
        "That has the sigmoid itself.": ("deriv_sigmoid(sum_o1)", "y_pred"),
        "from `w5` to the prediction": ("-2 * (y_true - y_pred) * ", ""),
        "Here the label is 1: the error": ("(y_true", "(0"),
    },
    "squared_error": {
        "That is the mean of the errors.": (" ** 2", ""),
        "Those are the squares of the four.": (".mean()", ""),
    },
    "standardised_by": {
        "The deviation is that of the people.": ("train.std", "people.std"),
        "You divided by the variance.": ("std(", "var("),
        "Subtract the mean": ("(people - train.mean(axis=0))", "people"),
    },
    "tanh_neuron": {
        "That is the sigmoid of the sum": (
            "np.tanh(total)",
            "1 / (1 + np.exp(-total))",
        ),
        "By hand: 0 times 2": ("np.tanh(total)", "np.tanh(total) + 0.01"),
    },
    "while_it_falls": {
        "It stopped after its first epoch.": ("loss - new < least", "True"),
    },
    "with_momentum": {
        "The learning rate is missing.": ("learn_rate * slope", "slope"),
        "sign and all": ("return w +", "return w -"),
        "Return the new velocity": (
            f"velocity = {MOMENTUM}\n    return w + velocity",
            f"return w + {MOMENTUM}",
        ),
    },
}


def slips_of(exercise):
    """Give the wrong answers that slips make: (words, code)."""
    for words, (right, wrong) in SLIPS.get(exercise.name, {}).items():
        solution = exercise.cell("solution")
        if solution.count(right) != 1:
            raise LookupError(
                f"tests/exercises/slips.py, {exercise.name}: {right!r} stands "
                f"{solution.count(right)} times in the solution, not once."
            )
        yield words, solution.replace(right, wrong)


SEED = "start=seed157"
FIXED = (
    "start=0~1~0~1~0~1~0~0~0"
    "&people=133_65_1~160_72_0~152_70_0~120_60_1~137_69_1"
)
MOVED = "d1_150_72_0"  # Bob, ten pounds lighter
# States of a playground, those that fail by a hair among them
STATES = {
    "failing_start": [
        ("Set the learning rate to", "start=zeros&rate=0.2&acts=w8_20~s4000"),
        ("Somebody was moved.", f"start=zeros&acts=w8_20~{MOVED}~s4000"),
        ("Give it all the epochs", "start=zeros&acts=w8_20~s3999"),
    ],
    "lower_the_output": [
        ("That is a bias.", f"{FIXED}&acts=w6_-9"),
        ("That is a bias.", f"{FIXED}&acts=w7_-9"),
        ("The output is still 0.5 or more.", f"{FIXED}&acts=w5_0"),
    ],
    "slowest_rate": [
        ("Start from the seed", "start=zeros&rate=0.005&acts=s400"),
        ("Other inputs need", f"{SEED}&inputs=raw&rate=0.005&acts=s400"),
        ("A parameter was changed", f"{SEED}&rate=0.005&acts=w0_5~s400"),
        ("Somebody was moved.", f"{SEED}&rate=0.005&acts={MOVED}~s400"),
        ("Those are more than 100", f"{SEED}&rate=0.005&acts=s401"),
        ("It learns, but a smaller", f"{SEED}&rate=0.006&acts=s400"),
    ],
    "uphill_step": [
        ("Go back to the start values", "start=zeros&acts=s41"),
        ("Set the learning rate back", f"{SEED}&rate=0.2&acts=s41"),
        ("Somebody was moved.", f"{SEED}&acts={MOVED}~s41"),
        ("That is too early", f"{SEED}&acts=s40"),
    ],
}
