"""A single neuron."""

import numpy as np

from simplenet.activation import sigmoid
from simplenet.checks import finite


# --8<-- [start:Neuron]
class Neuron:
    """Weigh the inputs, add a bias, squash the sum.

    weights: n numbers, one for each input. bias: a number.
    """

    def __init__(self, weights, bias):
        self.weights = finite("weights", weights, ("n",))
        self.bias = finite("bias", bias, ())

    def feedforward(self, inputs):
        """Give the neuron's output, between 0 and 1, for n inputs."""
        inputs = finite("inputs", inputs, self.weights.shape)
        total = np.dot(self.weights, inputs) + self.bias
        return sigmoid(total)
        # --8<-- [end:Neuron]
