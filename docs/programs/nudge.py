from simplenet import sigmoid
from simplenet.data import data

x1, x2 = data[0]  # Alice
y_true = 1
w2 = w3 = w4 = w5 = w6 = 1
b1 = b2 = b3 = 0


def loss(w1):
    """Run the network for Alice and give her squared error."""
    h1 = sigmoid(w1 * x1 + w2 * x2 + b1)
    h2 = sigmoid(w3 * x1 + w4 * x2 + b2)
    y_pred = sigmoid(w5 * h1 + w6 * h2 + b3)
    return (y_true - y_pred) ** 2


w1, nudge = 1, 0.001
loss_before = loss(w1)
loss_after = loss(w1 + nudge)
ratio = (loss_after - loss_before) / nudge
print(f"before: {loss_before:.7f}")  # before: 0.2268663
print(f"after: {loss_after:.7f}")  # after: 0.2268877
print(f"ratio: {ratio:.4f}")  # ratio: 0.0215

for each in [0.1, 0.01, 0.001, 0.0001]:
    last_ratio = (loss(w1 + each) - loss(w1)) / each
    print(f"nudge {each}: ratio {last_ratio:.6f}")
