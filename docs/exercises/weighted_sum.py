r"""Add it up by hand

A neuron has the weights $w_1 = {{ neuron_w1 }}$ and $w_2 = {{ neuron_w2 }}$
and the bias $b = {{ neuron_b }}$. Its inputs are {{ neuron_x1 }} and
{{ neuron_x2 }}. What is its weighted sum?
"""

kind = "predict"
answer = "neuron_sum"
wrong = {
    "neuron_sum - neuron_b": "The bias is missing: it is added at the end.",
    "neuron_w1 * neuron_x2 + neuron_w2 * neuron_x1 + neuron_b": (
        "The weights have changed places: `w1` belongs to the first input."
    ),
    "neuron_x1 + neuron_x2 + neuron_b": (
        "Each input is multiplied by its weight before anything is added."
    ),
}
hints = [
    "Multiply the first input by $w_1$ and the second by $w_2$.",
    "Add the two products and the bias.",
]
reason = """
{{ neuron_w1 }} times {{ neuron_x1 }} plus {{ neuron_w2 }} times
{{ neuron_x2 }} plus {{ neuron_b }} is {{ neuron_sum:g }}. The first weight is
{{ neuron_w1 }}, so this neuron does not look at its first input at all.
"""
