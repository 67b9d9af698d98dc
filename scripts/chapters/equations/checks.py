"""One check for each equation of the site.

To add an equation to a page, add its check here: under its id if it is
displayed, under (page, left side) if it stands in a sentence. kinds.py says
which kinds there are, notation.py how names are read, oracle.py what they
mean; a new kind of formula may need a new world there.
"""

import contextlib
import io
import runpy

import numpy as np
import sympy

from scripts.chapters.equations import oracle
from scripts.chapters.equations.kinds import (
    READ,
    STATES,
    Check,
    close,
    equal,
    everywhere,
    expect,
    identical,
    mistaken,
    nearly,
    noted,
    same,
    worked,
)
from scripts.chapters.equations.notation import Statement, Wrong, read, value
from scripts.chapters.equations.oracle import (
    PARAMETERS,
    activation,
    network,
    neuron,
)
from scripts.chapters.factors import FORMULAS, slope
from scripts.chapters.people import standard_error
from scripts.ground.places import PROGRAMS
from simplenet import activation as lesson
from simplenet import sigmoid
from simplenet.data import all_y_trues, data
from simplenet.measured import read_people


@noted
def run_of(stem):
    """The final values of a program of the pages."""
    READ.add(stem)
    with contextlib.redirect_stdout(io.StringIO()):
        path = str(PROGRAMS / f"{stem}.py")
        return runpy.run_path(path, run_name="__main__")


def the_neuron():
    """The neuron of the program neuron.py."""
    run = run_of("neuron")
    functions = oracle.Numbers.functions
    return oracle.neuron_meaning(run["n"], run["x"]) | functions


def the_network():
    """The fixed network of the program network.py."""
    run = run_of("network")
    functions = oracle.Numbers.functions
    return oracle.fixed_network(run["network"], run["x"]) | functions


def alice():
    """Alice in a network whose weights are all 1 and whose biases are 0."""
    learner = oracle.learner_with([1.0] * 6 + [0.0] * 3)
    meaning = oracle.network_meaning(learner, data[0], all_y_trues[0])
    return meaning | oracle.Numbers.functions


def training():
    """The settings of the training that the pages show."""
    return {"learn_rate": run_of("training")["learn_rate"]}


def without_f(draw):
    """Three neurons that weigh and add, and have no activation function."""
    names = [*PARAMETERS, "x1", "x2"]
    n = dict(zip(names, draw(" ".join(names)), strict=True))
    x = [n["x1"], n["x2"]]
    sum_h1 = oracle.weighted_sum([n["w1"], n["w2"]], n["b1"], x)
    sum_h2 = oracle.weighted_sum([n["w3"], n["w4"]], n["b2"], x)
    hidden = [sum_h1, sum_h2]
    out = oracle.weighted_sum([n["w5"], n["w6"]], n["b3"], hidden)
    return n | {"o1": out}


def matrices_of(n):
    """Arrange the numbers of a network as the matrices of its layers."""
    return {
        "W1": sympy.Matrix([[n["w1"], n["w2"]], [n["w3"], n["w4"]]]),
        "b1": sympy.Matrix([n["b1"], n["b2"]]),
        "W2": sympy.Matrix([[n["w5"], n["w6"]]]),
        "b2": sympy.Matrix([n["b3"]]),
        "x": sympy.Matrix([n["x1"], n["x2"]]),
    }


def matrix_network(draw):
    """The network with nine parameters, its numbers in matrices."""
    n = network(draw)
    return matrices_of(n) | {
        "h": sympy.Matrix([n["h1"], n["h2"]]),
        "y_pred": sympy.Matrix([n["y_pred"]]),
        "f": lambda vector: vector.applyfunc(n["f"]),
    }


def loss_of_w1(draw, delta):
    """The loss of one sample as a function of w1, also at complex numbers."""
    meaning = network(draw)
    learner = oracle.learner_with([meaning[name] for name in PARAMETERS])
    x = np.array([meaning["x1"], meaning["x2"]])
    squared_error = run_of("complex_step")["squared_error"]

    def loss(w1):
        learner.w1 = complex(w1)  # the door asks nothing of parameters
        return squared_error(learner, x, meaning["y_true"])

    functions = {"L": loss, "Im": lambda z: complex(z).imag}
    return meaning | functions | {"delta": delta, "i": 1j}


def dual_rule(tex):
    """SymPy's ε obeys it, and so do the dual numbers of the program."""
    (statement,) = read(tex)
    expect(statement, "=")
    tiny = sympy.Symbol("epsilon")
    left, right = (value(s, tiny_symbols()) for s in statement.sides)
    for order in (0, 1):  # ε² and all above are zero
        sides = [s.diff(tiny, order).subs(tiny, 0) for s in (left, right)]
        if not identical(*sides):
            raise Wrong(f"{sides[0]} is not {sides[1]} at order {order} of ε")
    for seed in range(STATES):
        left, right = (value(s, duals(seed)) for s in statement.sides)
        if not close(left.value, right.value) & close(left.slope, right.slope):
            raise Wrong(f"{tex} does not hold in dual_numbers.py")


def tiny_symbols():
    """The names of dual numbers as symbols, with any function f."""
    names = ["a", "b", "p", "q", "epsilon"]
    functions = {"f": oracle.f, "f'": oracle.slope_of_f}
    return {name: sympy.Symbol(name) for name in names} | functions


def duals(seed):
    """The dual numbers of the program dual_numbers.py."""
    run = run_of("dual_numbers")
    draw = oracle.Numbers(seed)
    functions = {
        "f": lambda z: lesson.sigmoid(run["dual"](z)),
        "f'": draw.functions["f'"],
    }
    meaning = dict(zip("abpq", draw("a b p q"), strict=True))
    return meaning | functions | {"epsilon": run["Dual"](0.0, 1.0)}


def weighed(tex):
    """The right sides are what the neuron adds up; the left, its inputs."""
    found = read(tex)
    for statement in found:
        expect(statement, r"\longrightarrow")
    inputs, products = zip(*(each.sides for each in found), strict=True)
    if list(map(str, inputs)) != ["x1", "x2"]:
        raise Wrong(f"expected the inputs x1, x2, found {inputs}")
    expected = sympy.Symbol("total"), sum(products) + sympy.Symbol("b")
    ours = Statement("=", expected)
    everywhere(neuron, lambda *state: same([ours], *state))
    for x, product in zip(inputs, products, strict=True):
        if x not in product.free_symbols:
            raise Wrong(f"{product} is not what becomes of {x}")


def arguments(tex):
    """L depends on the parameters of the network, in their order."""
    ((side,),) = (statement.sides for statement in read(tex))
    if side.func.__name__ != "L" or list(map(str, side.args)) != list(
        PARAMETERS
    ):
        raise Wrong(f"expected L of {PARAMETERS}, found {side}")


def update(tex):
    """The left side becomes the right side in one step of the network."""
    (statement,) = read(tex)
    expect(statement, r"\longleftarrow")
    name, becomes = statement.sides
    after = sympy.Symbol(f"{name} after")
    ours = Statement("=", (after, becomes))
    everywhere(network, lambda *state: same([ours], *state))


def boundary(tex):
    """The left side is the weighted sum of o1; at the right side f is ½."""
    (statement,) = read(tex)
    expect(statement, "=")
    left, right = statement.sides
    ours = Statement("=", (sympy.Symbol("sum_o1"), left))
    everywhere(network, lambda *state: same([ours], *state))
    if sigmoid(float(value(right, {}))) != 0.5:
        raise Wrong(f"expected the sigmoid to be 0.5 at {right}")


def by_chance(world):
    """All sides are equal at numbers that a random generator gives."""

    def run(tex):
        found = read(tex)
        for statement in found:
            expect(statement, "=")
        for seed in range(STATES):
            same(found, world(np.random.default_rng(seed)), close)

    return Check("random numbers", run)


def error_of_share(rng):
    """The standard error of a share p of n people."""
    p, n = rng.random(), rng.integers(1, 2000)
    return {"p": p, "n": n, "error": standard_error(p, n)}


def one_measure(rng):
    """A weight or a height, as learn_from_people.py prepares it."""
    run, (x, _) = run_of("learn_from_people"), read_people(PROGRAMS)
    at = rng.integers(x.shape[0]), rng.integers(2)
    m, d = run["mean"][at[1]], run["deviation"][at[1]]
    return {"x": x[at], "m": m, "d": d, "z": run["x"][at]}


CHECKS = {
    # Build a neuron
    "eq-weigh": Check("for all values", weighed),
    "eq-weighted-sum": equal(neuron),
    "eq-neuron": equal(neuron),
    "eq-sigmoid": equal(activation),
    "eq-neuron-by-hand": worked(the_neuron, "w1 x1 w2 x2 b total"),
    # Connect neurons into a network
    "eq-network": equal(network),
    "eq-hidden-by-hand": worked(
        the_network, "h1 h2 f w1 x1 w2 x2 b f total h1"
    ),
    "eq-output-by-hand": worked(the_network, "o1 f w1 h1 w2 h2 b f h2 o1"),
    "eq-linear": equal(without_f),
    "eq-linear-collected": equal(without_f),
    # Measure the loss
    "eq-mse": equal(oracle.samples),
    # Backpropagate the error
    "eq-loss-function": Check("for all values", arguments),
    "eq-loss-one": equal(network),
    "eq-d-loss": equal(network),
    "eq-forward": equal(network),
    "eq-d-ypred-h1": equal(network),
    "eq-d-h1-w1": equal(network),
    "eq-chain": equal(network),
    "eq-deriv-sigmoid": equal(activation),
    "eq-alice-forward": worked(
        alice,
        "h1 h2 f w1 x1 w2 x2 b1 h1",
        "y_pred f w5 h1 w6 h2 b3 y_pred",
    ),
    "eq-alice-factors": worked(
        alice,
        "d_L_d_ypred 2 y_true y_pred d_L_d_ypred",
        "d_ypred_d_h1 w5 f sum_o1 d_ypred_d_h1",
        "d_h1_d_w1 x1 f sum_h1 d_h1_d_w1",
    ),
    "eq-alice-slope": worked(
        alice, "d_L_d_w1 d_L_d_ypred d_ypred_d_h1 d_h1_d_w1 d_L_d_w1"
    ),
    # Train the network
    "eq-update": Check("for all values", update),
    # Predict
    "eq-boundary": Check("for all values", boundary),
    # Check the gradient
    "eq-central-difference": nearly(loss_of_w1),
    "eq-complex-point": nearly(loss_of_w1),
    "eq-complex-step": nearly(loss_of_w1),
    "eq-dual-product": Check("for all values", dual_rule),
    "eq-dual-function": Check("for all values", dual_rule),
    # Meet real people
    "eq-standard-error": by_chance(error_of_share),
    "eq-standardised": by_chance(one_measure),
    # Go from nine numbers to matrices
    "eq-matrix-forward": equal(matrix_network),
}

# The tables of the chain rule state one equation for each slope.
TABLES = [f"d_L_d_{name}" for name in PARAMETERS] + list(FORMULAS)

INLINE = {
    **{("backpropagation/", slope(name)): equal(network) for name in TABLES},
    ("neuron/", "w_1"): worked(the_neuron, "w1 w1"),
    ("neuron/", "w_2"): worked(the_neuron, "w2 w2"),
    ("neuron/", "b"): worked(the_neuron, "b b"),
    ("backpropagation/", "n"): worked(alice, "n n"),
    ("backpropagation/", "x_1"): worked(alice, "x1 x1"),
    ("backpropagation/", "x_2"): worked(alice, "x2 x2"),
    ("backpropagation/", "1 - f(x)"): equal(activation),
    ("training/", r"\eta"): worked(training, "learn_rate learn_rate"),
    ("about/", "f'"): mistaken(equal(activation)),
}
