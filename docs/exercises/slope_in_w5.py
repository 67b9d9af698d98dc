r"""Write one slope with the chain rule

Two factors are enough for $w_5$. The starter runs the network forward. Write
the last line: the slope of the loss in $w_5$.
"""

kind = "write"
hints = [
    "The way of `w5`: it moves `sum_o1`, that moves `y_pred`, and that moves "
    "the loss.",
    "From the prediction to the loss: `-2 * (y_true - y_pred)`.",
    "From $w_5$ to the prediction: `h1 * deriv_sigmoid(sum_o1)`.",
]
reason = """
Change `h1` to `h2`, and you have the slope in $w_6$. Leave it out, and you
have the slope in $b_3$.
"""

# %% starter
from simplenet import deriv_sigmoid, sigmoid


def slope_in_w5(h1, h2, y_true, w5=1, w6=1, b3=0):
    """Give the slope of the loss in w5, for a sample with this label."""
    sum_o1 = w5 * h1 + w6 * h2 + b3
    y_pred = sigmoid(sum_o1)
    return ...


# %% checks
def checks():
    y = sigmoid(0.5 + 0.8)
    slope, error = y * (1 - y), 0 - y
    same(
        "slope_in_w5(0.5, 0.8, 0)",
        -2 * error * slope * 0.5,
        (None, "The function ends without a return, and so gives None."),
        (2 * error * slope * 0.5, "The sign of the first factor is wrong."),
        (-2 * error * slope, "That is the slope in `b3`: `h1` is missing."),
        (-2 * error * slope * 0.8, "That is the slope in `w6`: take `h1`."),
        (-2 * error * 0.5, "The slope of the sigmoid at the sum is missing."),
        (
            -2 * error * y * 0.5,
            "That has the sigmoid itself. Take its slope, `deriv_sigmoid`.",
        ),
        (slope * 0.5, "That is from `w5` to the prediction. Go to the loss."),
        look="Multiply the slope of the loss by that of the prediction.",
    )
    y = sigmoid(2 * 0.2 + 1 * 0.4 - 1)
    same(
        "slope_in_w5(0.2, 0.4, 1, w5=2, w6=1, b3=-1)",
        -2 * (1 - y) * 0.2 * y * (1 - y),
        (
            -2 * (0 - y) * 0.2 * y * (1 - y),
            "Here the label is 1: the error is `y_true - y_pred`.",
        ),
        (
            -2 * (1 - y) * 2 * 0.2 * y * (1 - y),
            "`w5` itself is no factor of its own slope.",
        ),
        look="Here the label is 1, and the weights are not all 1.",
    )


# %% solution
def slope_in_w5(h1, h2, y_true, w5=1, w6=1, b3=0):
    """Give the slope of the loss in w5, for a sample with this label."""
    sum_o1 = w5 * h1 + w6 * h2 + b3
    y_pred = sigmoid(sum_o1)
    return -2 * (y_true - y_pred) * h1 * deriv_sigmoid(sum_o1)


# %% wrong: The sign of the first factor is wrong.
def slope_in_w5(h1, h2, y_true, w5=1, w6=1, b3=0):
    sum_o1 = w5 * h1 + w6 * h2 + b3
    y_pred = sigmoid(sum_o1)
    return 2 * (y_true - y_pred) * h1 * deriv_sigmoid(sum_o1)


# %% wrong: `h1` is missing
def slope_in_w5(h1, h2, y_true, w5=1, w6=1, b3=0):
    sum_o1 = w5 * h1 + w6 * h2 + b3
    y_pred = sigmoid(sum_o1)
    return -2 * (y_true - y_pred) * deriv_sigmoid(sum_o1)


# %% wrong: The slope of the sigmoid at the sum is missing.
def slope_in_w5(h1, h2, y_true, w5=1, w6=1, b3=0):
    sum_o1 = w5 * h1 + w6 * h2 + b3
    y_pred = sigmoid(sum_o1)
    return -2 * (y_true - y_pred) * h1


# %% wrong: is no factor of its own slope
def slope_in_w5(h1, h2, y_true, w5=1, w6=1, b3=0):
    sum_o1 = w5 * h1 + w6 * h2 + b3
    y_pred = sigmoid(sum_o1)
    return -2 * (y_true - y_pred) * w5 * h1 * deriv_sigmoid(sum_o1)
