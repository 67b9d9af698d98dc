r"""Add it up by hand

A neuron has the weights $w_1 = {{ neuron.weights[0] }}$ and
$w_2 = {{ neuron.weights[1] }}$ and the bias $b = {{ neuron.bias }}$. Its
inputs are {{ neuron.x[0] }} and {{ neuron.x[1] }}. What is its weighted sum?
"""

kind = "predict"
answer = "neuron_sum"
wrong = {
    "neuron_sum - neuron.bias": "The bias is missing: it is added at the end.",
    "neuron.weights[0] * neuron.x[1] + neuron.weights[1] * neuron.x[0]"
    " + neuron.bias": (
        "The weights have changed places: `w1` belongs to the first input."
    ),
    "neuron.x[0] + neuron.x[1] + neuron.bias": (
        "Each input is multiplied by its weight before anything is added."
    ),
}
hints = [
    "Multiply the first input by $w_1$ and the second by $w_2$.",
    "Add the two products and the bias.",
]
reason = """
{{ neuron.weights[0] }} times {{ neuron.x[0] }} plus {{ neuron.weights[1] }}
times {{ neuron.x[1] }} plus {{ neuron.bias }} is {{ neuron_sum:g }}. The first
weight is {{ neuron.weights[0] }}, so this neuron does not look at its first
input at all.
"""
