"""A single neuron."""

import numpy as np

from simplenet.activation import sigmoid


# --8<-- [start:Neuron]
class Neuron:
    """Weigh the inputs, add a bias, squash the sum.

    weights: n numbers, one for each input. bias: a number.
    """

    def __init__(self, weights, bias):
        self.weights = weights
        self.bias = bias

    def feedforward(self, inputs):
        """Give the neuron's output, between 0 and 1, for n inputs."""
        total = np.dot(self.weights, inputs) + self.bias
        return sigmoid(total)
        # --8<-- [end:Neuron]
