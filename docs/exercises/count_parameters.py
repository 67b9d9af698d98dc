r"""Count the parameters

Add a third hidden neuron $h_3$ to the network in the picture. How many
parameters has it then, weights and biases together?
"""

kind = "predict"
answer = "3 * (2 + 1) + (3 + 1)"
wrong = {
    "3 * (2 + 1) + (2 + 1)": (
        "The output neuron reads three neurons now, so it has a weight more."
    ),
    "3 * (2 + 1)": (
        "So many has the network in the picture. In the larger one that is "
        "all weights without a bias, or the hidden neurons alone."
    ),
}
hints = [
    "A neuron has a weight for each number that it reads, and one bias.",
    "Each hidden neuron reads two inputs: three parameters. How many has the "
    "output neuron?",
]
reason = """
Each of the three hidden neurons has two weights and a bias, which makes 9. The
output neuron has three weights and a bias, which makes 4. Together they are
13.
"""
