r"""Find the activation function that adds nothing

Three candidates for the activation function of a hidden layer. With which one
would the three neurons still be no more than one?
"""

kind = "predict"
# A function does not bend if its middle value is the mean of the outer two.
choices = {
    "`3 * x + 1`": "(3 * -1 + 1) + (3 * 1 + 1) == 2 * (3 * 0 + 1)",
    "`x ** 2`": "(-1) ** 2 + 1**2 == 2 * 0**2",
    "`max(0, x)`": "max(0, -1) + max(0, 1) == 2 * max(0, 0)",
}
wrong = {
    "`x ** 2`": "Its curve bends everywhere. That is enough.",
    "`max(0, x)`": (
        "It is straight on both sides, but bends at 0. That is enough."
    ),
}
hints = [
    "Which of them has a curve without a bend?",
    "A straight line only multiplies by a number and adds a number.",
]
reason = """
The first one multiplies and adds, which is all that the neurons do without it.
Multiplied out, one neuron is left. The third is the most common of all in
large networks: a single bend is enough.
"""
