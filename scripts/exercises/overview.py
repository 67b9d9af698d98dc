"""List all exercises in the order of reading, for the page that shows ticks.

Every exercise has to stand on one page, and on one only.
"""

import re
from collections import Counter

from scripts.exercises.read import read_exercises
from scripts.ground.errors import BuildError
from scripts.ground.nav import pages_of
from scripts.ground.places import DOCS

SHOWN = re.compile(r'^--8<-- "exercises/(\w+)\.md"$', re.MULTILINE)
TITLE = re.compile(r"^# (.*)$", re.MULTILINE)
LIST = '<div class="exercise-list" markdown>\n\n{}\n\n</div>\n'


def overview():
    """Return the Markdown of the list."""
    exercises = read_exercises()
    parts, found = [], Counter()
    for page in pages_of("Tutorial") + pages_of("Go further"):
        path = DOCS / f"{page}.md"
        text = path.read_text("utf-8") if path.is_file() else ""  # a notebook
        names = [name for name in SHOWN.findall(text) if name in exercises]
        found.update(names)
        if names:
            title = TITLE.search(text)[1]
            items = [item(page, exercises[name]) for name in names]
            parts.append("\n".join([f"[{title}]({page}.md)\n", *items]))
    check_shown(found, exercises)
    return LIST.format("\n\n".join(parts))


def item(page, exercise):
    where = f"{page}.md#exercise-{exercise.name}"
    return f"- {exercise.kind.capitalize()}: [{exercise.title}]({where})"


def check_shown(found, exercises):
    """Raise BuildError if an exercise stands on no page, or on several."""
    if wrong := [name for name in exercises if found[name] != 1]:
        raise BuildError(
            f"docs/exercises/{wrong[0]}.py is shown {found[wrong[0]]} times. "
            "Expected one page of Tutorial or Go further to hold the line "
            f'--8<-- "exercises/{wrong[0]}.md"'
        )
