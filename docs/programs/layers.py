import numpy as np

from simplenet import MatrixNetwork, OurNeuralNetwork
from simplenet.data import all_y_trues, data, seed

one_by_one = OurNeuralNetwork(np.random.default_rng(seed))
losses = one_by_one.train(data, all_y_trues)

network = MatrixNetwork([2, 2, 1], np.random.default_rng(seed))
matrix_losses = network.train(data, all_y_trues[:, np.newaxis])

print(f"Last loss, one by one: {losses[-1]:.12f}")
print(f"Last loss, matrices:   {matrix_losses[-1]:.12f}")
print(np.allclose(losses, matrix_losses, rtol=0, atol=1e-12))  # True
