"""Join the playground's modules into one file, which loads at once."""

import re

from scripts.ground.errors import BuildError
from scripts.ground.places import DOCS

FOLDER = DOCS / "javascripts" / "playground"
IMPORT = re.compile(r'^import\b[^;]*? from "\./(\w+)\.js";\n', re.MULTILINE)
NAMED = re.compile(
    r"^(?:export )?(?:async )?(?:const|let|function|class) (\w+)", re.MULTILINE
)


def playground_script(folder=FOLDER, first="playground"):
    """Return all modules that the first one needs, in an order that works."""
    found = {}

    def visit(stem):
        if stem in found:
            return
        text = (folder / f"{stem}.js").read_text("utf-8")
        found[stem] = None  # modules may not need each other in a circle
        for needed in IMPORT.findall(text):
            visit(needed)
        del found[stem]  # so that it comes after what it needs
        found[stem] = IMPORT.sub("", text)

    visit(first)
    check_names(found)
    return "\n".join(found.values())


def check_names(modules):
    """Joined modules share their names: no two may give the same one."""
    givers = {}
    for stem, text in modules.items():
        for name in NAMED.findall(text):
            if name in givers:
                raise BuildError(
                    f"docs/javascripts/playground/{stem}.js: {name} is a name "
                    f"that {givers[name]}.js gives, too, and the two files "
                    "are joined. Choose another name."
                )
            givers[name] = stem
