"""Ways to train that need NumPy alone. Each takes seeds, gives (n, 2)."""

import math
from types import SimpleNamespace

import numpy as np

from simplenet import MatrixNetwork, OurNeuralNetwork, train_many
from simplenet.data import all_y_trues, data, emily, frank

LOSSES = "also computes the loss of each epoch"
LEARN_RATE, EPOCHS = 0.1, 1000
STRANGERS = np.array([emily, frank])


def article(seeds, reports=True):
    """Do what the article's loop does, but print nothing.

    As there, each number is a NumPy scalar, nothing is checked, the slope of
    the sigmoid is computed anew for each of eleven factors, and every tenth
    epoch computes the loss.
    """
    (seed,) = seeds
    p = SimpleNamespace()
    rng = np.random.default_rng(seed)
    for name in OurNeuralNetwork.parameters:
        setattr(p, name, rng.normal())
    for epoch in range(EPOCHS):
        for x, y_true in zip(data, all_y_trues, strict=True):
            article_step(p, x, y_true)
        if reports and epoch % 10 == 0:
            y_preds = np.apply_along_axis(
                lambda x: article_forward(p, x)[-1], 1, data
            )
            ((all_y_trues - y_preds) ** 2).mean()
    return [[article_forward(p, x)[-1] for x in STRANGERS]]


def article_silent(seeds):
    return article(seeds, reports=False)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def slope(x):
    fx = sigmoid(x)
    return fx * (1 - fx)


def article_forward(p, x):
    """Return the three weighted sums, then the three activations."""
    s1 = p.w1 * x[0] + p.w2 * x[1] + p.b1
    h1 = sigmoid(s1)
    s2 = p.w3 * x[0] + p.w4 * x[1] + p.b2
    h2 = sigmoid(s2)
    s3 = p.w5 * h1 + p.w6 * h2 + p.b3
    return s1, s2, s3, h1, h2, sigmoid(s3)


def article_step(p, x, y_true):
    s1, s2, s3, h1, h2, y_pred = article_forward(p, x)
    d_L = -2 * (y_true - y_pred)
    d_w5, d_w6, d_b3 = h1 * slope(s3), h2 * slope(s3), slope(s3)
    d_h1, d_h2 = p.w5 * slope(s3), p.w6 * slope(s3)
    d_w1, d_w2, d_b1 = x[0] * slope(s1), x[1] * slope(s1), slope(s1)
    d_w3, d_w4, d_b2 = x[0] * slope(s2), x[1] * slope(s2), slope(s2)
    p.w1 -= LEARN_RATE * d_L * d_h1 * d_w1
    p.w2 -= LEARN_RATE * d_L * d_h1 * d_w2
    p.b1 -= LEARN_RATE * d_L * d_h1 * d_b1
    p.w3 -= LEARN_RATE * d_L * d_h2 * d_w3
    p.w4 -= LEARN_RATE * d_L * d_h2 * d_w4
    p.b2 -= LEARN_RATE * d_L * d_h2 * d_b2
    p.w5 -= LEARN_RATE * d_L * d_w5
    p.w6 -= LEARN_RATE * d_L * d_w6
    p.b3 -= LEARN_RATE * d_L * d_b3


def simplenet(seeds):
    (seed,) = seeds
    network = OurNeuralNetwork(np.random.default_rng(seed))
    network.train(data, all_y_trues, LEARN_RATE, EPOCHS)
    return [network.feedforward(STRANGERS)]


def matrices(seeds):
    (seed,) = seeds
    network = MatrixNetwork([2, 2, 1], np.random.default_rng(seed))
    network.train(data, all_y_trues[:, np.newaxis], LEARN_RATE, EPOCHS)
    return [network.feedforward(STRANGERS)[:, 0]]


def many(seeds):
    blocks = train_many(seeds, data, all_y_trues, LEARN_RATE, EPOCHS)
    return np.concatenate([each.feedforward(STRANGERS) for each in blocks])


def plain(seeds):
    """Use Python's own numbers, which are quicker than NumPy's scalars."""
    (seed,) = seeds
    p = np.random.default_rng(seed).normal(size=9).tolist()
    samples = [
        (*x, y)
        for x, y in zip(data.tolist(), all_y_trues.tolist(), strict=True)
    ]
    for _ in range(EPOCHS):
        for x1, x2, y_true in samples:
            p = plain_step(*p, x1, x2, y_true)
    return [[plain_forward(*p, *x)[-1] for x in STRANGERS.tolist()]]


def plain_forward(w1, w2, w3, w4, w5, w6, b1, b2, b3, x1, x2):
    h1 = 1 / (1 + math.exp(-(w1 * x1 + w2 * x2 + b1)))
    h2 = 1 / (1 + math.exp(-(w3 * x1 + w4 * x2 + b2)))
    return h1, h2, 1 / (1 + math.exp(-(w5 * h1 + w6 * h2 + b3)))


def plain_step(w1, w2, w3, w4, w5, w6, b1, b2, b3, x1, x2, y_true):
    h1, h2, y_pred = plain_forward(w1, w2, w3, w4, w5, w6, b1, b2, b3, x1, x2)
    step_o1 = 2 * LEARN_RATE * (y_pred - y_true) * y_pred * (1 - y_pred)
    step_h1 = step_o1 * w5 * h1 * (1 - h1)
    step_h2 = step_o1 * w6 * h2 * (1 - h2)
    return (
        w1 - step_h1 * x1,
        w2 - step_h1 * x2,
        w3 - step_h2 * x1,
        w4 - step_h2 * x2,
        w5 - step_o1 * h1,
        w6 - step_o1 * h2,
        b1 - step_h1,
        b2 - step_h2,
        b3 - step_o1,
    )
