import numpy as np

from simplenet import ManyNetworks
from simplenet.data import seed
from simplenet.measured import halves, read_people

sizes = [4, 8, 16, 32, 64, 128, 256]
draws = 200
rng = np.random.default_rng(seed)

x, y_true = read_people()
train, test = halves(len(x), rng)

# One row of people for each network, repeated until each row has 256
chosen = np.array(
    [
        np.tile(rng.choice(train, size, replace=False), 256 // size)
        for size in sizes
        for _ in range(draws)
    ]
)
mean = x[chosen].mean(axis=1, keepdims=True)
deviation = x[chosen].std(axis=1, keepdims=True)

networks = ManyNetworks(range(len(chosen)))
own = (x[chosen] - mean) / deviation
networks.train(own, y_true[chosen], learn_rate=0.2, epochs=4)

said_female = networks.feedforward((x[test] - mean) / deviation) > 0.5
right = (said_female == y_true[test]).mean(axis=1).reshape(-1, draws)
for size, shares in zip(sizes, right, strict=True):
    low, middle, high = np.percentile(shares, [5, 50, 95])
    print(f"{size} people: median {middle:.1%}, {low:.1%} to {high:.1%}")
