import numpy as np

from simplenet import OurNeuralNetwork, sigmoid
from simplenet.data import data, seed

network = OurNeuralNetwork(np.random.default_rng(seed))
x, y_true = data[0], 1  # Alice

# The nine parameters as two matrices and two vectors
W1 = np.array([[network.w1, network.w2], [network.w3, network.w4]])
b1 = np.array([network.b1, network.b2])
W2 = np.array([[network.w5, network.w6]])
b2 = np.array([network.b3])

# Forward
h = sigmoid(W1 @ x + b1)
y_pred = sigmoid(W2 @ h + b2)

# Backward
d_L_d_s2 = -2 * (y_true - y_pred) * y_pred * (1 - y_pred)
d_L_d_W2, d_L_d_b2 = np.outer(d_L_d_s2, h), d_L_d_s2
d_L_d_s1 = (W2.T @ d_L_d_s2) * h * (1 - h)
d_L_d_W1, d_L_d_b1 = np.outer(d_L_d_s1, x), d_L_d_s1

# The same numbers as one by one?
slopes = np.concatenate(
    [d_L_d_W1.ravel(), d_L_d_W2.ravel(), d_L_d_b1, d_L_d_b2]
)
one_by_one = list(network.gradient(x, y_true).values())
print(np.allclose(y_pred, network.feedforward(x), rtol=0, atol=1e-12))  # True
print(np.allclose(slopes, one_by_one, rtol=0, atol=1e-12))  # True
