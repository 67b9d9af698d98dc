"""Read what is published: the text of cells, sentences and listings."""

import re

import pytest
from bs4 import NavigableString, Tag

SKIPPED = ("script", "style", "svg", "math")


def none(wrong, what_to_do):
    """Fail with a list of what is wrong, if there is any."""
    if wrong:
        lines = "\n".join(f"  {each}" for each in wrong)
        pytest.fail(f"{what_to_do}\n{lines}", pytrace=False)


def text_of(tag):
    """The text of an element as a reader sees it, formulas as $TeX$."""
    if isinstance(tag, NavigableString):
        return str(tag) if type(tag) is NavigableString else ""
    if not isinstance(tag, Tag) or "headerlink" in tag.get("class", []):
        return ""
    if tag.has_attr("data-tex"):
        return f"${' '.join(tag['data-tex'].split())}$"
    if tag.name in SKIPPED:
        return ""
    if tag.name == "br":
        return " "
    text = "".join(map(text_of, tag.children))
    if tag.name == "sup":
        return f"^{text}"
    return f"`{text}`" if tag.name == "code" else text


def words_of(tag):
    """The same on one line."""
    return re.sub(r"\s+", " ", text_of(tag)).strip()


def rows_of(table):
    """The cells of a table, row by row, its heads first."""
    return [
        [words_of(cell) for cell in row.select("th, td")]
        for row in table.select("tr")
    ]
