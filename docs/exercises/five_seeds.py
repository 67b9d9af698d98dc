r"""Guess how far the seeds disagree

Train the network again with the seeds 0 to 4, and ask each about Emily. How
far apart are the largest and the smallest of the five predictions?
"""

kind = "predict"
choices = {
    "less than 0.001": "seeds.spread[0] < 0.001",
    "between 0.001 and 0.1": "0.001 <= seeds.spread[0] <= 0.1",
    "more than 0.1": "seeds.spread[0] > 0.1",
}
wrong = {
    "less than 0.001": (
        "Then the third decimal of a prediction would mean something. Five "
        "random starts end at five different places."
    ),
    "more than 0.1": (
        "Training brings all of them near the same answer: every loss ends "
        "close to 0."
    ),
}
hints = [
    "All five were trained until their losses were small. What does that say "
    "about predictions near Alice and Diana?",
    "The same digits would need the same nine parameters.",
]
reason = """
They differ by {{ seeds.spread[0]:.3f }}. All five say female, and no two say
it with the same digits.
"""
