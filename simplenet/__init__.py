"""The smallest real neural network: definitions, each once, NumPy alone."""

from simplenet import door
from simplenet.activation import deriv_sigmoid, sigmoid
from simplenet.loss import mse_loss
from simplenet.many import ManyNetworks, train_many
from simplenet.matrices import MatrixNetwork
from simplenet.network import FixedNetwork, OurNeuralNetwork
from simplenet.neuron import Neuron

__all__ = [
    "FixedNetwork",
    "ManyNetworks",
    "MatrixNetwork",
    "Neuron",
    "OurNeuralNetwork",
    "deriv_sigmoid",
    "mse_loss",
    "sigmoid",
    "train_many",
]

door.close(globals())
