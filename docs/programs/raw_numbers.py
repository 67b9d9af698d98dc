import numpy as np

from simplenet import OurNeuralNetwork, deriv_sigmoid
from simplenet.data import all_y_trues, people, seed

raw = np.array(list(people.values()))  # pounds and inches, not shifted
network = OurNeuralNetwork(np.random.default_rng(seed))
losses = network.train(raw, all_y_trues)
predictions = network.feedforward(raw)

print(f"Last loss: {losses[-1]:.3f}")
for name, y_pred in zip(people, predictions, strict=True):
    print(f"{name}: {y_pred:.3f}")

x1, x2 = raw.T
h1_slopes = deriv_sigmoid(network.w1 * x1 + network.w2 * x2 + network.b1)
h2_slopes = deriv_sigmoid(network.w3 * x1 + network.w4 * x2 + network.b2)
print(f"Steepest slope of h1: {max(h1_slopes):.1e}")
print(f"Steepest slope of h2: {max(h2_slopes):.1e}")
