"""The activation function of every neuron, and its slope."""

import numpy as np


# --8<-- [start:sigmoid]
def sigmoid(x):
    """Squash a number, or each number of an array, to between 0 and 1."""
    return 1 / (1 + np.exp(-x))
    # --8<-- [end:sigmoid]


# --8<-- [start:deriv_sigmoid]
def deriv_sigmoid(x):
    """Give the slope of the sigmoid at x, in the shape of x."""
    fx = sigmoid(x)
    return fx * (1 - fx)
    # --8<-- [end:deriv_sigmoid]
