"""Write the tables of the chain rule: formula, line of code, number.

The code is read from the sections of OurNeuralNetwork.gradient, the numbers
come from running it; only the right sides of the formulas are typed, here,
and the tests compare them with the code.
"""

import ast
from dataclasses import dataclass
from html import escape

import numpy as np

from scripts.ground.errors import BuildError
from scripts.programs.definitions import Definitions
from simplenet import OurNeuralNetwork, activation

FORMULAS = {
    "d_L_d_ypred": r"-2 (y_{\text{true}} - y_{\text{pred}})",
    "d_ypred_d_w5": "h_1 f'(s_3)",
    "d_ypred_d_w6": "h_2 f'(s_3)",
    "d_ypred_d_b3": "f'(s_3)",
    "d_ypred_d_h1": "w_5 f'(s_3)",
    "d_ypred_d_h2": "w_6 f'(s_3)",
    "d_h1_d_w1": "x_1 f'(s_1)",
    "d_h1_d_w2": "x_2 f'(s_1)",
    "d_h1_d_b1": "f'(s_1)",
    "d_h2_d_w3": "x_1 f'(s_2)",
    "d_h2_d_w4": "x_2 f'(s_2)",
    "d_h2_d_b2": "f'(s_2)",
}

# What a factor runs along in the figure of the network, besides its nodes.
EDGES = {"ypred h1": "w5", "ypred h2": "w6", "L ypred": "y_pred"}

TABLE = """\
<table class="factors-table" role="table">
<caption>{caption}</caption>
<thead role="rowgroup"><tr role="row">\
<th role="columnheader" scope="col">{first}</th>\
<th role="columnheader" scope="col">line of <code>gradient</code></th>\
<th role="columnheader" scope="col">for Alice</th></tr></thead>
<tbody role="rowgroup">
{rows}
</tbody>
</table>
"""
ROW = """\
<tr role="row" data-line="{line}" data-parts="{parts}">\
<td role="cell"><span class="arithmatex">\\({tex}\\)</span></td>\
<td role="cell"><a href="#{line}"><code>{code}</code></a></td>\
<td role="cell">{value}</td></tr>"""


@dataclass(frozen=True)
class Table:
    """A table as a page shows it, and as plain Markdown for the notebook."""

    page: str
    plain: str


@dataclass(frozen=True)
class Line:
    """A line of an excerpt that computes one slope."""

    name: str  # d_h1_d_w1
    code: str
    anchor: str  # where the line stands on the page
    factors: tuple[str, ...]  # the names of the slopes that it multiplies


def factors_tables(run):
    """Return {name: Table}; run holds the values of backpropagation.py."""
    names = OurNeuralNetwork.parameters
    network = network_with(float(run[name]) for name in names)
    sample = (run["x1"], run["x2"]), run["y_true"]
    factors = factor_lines()
    check_formulas(factors)
    slopes = {f"d_L_d_{n}": s for n, s in network.gradient(*sample).items()}
    return {
        "factors": table(
            "The twelve factors.",
            "factor",
            [(line, FORMULAS[line.name]) for line in factors],
            factors_of(network, *sample),
        ),
        "gradient": table(
            "The nine slopes, each a product of factors.",
            "slope",
            [(line, product(line.factors)) for line in gradient_lines()],
            slopes,
        ),
    }


def network_with(values):
    """Make a network with given parameters, in the order of simplenet."""
    network = OurNeuralNetwork(np.random.default_rng(0))
    vars(network).update(zip(network.parameters, values, strict=True))
    return network


def factors_of(network, x, y_true):
    """Compute the twelve factors for one sample, by running their lines."""
    names = {"self": network, "x": x, "y_true": y_true} | vars(activation)
    exec(excerpt("forward_pass") + "\n" + excerpt("factors"), names)
    return {name: names[name] for name in FORMULAS}


def factor_lines():
    """Find the line of each factor: d_ypred_d_w5 = …"""
    source = excerpt("factors")
    assigned = [(node.targets[0].id, node) for node in ast.parse(source).body]
    return [
        line_of("factors", source, name, node, (name,))
        for name, node in assigned
        if name.startswith("d_")
    ]


def gradient_lines():
    """Find the line of each product: "w1": d_L_d_ypred * …"""
    source = excerpt("products")
    (returned,) = ast.parse(source).body
    lines = []
    for key, value in zip(
        returned.value.keys, returned.value.values, strict=True
    ):
        used = [n for n in ast.walk(value) if isinstance(n, ast.Name)]
        used.sort(key=lambda node: node.col_offset)
        names = tuple(node.id for node in used)
        name = f"d_L_d_{key.value}"
        lines.append(line_of("products", source, name, value, names))
    return lines


def excerpt(section):
    """Return the excerpt that the page shows, under the section's name."""
    return Definitions().section("network", section)[0]


def line_of(section, source, name, node, factors):
    """Describe the line of a node; each slope has a line of its own."""
    if node.lineno != node.end_lineno:
        raise BuildError(
            f"simplenet/network.py, {section}: {name} takes more than one "
            "line. Expected one line each, to show beside its formula."
        )
    text = source.split("\n")[node.lineno - 1].strip().rstrip(",")
    return Line(name, text, f"line-{section}-{node.lineno}", factors)


def check_formulas(lines):
    """Every factor of the code needs its formula, and no other has one."""
    names = {line.name for line in lines}
    if different := names ^ FORMULAS.keys():
        raise BuildError(
            f"scripts/chapters/factors.py: {', '.join(sorted(different))} "
            "stands in only one of FORMULAS and the section factors of "
            "simplenet/network.py. Add it to the other, or remove it."
        )


def table(caption, first, rows, values):
    """Write a table, one row for each line with its right side."""
    html = "\n".join(
        row(line, right, values[line.name]) for line, right in rows
    )
    plain = "".join(
        f"| `{line.name}` | `{line.code}` | {number(values[line.name])} |\n"
        for line, _ in rows
    )
    heads = f"| {first} | line of `gradient` | for Alice |\n|---|---|---|\n"
    return Table(
        TABLE.format(caption=caption, first=first, rows=html), heads + plain
    )


def row(line, right, value):
    """Write one row; parts are what it lights in the figure."""
    parts = dict.fromkeys(p for each in line.factors for p in parts_of(each))
    return ROW.format(
        line=line.anchor,
        parts=" ".join(parts),
        tex=escape(f"{slope(line.name)} = {right}", quote=False),
        code=escape(line.code, quote=False),
        value=number(value),
    )


def number(value):
    return f"{value:.4f}".replace("-", "−")


def parts_of(name):
    """Name what a factor lights in the figure: d_h1_d_w1 lights w1, h1."""
    of, by = ends(name)
    edge = EDGES.get(f"{of} {by}", by)
    return [{"ypred": "o1"}.get(part, part) for part in (by, edge, of)]


def product(names):
    """Write a product of slopes."""
    return " ".join(slope(name) for name in names)


def slope(name):
    """Write d_h1_d_w1 as a fraction."""
    above, below = (symbol(part) for part in ends(name))
    return rf"\dfrac{{\partial {above}}}{{\partial {below}}}"


def ends(name):
    """Split d_h1_d_w1 into h1 and w1."""
    return name.removeprefix("d_").split("_d_")


def symbol(name):
    """Write a name of the code as the formulas have it."""
    if name == "ypred":
        return r"y_{\text{pred}}"
    return name if name == "L" else f"{name[0]}_{name[1:]}"
