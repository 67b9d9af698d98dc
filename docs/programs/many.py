import numpy as np

from simplenet import train_many
from simplenet.data import all_y_trues, data, emily, frank

predictions = []
for networks in train_many(range(1000), data, all_y_trues):
    predictions.extend(networks.feedforward(np.array([emily, frank])))

print("percent of networks below:  0    25    50    75    100")
for name, column in zip(
    ["Emily", "Frank"], np.transpose(predictions), strict=True
):
    quartiles = np.percentile(column, [0, 25, 50, 75, 100])
    print(f"{name}:", *(f"{each:.3f}" for each in quartiles))
