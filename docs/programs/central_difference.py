from copy import copy

import numpy as np

from simplenet import OurNeuralNetwork
from simplenet.data import data


def squared_error(network, x, y_true):
    return (y_true - network.feedforward(x)) ** 2


def central_difference(network, name, delta, x, y_true):
    """The slope in one parameter, from the losses on both sides of it."""
    above, below = copy(network), copy(network)
    vars(above)[name] += delta
    vars(below)[name] -= delta
    rise = squared_error(above, x, y_true) - squared_error(below, x, y_true)
    return rise / (2 * delta)


def disagreement(network, delta, x, y_true):
    """The largest difference to the gradient, over the nine slopes."""
    gradient = network.gradient(x, y_true)
    return max(
        abs(central_difference(network, name, delta, x, y_true) - slope)
        for name, slope in gradient.items()
    )


# One state, many steps: Alice, all weights 1, all biases 0
network = OurNeuralNetwork(np.random.default_rng())
network.w1 = network.w2 = network.w3 = 1.0
network.w4 = network.w5 = network.w6 = 1.0
network.b1 = network.b2 = network.b3 = 0.0

slope = central_difference(network, "w1", 1e-5, data[0], 1)
print(f"{slope:.9f}")  # 0.021469535

deltas = [10.0**power for power in range(0, -16, -1)]
errors = [disagreement(network, delta, data[0], 1) for delta in deltas]
for delta, error in zip(deltas, errors, strict=True):
    print(f"delta = {delta:.0e}: {error:.0e}")

# Many states, one step
rng = np.random.default_rng(0)
states = 1000
worst = 0
for _ in range(states):
    network = OurNeuralNetwork(rng)
    x, y_true = rng.normal(0, 3, size=2), rng.integers(2)
    worst = max(worst, disagreement(network, 1e-5, x, y_true))
print(f"Largest disagreement: {worst:.0e}")
print(worst < 1e-8)  # True
