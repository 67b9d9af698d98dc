r"""Say the sign of a slope

Nobody has shown you the slope in $b_3$ yet, the bias of $o_1$. Alice's label
is {{ backpropagation.y_true }}, and the network predicts
{{ backpropagation.y_pred:.4f }} for her. Is the slope of her loss in $b_3$
positive or negative?
"""

kind = "predict"
choices = {
    "positive": "step_slope_b3 > 0",
    "negative": "step_slope_b3 < 0",
    "exactly zero": "step_slope_b3 == 0",
}
wrong = {
    "positive": (
        "Then a larger `b3` would make the loss larger. What does it do to "
        "the prediction, and is that nearer to the label?"
    ),
    "exactly zero": (
        "Then a nudge of `b3` would change nothing. But it moves the sum of "
        "`o1`, and with it the prediction."
    ),
}
hints = [
    "Nudge $b_3$ up in your head: does the prediction rise or fall?",
    "Does that bring it nearer to the label, and so the loss down?",
]
reason = """
It is {{ step_slope_b3:.4f }}. A larger $b_3$ raises the prediction. That is
nearer to Alice's label, so the loss falls: a negative slope.
"""
