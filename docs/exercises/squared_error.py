r"""Write the loss from memory

Cover the function above with your hand, and write the mean squared error of
two arrays.
"""

kind = "write"
hints = [
    "The errors are `y_true - y_pred`, one for each person.",
    "`** 2` squares each number of an array.",
    "`.mean()` gives the average of an array.",
]

# %% starter
import numpy as np


def my_loss(y_true, y_pred):
    """Give the mean of the squared errors."""
    return ...


# %% checks
def checks():
    same(
        "my_loss(np.array([1, 0, 0, 1]), np.array([1, 0, 1, 0.5]))",
        0.3125,
        (None, "The function ends without a return, and so gives None."),
        (1.25, "That is the sum of the squares. Take their mean."),
        (-0.125, "That is the mean of the errors. Square each of them first."),
        (0.015625, "Square first, and take the mean of the squares."),
        (0.375, "Those are the sizes of the errors. Square them instead."),
        (
            np.array([0, 0, 1, 0.25]),
            "Those are the squares of the four. Take their mean.",
        ),
        look="The four errors are 0, 0, −1 and 0.5.",
    )
    same(
        "my_loss(np.array([1, 0]), np.array([0.5, 0.5]))",
        0.25,
        (0.125, "Here are two people. Divide by how many there are."),
        look="Here are two people, both with an error of the size 0.5.",
    )


# %% solution
def my_loss(y_true, y_pred):
    """Give the mean of the squared errors."""
    return ((y_true - y_pred) ** 2).mean()


# %% right
def my_loss(y_true, y_pred):
    total = 0
    for true, pred in zip(y_true, y_pred, strict=True):
        total += (pred - true) ** 2
    return total / len(y_true)


# %% wrong: That is the sum of the squares.
def my_loss(y_true, y_pred):
    return ((y_true - y_pred) ** 2).sum()


# %% wrong: Square first
def my_loss(y_true, y_pred):
    return (y_true - y_pred).mean() ** 2


# %% wrong: Those are the sizes of the errors.
def my_loss(y_true, y_pred):
    return np.abs(y_true - y_pred).mean()


# %% wrong: Divide by how many there are.
def my_loss(y_true, y_pred):
    return ((y_true - y_pred) ** 2).sum() / 4
