"""A number on a page is part of its sentence, and never a mark."""

import pytest
from markdown import Markdown

from scripts.ground.errors import BuildError
from scripts.pages.structure import check_structure

FACTS = {
    "n": 152,
    "below": -5,
    "tiny": 0.00002,
    "bullet": "- 5",
    "plus": "+ 5",
    "heading": "# 5",
    "quote": "> 5",
    "indented": "    5",
    "ruler": "---",
    "stars": "5*6*7",
    "lines": "_5_",
    "tag": "<b>5</b>",
    "link": "[the source](https://example.org/)",
}
CAUGHT = {
    "an item, in an item": "- Every man weighs at least\n  {{ n }}. So.",
    "an item, in a paragraph": "Text.\n\n{{ n }}. So.",
    "an item, in a quote": "> Text.\n>\n> {{ n }}. So.",
    "a bullet": "{{ bullet }} is less.",
    "a plus": "Text:\n\n{{ plus }} is more.",
    "a heading": "{{ heading }} is a number.",
    "a quote": "{{ quote }} is a number.",
    "code": "Text:\n\n{{ indented }} is a number.",
    "a ruler": "Text:\n{{ ruler }}\n",
    "emphasis": "It is {{ stars }}.",
    "emphasis by lines": "It is {{ lines }}.",
    "HTML": "It is {{ tag }}.",
}
PASSED = {
    "in the middle of a line": "- At least {{ n }}. So.",
    "without a dot behind it": "- At least\n  {{ n }} pounds. So.",
    "a minus is no hyphen": "Text:\n\n{{ below }} is less.",
    "a power of ten": "{{ tiny:.0e }} is small.",
    "a link that a fact brings": "Made from {{ link }}.",
    "in a formula": "It is $x_1 = {{ below }}$.",
    "in code": "```\n{{ heading }}\n```",
    "in a cell": "| a | b |\n| --- | --- |\n| {{ n }} | {{ n }}. So |",
    "a format": "{{ n:.1f }} is not an item.",
}


def convert(text):
    return Markdown(extensions=["tables", "fenced_code"]).convert(text)


@pytest.mark.parametrize("text", CAUGHT.values(), ids=CAUGHT)
def test_a_fact_that_is_read_as_markdown_stops_the_build(text):
    above = "All is well with {{ n }}.\n\n"
    line = 7 + 2 + text[: text.index("{{")].count("\n")
    with pytest.raises(BuildError, match=rf"^docs/loss.md, line {line}: "):
        check_structure("loss.md", above + text, FACTS, convert, 7)


@pytest.mark.parametrize("text", PASSED.values(), ids=PASSED)
def test_a_fact_that_is_part_of_its_sentence_passes(text):
    check_structure("loss.md", text, FACTS, convert)


def test_the_message_shows_the_fact_and_the_line():
    text = "- one\n  {{ n }}. So."
    with pytest.raises(BuildError) as error:
        check_structure("loss.md", text, FACTS, convert)
    assert "{{ n }}" in str(error.value)
    assert "'152. So.'" in str(error.value)
