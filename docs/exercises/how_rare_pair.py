r"""Guess how rare the article's digits are

The article trained one network and prints two predictions, with three
decimals each. How many of {{ luck_count:,d }} networks print exactly these
two numbers?
"""

kind = "predict"
choices = {
    "fewer than 10": "luck_pairs < 10",
    "about 100": "30 <= luck_pairs <= 300",
    "about 5,000": "3000 <= luck_pairs <= 7000",
}
wrong = {
    "fewer than 10": (
        "Then the article would have been very lucky. The dark cells of the "
        "map hold far more."
    ),
    "about 5,000": (
        "Then half of the map would be one dark spot. Three decimals of two "
        "numbers leave many pairs."
    ),
}
hints = [
    "Look at the map: how many cells are dark?",
    "In 98 of 100 networks Emily's prediction lies in a range of about "
    "25 thousandths, and Frank's in one of about 21.",
]
reason = """
They are {{ luck_pairs }}. The two vary together, so not every pair in these
ranges comes out, and some come often. A pair that a single run prints is
hardly ever a rare one.
"""
