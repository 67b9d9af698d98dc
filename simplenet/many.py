"""Many networks at once, each the network of the article."""

import numpy as np

from simplenet.network import OurNeuralNetwork

BLOCK = 5000  # networks whose numbers fit together into a processor's cache


# --8<-- [start:ManyNetworks]
class ManyNetworks(OurNeuralNetwork):
    """Hold n networks; each parameter is a column, one row for each network.

    seeds: n whole numbers. Network i starts as
    OurNeuralNetwork(np.random.default_rng(seeds[i])) does.
    """

    def __init__(self, seeds):
        rows = [np.random.default_rng(seed).normal(size=9) for seed in seeds]
        columns = np.transpose(rows)[:, :, np.newaxis]
        self.w1, self.w2, self.w3, self.w4, self.w5, self.w6 = columns[:6]
        self.b1, self.b2, self.b3 = columns[6:]
        # --8<-- [end:ManyNetworks]

    def feedforward(self, x):
        """Predict n rows, one for each network: a column for each sample.

        x: as for OurNeuralNetwork; or (n, samples, 2), each network its own.
        """
        return super().feedforward(np.atleast_2d(x).swapaxes(0, -2))

    def train(self, data, all_y_trues, learn_rate=0.1, epochs=1000):
        """Train every network as OurNeuralNetwork.train does, all at once.

        The arguments are the same; data of shape (n, samples, 2) with
        (n, samples) labels give each network samples of its own. Returns the
        n losses after the last epoch; those on the way are not computed. All
        agrees with single networks to about 1e-12, not to the last digit: the
        factors are multiplied in another order.
        """
        samples = data.swapaxes(0, -2).copy()  # one after the other
        columns = stack(self)
        for _ in range(epochs):
            for x, y_true in zip(samples, all_y_trues.T, strict=True):
                step_all(columns, x, y_true, learn_rate)
        unstack(self, columns)
        return ((all_y_trues - self.feedforward(data)) ** 2).mean(axis=1)


def stack(n):
    """Copy the parameters of n networks: row 0 for h1, row 1 for h2."""
    return (
        np.array([n.w1[:, 0], n.w3[:, 0]]),
        np.array([n.w2[:, 0], n.w4[:, 0]]),
        np.array([n.b1[:, 0], n.b2[:, 0]]),
        np.array([n.w5[:, 0], n.w6[:, 0]]),
        n.b3[:, 0].copy(),
    )


def unstack(n, stacked):
    """Give n networks the parameters that stack copied."""
    w_x1, w_x2, b_h, w_h, b3 = stacked
    n.w1, n.w3 = w_x1[:, :, np.newaxis]
    n.w2, n.w4 = w_x2[:, :, np.newaxis]
    n.b1, n.b2 = b_h[:, :, np.newaxis]
    n.w5, n.w6 = w_h[:, :, np.newaxis]
    n.b3 = b3[:, np.newaxis]


# --8<-- [start:step_all]
def step_all(stacked, x, y_true, learn_rate):
    """Move every network by one step for one sample, in place.

    stacked: what stack gives. Row 0 belongs to h1, row 1 to h2.
    """
    x1, x2 = x.T
    w_x1, w_x2, b_h, w_h, b3 = stacked
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
