"""A build that fails says first what is wrong in simplenet itself."""

import pytest

from scripts.chapters import soundness
from scripts.content import simplenet_first
from simplenet import OurNeuralNetwork

gradient = OurNeuralNetwork.gradient
step = OurNeuralNetwork.step
names = OurNeuralNetwork.parameters


def test_simplenet_is_sound():
    assert soundness.first_fault() == ""


def doubled_w5(self, x, y_true):
    slopes = gradient(self, x, y_true)
    return slopes | {"w5": 2 * slopes["w5"]}


def uphill(self, x, y_true, learn_rate):
    for name, slope in gradient(self, x, y_true).items():
        setattr(self, name, getattr(self, name) + learn_rate * slope)


def only_once(self, data, all_y_trues, learn_rate=0.1, epochs=1000):
    step(self, data[0], all_y_trues[0], learn_rate)
    return [0.25] * epochs


def stops(weights, inputs):
    raise KeyError("w1")


@pytest.mark.parametrize(
    ("owner", "name", "mistake", "said"),
    [
        (soundness, "deriv_sigmoid", lambda x: x, "activation.py, deriv_sig"),
        (soundness, "mse_loss", lambda a, b: 1.0, "loss.py, mse_loss([1, 0]"),
        (soundness, "Neuron", stops, "neuron.py, Neuron.feedforward: it st"),
        (
            OurNeuralNetwork,
            "gradient",
            doubled_w5,
            "network.py, OurNeuralNetwork.gradient: expected about",
        ),
        (OurNeuralNetwork, "step", uphill, "network.py, OurNeuralNetwork.st"),
        (OurNeuralNetwork, "train", only_once, "network.py, OurNeuralNetwor"),
    ],
)
def test_a_mistake_is_named(monkeypatch, owner, name, mistake, said):
    monkeypatch.setattr(owner, name, mistake)
    told = soundness.first_fault()
    assert told.startswith(f"simplenet/{said}")
    assert ("for w5" in told) == (mistake is doubled_w5)
    assert told.endswith("Mend that first: what follows may come of it.")


def test_what_is_wrong_in_simplenet_stands_first():
    told = "docs/programs/a.py: b\nsimplenet/data.py: seed\ndocs/c.md: d"
    assert simplenet_first(told).split("\n") == [
        "simplenet/data.py: seed",
        "docs/programs/a.py: b",
        "docs/c.md: d",
    ]
    traceback = "docs/programs/a.py: stopped\n  File x\nsimplenet/"
    assert simplenet_first(traceback) == traceback
