r"""Write a layer

Write $f(W x + b)$ for any number of neurons and any number of inputs.
"""

kind = "write"
hints = [
    "The weighted sums of all neurons together are `W @ x + b`.",
    "`sigmoid` works on each number of an array.",
]
reason = """
There is no loop, and no number of neurons: the shape of `W` says it.
"""

# %% starter
from simplenet import sigmoid


def one_layer(W, b, x):
    """Give the outputs of a layer: W has a row for each neuron."""
    return ...


# %% checks
def checks():
    W, b, x = np.array([[0, 1], [2, -1]]), np.array([-2, 1]), np.array([2, 3])
    same(
        "one_layer(np.array([[0, 1], [2, -1]]), np.array([-2, 1]), "
        "np.array([2, 3]))",
        sigmoid(np.array([1.0, 2.0])),
        (None, "The function ends without a return, and so gives None."),
        (
            W @ x + b,
            "Those are the weighted sums. `sigmoid` goes around them.",
        ),
        (sigmoid(W @ x), "The biases are missing in the sums."),
        (
            sigmoid(W @ x) + b,
            "The biases belong inside: add them before `sigmoid`.",
        ),
        (
            sigmoid(x @ W + b),
            "`x @ W` goes down the columns. A neuron's weights are a row.",
        ),
        (
            sigmoid(W * x + b),
            "`*` multiplies number by number, and adds nothing up. Take `@`.",
        ),
        look="By hand the two sums are 3 − 2 and 1 + 1.",
    )
    same(
        "one_layer(np.array([[0, 1], [1, -1], [1, 0]]), np.zeros(3), "
        "np.array([2, 1]))",
        sigmoid(np.array([1.0, 1.0, 2.0])),
        (ValueError, "Here are three neurons with two inputs each."),
        look="Here are three neurons: three outputs.",
    )


# %% solution
def one_layer(W, b, x):
    """Give the outputs of a layer: W has a row for each neuron."""
    return sigmoid(W @ x + b)


# %% right
def one_layer(W, b, x):
    sums = [np.dot(row, x) + bias for row, bias in zip(W, b, strict=True)]
    return sigmoid(np.array(sums))


# %% wrong: goes down the columns
def one_layer(W, b, x):
    return sigmoid(x @ W + b)


# %% wrong: adds nothing up
def one_layer(W, b, x):
    return sigmoid(W * x + b)


# %% wrong: The biases belong inside
def one_layer(W, b, x):
    return sigmoid(W @ x) + b


# %% wrong: Here are three neurons
def one_layer(W, b, x):
    s1 = W[0] @ x + b[0]
    s2 = W[1] @ x + b[1]
    return sigmoid(np.array([s1, s2]))
