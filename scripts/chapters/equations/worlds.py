"""Say what the names of a single equation mean: what a program computed.

What they mean in all equations stands in meanings.py.
"""

import ast
import contextlib
import io
import runpy
from functools import cache

import numpy as np
import sympy

from scripts.chapters.equations import meanings
from scripts.chapters.equations.kinds import READ, noted
from scripts.chapters.equations.meanings import PARAMETERS, network
from scripts.chapters.factors import network_with
from scripts.chapters.people import standard_error
from scripts.ground.places import PROGRAMS
from simplenet import activation as lesson
from simplenet.data import all_y_trues, data
from simplenet.measured import read_people

DEFINING = ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef


@noted
def run_of(stem):
    """The final values of a program of the pages."""
    READ.add(stem)
    with contextlib.redirect_stdout(io.StringIO()):
        path = str(PROGRAMS / f"{stem}.py")
        return runpy.run_path(path, run_name="__main__")


@noted
def definitions_of(stem):
    """The functions and classes of a program, which takes longer to run."""
    READ.add(stem)
    tree = ast.parse((PROGRAMS / f"{stem}.py").read_bytes())
    tree.body = [each for each in tree.body if isinstance(each, DEFINING)]
    found = {}
    exec(compile(tree, f"{stem}.py", "exec"), found)
    return found


def the_neuron():
    """The neuron of the program neuron.py."""
    run = run_of("neuron")
    functions = meanings.Numbers.functions
    return meanings.neuron_meaning(run["n"], run["x"]) | functions


def the_network():
    """The fixed network of the program network.py."""
    run = run_of("network")
    functions = meanings.Numbers.functions
    return meanings.fixed_network(run["network"], run["x"]) | functions


def alice():
    """Alice in a network whose weights are all 1 and whose biases are 0."""
    learner = network_with([1.0] * 6 + [0.0] * 3)
    meaning = meanings.network_meaning(learner, data[0], all_y_trues[0])
    return meaning | meanings.Numbers.functions


def training():
    """The settings of the training that the pages show."""
    return {"learn_rate": run_of("training")["learn_rate"]}


def without_f(draw):
    """Three neurons that weigh and add, and have no activation function."""
    names = [*PARAMETERS, "x1", "x2"]
    n = dict(zip(names, draw(" ".join(names)), strict=True))
    x = [n["x1"], n["x2"]]
    sum_h1 = meanings.weighted_sum([n["w1"], n["w2"]], n["b1"], x)
    sum_h2 = meanings.weighted_sum([n["w3"], n["w4"]], n["b2"], x)
    hidden = [sum_h1, sum_h2]
    out = meanings.weighted_sum([n["w5"], n["w6"]], n["b3"], hidden)
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
    learner = network_with([meaning[name] for name in PARAMETERS])
    x = np.array([meaning["x1"], meaning["x2"]])
    squared_error = definitions_of("complex_step")["squared_error"]

    def loss(w1):
        learner.w1 = complex(w1)  # the door asks nothing of parameters
        return squared_error(learner, x, meaning["y_true"])

    functions = {"L": loss, "Im": lambda z: complex(z).imag}
    return meaning | functions | {"delta": delta, "i": 1j}


def tiny_symbols():
    """The names of dual numbers as symbols, with any function f."""
    names = ["a", "b", "p", "q", "epsilon"]
    functions = {"f": meanings.f, "f'": meanings.slope_of_f}
    return {name: sympy.Symbol(name) for name in names} | functions


def duals(seed):
    """The dual numbers of the program dual_numbers.py."""
    run = definitions_of("dual_numbers")
    draw = meanings.Numbers(seed)
    functions = {
        "f": lambda z: lesson.sigmoid(run["dual"](z)),
        "f'": draw.functions["f'"],
    }
    meaning = dict(zip("abpq", draw("a b p q"), strict=True))
    return meaning | functions | {"epsilon": run["Dual"](0.0, 1.0)}


def error_of_share(rng):
    """The standard error of a share p of n people."""
    p, n = rng.random(), rng.integers(1, 2000)
    return {"p": p, "n": n, "error": standard_error(p, n)}


@cache
def measures():
    return read_people(PROGRAMS)[0]


def one_measure(rng):
    """A weight or a height, as learn_from_people.py prepares it."""
    run, x = run_of("learn_from_people"), measures()
    at = rng.integers(x.shape[0]), rng.integers(2)
    m, d = run["mean"][at[1]], run["deviation"][at[1]]
    return {"x": x[at], "m": m, "d": d, "z": run["x"][at]}
