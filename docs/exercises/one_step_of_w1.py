r"""Take one step yourself

In the network of the last chapter all weights are {{ alice_weight }}, all
biases are {{ alice_bias }}, and the slope in $w_1$ is
{{ alice_d_L_d_w1:.4f }}. What is $w_1$ after one step with the learning rate
{{ step_learn_rate }}? Give four decimals.
"""

kind = "predict"
answer = "step_w1_moved"
within = 0.0001
wrong = {
    "alice_weight + step_learn_rate * alice_d_L_d_w1": (
        "That is a step uphill. Which sign does the rule put before the "
        "learning rate?"
    ),
    "alice_weight - alice_d_L_d_w1": (
        "That subtracts the whole slope. The learning rate shortens the step."
    ),
    "step_learn_rate * alice_d_L_d_w1": (
        "That is how far `w1` moves. Where does it arrive?"
    ),
}
hints = [
    "The new $w_1$ is the old one minus something.",
    "That something is the learning rate times the slope: "
    "{{ step_learn_rate }} times {{ alice_d_L_d_w1:.4f }}.",
]
reason = """
The new $w_1$ is {{ alice_weight }} minus {{ step_learn_rate }} times
{{ alice_d_L_d_w1:.4f }}, which is {{ step_w1_moved:.4f }}. The slope is
positive, so $w_1$ shrinks, and the step is small because the slope is.
"""
