import numpy as np

from simplenet import OurNeuralNetwork
from simplenet.data import all_y_trues, data, seed, shift
from simplenet.measured import read_people

network = OurNeuralNetwork(np.random.default_rng(seed))
network.train(data, all_y_trues)  # the four people of the tutorial

x, y_true = read_people()
right = (network.feedforward(x - shift) > 0.5) == y_true

print(f"{right.sum()} of {len(right)} right: {right.mean():.1%}")
for name, label in [("women", 1), ("men", 0)]:
    own = right[y_true == label]
    print(f"{name}: {own.sum()} right, {(~own).sum()} wrong")
