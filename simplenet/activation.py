"""The activation function of every neuron, and its slope."""

import numpy as np

from simplenet.checks import finite


# --8<-- [start:sigmoid]
def sigmoid(x):
    """Squash any number into the range from 0 to 1.

    x: a number or an array of any shape; the result has the same shape.
    """
    x = finite("x", x)
    # exp(700) is near the largest float; below -700 nothing visible changes.
    return 1 / (1 + np.exp(-np.maximum(x, -700.0)))
    # --8<-- [end:sigmoid]


# --8<-- [start:deriv_sigmoid]
def deriv_sigmoid(x):
    """Give the slope of the sigmoid at x, in the shape of x."""
    fx = sigmoid(x)
    return fx * (1 - fx)
    # --8<-- [end:deriv_sigmoid]
