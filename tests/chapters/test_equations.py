"""Every formula of the site says what simplenet computes."""

import json
import subprocess
import sys
import time

import pytest
import sympy

from scripts.chapters.equations import meanings
from scripts.chapters.equations.__main__ import main
from scripts.chapters.equations.checks import CHECKS, INLINE
from scripts.chapters.equations.kinds import equal, mistaken
from scripts.chapters.equations.meanings import PARAMETERS, network
from scripts.chapters.equations.notation import (
    RENAMED,
    TOKEN,
    Wrong,
    name_of,
    read,
)
from scripts.chapters.equations.site import (
    NOTEBOOK,
    equations_of,
    left_over,
    verdict,
)
from scripts.ground.files import write_whole
from scripts.ground.nav import chapters
from scripts.regenerate import JUDGE
from tests.chapters.slips import ARTICLE, slips_of
from tests.repository import ROOT

ALL = CHECKS | INLINE
JUDGED = [key for key in ALL if ALL[key].kind != "quoted mistake"]


def named(keys):
    return pytest.mark.parametrize("key", keys, ids=map(str, keys))


@pytest.fixture(scope="module")
def equations(site):
    return equations_of(site)


@pytest.fixture(scope="module")
def by_key(equations):
    """All equations that share a check, by its key."""
    keys = {each.key for each in equations}
    return {k: [each for each in equations if each.key == k] for k in keys}


def test_every_equation_agrees_and_every_check_has_one(
    site, equations, capsys
):
    problems = main(site)
    table = capsys.readouterr().out
    assert not problems, table
    lines = table.splitlines()
    assert len(lines) == len(equations) + 2
    assert lines[-1] == f"{len(equations)} equations, 0 problems"
    (line,) = [line for line in lines if line.startswith("eq-mse ")]
    assert line.split("  ")[-1] == "agrees"
    assert " loss/ " in line
    assert " for all values " in line


def test_no_page_is_passed_over(equations, pages):
    displayed = [
        tag["id"]
        for name, page in pages.items()
        for tag in page.soup.select("div.arithmatex")
        if name != NOTEBOOK
    ]
    assert sorted(displayed) == sorted(
        each.key for each in equations if isinstance(each.key, str)
    )
    assert len(displayed) > 20


def agrees(check, tex):
    try:
        check.run(tex)
    except Wrong:
        return False
    return True


@pytest.mark.slow
@named(JUDGED)
def test_every_slip_is_caught(by_key, key):
    for equation in by_key[key]:
        slips = list(slips_of(equation.tex))
        assert len(slips) >= 4
        through = [each for each in slips if agrees(equation.check, each[1])]
        assert through == []


@pytest.mark.parametrize(("key", "tex"), ARTICLE)
def test_mistakes_of_the_article_are_caught(key, tex):
    with pytest.raises(Wrong):
        CHECKS[key].run(tex)


def test_a_quoted_mistake_must_be_one():
    check = mistaken(equal(network))
    check.run("h_1 = f(s_2)")
    with pytest.raises(Wrong, match="but it is right"):
        check.run("h_1 = f(s_1)")


def a_site(folder, *formulas):
    """A site of one page."""
    (folder / "index.html").write_text("\n".join(formulas), "utf-8")
    return folder


def test_a_missing_check_says_what_to_do(tmp_path):
    site = a_site(
        tmp_path,
        '<div class="arithmatex" id="eq-new" data-tex="a = b"></div>',
        '<span class="arithmatex" data-tex="w_1 = 3"></span>',
        '<span class="arithmatex" data-tex="w_1"></span>',
    )
    displayed, inline = equations_of(site)
    assert "one for 'eq-new' in CHECKS of scripts/" in verdict(displayed)
    assert "one for ('', 'w_1') in INLINE of scripts/" in verdict(inline)


def test_a_check_without_equation_says_what_to_do(tmp_path):
    gone = left_over(equations_of(a_site(tmp_path)))
    assert len(gone) == len(ALL)
    assert gone[0].startswith("'eq-weigh' has a check, but stands on no page")


def test_a_wrong_equation_is_shown_with_what_is_wrong(tmp_path, capsys):
    tex = "s = x_1 w_1 + x_2 w_2"
    tag = f'<div class="arithmatex" id="eq-weighted-sum" data-tex="{tex}">'
    assert main(a_site(tmp_path, tag)) is True
    printed = capsys.readouterr().out
    assert "WRONG: total is not w1*x1 + w2*x2. Correct the page" in printed


@pytest.mark.slow  # imports SymPy anew, twice
@pytest.mark.parametrize("wrong_at_last", [True, False])
def test_what_was_judged_early_decides_nothing(
    equations, tmp_path, wrong_at_last
):
    """A build judges what is likely while it makes what pages will hold."""
    right = {}
    for each in equations:
        name = each.key if isinstance(each.key, str) else None
        right.setdefault(each.page, []).append((name, each.tex))
    text = json.dumps(right)
    wrong = text.replace(r"}{2 \\delta}", r"}{3 \\delta}")
    assert wrong != text
    early, late = (text, wrong) if wrong_at_last else (wrong, text)
    path = tmp_path / "formulas.json"
    path.write_text(early, "utf-8")
    judge = subprocess.Popen(
        [sys.executable, "-m", JUDGE, path, "soon"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    time.sleep(1)  # it begins; later or not, the verdict is the same
    write_whole(path, late.encode("utf-8"))
    _, said = judge.communicate("\n")
    assert judge.returncode == wrong_at_last, said
    assert ("eq-central-difference: WRONG" in said) == wrong_at_last


def test_the_table_is_printed_on_request(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "scripts.chapters.equations", a_site(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1, done.stderr
    assert f"0 equations, {len(ALL)} problems" in done.stdout


@pytest.mark.parametrize(
    ("tex", "sides"),
    [
        (r"w_1 x_1 = s_1", ["w1*x1", "sum_h1"]),
        (r"w_5 (h_1 + 1) = f(s)", ["w5*(h1 + 1)", "f(total)"]),
        (r"\frac{\partial L}{\partial y_{\text{pred}}}", ["d_L_d_ypred"]),
        (r"\frac{\partial y_{\text{pred}}}{\partial h_1}", ["d_ypred_d_h1"]),
        (r"y_{\text{true},i} = −2", ["y_true[i]", "-2"]),
    ],
)
def test_notation(tex, sides):
    (statement,) = read(tex)
    shown = [sympy.sstr(side, order="none") for side in statement.sides]
    assert shown == sides


def test_rows_and_cells_are_equations():
    tex = r"\begin{aligned} a &= b & c &= d \\ e &= f(x) \end{aligned}"
    assert [list(map(str, each.sides)) for each in read(tex)] == [
        ["a", "b"],
        ["c", "d"],
        ["e", "f(x)"],
    ]


@pytest.mark.parametrize("tex", [r"w_1 = \longleftarrow", "a = b +", "a = (b"])
def test_nonsense_is_refused(tex):
    with pytest.raises(Wrong):
        equal(network).run(tex)


def test_the_glossary_names_what_the_notation_names(pages):
    ours = {*RENAMED.values(), *PARAMETERS, "h1", "h2", "o1"}
    ours |= {"y_true", "y_pred", "d_L_d_ypred"}
    met = set()
    table = pages["glossary/"].article.select_one("table")
    for row in table.select("tbody tr"):
        symbols, in_code, _ = row.select("td")
        said = {code.text for code in in_code.select("code")}
        for formula in symbols.select(".arithmatex"):
            said_by = TOKEN.finditer(formula["data-tex"])
            names = ours & {name_of(match) for match in said_by}
            assert names <= said | {"w2", "w3", "w4", "w5"}, row.text
            met |= names
    assert {"sum_h1", "sum_o1", "learn_rate", "w6", "b3"} <= met


def test_gradient_is_the_derivative_for_any_activation_function():
    with meanings.simplenet_on_symbols():
        meaning = network(meanings.Symbols())
    for name in PARAMETERS:
        true = meaning["L"].diff(sympy.Symbol(name))
        assert sympy.expand(meaning[f"d_L_d_{name}"] - true) == 0


def test_deriv_sigmoid_is_the_derivative_of_sigmoid():
    with meanings.simplenet_on_symbols():
        meaning = meanings.activation(meanings.Symbols())
        x = meaning["x"]
        wrong = meaning["f"](x).diff(x) - meaning["f'"](x)
    assert sympy.simplify(wrong) == 0


def test_simplenet_is_as_before_after_it_met_symbols():
    with meanings.simplenet_on_symbols():
        pass
    with pytest.raises(TypeError):
        meanings.sigmoid(sympy.Symbol("x"))


def test_the_notebook_repeats_the_equations_of_the_chapters(pages):
    def formulas(*names):
        found = [t for n in names for t in pages[n].soup.select(".arithmatex")]
        return {" ".join(tag["data-tex"].split()) for tag in found}

    notebook = formulas(NOTEBOOK)
    assert len(notebook) > 50
    assert notebook <= formulas(*(f"{chapter}/" for chapter in chapters()))
