r"""Guess what a wrong sign does

Train nine networks. In each of them the slope of another parameter has the
wrong sign, so that this parameter goes uphill in every step. How many of the
nine learn all the same?
"""

kind = "predict"
choices = {
    "none": "wrong_sign.learned == 0",
    "about half": "3 <= wrong_sign.learned <= 6",
    "all but one": "wrong_sign.learned == 8",
}
wrong = {
    "none": "In each network eight parameters still go downhill.",
    "about half": (
        "More of them do. Which parameter could the other eight not replace?"
    ),
}
hints = [
    "In each of the nine networks eight parameters still go downhill.",
    "The loss falls if what these eight gain is more than what the ninth "
    "loses.",
]
reason = """
The eight gain more than the ninth loses, in all cases but one. The program
below shows which one.
"""
