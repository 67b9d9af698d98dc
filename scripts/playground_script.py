"""Join the playground's modules into one file, which loads at once."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs/javascripts/playground"
IMPORT = re.compile(r'^import\b[^;]*? from "\./(\w+)\.js";\n', re.MULTILINE)


def playground_script(folder=FOLDER, first="playground"):
    """Return all modules that the first one needs, in an order that works.

    They share one scope then: no two may give a name of theirs to
    different things, which a browser refuses to load.
    """
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
    return "\n".join(found.values())
