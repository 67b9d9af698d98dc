"""Look at networks as they are before any training."""

import numpy as np

from simplenet import OurNeuralNetwork, mse_loss, sigmoid
from simplenet.data import all_y_trues, data, people, seed

FAR = 5  # a weighted sum beyond ±5 lies at a flat end of the sigmoid
APART = 0.5  # outputs that differ by more tell people apart


def start_facts(starts):
    """Name what the chapters say of start values; row i is for seed i."""
    network = OurNeuralNetwork(np.random.default_rng(seed))
    before = mse_loss(all_y_trues, network.feedforward(data))
    raw = np.array(list(people.values()))
    return {
        "start_loss": before,
        "shift_far": np.mean(np.abs(hidden_sums(starts, data)) > FAR),
        "shift_far_sum": FAR,
        "shift_apart": np.mean(tells_apart(starts, data)),
        "shift_apart_by": APART,
        "raw_apart": np.mean(tells_apart(starts, raw)),
    }


def hidden_sums(starts, inputs):
    """Give the weighted sums of h1 and h2 for each network and person."""
    w1, w2, w3, w4, _, _, b1, b2, _ = starts.T[:, :, np.newaxis]
    x1, x2 = inputs.T
    return np.array([w1 * x1 + w2 * x2 + b1, w3 * x1 + w4 * x2 + b2])


def tells_apart(starts, inputs):
    """Tell in which networks a hidden neuron treats people differently."""
    outputs = sigmoid(hidden_sums(starts, inputs))
    return (np.ptp(outputs, axis=2) > APART).any(axis=0)
