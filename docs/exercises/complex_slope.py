r"""Step aside in Python

Write the formula above for any function of one number. Python writes $i$ as
`1j`, and `z.imag` is the imaginary part of a number `z`.
"""

kind = "write"
hints = [
    "The place beside `w` is `w + delta * 1j`.",
    "What `loss_of` gives there is a complex number. Take its `.imag`.",
    "Divide that by `delta`.",
]


# %% starter
def complex_slope(loss_of, w, delta=1e-30):
    """Give the slope of loss_of at w, by a step aside."""
    return ...


# %% checks
def checks():
    same(
        "complex_slope(lambda w: w**2 + 3, 2, delta=0.5)",
        4,
        (None, "The function ends without a return, and so gives None."),
        (2, "That is the imaginary part alone. Divide it by `delta`."),
        (0, "The step went along the line, not aside: `delta * 1j`."),
        (13.5, "That is the real part, the loss. The slope is in `.imag`."),
        (13.5 + 4j, "That is a complex number. Take its `.imag` first."),
        (-0.5 + 4j, "Nothing has to be subtracted. Take the `.imag`."),
        (4 - 13.5j, "You divided by `1j`, too. Take the `.imag` instead."),
        (4.5, "That is the one-sided difference. Step aside, with `1j`."),
        look="At 2 + 0.5i this function is 6.75 + 2i.",
    )
    same(
        "complex_slope(lambda w: 1 / w, 1)",
        -1,
        (0, "`delta` is so small here that a difference loses every digit."),
        look="Use `loss_of`: this one falls by 1 when `w` grows by 1.",
    )


# %% solution
def complex_slope(loss_of, w, delta=1e-30):
    """Give the slope of loss_of at w, by a step aside."""
    return loss_of(w + delta * 1j).imag / delta


# %% wrong: Divide it by `delta`.
def complex_slope(loss_of, w, delta=1e-30):
    return loss_of(w + delta * 1j).imag


# %% wrong: That is the real part
def complex_slope(loss_of, w, delta=1e-30):
    return loss_of(w + delta * 1j).real / delta


# %% wrong: Nothing has to be subtracted.
def complex_slope(loss_of, w, delta=1e-30):
    return (loss_of(w + delta * 1j) - loss_of(w)) / delta


# %% wrong: a difference loses every digit
def complex_slope(loss_of, w, delta=1e-30):
    return (loss_of(w + delta) - loss_of(w - delta)) / (2 * delta)
