r"""Work out the sigmoid of zero

What does the sigmoid give for 0? Put 0 for $x$ into the formula. Any number
to the power 0 is 1.
"""

kind = "predict"
answer = "1 / (1 + euler**0)"
within = 0.001
wrong = {
    "0": "Zero goes in, but the formula does not pass it on as it is.",
    "1": "That is the power alone. What stands around it in the formula?",
    "2": "That is the denominator. The formula divides 1 by it.",
}
hints = [
    "The power $e^{-x}$ is 1 here.",
    "So the denominator is 1 plus 1.",
]
reason = """
It is 1 divided by 2. Zero is where the curve crosses the middle: a neuron
whose weighted sum is 0 is as far from 0 as from 1.
"""
