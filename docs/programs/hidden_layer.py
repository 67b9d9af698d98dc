import numpy as np

from simplenet import MatrixNetwork
from simplenet.measured import halves, read_people

people, y_true = read_people()
right = {(2, 1): [], (2, 2, 1): [], (2, 16, 1): []}

for split in range(12):
    rng = np.random.default_rng(split)
    train, test = halves(len(people), rng)
    mean, deviation = people[train].mean(axis=0), people[train].std(axis=0)
    x = (people - mean) / deviation
    labels = y_true[train, np.newaxis]
    for sizes, shares in right.items():
        network = MatrixNetwork(sizes, rng)
        network.train(x[train], labels, learn_rate=5, epochs=6, batch=74)
        said_female = network.feedforward(x[test])[:, 0] > 0.5
        shares.append((said_female == y_true[test]).mean())

for sizes, shares in right.items():
    low, middle, high = np.percentile(shares, [0, 50, 100])
    print(f"{sizes}: median {middle:.1%}, {low:.1%} to {high:.1%}")
