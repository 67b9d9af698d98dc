"""The two networks of the tutorial: a fixed one, and one that learns."""

import numpy as np

from simplenet.activation import deriv_sigmoid, sigmoid
from simplenet.loss import mse_loss
from simplenet.neuron import Neuron


# --8<-- [start:FixedNetwork]
class FixedNetwork:
    """Connect three equal neurons: h1 and h2 read the inputs, o1 reads them.

    weights: two numbers, shared by all neurons. bias: a number, likewise.
    """

    def __init__(self, weights, bias):
        self.h1 = Neuron(weights, bias)
        self.h2 = Neuron(weights, bias)
        self.o1 = Neuron(weights, bias)

    def feedforward(self, x):
        """Give the output of o1, between 0 and 1, for two inputs."""
        out_h1 = self.h1.feedforward(x)
        out_h2 = self.h2.feedforward(x)
        # The inputs of o1 are the outputs of h1 and h2.
        return self.o1.feedforward(np.array([out_h1, out_h2]))
        # --8<-- [end:FixedNetwork]


# --8<-- [start:OurNeuralNetwork]
class OurNeuralNetwork:
    """Learn nine parameters: two inputs, h1 and h2 hidden, o1 the output.

    rng: a NumPy Generator, from which the start values are drawn.
    """

    def __init__(self, rng):
        # Weights
        self.w1 = rng.normal()
        self.w2 = rng.normal()
        self.w3 = rng.normal()
        self.w4 = rng.normal()
        self.w5 = rng.normal()
        self.w6 = rng.normal()
        # Biases
        self.b1 = rng.normal()
        self.b2 = rng.normal()
        self.b3 = rng.normal()

    def feedforward(self, x):
        """Predict the label of two numbers, or n labels of (n, 2) numbers."""
        x1, x2 = x.T  # of many samples, their columns
        h1 = sigmoid(self.w1 * x1 + self.w2 * x2 + self.b1)
        h2 = sigmoid(self.w3 * x1 + self.w4 * x2 + self.b2)
        o1 = sigmoid(self.w5 * h1 + self.w6 * h2 + self.b3)
        return o1

    def gradient(self, x, y_true):
        """Give the slope of a sample's loss in each parameter, by name."""
        # --8<-- [start:forward_pass]
        x1, x2 = x
        sum_h1 = self.w1 * x1 + self.w2 * x2 + self.b1
        sum_h2 = self.w3 * x1 + self.w4 * x2 + self.b2
        h1 = sigmoid(sum_h1)
        h2 = sigmoid(sum_h2)
        sum_o1 = self.w5 * h1 + self.w6 * h2 + self.b3
        y_pred = sigmoid(sum_o1)
        # --8<-- [end:forward_pass]

        # --8<-- [start:factors]
        slope_h1 = deriv_sigmoid(sum_h1)
        slope_h2 = deriv_sigmoid(sum_h2)
        slope_o1 = deriv_sigmoid(sum_o1)
        d_L_d_ypred = -2 * (y_true - y_pred)
        # Neuron o1
        d_ypred_d_w5 = h1 * slope_o1
        d_ypred_d_w6 = h2 * slope_o1
        d_ypred_d_b3 = slope_o1
        d_ypred_d_h1 = self.w5 * slope_o1
        d_ypred_d_h2 = self.w6 * slope_o1
        # Neuron h1
        d_h1_d_w1 = x1 * slope_h1
        d_h1_d_w2 = x2 * slope_h1
        d_h1_d_b1 = slope_h1
        # Neuron h2
        d_h2_d_w3 = x1 * slope_h2
        d_h2_d_w4 = x2 * slope_h2
        d_h2_d_b2 = slope_h2
        # --8<-- [end:factors]

        # --8<-- [start:products]
        return {
            "w1": d_L_d_ypred * d_ypred_d_h1 * d_h1_d_w1,
            "w2": d_L_d_ypred * d_ypred_d_h1 * d_h1_d_w2,
            "w3": d_L_d_ypred * d_ypred_d_h2 * d_h2_d_w3,
            "w4": d_L_d_ypred * d_ypred_d_h2 * d_h2_d_w4,
            "w5": d_L_d_ypred * d_ypred_d_w5,
            "w6": d_L_d_ypred * d_ypred_d_w6,
            "b1": d_L_d_ypred * d_ypred_d_h1 * d_h1_d_b1,
            "b2": d_L_d_ypred * d_ypred_d_h2 * d_h2_d_b2,
            "b3": d_L_d_ypred * d_ypred_d_b3,
        }
        # --8<-- [end:products]

    def step(self, x, y_true, learn_rate):
        """Move each parameter against its slope, for one sample."""
        slopes = self.gradient(x, y_true)
        self.w1 -= learn_rate * slopes["w1"]
        self.w2 -= learn_rate * slopes["w2"]
        self.w3 -= learn_rate * slopes["w3"]
        self.w4 -= learn_rate * slopes["w4"]
        self.w5 -= learn_rate * slopes["w5"]
        self.w6 -= learn_rate * slopes["w6"]
        self.b1 -= learn_rate * slopes["b1"]
        self.b2 -= learn_rate * slopes["b2"]
        self.b3 -= learn_rate * slopes["b3"]

    def train(self, data, all_y_trues, learn_rate=0.1, epochs=1000):
        """Step through all samples, epochs times; return each epoch's loss.

        data: (n, 2) numbers. all_y_trues: their n labels.
        """
        losses = np.empty(epochs)
        for epoch in range(epochs):
            for x, y_true in zip(data, all_y_trues, strict=True):
                self.step(x, y_true, learn_rate)
            losses[epoch] = mse_loss(all_y_trues, self.feedforward(data))
        return losses
        # --8<-- [end:OurNeuralNetwork]


# For code that goes through all nine by name; the lesson names each.
OurNeuralNetwork.parameters = (
    *("w1", "w2", "w3", "w4", "w5", "w6"),
    *("b1", "b2", "b3"),
)
