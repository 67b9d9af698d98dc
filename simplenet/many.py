"""Many networks at once, each the network of the article."""

import operator

import numpy as np

from simplenet.checks import count, finite, positive
from simplenet.network import OurNeuralNetwork

BLOCK = 5000  # networks whose numbers fit together into a processor's cache


# --8<-- [start:ManyNetworks]
class ManyNetworks(OurNeuralNetwork):
    """Hold n networks; each parameter is a column, one row for each network.

    seeds: n whole numbers. Network i starts as
    OurNeuralNetwork(np.random.default_rng(seeds[i])) does. `feedforward`
    gives n rows: one column for each sample.
    """

    def __init__(self, seeds):
        starts = [
            np.random.default_rng(seed).normal(size=len(self.parameters))
            for seed in whole_numbers("seeds", seeds)
        ]
        for name, values in zip(
            self.parameters, np.transpose(starts), strict=True
        ):
            setattr(self, name, values[:, np.newaxis])
        # --8<-- [end:ManyNetworks]

    def train(self, data, all_y_trues, learn_rate=0.1, epochs=1000):
        """Train every network as OurNeuralNetwork.train does, all at once.

        The arguments are the same. Returns the n losses after the last
        epoch; those on the way are not computed. All agrees with single
        networks to about 1e-12, not to the last digit: the factors are
        multiplied in another order.
        """
        data = finite("data", data, ("n", 2))
        all_y_trues = finite("all_y_trues", all_y_trues, data.shape[:1])
        learn_rate = positive("learn_rate", learn_rate)
        samples = list(zip(data.tolist(), all_y_trues.tolist(), strict=True))
        columns = self.stack()
        # exp may overflow to infinity here: 1 / (1 + infinity) is the 0 that
        # a saturated neuron gives.
        with np.errstate(over="ignore"):
            for _ in range(count("epochs", epochs)):
                for x, y_true in samples:
                    step_all(columns, x, y_true, learn_rate)
        self.unstack(columns)
        return ((all_y_trues - self.feedforward(data)) ** 2).mean(axis=1)

    def columns(self):
        """List the nine parameters, each an (n, 1) column."""
        return [getattr(self, name) for name in self.parameters]

    def stack(self):
        """Copy the parameters: h1 and h2 side by side, in one array each."""
        return [
            np.array([getattr(self, name)[:, 0] for name in names])
            for names in PAIRS
        ]

    def unstack(self, columns):
        """Set the parameters from what stack gives."""
        for names, rows in zip(PAIRS, columns, strict=True):
            for name, row in zip(names, rows, strict=True):
                setattr(self, name, row[:, np.newaxis])


PAIRS = (("w1", "w3"), ("w2", "w4"), ("b1", "b2"), ("w5", "w6"), ("b3",))


# --8<-- [start:step_all]
def step_all(columns, x, y_true, learn_rate):
    """Move every network by one step for one sample, in place.

    columns: what ManyNetworks.stack gives. Row 0 belongs to h1, row 1 to h2.
    """
    x1, x2 = x
    w_x1, w_x2, b_h, w_h, b3 = columns
    # Forward: h1 and h2 in one array, then o1
    h = 1 / (1 + np.exp(w_x1 * -x1 - w_x2 * x2 - b_h))
    weighted = w_h * h
    y_pred = 1 / (1 + np.exp(-(weighted[0] + weighted[1] + b3)))
    # Backward: how far the weighted sums move, s3 first, then s1 and s2
    step_o1 = 2 * learn_rate * (y_pred - y_true) * y_pred * (1 - y_pred)
    step_h = step_o1 * weighted * (1 - h)
    w_h -= step_o1 * h
    b3 -= step_o1
    w_x1 -= step_h * x1
    w_x2 -= step_h * x2
    b_h -= step_h
    # --8<-- [end:step_all]


# --8<-- [start:train_many]
def train_many(seeds, data, all_y_trues, learn_rate=0.1, epochs=1000):
    """Yield trained networks, one for each seed, in blocks of ManyNetworks.

    seeds: whole numbers, such as range(10_000); the rest is as for
    OurNeuralNetwork.train. A block fits a processor's cache, so the memory
    does not grow with the number of seeds, and a caller can show progress or
    stop between two blocks. The gain grows with the seeds, up to one block;
    for a single network it is small.
    """
    for start in range(0, len(seeds), BLOCK):
        networks = ManyNetworks(seeds[start : start + BLOCK])
        networks.train(data, all_y_trues, learn_rate, epochs)
        yield networks
        # --8<-- [end:train_many]


def whole_numbers(name, values):
    """Return n whole numbers from 0, or raise ValueError or TypeError."""
    try:
        numbers = [operator.index(value) for value in values]
    except TypeError:
        raise TypeError(
            f"{name} must hold whole numbers, got {values!r}"
        ) from None
    if not numbers or min(numbers) < 0:
        raise ValueError(
            f"{name} must be one or more numbers from 0 on, got {values!r}"
        )
    return numbers
