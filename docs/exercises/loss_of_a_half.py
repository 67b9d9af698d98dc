r"""Never decide

Suppose a network answers 0.5 for everyone, whoever it is. What is
its loss for the four people?
"""

kind = "predict"
answer = "guessing_loss"
within = 0.001
wrong = {
    "0.5": "That is the error of each prediction, or its size. Square it.",
    "0": (
        "The errors have both signs, but their squares do not cancel. That is "
        "what squares are for."
    ),
    "1": "That adds the squares up. The loss is their mean.",
}
hints = [
    "The error is 0.5 for the women and −0.5 for the men.",
    "Square both, and take the mean of the four squares.",
]
reason = """
Each of the four squares is {{ guessing_loss }}, and so is their mean. It is
half the loss of always answering 0. A network whose loss is near
{{ guessing_loss }} knows nothing.
"""
