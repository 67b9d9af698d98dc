w1, w2, b1 = 2, 3, 4  # h1
w3, w4, b2 = -1, 5, 0  # h2
w5, w6, b3 = 3, -2, 1  # o1
x1, x2 = 2, 3

# Three neurons without an activation function
h1 = w1 * x1 + w2 * x2 + b1
h2 = w3 * x1 + w4 * x2 + b2
o1 = w5 * h1 + w6 * h2 + b3

# One neuron that does the same
weight_1 = w5 * w1 + w6 * w3
weight_2 = w5 * w2 + w6 * w4
bias = w5 * b1 + w6 * b2 + b3
one_neuron = weight_1 * x1 + weight_2 * x2 + bias

print(o1)  # 26
print(one_neuron)  # 26
