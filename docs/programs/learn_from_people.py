import numpy as np

from simplenet import OurNeuralNetwork, mse_loss
from simplenet.data import seed
from simplenet.measured import halves, read_people

epochs = 10
rng = np.random.default_rng(seed)

x, y_true = read_people()
train, test = halves(len(x), rng)
mean, deviation = x[train].mean(axis=0), x[train].std(axis=0)
x = (x - mean) / deviation

network = OurNeuralNetwork(rng)
losses = {"train": [], "test": []}
for _ in range(epochs):
    network.train(x[train], y_true[train], epochs=1)
    for name, part in [("train", train), ("test", test)]:
        loss = mse_loss(y_true[part], network.feedforward(x[part]))
        losses[name].append(loss)

right = (network.feedforward(x) > 0.5) == y_true
print(f"right in the training part: {right[train].mean():.1%}")
print(f"right in the test part: {right[test].mean():.1%}")
