import numpy as np

from simplenet import OurNeuralNetwork
from simplenet.data import all_y_trues, data, people, seed

large_rate = 10
slow_seed, slow_rate = 158, 0.01  # starts by believing the opposite


def draw(seed):
    return OurNeuralNetwork(np.random.default_rng(seed))


zeros = draw(seed)
zeros.w1 = zeros.w2 = zeros.w3 = zeros.w4 = zeros.w5 = zeros.w6 = 0.0
zeros.b1 = zeros.b2 = zeros.b3 = 0.0
first_slopes = zeros.gradient(data[0], all_y_trues[0])  # Alice's
zeros_losses = zeros.train(data, all_y_trues)
print(f"all nine 0: {zeros_losses[-1]:.4f}")
print(zeros.w1 == zeros.w3)  # True

equal = draw(seed)
equal.w3, equal.w4, equal.b2 = equal.w1, equal.w2, equal.b1
equal.w6 = equal.w5
equal_losses = equal.train(data, all_y_trues)
print(f"equal neurons: {equal_losses[-1]:.4f}")
print(equal.w1 == equal.w3)  # True

large_losses = draw(seed).train(data, all_y_trues, large_rate)
print(f"learning rate {large_rate}: {large_losses[-1]:.5f}")

raw = np.array(list(people.values()))
large_raw_losses = draw(seed).train(raw, all_y_trues, large_rate)
print(large_raw_losses[-1] > 0.25)  # True

slow = draw(slow_seed)
slow_losses = slow.train(data, all_y_trues, slow_rate, epochs=2000)
for epoch in (0, 999, 1999):
    print(f"slow seed, epoch {epoch}: {slow_losses[epoch]:.4f}")
