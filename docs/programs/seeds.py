import numpy as np

from simplenet import OurNeuralNetwork
from simplenet.data import all_y_trues, data, emily, frank

predictions = []
for seed in range(5):
    network = OurNeuralNetwork(np.random.default_rng(seed))
    network.train(data, all_y_trues)
    y_emily, y_frank = network.feedforward(np.array([emily, frank]))
    predictions.append((y_emily, y_frank))
    print(f"Seed {seed}: Emily {y_emily:.3f}, Frank {y_frank:.3f}")

spread = np.ptp(predictions, axis=0)
print(f"Spread: Emily {spread[0]:.3f}, Frank {spread[1]:.3f}")
