import numpy as np

from simplenet import OurNeuralNetwork
from simplenet.data import data


class Dual:
    """A value, and its slope in the one parameter that we ask about."""

    def __init__(self, value, slope=0.0):
        self.value = value
        self.slope = slope

    def __add__(self, other):
        other = dual(other)
        return Dual(self.value + other.value, self.slope + other.slope)

    def __mul__(self, other):
        other = dual(other)
        slope = self.value * other.slope + self.slope * other.value
        return Dual(self.value * other.value, slope)

    def __neg__(self):
        return Dual(-self.value, -self.slope)

    def __rtruediv__(self, other):
        """A plain number divided by this one."""
        slope = -other / self.value**2 * self.slope
        return Dual(other / self.value, slope)

    __radd__ = __add__
    __rmul__ = __mul__


def dual(number):
    return number if isinstance(number, Dual) else Dual(number)


def exp(d):
    return Dual(np.exp(d.value), np.exp(d.value) * d.slope)


def f(z):
    return 1 / (1 + exp(-z))


def squared_error(p, x, y_true):
    """The network once more; its numbers may be dual ones."""
    x1, x2 = x
    h1 = f(p["w1"] * x1 + p["w2"] * x2 + p["b1"])
    h2 = f(p["w3"] * x1 + p["w4"] * x2 + p["b2"])
    o1 = f(p["w5"] * h1 + p["w6"] * h2 + p["b3"])
    error = y_true + (-o1)
    return error * error


def automatic(p, name, x, y_true):
    """The slope in one parameter, carried along from p to the loss."""
    p = {each: Dual(value) for each, value in p.items()}
    p[name].slope = 1.0
    return squared_error(p, x, y_true).slope


# Alice, all weights 1, all biases 0
names = OurNeuralNetwork.parameters
p = {name: float(name.startswith("w")) for name in names}
slope = automatic(p, "w1", data[0], 1)
print(f"{slope:.15f}")  # 0.021469535265811

rng = np.random.default_rng(0)
states = 1000
worst = 0
for _ in range(states):
    network = OurNeuralNetwork(rng)
    x, y_true = rng.normal(0, 3, size=2), rng.integers(2)
    p = vars(network)
    for name, slope in network.gradient(x, y_true).items():
        worst = max(worst, abs(automatic(p, name, x, y_true) - slope))
print(f"Largest disagreement: {worst:.0e}")
print(worst < 1e-13)  # True
