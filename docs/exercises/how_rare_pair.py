r"""Guess how rare the article's digits are

The article trained one network and prints two predictions, with three
decimals each. How many of {{ luck_count:,d }} networks print exactly these
two numbers?
"""

kind = "predict"
choices = {
    "fewer than 10": "luck_pairs < 10",
    "about 100": "30 <= luck_pairs <= 300",
    "more than 1,000": "luck_pairs > 1000",
}
wrong = {
    "fewer than 10": (
        "The map has some hundred pairs of three decimals to offer, but ten "
        "thousand networks to fill them."
    ),
    "more than 1,000": (
        "Then every tenth run would agree with the article to the digit. "
        "Three decimals of two numbers leave many pairs."
    ),
}
hints = [
    "Look at the map: how many cells are dark?",
    "In 98 of 100 networks Emily's prediction lies in a range of about "
    "25 thousandths, and Frank's in one of about 21.",
]
reason = """
They are {{ luck_pairs }}, fewer than one in a hundred. That is no reason to
distrust the article. The networks print hundreds of different pairs, and even
the most frequent one comes out of fewer than a tenth of them.
"""
