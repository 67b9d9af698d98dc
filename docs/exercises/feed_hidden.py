r"""Feed a hidden layer of any size

Write the feedforward of a network with a list of hidden neurons and one
output neuron, however long the list is.
"""

kind = "write"
hints = [
    "Each hidden neuron gives `neuron.feedforward(x)`. Collect all of them.",
    "A list of them: `[neuron.feedforward(x) for neuron in hidden]`.",
    "Make an array of the list with `np.array(…)`, and hand it to `output`.",
]
reason = """
Nothing in this code depends on how many hidden neurons there are. The output
neuron needs as many weights as there are.
"""

# %% starter
import numpy as np
from simplenet import Neuron


def feed_hidden(hidden, output, x):
    """Pass x through the hidden neurons, and their outputs through output."""
    return ...


# %% checks
def checks():
    h, o = 1 / (1 + np.exp(-3)), 1 / (1 + np.exp(-1))
    both = "[Neuron(np.array([0, 1]), 0), Neuron(np.array([1, 1]), -4)]"
    same(
        f"feed_hidden({both}, Neuron(np.array([2, -1]), 0.5), "
        "np.array([2, 3]))",
        1 / (1 + np.exp(-(2 * h - o + 0.5))),
        (
            np.array([h, o]),
            "Those are the hidden outputs: one neuron is left.",
        ),
        ([h, o], "Those are the hidden outputs: one neuron is left."),
        (None, "The function ends without a return, and so gives None."),
        (
            1 / (1 + np.exp(-1.5)),
            "The output neuron got the inputs. It reads the hidden neurons.",
        ),
        (
            1 / (1 + np.exp(-(2 * o - h + 0.5))),
            "The hidden outputs come in the wrong order.",
        ),
        look="Hand the output neuron what the hidden neurons put out.",
    )
    three = "[Neuron(np.array([1, 0]), 0)] * 3"
    f2 = 1 / (1 + np.exp(-2))
    same(
        f"feed_hidden({three}, Neuron(np.array([1, 1, 1]), 0), "
        "np.array([2, 3]))",
        1 / (1 + np.exp(-3 * f2)),
        (
            ValueError,
            "Three hidden neurons, three weights: hand all three outputs on.",
        ),
        look="Here are three hidden neurons: go through the whole list.",
    )


# %% solution
def feed_hidden(hidden, output, x):
    """Pass x through the hidden neurons, and their outputs through output."""
    outputs = [neuron.feedforward(x) for neuron in hidden]
    return output.feedforward(np.array(outputs))


# %% wrong: The output neuron got the inputs.
def feed_hidden(hidden, output, x):
    outputs = [neuron.feedforward(x) for neuron in hidden]
    return output.feedforward(x)


# %% wrong: Those are the hidden outputs
def feed_hidden(hidden, output, x):
    return np.array([neuron.feedforward(x) for neuron in hidden])


# %% wrong: hand all three outputs on
def feed_hidden(hidden, output, x):
    h1 = hidden[0].feedforward(x)
    h2 = hidden[1].feedforward(x)
    return output.feedforward(np.array([h1, h2]))
