"""What the study of ten thousand networks varies, and how it is read.

Apart from study.py, so that whoever reads what it found trains nothing.
"""

from simplenet.data import all_y_trues, people

LEARN_RATE = 0.1
LEARN_RATES = (0.001, 0.01, 0.1, 1, 10, 100)
# What the hidden neurons of a network speak for; see families_of
FAMILY_WORDS = ("both for male", "one for each", "both for female")


def of_strangers(predictions):
    """Cut out the predictions for those whom no network has seen."""
    return predictions[..., len(people) :]


def losses_of(predictions):
    """Give the mean squared error over the known people."""
    errors = all_y_trues - predictions[..., : len(all_y_trues)]
    return (errors**2).mean(axis=-1)


def wrong(predictions):
    """Tell which networks put a known person on the wrong side of 0.5."""
    sides = predictions[..., : len(all_y_trues)] > 0.5
    return (sides != all_y_trues).any(axis=-1)


def families_of(parameters):
    """Count the hidden neurons that speak for female: 0, 1 or 2.

    A neuron speaks for female if its weight in o1, w5 or w6, is positive.
    """
    return (parameters[:, 4:6] > 0).sum(axis=1)
