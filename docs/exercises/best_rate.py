r"""Choose a learning rate

All pages use the learning rate {{ training.learn_rate }}. {{ luck_few:,d }}
networks were trained for {{ training.epochs }} epochs at each of four rates.
At which one did all of them learn, and end at the smallest loss?
"""

kind = "predict"
choices = {
    "0.001": "luck_slow_failed == 0",
    "0.1": "luck_good_ratio <= 1",
    "10": "luck_good_rate == '10'",
    "100": "luck_fast_failed == 0",
}
wrong = {
    "0.001": (
        "Short steps are safe, but they do not arrive within so few epochs."
    ),
    "0.1": (
        "All of them learn at this rate. But a longer step gets farther in "
        "the same number of epochs."
    ),
    "100": (
        "Steps can be too long: one of them may end far out on the flat end "
        "of the sigmoid."
    ),
}
hints = [
    "Each step moves a parameter by the rate times the slope, and near the "
    "end all slopes are small.",
    "What happens to a sigmoid whose sum was thrown to 50 by one step?",
]
reason = """
At {{ luck_good_rate }} all learn, and end lowest. Nobody could have
worked that out on paper, and other data has another best rate: one tries some
rates, each ten times the last.
"""
