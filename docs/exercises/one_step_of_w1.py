r"""Take one step yourself

In the network of the last chapter all weights are {{ backpropagation.w1 }},
all biases are {{ backpropagation.b1 }}, and the slope in $w_1$ is
{{ backpropagation.d_L_d_w1:.4f }}. What is $w_1$ after one step with the
learning rate {{ one_step.learn_rate }}? Give four decimals.
"""

kind = "predict"
answer = "one_step.w1_moved"
within = 0.0001
wrong = {
    "backpropagation.w1 + one_step.learn_rate * backpropagation.d_L_d_w1": (
        "That is a step uphill. Which sign does the rule put before the "
        "learning rate?"
    ),
    "backpropagation.w1 - backpropagation.d_L_d_w1": (
        "That subtracts the whole slope. The learning rate shortens the step."
    ),
    "one_step.learn_rate * backpropagation.d_L_d_w1": (
        "That is how far `w1` moves. Where does it arrive?"
    ),
}
hints = [
    "The new $w_1$ is the old one minus something.",
    "That something is the learning rate times the slope: "
    "{{ one_step.learn_rate }} times {{ backpropagation.d_L_d_w1:.4f }}.",
]
reason = """
The new $w_1$ is {{ backpropagation.w1 }} minus {{ one_step.learn_rate }} times
{{ backpropagation.d_L_d_w1:.4f }}, which is {{ one_step.w1_moved:.4f }}. The
slope is positive, so $w_1$ shrinks, and the step is small because the slope
is.
"""
