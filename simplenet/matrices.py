"""The network again, with matrices: layers of any sizes, samples in rows."""

from itertools import pairwise

import numpy as np

from simplenet.activation import sigmoid


# --8<-- [start:MatrixNetwork]
class MatrixNetwork:
    """Learn with layers of any sizes, all neurons of a layer at once.

    sizes: the number of inputs, then of neurons in each layer: [2, 2, 1].
    rng: a NumPy Generator; all weights are drawn first, then all biases, so
    that [2, 2, 1] starts as OurNeuralNetwork(rng) does.
    """

    def __init__(self, sizes, rng):
        self.weights = [rng.normal(size=(m, n)) for n, m in pairwise(sizes)]
        self.biases = [rng.normal(size=m) for m in sizes[1:]]
        # --8<-- [end:MatrixNetwork]

    # --8<-- [start:layers]
    def layers(self, x):
        """List the activations of all layers, the inputs first.

        x: (n, inputs), one sample in a row. Each result has n rows as well.
        """
        layers = [x]
        for W, b in zip(self.weights, self.biases, strict=True):
            layers.append(sigmoid(layers[-1] @ W.T + b))
        return layers
        # --8<-- [end:layers]

    # --8<-- [start:gradient]
    def gradient(self, x, y_true):
        """Give the slopes of the loss: for each layer, in W and in b.

        x: (n, inputs). y_true: (n, outputs). The loss of a sample is the sum
        of its squared errors; that of n samples is their mean.
        """
        layers = self.layers(x)
        slopes = []
        d_L_d_after = -2 * (y_true - layers[-1]) / len(y_true)
        for W, (before, after) in zip(
            reversed(self.weights), reversed([*pairwise(layers)]), strict=True
        ):
            d_L_d_sum = d_L_d_after * after * (1 - after)
            slopes.append((d_L_d_sum.T @ before, d_L_d_sum.sum(axis=0)))
            d_L_d_after = d_L_d_sum @ W  # one layer back
        return slopes[::-1]
        # --8<-- [end:gradient]

    def feedforward(self, x):
        """Predict: (n, outputs), for x of shape (n, inputs)."""
        return self.layers(x)[-1]

    # --8<-- [start:step]
    def step(self, x, y_true, learn_rate):
        """Move all parameters against their slopes, for a batch of samples.

        x, y_true: as for gradient. learn_rate: above zero.
        """
        for layer, (in_W, in_b) in enumerate(self.gradient(x, y_true)):
            self.weights[layer] = self.weights[layer] - learn_rate * in_W
            self.biases[layer] = self.biases[layer] - learn_rate * in_b
        # --8<-- [end:step]

    def train(self, x, y_true, learn_rate=0.1, epochs=1000, batch=1):
        """Step through all samples, batch by batch, epoch after epoch.

        x, y_true: as for gradient. batch: the number of samples in a step;
        1 makes the steps of OurNeuralNetwork. Returns the loss after each
        epoch.
        """
        losses = np.empty(epochs)
        for epoch in range(epochs):
            for start in range(0, len(x), batch):
                some = slice(start, start + batch)
                self.step(x[some], y_true[some], learn_rate)
            errors = y_true - self.feedforward(x)
            losses[epoch] = (errors**2).sum(axis=1).mean()
        return losses
