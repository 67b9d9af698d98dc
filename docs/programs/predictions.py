import numpy as np

from simplenet import OurNeuralNetwork
from simplenet.data import all_y_trues, data, emily, frank, seed

network = OurNeuralNetwork(np.random.default_rng(seed))
network.train(data, all_y_trues)


def letter(y_pred):
    return "F" if y_pred > 0.5 else "M"


y_emily = network.feedforward(emily)
y_frank = network.feedforward(frank)
print(f"Emily: {y_emily:.3f} - {letter(y_emily)}")  # Emily: 0.951 - F
print(f"Frank: {y_frank:.3f} - {letter(y_frank)}")  # Frank: 0.039 - M
