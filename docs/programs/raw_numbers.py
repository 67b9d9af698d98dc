import numpy as np

from simplenet import OurNeuralNetwork
from simplenet.data import all_y_trues, people, seed

raw = np.array(list(people.values()))  # pounds and inches, not shifted
network = OurNeuralNetwork(np.random.default_rng(seed))
losses = network.train(raw, all_y_trues)
predictions = network.feedforward(raw)

print(f"Last loss: {losses[-1]:.3f}")
for name, y_pred in zip(people, predictions, strict=True):
    print(f"{name}: {y_pred:.3f}")

h1_slopes = [network.factors(x, 1).d_h1_d_b1 for x in raw]
h2_slopes = [network.factors(x, 1).d_h2_d_b2 for x in raw]
print(f"Steepest slope of h1: {max(h1_slopes):.1e}")
print(f"Steepest slope of h2: {max(h2_slopes):.1e}")
