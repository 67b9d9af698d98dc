r"""Read formulas: TeX as it stands on a page in, SymPy trees out.

SymPy's LaTeX parser knows nothing of this site's names, so they are put in
its terms first. These are the rules, and there are no others:

- A letter with an index is one name, that of the code: w_1 is w1.
- y_{\text{true}} is y_true, y_{\text{pred}} is y_pred; a further index, as in
  y_{\text{true},i}, picks a sample. \text{MSE} is the name MSE.
- Some names differ from those of the code: see RENAMED.
- \frac{\partial A}{\partial B} is one name where A is one: d_A_d_B, with
  y_pred written ypred, as in the code. Where A is an expression in
  parentheses, SymPy differentiates it.
- Only the names in FUNCTIONS are functions, with or without a prime. Any
  other name in front of a parenthesis is a factor.
- Each row of `aligned` holds one or more equations, parted by every second &.
- RELATIONS part the sides of an equation.
"""

import re
from dataclasses import dataclass
from functools import cache
from unittest.mock import patch

import sympy
from antlr4.atn.ParserATNSimulator import ParserATNSimulator
from antlr4.atn.PredictionMode import PredictionMode
from sympy.parsing.latex import LaTeXParsingError, parse_latex

simulator = ParserATNSimulator.__init__

RENAMED = {
    "s1": "sum_h1",
    "s2": "sum_h2",
    "s3": "sum_o1",
    r"\eta": "learn_rate",
    r"\delta": "delta",
    r"\varepsilon": "epsilon",
    "s": "total",
}
FUNCTIONS = ("f", "L", "Im")
RELATIONS = ("=", r"\longleftarrow", r"\longrightarrow", r"\approx")

NAME = r"""
    \\text\{\w+\}
  | (?<![A-Za-z\\]) [A-Za-z]_ (?: \w | \{ (?: \\text\{\w+\} | \w )+ ,? \w* \} )
  | \\(?:eta|delta|varepsilon|theta)\b
  | (?<![A-Za-z\\]) [A-Za-z] (?![A-Za-z])
"""
TOKEN = re.compile(
    rf"""
    \\d?frac\{{\\partial\s (?P<of>{NAME}) \}}\{{\\partial\s (?P<by>{NAME}) \}}
  | (?P<name>{NAME})
  | (?P<number>\d+(?:\.\d+)?)
    """,
    re.VERBOSE,
)
SLOPE = re.compile(
    rf"\\d?frac\{{\\partial\s(\(.*?\)(?:\^\d)?)\}}\{{\\partial\s({NAME})\}}",
    re.VERBOSE,
)


class Wrong(Exception):
    """A formula does not say what the code computes."""


@dataclass(frozen=True)
class Statement:
    """The sides of one equation, as SymPy trees, and what stands between."""

    relation: str | None
    sides: tuple


def read(tex):
    """Read all equations of a formula."""
    return [statement(part) for part in equations(tex)]


def equations(tex):
    """Part the rows and cells of `aligned` into single equations."""
    tex = tex.replace("\N{MINUS SIGN}", "-")
    rows = re.sub(r"\\(begin|end)\{aligned\}", "", tex).split(r"\\")
    for row in rows:
        cells = row.split("&")
        for first in range(0, len(cells), 2):
            if part := "".join(cells[first : first + 2]).strip():
                yield " ".join(part.split())


def statement(tex):
    """Read one equation, in which all relations must be the same."""
    pattern = "|".join(map(re.escape, RELATIONS))
    found = set(re.findall(pattern, outside_braces(tex)))
    if len(found) > 1:
        raise Wrong(f"{tex}: expected one kind of relation, found {found}")
    relation = found.pop() if found else None
    return Statement(relation, tuple(map(tree, parted(tex, relation))))


def outside_braces(tex):
    """Blank what stands in braces: the = below a sum is no relation."""
    while (less := re.sub(r"\{[^{}]*\}", "", tex)) != tex:
        tex = less
    return tex


def parted(tex, relation):
    """Split an equation at its relation, but not inside braces."""
    if relation is None:
        return [tex]
    sides, depth = [""], 0
    for piece in re.findall(rf"{re.escape(relation)}|[{{}}]|.", tex):
        depth += (piece == "{") - (piece == "}")
        if piece == relation and depth == 0:
            sides.append("")
        else:
            sides[-1] += piece
    return sides


@cache
def tree(tex):
    """Parse one side; its symbols have the names of the code."""
    names = []

    def stand_in(name):
        names.append(name)
        return f"S_{{{len(names) - 1}}}"

    def token(match):
        name = name_of(match)
        plain = re.fullmatch(r"[A-Za-z]", match[0]) or match["number"]
        return match[0] if plain else f"{stand_in(name)} "

    tex = SLOPE.sub(lambda m: f"{stand_in('d_' + code(m[2]))}({m[1]})", tex)
    tex = re.sub(r"S_\{\d+\}|" + TOKEN.pattern, keep(token), tex, flags=re.X)
    return renamed(parsed(tex), names)


def parsed(tex):
    """Parse TeX in ANTLR's quick mode, fourteen times as fast.

    What that mode reads, it reads as the full one does; see ANTLR's SLL.
    """
    with patch.object(ParserATNSimulator, "__init__", quick_simulator):
        try:
            return parse_latex(tex, strict=True)
        except LaTeXParsingError as error:
            raise Wrong(f"not readable: {tex}\n{error}") from None


def quick_simulator(self, *args):
    simulator(self, *args)
    self.predictionMode = PredictionMode.SLL


def keep(token):
    """Replace tokens, but no stand-in that is there already."""
    return lambda m: m[0] if m[0].startswith("S_{") else token(m)


def renamed(node, names):
    """Give each stand-in its name, and make wrong functions factors."""
    if node.is_Symbol:
        return sympy.Symbol(own_name(node.name, names))
    parts = [renamed(part, names) for part in node.args]
    if isinstance(node, sympy.core.function.AppliedUndef):
        name = own_name(node.func.__name__, names)
        if name.rstrip("'") in FUNCTIONS or name.startswith("d_"):
            return sympy.Function(name)(*parts)
        return sympy.Mul(sympy.Symbol(name), *parts, evaluate=False)
    if isinstance(node, sympy.Add | sympy.Mul | sympy.Pow):
        return node.func(*parts, evaluate=False)
    return node.func(*parts) if parts else node


def own_name(name, names):
    """Look a stand-in up; any other symbol is a plain letter."""
    place = re.fullmatch(r"S_\{(\d+)\}", name)
    if place:
        return names[int(place[1])]
    return RENAMED.get(name, name)


def name_of(match):
    """Give a token as the code names it, a number as it is written."""
    if match["of"]:
        return slope_name(code(match["of"]), code(match["by"]))
    return code(match["name"]) if match["name"] else match["number"]


def slope_name(of, by):
    return f"d_{of}_d_{by}".replace("y_pred", "ypred")


def code(name):
    """Give a name of the formulas as the code has it."""
    if name.startswith(r"\text"):
        return name[6:-1]
    bare = re.sub(r"\\text\{(\w+)\}", r"\1", name)
    letter, _, index = bare.partition("_")
    index, _, sample = index.strip("{}").partition(",")
    joined = f"{letter}_{index}" if index.isalpha() else letter + index
    known = RENAMED.get(joined, joined)
    return f"{known}[{sample}]" if sample else known
