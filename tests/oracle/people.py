"""The people of the article, as they were measured: pounds, inches, label."""

KNOWN = {
    "Alice": (133, 65, 1),
    "Bob": (160, 72, 0),
    "Charlie": (152, 70, 0),
    "Diana": (120, 60, 1),
}
ASKED = {"Emily": (128, 63), "Frank": (155, 68)}
SHIFT = (135, 66)
FEMALE, MALE = 1, 0


def mean(values):
    values = list(values)
    return sum(values) / len(values)


def deviation(values):
    """The standard deviation of all values that there are."""
    values = list(values)
    middle = mean(values)
    return mean((value - middle) ** 2 for value in values) ** 0.5


def column(i):
    """What the known people have in column i."""
    return [row[i] for row in KNOWN.values()]


LABELS = column(2)
MEANS = mean(column(0)), mean(column(1))
DEVIATIONS = deviation(column(0)), deviation(column(1))

# Each way to prepare the inputs: what is subtracted, what is divided by
PREPARED = {
    "shifted": (SHIFT, (1, 1)),
    "raw": ((0, 0), (1, 1)),
    "centred": (MEANS, (1, 1)),
    "standardised": (MEANS, DEVIATIONS),
}


def inputs(name, prepared="shifted"):
    """The two inputs of a person."""
    minus, by = PREPARED[prepared]
    measured = (KNOWN | ASKED)[name]
    return tuple((measured[i] - minus[i]) / by[i] for i in (0, 1))


def samples(prepared="shifted"):
    """The four that a network learns from: [(x1, x2, label), …]."""
    return [(*inputs(name, prepared), KNOWN[name][2]) for name in KNOWN]
