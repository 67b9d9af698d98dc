"""Judge docs/programs/people.csv before anything is computed from it."""

import csv
import hashlib
from statistics import median

from scripts.ground.errors import BuildError
from scripts.ground.places import PROGRAMS
from simplenet.measured import read_people

COLUMNS = ["sex", "height_cm", "weight_kg"]
SEXES = {"female": 830, "male": 799}  # and how many of them there are
# Within which the middle person lies, if the column is in its unit
UNITS = {"height_cm": (150, 185), "weight_kg": (55, 90)}
MEND = "Bring the file back from git; people.txt says what it holds."


def checked_people(folder=PROGRAMS):
    """Return measures and labels of a file that is whole, or raise."""
    data = (folder / "people.csv").read_bytes()
    columns, *rows = csv.reader(data.decode("utf-8").splitlines())
    check_columns(columns, rows)
    check_count(rows)
    check_units(rows)
    note = (folder / "people.txt").read_text("utf-8")
    if (found := hashlib.sha256(data).hexdigest()) not in note:
        raise wrong("the SHA-256 that people.txt names", found)
    return read_people(folder)


def check_columns(columns, rows):
    if columns != COLUMNS:
        raise wrong(f"the columns {', '.join(COLUMNS)}", ", ".join(columns))
    for number, row in enumerate(rows, 2):
        if len(row) != len(COLUMNS):
            raise wrong(f"{len(COLUMNS)} values in line {number}", len(row))


def check_count(rows):
    for sex, count in SEXES.items():
        found = sum(row[0] == sex for row in rows)
        if found != count:
            raise wrong(f"{count} people whose sex is {sex}", found)
    if len(rows) != sum(SEXES.values()):
        raise wrong(f"{sum(SEXES.values())} people", len(rows))


def check_units(rows):
    for column, (low, high) in UNITS.items():
        position = COLUMNS.index(column)
        middle = median(float(row[position]) for row in rows)
        if not low < middle < high:
            raise wrong(
                f"a median of {column} between {low} and {high}, as its unit "
                "asks",
                f"{middle:g}",
            )


def wrong(expected, found):
    return BuildError(
        f"docs/programs/people.csv: expected {expected}, found {found}. {MEND}"
    )
