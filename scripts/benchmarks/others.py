"""What one would take instead, where it is installed: seeds in, (n, 2) out.

Each starts from the values that the seed gives, takes the same steps in the
same order, with double precision and on one core.
"""

import math
import warnings
from types import SimpleNamespace

import numpy as np

from scripts.benchmarks.ours import (
    EPOCHS,
    LEARN_RATE,
    STRANGERS,
    plain_forward,
)
from simplenet import ManyNetworks
from simplenet.data import all_y_trues, data

CROSS_ENTROPY = "with its own loss, cross-entropy"


def start(seed):
    """Draw the nine start values: w1 … w6, b1, b2, b3."""
    return np.random.default_rng(seed).normal(size=9).tolist()


def micrograd(seeds):
    from micrograd.engine import Value

    def sigmoid(x):
        power = math.exp(-x.data)
        out = Value(power, (x,), "exp(-x)")

        def backward():
            x.grad -= power * out.grad

        out._backward = backward
        return (1 + out) ** -1

    def forward(p, x1, x2):
        h1 = sigmoid(p[0] * x1 + p[1] * x2 + p[6])
        h2 = sigmoid(p[2] * x1 + p[3] * x2 + p[7])
        return sigmoid(p[4] * h1 + p[5] * h2 + p[8])

    (seed,) = seeds
    p = [Value(number) for number in start(seed)]
    samples = list(zip(data.tolist(), all_y_trues.tolist(), strict=True))
    for _ in range(EPOCHS):
        for x, y_true in samples:
            for each in p:
                each.grad = 0
            ((y_true - forward(p, *x)) ** 2).backward()
            for each in p:
                each.data -= LEARN_RATE * each.grad
    return [[forward(p, *x).data for x in STRANGERS.tolist()]]


def pytorch(seeds):
    import torch

    torch.set_num_threads(1)
    x, y = torch.tensor(data).double(), torch.tensor(all_y_trues).double()
    strangers = torch.tensor(STRANGERS).double()
    if len(seeds) > 1:
        return pytorch_many(torch, seeds, x, y, strangers)
    w1, w2, w3, w4, w5, w6, b1, b2, b3 = start(seeds[0])
    network = torch.nn.Sequential(
        torch.nn.Linear(2, 2),
        torch.nn.Sigmoid(),
        torch.nn.Linear(2, 1),
        torch.nn.Sigmoid(),
    ).double()
    values = [[[w1, w2], [w3, w4]], [b1, b2], [[w5, w6]], [b3]]
    with torch.no_grad():
        for tensor, each in zip(network.parameters(), values, strict=True):
            tensor.copy_(torch.tensor(each))
    sgd = torch.optim.SGD(network.parameters(), lr=LEARN_RATE)
    loss = torch.nn.MSELoss()
    for _ in range(EPOCHS):
        for sample, y_true in zip(x, y, strict=True):
            sgd.zero_grad()
            loss(network(sample), y_true[None]).backward()
            sgd.step()
    with torch.no_grad():
        return network(strangers).T.numpy()


def pytorch_many(torch, seeds, x, y, strangers):
    """Train all networks in one, each parameter a tensor for all of them."""
    p = SimpleNamespace()
    for name, column in vars(ManyNetworks(seeds)).items():
        setattr(p, name, torch.tensor(column[:, 0], requires_grad=True))

    def forward(x1, x2):
        h1 = torch.sigmoid(p.w1 * x1 + p.w2 * x2 + p.b1)
        h2 = torch.sigmoid(p.w3 * x1 + p.w4 * x2 + p.b2)
        return torch.sigmoid(p.w5 * h1 + p.w6 * h2 + p.b3)

    sgd = torch.optim.SGD(vars(p).values(), lr=LEARN_RATE)
    for _ in range(EPOCHS):
        for (x1, x2), y_true in zip(x, y, strict=True):
            sgd.zero_grad()
            ((y_true - forward(x1, x2)) ** 2).sum().backward()
            sgd.step()
    with torch.no_grad():
        return torch.stack([forward(*each) for each in strangers], 1).numpy()


def sklearn(seeds):
    from sklearn.neural_network import MLPClassifier

    (seed,) = seeds
    w1, w2, w3, w4, w5, w6, b1, b2, b3 = start(seed)
    network = MLPClassifier(
        (2,),
        activation="logistic",
        solver="sgd",
        alpha=0,
        batch_size=1,
        learning_rate_init=LEARN_RATE,
        shuffle=False,
        momentum=0,
        max_iter=1,
        n_iter_no_change=EPOCHS + 1,
        warm_start=True,  # go on from the values that are set below
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that it stops after max_iter
        network.fit(data, all_y_trues)
        network.coefs_ = [
            np.array([[w1, w3], [w2, w4]]),
            np.array([[w5], [w6]]),
        ]
        network.intercepts_ = [np.array([b1, b2]), np.array([b3])]
        network.max_iter = EPOCHS
        network.fit(data, all_y_trues)
    return [network.predict_proba(STRANGERS)[:, 1]]


def with_cross_entropy(seed):
    """Train as scikit-learn does, step by step, to check its result.

    The slope of the cross-entropy in s3 is y_pred - y_true.
    """
    p = start(seed)
    for _ in range(EPOCHS):
        for (x1, x2), y_true in zip(data.tolist(), all_y_trues, strict=True):
            w1, w2, w3, w4, w5, w6, b1, b2, b3 = p
            h1, h2, y_pred = plain_forward(*p, x1, x2)
            o1 = LEARN_RATE * (y_pred - y_true)
            s1, s2 = o1 * w5 * h1 * (1 - h1), o1 * w6 * h2 * (1 - h2)
            p = [
                *(w1 - s1 * x1, w2 - s1 * x2, w3 - s2 * x1, w4 - s2 * x2),
                *(w5 - o1 * h1, w6 - o1 * h2, b1 - s1, b2 - s2, b3 - o1),
            ]
    return [plain_forward(*p, *x)[-1] for x in STRANGERS.tolist()]


sklearn.reference = with_cross_entropy
