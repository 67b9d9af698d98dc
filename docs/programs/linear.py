import numpy as np

rng = np.random.default_rng(0)
W1, b1 = rng.normal(size=(2, 2)), rng.normal(size=2)  # hidden layer
W2, b2 = rng.normal(size=2), rng.normal()  # output layer
x = np.array([2, 3])

two_layers = W2 @ (W1 @ x + b1) + b2  # no activation in between
one_neuron = (W2 @ W1) @ x + (W2 @ b1 + b2)

print(np.isclose(two_layers, one_neuron))  # True
