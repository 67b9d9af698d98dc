import numpy as np

from simplenet import MatrixNetwork

# Two spirals of 50 points, from the middle outwards
t = np.sqrt(np.linspace(0.02, 1, 50))
spiral = 3 * t * np.array([np.cos(2 * np.pi * t), np.sin(2 * np.pi * t)])
x = np.stack([spiral.T, -spiral.T], axis=1).reshape(-1, 2)
y_true = np.tile([[0], [1]], (50, 1))

batch = 10
right = []
for sizes in [2, 1], [2, 16, 1]:
    network = MatrixNetwork(sizes, np.random.default_rng(0))
    losses = network.train(x, y_true, 3, epochs=300, batch=batch)
    right.append(((network.feedforward(x) > 0.5) == y_true).mean())
    print(f"{sizes}: loss {losses[-1]:.4f}, right {right[-1]:.0%}")
