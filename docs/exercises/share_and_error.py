r"""Say how sure a share is

Somebody hands you an array with True for each person about whom a network was
right, and False for the others. Write the share of True, and its standard
error.
"""

kind = "write"
hints = [
    "The mean of True and False is the share of True: `p = right.mean()`.",
    "Now the formula above, with `len(right)` for the n in it.",
    "`np.sqrt(p * (1 - p) / len(right))` takes the root of all of it.",
]
reason = """
Four times as many people halve the error. That is why a share of a few people
says so little.
"""

# %% starter
import numpy as np


def share_and_error(right):
    """Give the share of True in an array, and its standard error."""
    return ...


# %% checks
def checks():
    same(
        "share_and_error(np.array([True, True, True, False, False]))",
        (0.6, (0.24 / 5) ** 0.5),
        (None, "The function ends without a return, and so gives None."),
        ((0.6, 0.24 / 5), "The root is missing in the error."),
        ((0.6, 0.24**0.5), "Divide by the number of people first."),
        ((0.6, 0.24**0.5 / 5), "The division belongs inside the root."),
        ((0.6, (0.6 / 5) ** 0.5), "A factor is missing: p times 1 − p."),
        (0.6, "That is the share. Return its error behind it."),
        look="Three of five are right, so p is 0.6, between 0 and 1.",
    )
    same(
        "share_and_error(np.arange(100) < 90)",
        (0.9, 0.03),
        (
            (0.9, (0.09 / 5) ** 0.5),
            "Here are a hundred people. Count them by `len`.",
        ),
        look="Here 90 of 100 are True.",
    )


# %% solution
def share_and_error(right):
    """Give the share of True in an array, and its standard error."""
    p = right.mean()
    return p, np.sqrt(p * (1 - p) / len(right))


# %% wrong: The root is missing
def share_and_error(right):
    p = right.mean()
    return p, p * (1 - p) / len(right)


# %% wrong: The division belongs inside
def share_and_error(right):
    p = right.mean()
    return p, np.sqrt(p * (1 - p)) / len(right)


# %% wrong: Divide by the number of people first.
def share_and_error(right):
    p = right.mean()
    return p, np.sqrt(p * (1 - p))


# %% wrong: Count them by `len`.
def share_and_error(right):
    p = right.mean()
    return p, np.sqrt(p * (1 - p) / 5)
