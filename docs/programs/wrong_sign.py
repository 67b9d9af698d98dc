import numpy as np

from simplenet import OurNeuralNetwork
from simplenet.data import all_y_trues, data, seed


class WrongNetwork(OurNeuralNetwork):
    """Gets the sign of one slope wrong: that of the parameter `wrong`."""

    def gradient(self, x, y_true):
        slopes = super().gradient(x, y_true)
        return slopes | {self.wrong: -slopes[self.wrong]}


def last_loss(wrong):
    network = WrongNetwork(np.random.default_rng(seed))
    network.wrong = wrong
    return network.train(data, all_y_trues)[-1]


names = vars(OurNeuralNetwork(np.random.default_rng(seed)))
last_losses = {name: last_loss(name) for name in names}
for name, loss in last_losses.items():
    print(f"{name} goes the wrong way: last loss {loss:.4f}")

learned = sum(loss < 0.01 for loss in last_losses.values())
print(f"{learned} of 9 learn all the same")  # 8 of 9 learn all the same
