from simplenet import sigmoid
from simplenet.data import data

x1, x2 = data[0]  # Alice
y_true = 1
w2 = w3 = w4 = w5 = w6 = 1
b1 = b2 = b3 = 0


def run(w1):
    """Run the network for Alice and give all that depends on w1."""
    s1 = w1 * x1 + w2 * x2 + b1
    h1 = sigmoid(s1)
    h2 = sigmoid(w3 * x1 + w4 * x2 + b2)
    y_pred = sigmoid(w5 * h1 + w6 * h2 + b3)
    loss = (y_true - y_pred) ** 2
    return {"w1": w1, "s1": s1, "h1": h1, "y_pred": y_pred, "loss": loss}


before = run(1)
print(f"w1: loss {before['loss']:.7f}")  # w1: loss 0.2268663

nudged = {nudge: run(1 + nudge) for nudge in [0.1, 0.01, 0.001]}
for nudge, after in nudged.items():
    ratio = (after["loss"] - before["loss"]) / nudge
    print(f"w1 + {nudge}: loss {after['loss']:.7f}, ratio {ratio:.4f}")
