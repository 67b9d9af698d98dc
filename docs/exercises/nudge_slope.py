r"""Measure a slope with a nudge

Write the division of this section for any function of one number: how fast
does `loss_of` change at `w`?
"""

kind = "write"
hints = [
    "`loss_of(w + nudge)` is the value after the nudge.",
    "How far has the value moved from `loss_of(w)`?",
    "Divide that change by the nudge.",
]
reason = """
It works for every function that a program can compute, and needs to know
nothing about it. It costs one more run each time.
"""


# %% starter
def nudge_slope(loss_of, w, nudge=1e-6):
    """Give the change of loss_of at w, divided by the nudge."""
    return ...


# %% checks
def checks():
    same(
        "round(nudge_slope(lambda w: 3 * w + 1, 2), 3)",
        3,
        (TypeError, "Is there a number behind return?"),
        (0, "That is the change itself. Divide it by the nudge."),
        (-3, "The sign is wrong: take the value after minus the one before."),
        (3.5, "You divided the value. Divide the change of the value."),
        (0.333, "The division is upside down: change divided by nudge."),
        look="`lambda w: 3 * w + 1` is a function without a name. It climbs "
        "by 3 when `w` grows by 1, everywhere.",
    )
    same(
        "round(nudge_slope(lambda w: (1 - w) ** 2, 0, nudge=0.5), 3)",
        -1.5,
        (-2, "Use the nudge that was handed in, here 0.5."),
        look="From 0 to 0.5 the value falls from 1 to 0.25.",
    )


# %% solution
def nudge_slope(loss_of, w, nudge=1e-6):
    """Give the change of loss_of at w, divided by the nudge."""
    return (loss_of(w + nudge) - loss_of(w)) / nudge


# %% wrong: Divide it by the nudge.
def nudge_slope(loss_of, w, nudge=1e-6):
    return loss_of(w + nudge) - loss_of(w)


# %% wrong: take the value after minus the one before
def nudge_slope(loss_of, w, nudge=1e-6):
    return (loss_of(w) - loss_of(w + nudge)) / nudge


# %% wrong: Use the nudge that was handed in
def nudge_slope(loss_of, w, nudge=1e-6):
    nudge = 1e-6
    return (loss_of(w + nudge) - loss_of(w)) / nudge


# %% wrong: The division is upside down
def nudge_slope(loss_of, w, nudge=1e-6):
    return nudge / (loss_of(w + nudge) - loss_of(w))
