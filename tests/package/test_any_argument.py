"""Whatever comes, the answer is finite, or a documented error says why not.

A refusal is a TypeError or ValueError that begins with the argument's name,
is short, and has changed nothing: no argument, no network, no generator.
"""

import copy
import itertools
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

import simplenet
from simplenet import door, outcome

pytestmark = pytest.mark.slow  # takes seconds of chance

LONGEST = 300  # characters of a message, for values of any size
FEW, MANY = 5, 2**53  # in between, work takes too long for a test

EXTREMES = [0.0, -0.0, 1.0, -1.5, 5e-324, 1e154, 1e200, -1e308, 1.7e308]
number = st.sampled_from(EXTREMES) | st.floats(-FEW, FEW)
no_number = st.sampled_from([np.nan, np.inf, -np.inf])
whole = st.integers(-2, FEW) | st.sampled_from([2**63, 2**64, -(2**70)])
whole |= st.sampled_from([2**2000, True, np.uint64(2**64 - 1)])


def array_of(dtype):
    return arrays.arrays(
        dtype,
        arrays.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=3),
    )


@st.composite
def masked(draw):
    values = draw(array_of(float))
    mask = draw(arrays.arrays(bool, values.shape))
    return np.ma.array(values, mask=mask)


DTYPES = "e f d g ? b B h i q Q F D U3 S3 M8[s] O"
an_array = st.one_of(map(array_of, DTYPES.split(" "))) | masked()
a_value = st.one_of(
    number,
    no_number,
    whole,
    st.sampled_from([None, "", "12", b"12", 1j, object, len]),
    st.sampled_from([Decimal(1), Fraction(1, 3), np.longdouble("1e4000")]),
    an_array,
)
anything = st.one_of(
    a_value,
    st.recursive(a_value, lambda inner: st.lists(inner, max_size=3)),
    st.lists(whole, max_size=3).map(tuple),
    st.sets(whole, max_size=3),
    st.dictionaries(whole, whole, max_size=2),
    st.builds(lambda: "F" * 10**4),
    st.builds(lambda: iter([1, 2])),
    st.builds(range, whole, whole),
    st.builds(lambda: [1.0] * 999 + ["x"]),
    st.builds(lambda: [[1.0] * 9, [2.0]]),
    st.builds(np.full, st.just(9999), st.just(np.nan)),
    st.builds(np.random.default_rng, st.just(1)),
)


def row(*shape):
    return arrays.arrays(float, shape, elements=number)


FITTING = {
    "rng": st.builds(np.random.default_rng, st.just(0)),
    "seeds": st.lists(st.integers(0, 2**70), max_size=3),
    "sizes": st.just([2, 3, 1]),
    "learn_rate": st.sampled_from([0.1, 5e-324, 1e300]),
    "epochs": st.integers(1, 3),
    "batch": st.integers(1, 3),
    "weights": row(2),
    "bias": number,
    "inputs": row(2),
    "y_pred": row(3),
    "data": row(3, 2) | row(2, 3, 2),
    "all_y_trues": row(3) | row(2, 3),
}
OF_MATRICES = {"x": row(3, 2), "y_true": row(3, 1)}
OF_SAMPLES = {"x": row(2), "y_true": number}
OF_LOSSES = {"y_true": row(3)}


def fitting(path, name):
    """Values that fit an argument, as far as it alone decides."""
    kind = path.partition(".")[0]
    own = {"MatrixNetwork": OF_MATRICES, "mse_loss": OF_LOSSES}
    return (FITTING | own.get(kind, OF_SAMPLES))[name]


def made(kind, scale):
    """A network or neuron, its parameters at any scale; or a function."""
    rng = np.random.default_rng(0)
    arguments = {
        "Neuron": ([1.0, -2.0], 0.5),
        "FixedNetwork": ([1.0, -2.0], 0.5),
        "ManyNetworks": ([1, 2],),
        "MatrixNetwork": ([2, 3, 1], rng),
        "OurNeuralNetwork": (rng,),
    }
    found = getattr(simplenet, kind)(*arguments[kind])
    if kind in ("ManyNetworks", "OurNeuralNetwork"):
        for name in simplenet.OurNeuralNetwork.parameters:
            setattr(found, name, getattr(found, name) * scale)
    return found


def remembered(value):
    """What can be compared later, of any value."""
    if isinstance(value, np.random.Generator):
        return repr(value.bit_generator.state)
    if isinstance(value, np.ndarray):
        mask = np.ma.getmaskarray(value).tobytes()
        if value.dtype == object:
            return value.shape, repr(value.tolist()), mask
        return value.dtype, value.shape, np.asarray(value).tobytes(), mask
    if isinstance(value, list | tuple):
        return [remembered(each) for each in value]
    if isinstance(value, dict):
        return {key: remembered(each) for key, each in value.items()}
    if isinstance(value, int) and abs(value) > 2**99:
        return hash(value)
    if hasattr(value, "__next__"):
        return list(copy.copy(value))
    if hasattr(value, "__dict__") and not callable(value):
        return remembered(vars(value))
    return repr(value)


def too_much_work(name, value):
    """Tell whether an argument asks for more than a test can wait for."""
    if isinstance(value, range):
        return not (len(value[: FEW + 1]) <= FEW or value[MANY:])
    if name not in ("epochs", "sizes", "seeds"):
        return False
    if isinstance(value, np.ndarray):
        value = value.tolist()
    if isinstance(value, list | tuple):
        return any(too_much_work(name, each) for each in value)
    try:
        return FEW < float(value) <= MANY and name != "seeds"
    except (TypeError, ValueError, OverflowError):
        return False


def answers(path, network, arguments):
    """Call what the path names; give all numbers of the answer."""
    name, _, method = path.partition(".")
    called = getattr(network, method) if method else getattr(simplenet, name)
    answer = called(**arguments)
    if name == "train_many":
        answer = [vars(networks) for networks in itertools.islice(answer, 1)]
    return [answer, vars(network) if network else None]


@pytest.mark.parametrize("path", door.TABLE)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_any_call_is_answered_or_refused(path, data):
    names = list(door.TABLE[path])
    wild = data.draw(st.sets(st.sampled_from(names)), "wild")
    arguments = {}
    for name in names:
        values = anything if name in wild else fitting(path, name)
        arguments[name] = data.draw(values, name)
        assume(not too_much_work(name, arguments[name]))
    scale = data.draw(st.sampled_from([1.0, 1e300]), "scale")
    kind, _, method = path.partition(".")
    network = made(kind, scale) if method else None
    before = remembered([network])
    given_before = remembered(list(arguments.values()))
    try:
        answer = answers(path, network, arguments)
    except (TypeError, ValueError) as error:
        message = str(error)
        assert message.startswith(tuple(names)), message
        assert len(message) <= LONGEST, message
        assert remembered([network]) == before
        assert remembered(list(arguments.values())) == given_before
    else:
        assert outcome.is_finite(answer)
        kept = {n: v for n, v in arguments.items() if n != "rng"}
        assert remembered(list(kept.values())) == [
            each
            for name, each in zip(arguments, given_before, strict=True)
            if name != "rng"
        ]
