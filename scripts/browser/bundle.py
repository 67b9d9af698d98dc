"""Join the playground's modules into one file, which loads at once.

Comments on lines of their own stay out: they are a fifth of the bytes.
"""

import re

from scripts.ground.errors import BuildError
from scripts.ground.places import DOCS

FOLDER = DOCS / "javascripts" / "playground"
IMPORT = re.compile(r'^import\b[^;]*? from "(\.[^"]+)";\n', re.MULTILINE)
COMMENT = re.compile(r"^ *(//.*\n|/\*\*(?s:.*?)\*/\n)", re.MULTILINE)
NAMED = re.compile(
    r"^(?:export )?(?:async )?(?:const|let|function|class) (\w+)", re.MULTILINE
)


def playground_script(folder=FOLDER, first="app.js"):
    """Return all modules that the first one needs, in an order that works."""
    found = {}

    def visit(path):
        if path in found:
            return
        text = path.read_text("utf-8")
        found[path] = None  # modules may not need each other in a circle
        for needed in IMPORT.findall(text):
            visit((path.parent / needed).resolve())
        del found[path]  # so that it comes after what it needs
        found[path] = COMMENT.sub("", IMPORT.sub("", text))

    visit((folder / first).resolve())
    check_names(found)
    return "\n".join(found.values())


def check_names(modules):
    """Joined modules share their names: no two may give the same one."""
    givers = {}
    for path, text in modules.items():
        for name in NAMED.findall(text):
            if name in givers:
                raise BuildError(
                    f"docs/javascripts/playground, {path.name}: {name} is a "
                    f"name that {givers[name]} gives, too, and the two files "
                    "are joined. Choose another name."
                )
            givers[name] = path.name
