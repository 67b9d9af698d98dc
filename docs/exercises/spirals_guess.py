r"""Guess how far one neuron gets

Half of the {{ spirals_points }} points have the label 0, half the label 1.
First a single neuron learns, without a hidden layer: it draws one straight
line through the plane. How many of the points will be on their right side?
"""

kind = "predict"
choices = {
    "about half": "spirals.right[0] < 0.65",
    "about three quarters": "0.65 <= spirals.right[0] < 0.85",
    "nearly all": "0.85 <= spirals.right[0]",
}
wrong = {
    "about half": (
        "That is what it gets with its eyes shut. The outer ends of the "
        "spirals lie on opposite sides: a line can use that."
    ),
    "nearly all": (
        "Each spiral winds once around the middle, so any straight line cuts "
        "both of them."
    ),
}
hints = [
    "Answering 1 for every point is right about half of them. Can a line do "
    "better?",
    "Look at the figure below: lay a ruler through its middle.",
]
reason = """
It gets {{ spirals.right[0]:.0% }} of them right. That is more than by
guessing, since a good part of each spiral lies on one side of the line. The
rest bends back across it.
"""
