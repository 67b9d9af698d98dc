r"""Standardise without looking at the test

Write the preparation for anybody: the training part, the test part, or a
stranger who comes later. Each row is a person with a weight and a height.
"""

kind = "write"
hints = [
    "Mean and standard deviation come from `train`, never from `people`.",
    "`train.mean(axis=0)` gives the mean of each column: one of the weights, "
    "one of the heights.",
    "`train.std(axis=0)` gives the two standard deviations. Divide by them.",
]
reason = """
Test people who are prepared by their own mean tell the network where their
middle lies, which no single stranger could.
"""

# %% starter
import numpy as np


def standardised_by(train, people):
    """Standardise people by what the training part says."""
    return ...


# %% checks
def checks():
    train = np.array([[130, 60], [150, 70]])
    people = np.array([[150, 60], [170, 75]])
    own = people.mean(axis=0), people.std(axis=0)
    both = np.vstack([train, people])
    same(
        "standardised_by(np.array([[130, 60], [150, 70]]), "
        "np.array([[150, 60], [170, 75]]))",
        np.array([[1, -1], [3, 2]]),
        (None, "The function ends without a return, and so gives None."),
        (
            (people - own[0]) / own[1],
            "Those are the mean and the deviation of the people themselves. "
            "Take those of `train`.",
        ),
        (
            (people - both.mean(axis=0)) / both.std(axis=0),
            "All people together were used. The test part stays out of it.",
        ),
        (
            (people - train.mean(axis=0)) / own[1],
            "The deviation is that of the people. Take that of `train`.",
        ),
        (
            np.array([[10, -5], [30, 10]]),
            "Shifted, not yet divided by the standard deviation.",
        ),
        (
            np.array([[0.1, -0.2], [0.3, 0.4]]),
            "You divided by the variance. Its root is the deviation.",
        ),
        (
            (people - train.mean()) / train.std(),
            "Pounds and inches were mixed. `axis=0` keeps columns apart.",
        ),
        (people / train.std(axis=0), "Subtract the mean before you divide."),
        look="In `train` the means are 140 and 65, the deviations 10 and 5.",
    )
    same(
        "standardised_by(np.array([[1, 2], [3, 8]]), np.array([[1, 8]]))",
        np.array([[-1, 1]]),
        look="A single stranger is prepared in the same way.",
    )


# %% solution
def standardised_by(train, people):
    """Standardise people by what the training part says."""
    return (people - train.mean(axis=0)) / train.std(axis=0)


# %% wrong: of the people themselves
def standardised_by(train, people):
    return (people - people.mean(axis=0)) / people.std(axis=0)


# %% wrong: All people together were used.
def standardised_by(train, people):
    both = np.vstack([train, people])
    return (people - both.mean(axis=0)) / both.std(axis=0)


# %% wrong: Pounds and inches were mixed.
def standardised_by(train, people):
    return (people - train.mean()) / train.std()


# %% wrong: not yet divided
def standardised_by(train, people):
    return people - train.mean(axis=0)
