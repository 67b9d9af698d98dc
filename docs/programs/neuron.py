import numpy as np

from simplenet import Neuron

weights = np.array([0, 1])  # w1 = 0, w2 = 1
bias = 4
n = Neuron(weights, bias)

x = np.array([2, 3])  # x1 = 2, x2 = 3
print(n.feedforward(x))  # 0.9990889488055994
