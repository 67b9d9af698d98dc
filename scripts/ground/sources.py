"""The files that people write: which they are, and that they are text."""

import re

from scripts.ground.errors import BuildError
from scripts.ground.places import DOCS, GENERATED, ROOT

TEXTS = (".md", ".py", ".js", ".css", ".html")
# Tabs and line ends are text; other control characters are a slip.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# What a file in docs/ may be, if it is to be published beside the pages
KINDS = (".md", ".css", ".js", ".svg", ".png", ".csv", ".json")


def sources(folder, pattern):
    """List the files of a pattern, without what editors leave beside them."""
    found = sorted(folder.glob(pattern))
    return [path for path in found if not path.name.startswith((".", "#"))]


def check_texts():
    """Raise one BuildError for all files that a text editor spoilt."""
    paths = [
        path
        for folder in (DOCS, ROOT / "simplenet")
        for path in sources(folder, "**/*")
        if path.suffix in TEXTS and GENERATED not in path.parents
    ]
    problems = [
        f"{path.relative_to(ROOT)}{problem}"
        for path in paths
        if path.is_file() and (problem := problem_of(path.read_bytes()))
    ]
    if problems:
        raise BuildError("\n".join(problems))


def problem_of(data):
    """Say in which line a file is not plain text, and how to mend it."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        found = f"the byte {data[error.start]:#04x}"
        return f", line {line}: expected UTF-8, found {found}. Save it so."
    if text.startswith("\ufeff"):
        return ", line 1: found a byte-order mark. Save it without one."
    if "\r" in text:
        line = text[: text.index("\r")].count("\n") + 1
        return (
            f", line {line}: expected lines that end with LF, found a CR, as "
            "on Windows. Save it with LF."
        )
    if found := CONTROL.search(text):
        line = text[: found.start()].count("\n") + 1
        return (
            f", line {line}: found the control character "
            f"{ord(found[0]):#04x}. Delete it."
        )
    return ""


def check_kinds(published):
    """Raise BuildError if something in docs/ is there by mistake.

    published: what MkDocs would publish, relative to docs/.
    """
    strange = [name for name in published if not name.endswith(KINDS)]
    if strange:
        raise BuildError(
            f"docs/{', docs/'.join(strange)} would be published. Expected "
            f"files that end in {', '.join(KINDS)}. Move it out of docs/, or "
            "name its ending in scripts/ground/sources.py."
        )
