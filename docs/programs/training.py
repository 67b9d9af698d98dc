import numpy as np

from simplenet import OurNeuralNetwork
from simplenet.data import all_y_trues, data, seed

learn_rate = 0.1
epochs = 1000

network = OurNeuralNetwork(np.random.default_rng(seed))
losses = network.train(data, all_y_trues, learn_rate, epochs)

for epoch in range(0, epochs, 10):
    print(f"Epoch {epoch} loss: {losses[epoch]:.3f}")
