from simplenet import deriv_sigmoid, sigmoid
from simplenet.data import data

w1 = w2 = w3 = w4 = w5 = w6 = 1
b1 = b2 = b3 = 0
x1, x2 = data[0]  # Alice
y_true = 1

# Forward: from the inputs to the prediction
sum_h1 = w1 * x1 + w2 * x2 + b1
sum_h2 = w3 * x1 + w4 * x2 + b2
h1 = sigmoid(sum_h1)
h2 = sigmoid(sum_h2)
sum_o1 = w5 * h1 + w6 * h2 + b3
y_pred = sigmoid(sum_o1)
print(h1)  # 0.04742587317756678
print(sum_o1)  # 0.09485174635513356
print(y_pred)  # 0.5236951740839997

# Backward: from the loss to w1
d_L_d_ypred = -2 * (y_true - y_pred)
d_ypred_d_h1 = w5 * deriv_sigmoid(sum_o1)
d_h1_d_w1 = x1 * deriv_sigmoid(sum_h1)
d_L_d_w1 = d_L_d_ypred * d_ypred_d_h1 * d_h1_d_w1
print(d_L_d_ypred)  # -0.9526096518320006
print(d_ypred_d_h1)  # 0.24943853872512894
print(d_h1_d_w1)  # -0.09035331946182427
print(d_L_d_w1)  # 0.02146953526581111
