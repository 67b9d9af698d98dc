r"""Stop when the loss hardly falls

To train for {{ training.epochs }} epochs was a guess. Write a function that
trains a network one epoch at a time, until an epoch lowers the loss by less
than `least`, and returns how many epochs it took, that last one included.
"""

kind = "write"
hints = [
    "`network.train(data, all_y_trues, epochs=1)` trains for one epoch and "
    "returns an array with one loss.",
    "Repeat with `while True:`. In each round compare the new loss with the "
    "one of the round before, and leave the loop by `return`.",
    "Before you go round again, the new loss has to become the old one.",
]
reason = """
Such a rule is called **early stopping**. It saves steps, but it cannot know
whether the loss would have fallen faster later.
"""

# %% starter
import numpy as np
from simplenet import OurNeuralNetwork, mse_loss
from simplenet.data import all_y_trues, data


def train_while_it_falls(network, least):
    """Train until an epoch lowers the loss by less than least."""
    epochs = 0
    loss = mse_loss(all_y_trues, network.feedforward(data))
    ...
    return epochs


# %% checks
def start_network():
    return OurNeuralNetwork(np.random.default_rng(157))


def checks():
    network = start_network()
    loss = mse_loss(all_y_trues, network.feedforward(data))
    losses = np.array([loss, *network.train(data, all_y_trues)])
    for least in (0.01, 0.001, 0.0001):
        epochs = 1 + int(np.argmax(losses[:-1] - losses[1:] < least))
        same(
            f"train_while_it_falls(start_network(), {least})",
            epochs,
            (0, HINT),
            (None, "The function ends without a return, and so gives None."),
            (1, "It stopped after its first epoch. Is there a loop?"),
            (
                epochs - 1,
                "It is one short: the epoch that falls by too little counts, "
                "too, since the network was trained in it.",
            ),
            (
                int(np.argmax(losses < least)),
                "It waits until the loss itself is below least. Compare how "
                "much the loss has fallen.",
            ),
            look="Compare each new loss with the loss one epoch before.",
        )


# %% solution
def train_while_it_falls(network, least):
    """Train until an epoch lowers the loss by less than least."""
    epochs = 0
    loss = mse_loss(all_y_trues, network.feedforward(data))
    while True:
        new = network.train(data, all_y_trues, epochs=1)[0]
        epochs += 1
        if loss - new < least:
            return epochs
        loss = new


# %% wrong: It is one short
def train_while_it_falls(network, least):
    epochs = 0
    loss = mse_loss(all_y_trues, network.feedforward(data))
    while True:
        new = network.train(data, all_y_trues, epochs=1)[0]
        if loss - new < least:
            return epochs
        epochs += 1
        loss = new


# %% wrong: Your part still ran after
def train_while_it_falls(network, least):
    epochs = 0
    loss = mse_loss(all_y_trues, network.feedforward(data))
    while loss > least:
        network.train(data, all_y_trues, epochs=1)
        epochs += 1
    return epochs


# %% wrong: It waits until the loss itself
def train_while_it_falls(network, least):
    epochs = 0
    loss = mse_loss(all_y_trues, network.feedforward(data))
    while loss >= least:
        loss = network.train(data, all_y_trues, epochs=1)[0]
        epochs += 1
    return epochs
