r"""Guess how often the network is right

About what share of the {{ people_all:,d }} will the network be right? Whoever
answers “female” for everyone is right about {{ people_guess:.0% }}. Say a
share, as 0.6 or 60%; five hundredths more or less will do.
"""

kind = "predict"
answer = "people_right"
within = 0.05
wrong = {
    "people_guess": (
        "So often one is right with eyes shut. The network has learned a "
        "little more."
    ),
    "people_learned": (
        "So often it could be right, but not with four people to learn from."
    ),
    "predictions.y_emily": (
        "So it answered for Emily. That a network says 0.95 does not mean "
        "that it is right so often."
    ),
    "0.3": "Guessing would be better. The network has learned something.",
}
hints = [
    "It is better than answering the same for everyone.",
    "It learned from four people, whom their weight tells apart. Of how many "
    "others is that true?",
]
reason = """
About {{ people_right_count:,d }} of {{ people_all:,d }}, which is
{{ people_right:.1% }}. For Emily the network gave
{{ predictions.y_emily:.3f }}, as if it were sure. Among these people it is
wrong about almost every third.
"""
