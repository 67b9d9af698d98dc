from copy import copy

import numpy as np

from simplenet import OurNeuralNetwork
from simplenet.data import data


def squared_error(network, x, y_true):
    return (y_true - network.feedforward(x)) ** 2


def complex_step(network, name, x, y_true):
    """The slope in one parameter, from one loss at a complex number."""
    moved = copy(network)
    vars(moved)[name] += delta * 1j
    return squared_error(moved, x, y_true).imag / delta


delta = 1e-30

# Alice, all weights 1, all biases 0
network = OurNeuralNetwork(np.random.default_rng())
network.w1 = network.w2 = network.w3 = 1.0
network.w4 = network.w5 = network.w6 = 1.0
network.b1 = network.b2 = network.b3 = 0.0
slope = complex_step(network, "w1", data[0], 1)
print(f"{slope:.15f}")  # 0.021469535265811

rng = np.random.default_rng(0)
states = 1000
worst = 0
for _ in range(states):
    network = OurNeuralNetwork(rng)
    x, y_true = rng.normal(0, 3, size=2), rng.integers(2)
    for name, slope in network.gradient(x, y_true).items():
        error = abs(complex_step(network, name, x, y_true) - slope)
        worst = max(worst, error)
print(f"Largest disagreement: {worst:.0e}")
print(worst < 1e-13)  # True
