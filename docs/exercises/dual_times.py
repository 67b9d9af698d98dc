r"""Multiply two dual numbers

Multiply $a + p \varepsilon$ by $b + q \varepsilon$ on paper, and leave out
what contains $\varepsilon$ twice. Then write it: the value and the slope of
the product.
"""

kind = "write"
hints = [
    "Four products come out: `a * b` without ε, `a * q` and `p * b` with one "
    "ε, and `p * q` with two. Which of them stay?",
    r"The value is what has no $\varepsilon$. The slope is what stands before "
    r"one.",
    "The last line begins with `return a * b,` and the slope follows.",
]


# %% starter
def dual_times(a, p, b, q):
    """Give value and slope of a + p ε, times b + q ε."""
    return ...


# %% checks
def checks():
    same(
        "dual_times(2, 5, 3, 7)",
        (6, 29),
        (None, "The function ends without a return, and so gives None."),
        ((6, 35), "The slopes were multiplied. That is the part with two ε."),
        ((6, 12), "The slopes were added, as in a sum. Multiply out."),
        ((6, 31), "Each slope meets the value of the other number."),
        ((6, 64), "The part with two ε is 0: leave `p * q` out."),
        ((6, 14), "A part is missing: `p` times `b`."),
        ((6, 15), "A part is missing: `a` times `q`."),
        (6, "That is the value. Return the slope behind it."),
        (29, "That is the slope. Return the value before it."),
        look="Value: 2 times 3. Slope: 2 times 7, and 5 times 3.",
    )
    same(
        "dual_times(4, 1, 4, 1)",
        (16, 8),
        look="This is the square of 4 + ε.",
    )


# %% solution
def dual_times(a, p, b, q):
    """Give value and slope of a + p ε, times b + q ε."""
    return a * b, a * q + p * b


# %% wrong: The slopes were multiplied.
def dual_times(a, p, b, q):
    return a * b, p * q


# %% wrong: The slopes were added
def dual_times(a, p, b, q):
    return a * b, p + q


# %% wrong: the value of the other number
def dual_times(a, p, b, q):
    return a * b, a * p + b * q


# %% wrong: leave `p * q` out
def dual_times(a, p, b, q):
    return a * b, a * q + p * b + p * q
