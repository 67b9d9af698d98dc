from copy import copy

import numpy as np

from simplenet import OurNeuralNetwork
from simplenet.data import data


class Dual:
    """A value, and its slope in the one parameter that we ask about."""

    def __init__(self, value, slope=0.0):
        self.value = value
        self.slope = slope

    def __add__(self, other):
        other = dual(other)
        return Dual(self.value + other.value, self.slope + other.slope)

    def __mul__(self, other):
        other = dual(other)
        slope = self.value * other.slope + self.slope * other.value
        return Dual(self.value * other.value, slope)

    def __neg__(self):
        return Dual(-self.value, -self.slope)

    def __rtruediv__(self, other):
        """A plain number divided by this one."""
        slope = -other / self.value**2 * self.slope
        return Dual(other / self.value, slope)

    def exp(self):
        """What np.exp calls."""
        return Dual(np.exp(self.value), np.exp(self.value) * self.slope)

    __radd__ = __add__
    __rmul__ = __mul__


def dual(number):
    return number if isinstance(number, Dual) else Dual(number)


def squared_error(network, x, y_true):
    error = y_true + (-network.feedforward(x))
    return error * error


def automatic(network, name, x, y_true):
    """The slope in one parameter, carried along from it to the loss."""
    carrying = copy(network)
    vars(carrying)[name] = Dual(vars(network)[name], slope=1.0)
    return squared_error(carrying, x, y_true).slope


# Alice, all weights 1, all biases 0
network = OurNeuralNetwork(np.random.default_rng())
network.w1 = network.w2 = network.w3 = 1.0
network.w4 = network.w5 = network.w6 = 1.0
network.b1 = network.b2 = network.b3 = 0.0
slope = automatic(network, "w1", data[0], 1)
print(f"{slope:.15f}")  # 0.021469535265811

rng = np.random.default_rng(0)
states = 1000
worst = 0
for _ in range(states):
    network = OurNeuralNetwork(rng)
    x, y_true = rng.normal(0, 3, size=2), rng.integers(2)
    for name, slope in network.gradient(x, y_true).items():
        worst = max(worst, abs(automatic(network, name, x, y_true) - slope))
print(f"Largest disagreement: {worst:.0e}")
print(worst < 1e-13)  # True
