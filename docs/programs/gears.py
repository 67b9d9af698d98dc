from itertools import pairwise

from simplenet import sigmoid
from simplenet.data import data

x1, x2 = data[0]  # Alice
y_true = 1
w2 = w3 = w4 = w5 = w6 = 1
b1 = b2 = b3 = 0


def run(w1):
    """Run the network for Alice and give all that moves with w1."""
    sum_h1 = w1 * x1 + w2 * x2 + b1
    h1 = sigmoid(sum_h1)
    h2 = sigmoid(w3 * x1 + w4 * x2 + b2)
    y_pred = sigmoid(w5 * h1 + w6 * h2 + b3)
    loss = (y_true - y_pred) ** 2
    return w1, sum_h1, h1, y_pred, loss


def ratios(nudge):
    """Divide what each gear moved by what the gear before it moved."""
    both = zip(run(1), run(1 + nudge), strict=True)
    moved = [after - before for before, after in both]
    return [this / last for last, this in pairwise(moved)]


by_nudge = {nudge: ratios(nudge) for nudge in [0.1, 0.01, 0.001]}
s1_by_w1, h1_by_s1, y_pred_by_h1, loss_by_y_pred = by_nudge[0.001]
product = s1_by_w1 * h1_by_s1 * y_pred_by_h1 * loss_by_y_pred
print(f"s1 by w1: {s1_by_w1:.4f}")  # s1 by w1: -2.0000
print(f"h1 by s1: {h1_by_s1:.4f}")  # h1 by s1: 0.0451
print(f"y_pred by h1: {y_pred_by_h1:.4f}")  # y_pred by h1: 0.2494
print(f"loss by y_pred: {loss_by_y_pred:.4f}")  # loss by y_pred: -0.9526
print(f"all multiplied: {product:.6f}")  # all multiplied: 0.021451
