"""The two networks of the tutorial: a fixed one, and one that learns."""

from types import SimpleNamespace

import numpy as np

from simplenet.activation import deriv_sigmoid, sigmoid
from simplenet.checks import count, finite, generator, positive
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
# --8<-- [start:init]
class OurNeuralNetwork:
    """Learn nine parameters from examples, one example at a time.

    Two inputs, two hidden neurons h1 and h2, one output neuron o1.
    rng: a NumPy Generator, from which the start values are drawn.
    """

    parameters = ("w1", "w2", "w3", "w4", "w5", "w6", "b1", "b2", "b3")

    def __init__(self, rng):
        rng = generator("rng", rng)
        for name in self.parameters:
            setattr(self, name, rng.normal())
        # --8<-- [end:init]

    # --8<-- [start:feedforward]
    def feedforward(self, x):
        """Predict a label between 0 and 1.

        x: two numbers, or an (n, 2) array for n predictions at once.
        """
        x1, x2 = finite("x", x, (2,), ("n", 2)).T
        h1 = sigmoid(self.w1 * x1 + self.w2 * x2 + self.b1)
        h2 = sigmoid(self.w3 * x1 + self.w4 * x2 + self.b2)
        o1 = sigmoid(self.w5 * h1 + self.w6 * h2 + self.b3)
        return o1
        # --8<-- [end:feedforward]

    # --8<-- [start:factors]
    def factors(self, x, y_true):
        """Give every factor of the chain rule for one sample.

        x: two numbers. y_true: the label. d_L_d_ypred means ∂L/∂y_pred.
        """
        x1, x2 = finite("x", x, (2,))
        y_true = finite("y_true", y_true, ())
        sum_h1 = self.w1 * x1 + self.w2 * x2 + self.b1
        sum_h2 = self.w3 * x1 + self.w4 * x2 + self.b2
        h1, h2 = sigmoid(sum_h1), sigmoid(sum_h2)
        sum_o1 = self.w5 * h1 + self.w6 * h2 + self.b3
        y_pred = sigmoid(sum_o1)
        slope_h1 = deriv_sigmoid(sum_h1)
        slope_h2 = deriv_sigmoid(sum_h2)
        slope_o1 = deriv_sigmoid(sum_o1)
        return SimpleNamespace(
            d_L_d_ypred=-2 * (y_true - y_pred),
            # Neuron o1
            d_ypred_d_w5=h1 * slope_o1,
            d_ypred_d_w6=h2 * slope_o1,
            d_ypred_d_b3=slope_o1,
            d_ypred_d_h1=self.w5 * slope_o1,
            d_ypred_d_h2=self.w6 * slope_o1,
            # Neuron h1
            d_h1_d_w1=x1 * slope_h1,
            d_h1_d_w2=x2 * slope_h1,
            d_h1_d_b1=slope_h1,
            # Neuron h2
            d_h2_d_w3=x1 * slope_h2,
            d_h2_d_w4=x2 * slope_h2,
            d_h2_d_b2=slope_h2,
        )
        # --8<-- [end:factors]

    # --8<-- [start:gradient]
    def gradient(self, x, y_true):
        """Give the slope of one sample's squared error in each parameter.

        x: two numbers. y_true: the label. Returns {"w1": slope, …}.
        """
        d = self.factors(x, y_true)
        return {
            "w1": d.d_L_d_ypred * d.d_ypred_d_h1 * d.d_h1_d_w1,
            "w2": d.d_L_d_ypred * d.d_ypred_d_h1 * d.d_h1_d_w2,
            "w3": d.d_L_d_ypred * d.d_ypred_d_h2 * d.d_h2_d_w3,
            "w4": d.d_L_d_ypred * d.d_ypred_d_h2 * d.d_h2_d_w4,
            "w5": d.d_L_d_ypred * d.d_ypred_d_w5,
            "w6": d.d_L_d_ypred * d.d_ypred_d_w6,
            "b1": d.d_L_d_ypred * d.d_ypred_d_h1 * d.d_h1_d_b1,
            "b2": d.d_L_d_ypred * d.d_ypred_d_h2 * d.d_h2_d_b2,
            "b3": d.d_L_d_ypred * d.d_ypred_d_b3,
        }
        # --8<-- [end:gradient]

    # --8<-- [start:step]
    def step(self, x, y_true, learn_rate):
        """Move every parameter against its slope, for one sample.

        x: two numbers. y_true: the label. learn_rate: above zero.
        """
        learn_rate = positive("learn_rate", learn_rate)
        for name, slope in self.gradient(x, y_true).items():
            value = getattr(self, name)
            setattr(self, name, value - learn_rate * slope)
        # --8<-- [end:step]

    # --8<-- [start:train]
    def train(self, data, all_y_trues, learn_rate=0.1, epochs=1000):
        """Step through all samples, epoch after epoch.

        data: (n, 2) numbers. all_y_trues: their n labels.
        Returns the mean squared error after each epoch.
        """
        data = finite("data", data, ("n", 2))
        all_y_trues = finite("all_y_trues", all_y_trues, data.shape[:1])
        losses = np.empty(count("epochs", epochs))
        for epoch in range(len(losses)):
            for x, y_true in zip(data, all_y_trues, strict=True):
                self.step(x, y_true, learn_rate)
            losses[epoch] = mse_loss(all_y_trues, self.feedforward(data))
        return losses
        # --8<-- [end:train]
        # --8<-- [end:OurNeuralNetwork]
