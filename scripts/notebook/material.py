"""What the chapters show, read from where programs and build left it."""

import json
from dataclasses import dataclass

from scripts.exercises.read import read_exercises
from scripts.ground.places import GENERATED, PROGRAMS


@dataclass(frozen=True)
class Material:
    """What the chapters show, each part by its name, as a file's text."""

    facts: dict
    tables: dict
    figures: dict
    alts: dict
    programs: dict
    exercises: dict


def load_material():
    """Read what the build made for the pages."""
    facts = json.loads((GENERATED / "values.json").read_text("utf-8"))
    return Material(
        facts,
        texts(GENERATED / "tables", "txt"),
        texts(GENERATED / "figures", "svg"),
        texts(GENERATED / "figures", "txt"),
        texts(PROGRAMS, "py"),
        read_exercises(),
    )


def texts(folder, ending):
    """Read all files of one kind: {stem: text}."""
    return {
        path.stem: path.read_text("utf-8")
        for path in sorted(folder.glob(f"*.{ending}"))
    }
