"""The door: all that is public is checked once, in each thread."""

import inspect
import pydoc
import re
import threading

import numpy as np
import pytest

import simplenet
from simplenet import (
    ManyNetworks,
    MatrixNetwork,
    OurNeuralNetwork,
    activation,
    deriv_sigmoid,
    door,
    sigmoid,
    train_many,
)
from simplenet.data import all_y_trues, data
from tests.repository import ROOT

LABELS = all_y_trues[:, np.newaxis]


def a_network(kind=OurNeuralNetwork):
    return kind(np.random.default_rng(0))


def public_callables():
    """Each public function, constructor and method, by its path."""
    for name in simplenet.__all__:
        found = getattr(simplenet, name)
        if not isinstance(found, type):
            yield name, found
            continue
        for method, function in inspect.getmembers(found, inspect.isfunction):
            if method == "__init__" or not method.startswith("_"):
                yield f"{name}.{method}", function


every_callable = pytest.mark.parametrize(
    ("path", "found"), list(public_callables())
)


def test_what_the_reference_shows_is_public_and_the_other_way_round():
    text = (ROOT / "docs/reference.md").read_text("utf-8")
    shown = re.findall(r"^::: simplenet\.\w+\.(\w+)$", text, re.MULTILINE)
    assert sorted(simplenet.__all__) == sorted(shown)


@every_callable
def test_everything_public_is_behind_the_door(path, found):
    assert inspect.unwrap(found) is not found, path


@pytest.mark.parametrize("path", door.TABLE)
def test_every_argument_is_checked(path):
    name, _, method = path.partition(".")
    found = getattr(simplenet, name)
    found = getattr(found, method) if method else found
    arguments = [n for n in inspect.signature(found).parameters if n != "self"]
    assert sorted(door.TABLE[path]) == sorted(arguments)


@every_callable
def test_help_shows_the_lesson(path, found):
    lesson = inspect.unwrap(found)
    assert inspect.signature(found) == inspect.signature(lesson)
    assert found.__doc__ == lesson.__doc__
    if method := path.partition(".")[2]:
        assert f"{method}(self, " in pydoc.plain(pydoc.render_doc(found))


@pytest.fixture
def checked(monkeypatch):
    """The names of all arguments that are checked from now on."""
    names, real = [], door.check

    def check(name, wanted, given):
        names.append(name)
        return real(name, wanted, given)

    monkeypatch.setattr(door, "check", check)
    return names


def test_what_lesson_code_calls_is_not_checked_again(checked):
    network = a_network()
    checked.clear()
    network.train(data, all_y_trues, epochs=3)
    assert checked == ["data", "all_y_trues", "learn_rate", "epochs"]
    checked.clear()
    MatrixNetwork([2, 2, 1], np.random.default_rng(0)).train(data, LABELS)
    assert len(checked) == 2 + 5


class Counting(OurNeuralNetwork):
    """Has a gradient of its own, as a reader may try."""

    asked = 0

    def gradient(self, x, y_true):
        self.asked += 1
        return super().gradient(x, y_true)


def test_training_calls_the_methods_of_a_subclass(checked):
    ours, theirs = a_network(), a_network(Counting)
    losses = theirs.train(data, all_y_trues, epochs=5)
    assert theirs.asked == 5 * len(data)
    np.testing.assert_array_equal(
        losses, ours.train(data, all_y_trues, epochs=5)
    )
    checked.clear()
    theirs.gradient(data[0], 1)
    assert checked == ["x", "y_true"]


class Failing(OurNeuralNetwork):
    def gradient(self, x, y_true):
        raise ZeroDivisionError


def test_the_door_is_closed_again_after_an_error():
    with pytest.raises(ZeroDivisionError):
        a_network(Failing).train(data, all_y_trues)
    with pytest.raises(TypeError, match="x must hold real numbers"):
        sigmoid("1")


def test_a_thread_that_trains_opens_the_door_for_no_other():
    inside, refused = threading.Event(), threading.Event()

    class Waiting(OurNeuralNetwork):
        def gradient(self, x, y_true):
            inside.set()
            assert refused.wait(20)
            return super().gradient(x, y_true)

    network, losses = a_network(Waiting), []

    def train():
        losses.extend(network.train(data, all_y_trues, epochs=2))

    thread = threading.Thread(target=train)
    thread.start()
    assert inside.wait(20)
    try:
        with pytest.raises(TypeError, match="x must hold real numbers"):
            sigmoid("1")
    finally:
        refused.set()
        thread.join()
    expected = a_network().train(data, all_y_trues, epochs=2)
    np.testing.assert_array_equal(losses, expected)


def test_a_suspended_generator_leaves_the_door_closed():
    blocks = train_many([1, 2], data, all_y_trues, epochs=1)
    next(blocks)
    with pytest.raises(TypeError, match="x must hold real numbers"):
        sigmoid("1")


@pytest.mark.parametrize("changes", [{"epochs": 0}, {"data": [[1]]}])
def test_a_generator_refuses_when_it_is_called(changes):
    arguments = {"data": data, "all_y_trues": all_y_trues} | changes
    with pytest.raises(ValueError, match=next(iter(changes))):
        train_many([], **arguments)


def test_overflow_of_exp_means_zero_and_warns_nobody():
    assert sigmoid(-1000) == deriv_sigmoid(-1000) == 0
    np.testing.assert_array_equal(sigmoid([-1000, 0, 1000]), [0, 0.5, 1])
    networks = ManyNetworks([1])
    assert networks.train(data * 100, all_y_trues, epochs=2) < 1
    # The lesson itself says what happens.
    with pytest.warns(RuntimeWarning, match="overflow"):
        activation.sigmoid(np.float64(-1000))


def test_numpy_set_to_raise_changes_nothing():
    with np.errstate(all="raise"):
        assert sigmoid(-1000) == 0
        assert sigmoid(800) == 1
        assert sigmoid(np.longdouble("1e-4000")) == 0.5


class Ambitious(OurNeuralNetwork):
    """Notes what is no parameter, and may be infinite."""

    def train(self, data, all_y_trues):
        self.best = np.inf
        return super().train(data, all_y_trues, epochs=2)


def test_attributes_of_a_subclass_are_its_own():
    network = a_network(Ambitious)
    for _ in range(2):
        assert network.train(data, all_y_trues).shape == (2,)
    assert network.best == np.inf


def test_the_door_changes_no_argument():
    given = [data.copy(), all_y_trues.copy()]
    a_network().train(*given, epochs=2)
    ManyNetworks([1]).train(*given, epochs=2)
    MatrixNetwork([2, 1], np.random.default_rng(0)).train(
        given[0], LABELS, epochs=2
    )
    np.testing.assert_array_equal(given[0], data)
    np.testing.assert_array_equal(given[1], all_y_trues)


def test_parameters_may_be_complex():
    network = a_network()
    network.w1 += 1e-30j
    loss = (1 - network.feedforward(data[0])) ** 2
    slope = a_network().gradient(data[0], 1)["w1"]
    assert loss.imag / 1e-30 == pytest.approx(slope)
