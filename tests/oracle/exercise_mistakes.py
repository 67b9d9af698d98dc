"""Which wrong answer to a prediction draws which words, by definition.

A new wrong answer: add one line, {exercise: {words: the answer}}. A number, or
the words of the choice. What takes long stands behind `lambda:`.
"""

from tests.oracle.facts import ONES_SLOPES, fact
from tests.oracle.measured import learned_share

SLOPE = ONES_SLOPES["w1"]
MISTAKES = {
    "best_rate": {
        "Short steps are safe": "0.001",
        "a longer step gets farther": "0.1",
        "Steps can be too long": "100",
    },
    "count_parameters": {
        "So many has the network in the picture.": 2 * 3 + 3,
        "The output neuron reads three neurons now": 3 * 3 + 3,
    },
    "first_step": {
        "It multiplies an input": "`w1`",
        "It acts on the output": "`w5`",
    },
    "five_seeds": {
        "Then the third decimal": "less than 0.001",
        "brings all of them near": "more than 0.1",
    },
    "how_rare_pair": {
        "ten thousand networks to fill them": "fewer than 10",
        "Then every tenth run would agree": "more than 1,000",
    },
    "loss_of_a_half": {
        "Square it.": 0.5,
        "their squares do not cancel": 0,
        "That adds the squares up.": 4 * 0.5**2,
    },
    "one_sided_error": {
        "so the error shrinks": "it is as large as before",
        "So it is with the central difference": "a hundred times smaller",
    },
    "one_step_of_w1": {
        "That is a step uphill.": 1 + 0.1 * SLOPE,
        "That subtracts the whole slope.": 1 - SLOPE,
        "That is how far": 0.1 * SLOPE,
    },
    "right_about_people": {
        "with eyes shut": 830 / 1629,
        "So often it could be right": learned_share,
        "So it answered for Emily.": lambda: fact("predictions.y_emily"),
        "Guessing would be better.": 0.3,
    },
    "sigmoid_of_zero": {
        "Zero goes in": 0,
        "That is the power alone.": 1,
        "That is the denominator.": 1 + 1,
    },
    "slope_in_b3": {
        "would make the loss larger": "positive",
        "would change nothing": "exactly zero",
    },
    "spirals_guess": {
        "with its eyes shut": "about half",
        "any straight line cuts both": "nearly all",
    },
    "weighted_sum": {
        "The bias is missing": 0 * 2 + 1 * 3,
        "The weights have changed places": 0 * 3 + 1 * 2 + 4,
        "Each input is multiplied": 2 + 3 + 4,
    },
    "which_collapses": {
        "Its curve bends everywhere.": "`x ** 2`",
        "straight on both sides": "`max(0, x)`",
    },
    "wrong_signs": {
        "eight parameters still go downhill": "none",
        "More of them do.": "about half",
    },
}
