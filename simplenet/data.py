"""The people of the tutorial: four to learn from, two to predict."""

import numpy as np

# --8<-- [start:people]
# Weight in pounds, height in inches. Source: Victor Zhou (2019).
people = {
    "Alice": (133, 65),
    "Bob": (160, 72),
    "Charlie": (152, 70),
    "Diana": (120, 60),
}
strangers = {
    "Emily": (128, 63),
    "Frank": (155, 68),
}
all_y_trues = np.array([1, 0, 0, 1])  # 1 is female, 0 is male
# --8<-- [end:people]

# --8<-- [start:shift]
shift = np.array([135, 66])  # pounds, inches: close to the average person
data = np.array(list(people.values())) - shift
emily = np.array(strangers["Emily"]) - shift
frank = np.array(strangers["Frank"]) - shift
# --8<-- [end:shift]

# --8<-- [start:seed]
seed = 157  # the first that ends at the predictions of the article
# --8<-- [end:seed]
