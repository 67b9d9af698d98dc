import numpy as np

from simplenet import OurNeuralNetwork
from simplenet.data import all_y_trues, data, seed, shift
from simplenet.measured import halves, read_people

rng = np.random.default_rng(seed)
x, y_true = read_people()
train, test = halves(len(x), rng)

from_four = OurNeuralNetwork(np.random.default_rng(seed))
from_four.train(data, all_y_trues)

mean, deviation = x[train].mean(axis=0), x[train].std(axis=0)
from_many = OurNeuralNetwork(rng)
from_many.train((x[train] - mean) / deviation, y_true[train], epochs=10)

outputs = {
    "four": from_four.feedforward(x[test] - shift),
    "many": from_many.feedforward((x[test] - mean) / deviation),
}
tenths = {name: (10 * o1).astype(int) for name, o1 in outputs.items()}
for name, tenth in tenths.items():
    sure = y_true[test][tenth == 9]
    share = f"{sure.mean():.0%} women"
    print(f"{name}: {len(sure)} outputs from 0.9 to 1, {share}")
