"""One check for each equation of the site.

To add an equation to a page, add its check here: under its id if it is
displayed, under (page, left side) if it stands in a sentence. kinds.py says
which kinds there are, notation.py how names are read, meanings.py what they
mean in all equations and worlds.py in one; a new kind of formula may need a
new world there.
"""

import numpy as np
import sympy

from scripts.chapters.equations import meanings
from scripts.chapters.equations.kinds import (
    STATES,
    Check,
    close,
    equal,
    everywhere,
    expect,
    identical,
    mistaken,
    nearly,
    same,
    worked,
)
from scripts.chapters.equations.meanings import (
    PARAMETERS,
    activation,
    network,
    neuron,
)
from scripts.chapters.equations.notation import Statement, Wrong, read
from scripts.chapters.equations.values import value
from scripts.chapters.equations.worlds import (
    alice,
    duals,
    error_of_share,
    loss_of_w1,
    matrix_network,
    one_measure,
    the_network,
    the_neuron,
    tiny_symbols,
    training,
    without_f,
)
from scripts.chapters.factors import FORMULAS, slope
from simplenet import sigmoid


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
    "eq-mse": equal(meanings.samples),
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
