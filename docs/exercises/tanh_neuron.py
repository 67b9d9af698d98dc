r"""Give a neuron another activation function

The sigmoid is not the only one. Another common one is the hyperbolic tangent,
`np.tanh`, whose results lie between −1 and 1. Write a neuron that uses it.
"""

kind = "write"
hints = [
    "First compute the weighted sum, as `feedforward` does.",
    "`np.dot(weights, inputs)` multiplies and adds. Do not forget the bias.",
    "The last line is `return np.tanh(total)`.",
]
reason = """
One word has changed, and the neuron answers −1 where it answered 0. Which
activation function a network uses is a choice.
"""

# %% starter
import numpy as np


def tanh_neuron(weights, bias, inputs):
    """Give the output of a neuron with tanh."""
    return ...


# %% checks
def checks():
    same(
        "tanh_neuron(np.array([0, 1]), -2, np.array([2, 3]))",
        np.tanh(1),
        (1, "That is the weighted sum. `np.tanh` has to go around it."),
        (None, "The function ends without a return, and so gives None."),
        (np.tanh(3), "The bias is missing in the sum."),
        (np.tanh(3) - 2, "The bias belongs inside: add it before `np.tanh`."),
        (1 / (1 + np.exp(-1)), "That is the sigmoid of the sum, not tanh."),
        look="By hand: 0 times 2 plus 1 times 3 minus 2 is 1; take tanh of 1.",
    )
    same(
        "tanh_neuron(np.array([1, -1, 2]), 0.5, np.array([1, 2, -1]))",
        np.tanh(-2.5),
        look="Here are three inputs. `np.dot` takes any number of them.",
    )


# %% solution
def tanh_neuron(weights, bias, inputs):
    """Give the output of a neuron with tanh."""
    total = np.dot(weights, inputs) + bias
    return np.tanh(total)


# %% right
def tanh_neuron(weights, bias, inputs):
    e = np.exp(2 * (sum(weights * inputs) + bias))
    return (e - 1) / (e + 1)


# %% wrong: The bias is missing in the sum.
def tanh_neuron(weights, bias, inputs):
    return np.tanh(np.dot(weights, inputs))


# %% wrong: The bias belongs inside
def tanh_neuron(weights, bias, inputs):
    return np.tanh(np.dot(weights, inputs)) + bias


# %% wrong: That is the weighted sum.
def tanh_neuron(weights, bias, inputs):
    return np.dot(weights, inputs) + bias


# %% wrong: Here are three inputs.
def tanh_neuron(weights, bias, inputs):
    return np.tanh(weights[0] * inputs[0] + weights[1] * inputs[1] + bias)
