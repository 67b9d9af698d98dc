from simplenet import sigmoid

for x in [-100, -10, -1, 0, 1, 10, 100]:
    y = sigmoid(x)
    print(f"sigmoid({x}) = {y:.6g}")
