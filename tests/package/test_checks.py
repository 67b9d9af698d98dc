"""Wrong arguments are refused by name, before anything changes."""

from math import inf, nan

import numpy as np
import pytest

from simplenet import (
    FixedNetwork,
    ManyNetworks,
    MatrixNetwork,
    Neuron,
    OurNeuralNetwork,
    deriv_sigmoid,
    mse_loss,
    sigmoid,
    train_many,
)
from simplenet.checks import MOST, count, layer_sizes, seeds
from simplenet.data import all_y_trues, data


def network():
    return OurNeuralNetwork(np.random.default_rng(0))


WRONG = [
    (lambda: sigmoid(nan), ValueError, "x must be finite, got nan"),
    (lambda: sigmoid([1, inf]), ValueError, "x must be finite"),
    (lambda: deriv_sigmoid("1"), TypeError, "x must hold real numbers"),
    (lambda: sigmoid(1j), TypeError, "x must hold real numbers, got 1j"),
    (lambda: sigmoid([]), ValueError, r"x must have .* got shape \(0,\)"),
    (lambda: Neuron(1, 2), ValueError, r"weights must have shape \('n',\)"),
    (lambda: Neuron([[1]], 2), ValueError, r"weights .* shape \(1, 1\)"),
    (lambda: Neuron([], 2), ValueError, r"weights .* got shape \(0,\)"),
    (lambda: Neuron([1], None), TypeError, "bias must hold real numbers"),
    (lambda: Neuron([1], [2]), ValueError, r"bias must have shape \(\)"),
    (lambda: Neuron([1], 2).feedforward([1, 2]), ValueError, "inputs"),
    (lambda: FixedNetwork([1, inf], 0), ValueError, "weights must be finite"),
    (lambda: mse_loss([1, 0], [1]), ValueError, "y_pred must have"),
    (lambda: mse_loss([], []), ValueError, "y_true must have"),
    (lambda: mse_loss(["F"], [1]), TypeError, "y_true must hold"),
    (lambda: OurNeuralNetwork(157), TypeError, "default_rng"),
    (lambda: network().feedforward([1]), ValueError, "x must have shape"),
    (lambda: network().feedforward([[1, 2, 3]]), ValueError, "x must have"),
    (lambda: network().gradient(data, 1), ValueError, "x must have"),
    (lambda: network().gradient([1, 2], [1]), ValueError, "y_true"),
]


@pytest.mark.parametrize(
    "call",
    [
        lambda: count("epochs", MOST),
        lambda: seeds("seeds", range(MOST - 1, MOST + 1)),
        lambda: layer_sizes("sizes", [MOST, 1]),
    ],
)
def test_the_largest_that_is_allowed_is_let_in(call):
    try:
        call()
    except ValueError as error:
        pytest.fail(f"simplenet/checks.py: 2**53 is allowed; said: {error}")


@pytest.mark.parametrize(("call", "error", "message"), WRONG)
def test_wrong_argument_is_named(call, error, message):
    with pytest.raises(error, match=message):
        call()


@pytest.mark.parametrize(
    ("changes", "error", "message"),
    [
        ({"data": data[:, :1]}, ValueError, "data must have shape"),
        ({"data": np.where(data == 25, nan, data)}, ValueError, "data must"),
        ({"all_y_trues": [1, 0]}, ValueError, "all_y_trues must have"),
        ({"all_y_trues": ["F", "M", "M", "F"]}, TypeError, "all_y_trues"),
        ({"learn_rate": 0}, ValueError, "learn_rate must be above zero"),
        ({"learn_rate": "fast"}, TypeError, "learn_rate must hold"),
        ({"epochs": 0}, ValueError, "epochs must be above zero, got 0"),
        ({"epochs": 2.5}, ValueError, "epochs must be a whole number"),
    ],
)
def test_training_refuses_before_it_moves_anything(changes, error, message):
    trained = network()
    before = vars(trained).copy()
    arguments = {"data": data, "all_y_trues": all_y_trues} | changes
    with pytest.raises(error, match=message):
        trained.train(**arguments)
    assert vars(trained) == before


def test_a_refused_step_moves_nothing():
    stepped = network()
    before = vars(stepped).copy()
    with pytest.raises(ValueError, match="learn_rate"):
        stepped.step([1, 2], 1, -0.1)
    assert vars(stepped) == before


# What NumPy would turn into another number, or into an error of its own


RAGGED = [[1], [1, 2]]
ENDLESS = []
ENDLESS.append(ENDLESS)
TOO_MANY = range(2**62)
MISSING = np.ma.array([1.0, 5e5], mask=[False, True])
BEYOND_FLOAT = [2**2000, 10**9999, [1, 2**2000]]
if np.finfo(np.longdouble).maxexp > 1024:  # on some machines it is a float
    BEYOND_FLOAT.append(np.longdouble("1e4000"))


def rng():
    return np.random.default_rng(0)


def learn(**changes):
    arguments = {"data": data, "all_y_trues": all_y_trues} | changes
    return network().train(**arguments)


def matrix_network():
    return MatrixNetwork([2, 2, 1], rng())


TAKES_NUMBERS = {
    "x of sigmoid": ("x", sigmoid),
    "x of deriv_sigmoid": ("x", deriv_sigmoid),
    "y_true of mse_loss": ("y_true", lambda v: mse_loss(v, [1, 0])),
    "y_pred of mse_loss": ("y_pred", lambda v: mse_loss([1, 0], v)),
    "weights of Neuron": ("weights", lambda v: Neuron(v, 0)),
    "bias of Neuron": ("bias", lambda v: Neuron([1], v)),
    "inputs": ("inputs", lambda v: Neuron([1, 2], 0).feedforward(v)),
    "weights of FixedNetwork": ("weights", lambda v: FixedNetwork(v, 0)),
    "x of FixedNetwork": (
        "x",
        lambda v: FixedNetwork([0, 1], 0).feedforward(v),
    ),
    "x of feedforward": ("x", lambda v: network().feedforward(v)),
    "x of gradient": ("x", lambda v: network().gradient(v, 1)),
    "y_true of gradient": ("y_true", lambda v: network().gradient([1, 2], v)),
    "x of step": ("x", lambda v: network().step(v, 1, 0.1)),
    "data of train": ("data", lambda v: learn(data=v)),
    "labels of train": ("all_y_trues", lambda v: learn(all_y_trues=v)),
    "rate of train": ("learn_rate", lambda v: learn(learn_rate=v)),
    "epochs of train": ("epochs", lambda v: learn(epochs=v)),
    "data of many": (
        "data",
        lambda v: ManyNetworks([1, 2]).train(v, all_y_trues),
    ),
    "data of train_many": ("data", lambda v: train_many([], v, [1])),
    "x of layers": ("x", lambda v: matrix_network().layers(v)),
    "x of MatrixNetwork": ("x", lambda v: matrix_network().feedforward(v)),
    "y_true of MatrixNetwork": (
        "y_true",
        lambda v: matrix_network().train(data, v),
    ),
}
every_number = pytest.mark.parametrize(
    ("name", "call"), TAKES_NUMBERS.values(), ids=TAKES_NUMBERS
)


@every_number
@pytest.mark.parametrize("value", [RAGGED, ENDLESS, TOO_MANY], ids=type)
def test_rows_that_make_no_array_are_refused(name, call, value):
    with pytest.raises(ValueError, match=rf"^{name} must have shape .*rows"):
        call(value)


@every_number
@pytest.mark.parametrize(
    "value", [MISSING, [MISSING] * 2, np.ma.masked, [np.ma.masked, 1]]
)
def test_masked_numbers_are_not_made_up(name, call, value):
    with pytest.raises(ValueError, match=f"^{name} must be finite, got"):
        call(value)


@pytest.mark.parametrize("value", BEYOND_FLOAT, ids=lambda v: type(v).__name__)
def test_numbers_beyond_floats_are_not_finite(value):
    with pytest.raises(ValueError, match=r"^x must be finite, got"):
        sigmoid(value)


def test_a_mask_that_hides_nothing_is_no_fault():
    unmasked = np.ma.array([1.0, 0.0], mask=[False, False])
    assert mse_loss(unmasked, [1, 1]) == 0.5


def test_long_integers_are_numbers():
    assert sigmoid(2**64) == 1
    np.testing.assert_array_equal(sigmoid([2**64, 0.0]), [1, 0.5])
    with pytest.raises(TypeError, match="x must hold real numbers"):
        sigmoid([2**64, None])


@pytest.mark.parametrize("letter", np.typecodes["AllInteger"] + "?efdg")
def test_real_numbers_of_every_type_are_let_in(letter):
    """The Reference says so of all arrays; pixels are bytes without a sign."""
    values = np.array([0, 1], np.dtype(letter))
    where = f"simplenet/checks.py: an array of {values.dtype}"
    try:
        found = deriv_sigmoid(values)
    except TypeError as refused:
        pytest.fail(f"{where} is refused: {refused}")
    assert found.dtype == float, f"{where} gives {found.dtype}"
    np.testing.assert_array_equal(found, deriv_sigmoid([0.0, 1.0]), where)


@pytest.mark.parametrize(
    "seeds", [7, None, {1, 2}, (n for n in (1, 2)), {1: 2}, b"12"]
)
def test_seeds_stand_in_a_row(seeds):
    for call in (ManyNetworks, lambda v: train_many(v, data, all_y_trues)):
        with pytest.raises(TypeError, match=r"seeds must hold .* a list"):
            call(seeds)


@pytest.mark.parametrize(
    ("changes", "error", "message"),
    [
        ({"data": None}, TypeError, "data must hold"),
        ({"all_y_trues": [1]}, ValueError, "all_y_trues must have"),
        ({"learn_rate": "fast"}, TypeError, "learn_rate must hold"),
        ({"epochs": 0.5}, ValueError, "epochs must be a whole"),
        ({"seeds": range(10**30)}, ValueError, r"seeds must be 2\*\*53 at"),
        ({"seeds": range(-1, 5)}, ValueError, "seeds must be one or more"),
    ],
)
def test_train_many_refuses_at_once_also_without_seeds(
    changes, error, message
):
    arguments = {"seeds": [], "data": data, "all_y_trues": all_y_trues}
    with pytest.raises(error, match=message):
        train_many(**arguments | changes)


@pytest.mark.parametrize(
    ("sizes", "error", "message"),
    [
        (3, TypeError, "sizes must hold whole numbers, got 3; .* a list"),
        ({2, 1}, TypeError, "sizes must hold whole numbers"),
        (["F", 1], TypeError, "sizes must hold whole numbers"),
        (
            [2, 1e300],
            ValueError,
            r"sizes must be 2\*\*53 at most, got",
        ),
        ([2**40] * 2, ValueError, r"sizes must make 2\*\*53 weights at most"),
        (range(1, 2**63), ValueError, r"sizes must be 2\*\*53 at most, got"),
        (range(2**63, 0, -1), ValueError, r"sizes must be 2\*\*53 at most"),
        (range(2**52 - 1, 0, -1), ValueError, "sizes must make"),
    ],
)
def test_sizes_stand_in_a_row(sizes, error, message):
    with pytest.raises(error, match=message):
        MatrixNetwork(sizes, rng())


def test_three_weights_do_not_fit_neurons_with_two_inputs():
    with pytest.raises(ValueError, match=r"weights must have shape \(2,\)"):
        FixedNetwork([1, 2, 3], 0)


def test_no_training_is_too_long_for_its_losses():
    with pytest.raises(ValueError, match=r"epochs must be 2\*\*53 at most"):
        learn(epochs=2**60)


LARGE = 1e200
OVERFLOWS = {
    "mse_loss": (None, lambda _: mse_loss([LARGE], [0])),
    "step": (network, lambda n: n.step([1, 2], 1e308, 1e10)),
    "train": (network, lambda n: n.train(data, all_y_trues * LARGE, 10)),
    "gradient": (network, lambda n: n.gradient([1e308, 0], 1e308)),
    "many": (
        lambda: ManyNetworks([1, 2]),
        lambda n: n.train(data, all_y_trues * LARGE, 10),
    ),
    "step of many": (
        lambda: ManyNetworks([1, 2]),
        lambda n: n.step([1, 2], 1e308, 1e10),
    ),
    "matrices": (
        matrix_network,
        lambda n: n.train(data, all_y_trues[:, np.newaxis] * LARGE, 10),
    ),
}


@pytest.mark.parametrize(("make", "call"), OVERFLOWS.values(), ids=OVERFLOWS)
def test_what_overflows_on_the_way_is_undone(make, call):
    changed = make() if make else None
    before = repr(vars(changed)) if make else None
    with pytest.raises(ValueError, match="must be smaller, or the parameters"):
        call(changed)
    assert (repr(vars(changed)) if make else None) == before


def test_parameters_that_are_infinite_already_say_so_where_it_counts():
    broken = network()
    broken.w5 = inf
    with pytest.raises(ValueError, match="or the parameters"):
        broken.gradient([1, 2], 1)
    assert broken.feedforward([1, 2]) == 1


LONG = {
    "text": (TypeError, lambda: sigmoid("F" * 10**6)),
    "texts": (TypeError, lambda: sigmoid(["F"] * 10**5)),
    "numbers": (ValueError, lambda: sigmoid(np.full((999, 999), nan))),
    "seeds": (TypeError, lambda: ManyNetworks([1.5] * 10**6)),
    "range": (ValueError, lambda: ManyNetworks(range(2**2000))),
    "endings": (ValueError, lambda: ManyNetworks(range(10**9999))),
    "deep": (TypeError, lambda: OurNeuralNetwork([[["F" * 99] * 9] * 9] * 9)),
    "sizes": (TypeError, lambda: MatrixNetwork(["F" * 10**6], rng())),
    "generator": (TypeError, lambda: OurNeuralNetwork("F" * 10**6)),
    "digits": (TypeError, lambda: OurNeuralNetwork(10**9999)),
    "lengths": (ValueError, lambda: sigmoid([[1] * 10**6, [1]])),
    "rate": (ValueError, lambda: learn(learn_rate=-(10**299))),
}


@pytest.mark.parametrize(("error", "call"), LONG.values(), ids=LONG)
def test_messages_are_short(error, call):
    with pytest.raises(error) as caught:
        call()
    assert len(str(caught.value)) < 300
    assert "\n" not in str(caught.value)
