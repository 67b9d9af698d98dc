import numpy as np

from simplenet import OurNeuralNetwork
from simplenet.data import data


def start():
    """A network whose weights are all 1 and whose biases are all 0."""
    network = OurNeuralNetwork(np.random.default_rng())
    network.w1 = network.w2 = network.w3 = 1.0
    network.w4 = network.w5 = network.w6 = 1.0
    network.b1 = network.b2 = network.b3 = 0.0
    return network


def squared_error(network):
    return (y_true - network.feedforward(x)) ** 2


x, y_true = data[0], 1  # Alice
learn_rate = 0.1

network = start()
gradient = network.gradient(x, y_true)
for name, slope in gradient.items():
    print(f"slope in {name}: {slope:+.4f}")
loss_before = squared_error(network)
print(f"before: {loss_before:.6f}")  # before: 0.226866

network.w1 -= learn_rate * gradient["w1"]
loss_w1_moved = squared_error(network)
print(f"w1 moved: {loss_w1_moved:.6f}")  # w1 moved: 0.226820
w1_moved = network.w1

network = start()
network.step(x, y_true, learn_rate)
loss_all_moved = squared_error(network)
print(f"all nine moved: {loss_all_moved:.6f}")  # all nine moved: 0.221097
