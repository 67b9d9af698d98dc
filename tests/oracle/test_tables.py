"""Every cell of every published table is what its definition says."""

import pytest

from tests.oracle.agree import Between, difference
from tests.oracle.site import none, rows_of
from tests.oracle.tables import ANY, TABLES, WORDS

FILE = "tests/oracle/tables.py"


@pytest.fixture(scope="module")
def published(pages):
    """All tables: (page, heads, rows)."""
    found = []
    for url, page in pages.items():
        if url == "reference/" or not page.article:
            continue  # tests/claims/ reads the docstrings
        for table in page.article.select("table"):
            heads, *rows = rows_of(table)
            found.append((url, " | ".join(heads), rows))
    return found


def cell_differs(shown, expected):
    if expected is ANY:
        return ""
    if isinstance(expected, Between | float | int):
        return difference(shown, "#", [expected])
    return difference(shown, expected)


def differences(url, heads, rows):
    expected = list(TABLES[heads]())
    where = f"{url}, table “{heads}”"
    if len(rows) != len(expected):
        yield f"{where}: expected {len(expected)} rows, found {len(rows)}"
    for n, (row, wanted) in enumerate(zip(rows, expected, strict=False), 1):
        if len(row) != len(wanted):
            yield f"{where}, row {n}: expected {len(wanted)} cells: {row}"
        for cell, value in zip(row, wanted, strict=False):
            if wrong := cell_differs(cell, value):
                yield f"{where}, row {n} ({row[0]}): {wrong}"


def test_every_cell_is_what_its_definition_says(published):
    wrong = [
        each
        for url, heads, rows in published
        if heads in TABLES
        for each in differences(url, heads, rows)
    ]
    none(wrong, f"Tables differ from {FILE}; one of both is wrong:")


def test_every_table_has_a_definition(published):
    missing = [
        f"{url}: “{heads}”"
        for url, heads, _ in published
        if heads not in TABLES and heads not in WORDS
    ]
    none(
        missing,
        f"Add these tables to TABLES in {FILE}, with a function that lists "
        "their rows; or to WORDS, if they hold no number:",
    )


def test_every_definition_has_a_table(published):
    left = (TABLES.keys() | WORDS) - {heads for _, heads, _ in published}
    none(sorted(left), f"On no page; remove from {FILE}:")
