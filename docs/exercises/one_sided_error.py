r"""Step to one side only

Save a run of the network: divide $L(w_1 + \delta) - L(w_1)$ by $\delta$. At
the right of the figure, what does a step ten times smaller make of the error
of this **one-sided difference**?
"""

kind = "predict"
# The ratio of the errors at 0.01 and 0.001, for the cube at 1 (its slope is 3)
choices = {
    "it is as large as before": (
        "((1.01**3 - 1) / 0.01 - 3) / ((1.001**3 - 1) / 0.001 - 3) < 1.1"
    ),
    "ten times smaller": (
        "9 < ((1.01**3 - 1) / 0.01 - 3) / ((1.001**3 - 1) / 0.001 - 3) < 11"
    ),
    "a hundred times smaller": (
        "((1.01**3 - 1) / 0.01 - 3) / ((1.001**3 - 1) / 0.001 - 3) > 90"
    ),
}
wrong = {
    "it is as large as before": (
        "The curve bends less over a shorter way, so the error shrinks."
    ),
    "a hundred times smaller": (
        "So it is with the central difference, whose two sides err in "
        "opposite directions. Here one side is missing."
    ),
}
hints = [
    r"Try it on a curve that you can work out: $w^2$, whose slope at 1 is 2.",
    r"$(1 + \delta)^2$ is $1 + 2 \delta + \delta^2$. Take 1 away, and divide "
    r"by $\delta$.",
]
reason = r"""
For $w^2$ at 1 the one-sided difference is $2 + \delta$, so its error is
$\delta$ itself: a tenth of the step, a tenth of the error. The central
difference gives exactly 2 there, since its two sides err by as much in
opposite directions. The second run is well spent.
"""
