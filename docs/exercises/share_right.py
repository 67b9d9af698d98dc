r"""Count the right answers

The loss is not what people ask for. They ask: how often is it right? Write the
share of people whom a network puts on the right side of 0.5.
"""

kind = "write"
hints = [
    "`y_pred > 0.5` is an array of True and False: who counts as female.",
    "Compare it with the labels: `(y_pred > 0.5) == y_true`.",
    "The mean of an array of True and False is the share of True.",
]
reason = """
This share is called the **accuracy**. It has no slope that would tell a
parameter where to go: a tiny step changes no answer, so it stays as it is.
That is why training follows the loss.
"""

# %% starter
import numpy as np


def share_right(y_true, y_pred):
    """Give the share of predictions on the right side of 0.5."""
    return ...


# %% checks
def checks():
    same(
        "share_right(np.array([1, 0, 0, 1]), np.array([0.9, 0.2, 0.6, 0.7]))",
        0.75,
        (None, "The function ends without a return, and so gives None."),
        (3, "That is how many are right. Give their share."),
        (0.25, "That is the share of the wrong ones."),
        (0.5, "You count the labels. Compare them with the predictions."),
        (
            0,
            "No prediction is exactly 0 or 1. Ask on which side of 0.5 it is.",
        ),
        (
            np.array([True, True, False, True]),
            "That says who is right. Give the share: the mean.",
        ),
        look="Only the third is wrong: label 0, and a prediction above 0.5.",
    )
    same(
        "share_right(np.array([1, 0, 0]), np.array([0.6, 0.4, 0.2]))",
        1,
        (
            1 / 3,
            "You count who is called female. Compare them with the labels.",
        ),
        (3 / 4, "Here are three people. Divide by how many there are."),
        look="All three are right here.",
    )


# %% solution
def share_right(y_true, y_pred):
    """Give the share of predictions on the right side of 0.5."""
    return ((y_pred > 0.5) == y_true).mean()


# %% right
def share_right(y_true, y_pred):
    return float(np.sum(np.round(y_pred) == y_true)) / len(y_true)


# %% wrong: Give their share.
def share_right(y_true, y_pred):
    return ((y_pred > 0.5) == y_true).sum()


# %% wrong: No prediction is exactly 0 or 1.
def share_right(y_true, y_pred):
    return (y_pred == y_true).mean()


# %% wrong: the share of the wrong ones
def share_right(y_true, y_pred):
    return ((y_pred > 0.5) != y_true).mean()
