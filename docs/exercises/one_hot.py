r"""Teach it three answers

For three answers, 0, 1 and 2, a network gets three output neurons, and each
label becomes a row with a 1 in its place: the label 2 becomes 0, 0, 1. Such
rows are called **one-hot**. Write what turns n labels into the n rows that
`train` wants.
"""

kind = "write"
hints = [
    "Begin with zeros in the right shape: "
    "`rows = np.zeros((len(labels), answers))`.",
    "In each row, set one number: `rows[i, label] = 1`.",
    "`for i, label in enumerate(labels):` goes through the labels and counts.",
]
reason = """
With these rows `MatrixNetwork([2, 16, 3], rng)` learns three answers, and not
a line of it has to change. What it says of a sample is the output neuron that
gives the most: `network.feedforward(x).argmax(axis=1)`.
"""

# %% starter
import numpy as np


def one_hot(labels, answers):
    """Give a row for each label: 1 in its place, 0 in all others."""
    return ...


# %% checks
def checks():
    rows = np.array([[1, 0, 0], [0, 0, 1], [0, 1, 0], [0, 0, 1]])
    same(
        "one_hot(np.array([0, 2, 1, 2]), 3)",
        rows,
        (None, "The function ends without a return, and so gives None."),
        (rows.T, "Rows and columns are exchanged: each label is a row."),
        (np.ones((4, 3)), "Every row got every 1. Set one number in a row."),
        (np.zeros((4, 3)), "Those are only zeros. Set a 1 in each row."),
        (rows[:, [1, 2, 0]], "Labels count from 0, as columns do."),
        (np.eye(3), "Those are the three answers. Give a row for each label."),
        (np.array([[0], [2], [1], [2]]), "That is still one column."),
        look="The second label is 2, so the second row is 0, 0, 1.",
    )
    same(
        "one_hot(np.array([1, 0]), 3)",
        np.array([[0, 1, 0], [1, 0, 0]]),
        (np.eye(2)[::-1], "Nobody has the label 2 here, but it is an answer."),
        look="Here are two labels and three answers.",
    )


# %% solution
def one_hot(labels, answers):
    """Give a row for each label: 1 in its place, 0 in all others."""
    rows = np.zeros((len(labels), answers))
    for i, label in enumerate(labels):
        rows[i, label] = 1
    return rows


# %% right
def one_hot(labels, answers):
    return np.eye(answers)[labels]


# %% wrong: Every row got every 1.
def one_hot(labels, answers):
    rows = np.zeros((len(labels), answers))
    rows[:, labels] = 1
    return rows


# %% wrong: Rows and columns are exchanged
def one_hot(labels, answers):
    rows = np.zeros((answers, len(labels)))
    for i, label in enumerate(labels):
        rows[label, i] = 1
    return rows


# %% wrong: Labels count from 0
def one_hot(labels, answers):
    rows = np.zeros((len(labels), answers))
    for i, label in enumerate(labels):
        rows[i, label - 1] = 1
    return rows


# %% wrong: Nobody has the label 2 here
def one_hot(labels, answers):
    rows = np.zeros((len(labels), max(labels) + 1))
    for i, label in enumerate(labels):
        rows[i, label] = 1
    return rows
