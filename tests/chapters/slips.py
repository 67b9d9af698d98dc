r"""Plant slips in a formula: each result is what a tired author might write.

A slip here changes what the formula says. Each must be refused by the
formula's check, or the check is worth nothing.
"""

import re

NAME = r"(?:[a-zA-Z]_(?:\w|\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\})|[nxbs]\b)"
TERM = rf" \+ (?:\(?{NAME} )*(?:{NAME}|\d)(?=[ )}}&\\]|$)"
SLOPE = r"\\frac\{\\partial [^{}]*(?:\{[^{}]*\}[^{}]*)*\}\{\\partial \w_\w\}"


def slips_of(tex):
    """Yield (what went wrong, the formula with this slip)."""
    seen = {tex}
    for what, pattern, becomes in SLIPS:
        for match in re.finditer(pattern, tex):
            for replacement in becomes(match):
                slip = tex[: match.start()] + replacement + tex[match.end() :]
                if slip not in seen:
                    seen.add(slip)
                    yield what, slip


# How many of each name there are, or one more where no other is refused
COUNTS = {"w": 6, "b": 3, "h": 3, "s": 3, "x": 3, "o": 2}


def other_digits(match):
    """Every other index that the name has, or one that it has not."""
    digits = "123456"[: COUNTS[match[1][0]]]
    return [match[1] + digit for digit in digits if digit != match[2]]


def next_digit(match):
    """The number with its last digit one off."""
    return [match[0][:-1] + str((int(match[0][-1]) + 1) % 10)]


def other_letters(match):
    """Every other letter of the dual numbers."""
    return [letter for letter in "abpq" if letter != match[0]]


def to(*texts):
    return lambda match: texts


SLIPS = [
    ("wrong index", r"([whbxso]_)(\d)", other_digits),
    ("wrong letter", r"\b(w)(?=_[1-3])", to("b")),
    ("wrong letter", r"\b(b)(?=_\d)", to("w")),
    ("wrong letter", r"\b(x)(?=_\d)", to("h")),
    ("wrong letter", r"\b(h)(?=_\d)", to("x", "s")),
    ("o1 called σ1", r"\bo_1", to(r"\sigma_1")),
    ("η called θ", r"\\eta", to(r"\theta", "")),
    ("sign", r"\+(?! 0)", to("-")),
    ("sign", r"(?<![{(] )(?<![{(])[-−]", to("+")),
    ("sign", r"(?<=[{(])[-−]", to("")),
    ("sign", r"(?<== )(?=[^-&])(?!0)", to("-")),
    ("sign", r"&= (?=\S)", to("&= -")),
    ("factor 2", r"(?<== )(?!0)(?=\S)", to(r"2 \cdot ")),
    ("missing prime", r"f'", to("f")),
    ("prime too many", r"f(?=\()", to("f'")),
    ("missing f", r"\bf'?(?=\()", to("")),
    (
        "dropped term",
        rf" \+ (?:\(?{NAME} )*(?:{NAME}|\d)(?=[ )}}&\\]|$)",
        to(""),
    ),
    ("dropped factor", rf"{SLOPE} (?=\\frac)", to("")),
    ("dropped factor", rf"(?<=[ (]){NAME} (?=[\w\\(]|f')", to("")),
    ("dropped factor", r"\d[\d.]* \\cdot ", to("")),
    ("dropped factor", r"\\frac\{1\}\{n\}", to("")),
    ("missing square", r"\^\{?2\}?|\^(?=2)", to("")),
    ("true for pred", r"true", to("pred")),
    ("pred for true", r"pred", to("true")),
    ("no index", r",i", to("")),
    ("wrong limit", r"=1\}", to("=2}")),
    ("wrong limit", r"\^\{n\}", to("^{n-1}")),
    ("n forgotten", r"\{n\}", to("{2}")),
    ("wrong order", r"W_1 x", to("x W_1")),
    ("wrong power", r"e\^\{-x\}", to("e^{x}", "e^{-2x}")),
    ("wrong power", r"\^\{-1\}", to("", "^{-2}")),
    ("wrong number", r"(?<![\w^{])\d+(?:\.\d+)?", next_digit),
    ("sign", r"(?<=\\approx )", to("-")),
    ("factor 2", r"(?<=\\approx )", to(r"2 \cdot ")),
    ("dropped factor", r"2 (?=\\delta)", to("")),
    ("dropped factor", r"\bi (?=\\delta)", to("")),
    ("dropped term", r" [-+] \\delta", to("")),
    ("dropped term", r"L\(w_1\) \+ ", to("")),
    ("dropped term", r" \+ p b", to("")),
    ("Re for Im", r"\\text\{Im\}", to(r"\text{Re}", "")),
    ("no ε", r" \\varepsilon", to("")),
    ("wrong letter", r"\b[abpq]\b", other_letters),
    ("wrong relation", r"(?<![\w{])=", to(r"\longleftarrow")),
    ("wrong relation", r"\\(long(left|right)arrow|approx)", to("=")),
]

# What the article says, where the equation of that id now stands.
ARTICLE = [
    ("eq-loss-function", "L(w_1, w_2, w_3, w_4, w_5, w_6, b_1, b_2)"),
    (
        "eq-chain",
        r"\frac{\partial L}{\partial w_3} ="
        r" \frac{\partial L}{\partial y_{\text{pred}}}"
        r" \frac{\partial y_{\text{pred}}}{\partial h_3}"
        r" \frac{\partial h_3}{\partial w_3}",
    ),
    (
        "eq-d-loss",
        r"\frac{\partial L}{\partial y_{\text{pred}}}"
        r" = -2 (1 - y_{\text{pred}})",
    ),
    (
        "eq-mse",
        r"\text{MSE} = \frac{1}{n} \sum_{i=1}^{n}"
        r" (y_{\text{true}} - y_{\text{pred}})^2",
    ),
    ("eq-deriv-sigmoid", "f' = f(x) (1 - f(x))"),
    ("eq-d-h1-w1", r"\frac{\partial h_1}{\partial w_1} = x1 f'(s_1)"),
    ("eq-network", r"\sigma_1 = f(w_5 h_1 + w_6 h_2 + b_3)"),
    (
        "eq-update",
        r"w_1 \longleftarrow w_1 - \theta \frac{\partial L}{\partial w_1}",
    ),
    (
        "eq-weigh",
        r"x_1 \longrightarrow x_1 w_1 \\x_2 \longrightarrow x_2 w_2 \\"
        r"x_2 \longrightarrow x_2 w_1",
    ),
]
