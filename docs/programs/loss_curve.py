import matplotlib.pyplot as plt
import numpy as np

from simplenet import OurNeuralNetwork
from simplenet.data import all_y_trues, data, seed

network = OurNeuralNetwork(np.random.default_rng(seed))
losses = network.train(data, all_y_trues)

plt.plot(losses)
plt.xlabel("epoch")
plt.ylabel("mean squared error")
plt.ylim(bottom=0)
plt.show()

print(f"Last loss: {losses[-1]:.5f}")
