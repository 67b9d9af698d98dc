import numpy as np

from simplenet import OurNeuralNetwork
from simplenet.data import data


def f(z):
    """The sigmoid once more, for complex numbers too."""
    return 1 / (1 + np.exp(-z))


def squared_error(p, x, y_true):
    """The network once more; p holds its parameters, by name."""
    x1, x2 = x
    h1 = f(p["w1"] * x1 + p["w2"] * x2 + p["b1"])
    h2 = f(p["w3"] * x1 + p["w4"] * x2 + p["b2"])
    o1 = f(p["w5"] * h1 + p["w6"] * h2 + p["b3"])
    return (y_true - o1) ** 2


def complex_step(p, name, x, y_true):
    """The slope in one parameter, from one loss at a complex number."""
    moved = p | {name: p[name] + delta * 1j}
    return squared_error(moved, x, y_true).imag / delta


delta = 1e-30

# Alice, all weights 1, all biases 0
names = OurNeuralNetwork.parameters
p = {name: float(name.startswith("w")) for name in names}
slope = complex_step(p, "w1", data[0], 1)
print(f"{slope:.15f}")  # 0.021469535265811

rng = np.random.default_rng(0)
states = 1000
worst = 0
for _ in range(states):
    network = OurNeuralNetwork(rng)
    x, y_true = rng.normal(0, 3, size=2), rng.integers(2)
    p = vars(network)
    for name, slope in network.gradient(x, y_true).items():
        error = abs(complex_step(p, name, x, y_true) - slope)
        worst = max(worst, error)
print(f"Largest disagreement: {worst:.0e}")
print(worst < 1e-13)  # True
