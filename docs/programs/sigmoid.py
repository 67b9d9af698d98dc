from simplenet import sigmoid

for x in [-1000, -10, -1, 0, 1, 10, 1000]:
    y = sigmoid(x)
    print(f"sigmoid({x}) = {y:.6g}")
