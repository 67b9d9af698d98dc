"""Turn a module of JavaScript into a plain script.

Browsers load no module from a file (file://), for fear of what else lies
there; a plain script they do. offline.js loads one when it is imported.
"""

import re

from scripts.ground.errors import BuildError

LINES = re.MULTILINE
IMPORT = re.compile(r'^import (?:([^;"]+?)\s+from )?"([^"]+)";$', LINES)
NAMED = re.compile(r"^export ((?:async )?(?:function|class) (\w+))", LINES)
BOUND = re.compile(r"^export ((?:const|let) (\w+|[\[{][\w, ]+[\]}]))", LINES)
DEFAULT = re.compile(r"^export default ", LINES)
LIST = re.compile(r"\bexport\{([^}]*)\};?\s*$")  # as esbuild writes it
LEFT = re.compile(r"^(?:import|export)\b.*", LINES)
ASKED = re.compile(r"\bimport\(")
FOLLOW = re.compile(r"\b(?:window\.)?document\$\.subscribe\(")
AROUND = "offline.define(async (exports, bring, here) => {{\n{}\n}});\n"


def as_script(name, text):
    """Write a module so that offline.js can run it; raise BuildError if not.

    It gets what it imports from bring, and fills exports in the end.
    """
    given = [found[2] for found in NAMED.finditer(text)]
    for found in BOUND.finditer(text):
        given += re.findall(r"\w+", found[2])
    text = IMPORT.sub(brought, text)
    text = BOUND.sub(r"\1", NAMED.sub(r"\1", text))
    text = DEFAULT.sub("exports.default = ", text)
    if listed := LIST.search(text):
        pairs = [each.split(" as ") for each in listed[1].split(",")]
        text = text[: listed.start()]
        given += [f"{pair[-1]}: {pair[0]}" for pair in pairs]
    if left := LEFT.search(text):
        raise BuildError(
            f"{name}: {left[0]!r} cannot be made a plain script for "
            "simplenet-offline.zip. Write it as another module does, or "
            "teach scripts/offline/modules.py to read it."
        )
    text = ASKED.sub("bring(", text).replace("import.meta.url", "here")
    text = FOLLOW.sub("offline.follow(", text)
    if given:
        text += f"\nObject.assign(exports, {{ {', '.join(given)} }});"
    return AROUND.format(text)


def brought(found):
    """Write `import … from "x";` as a constant that gets it."""
    names, name = found.groups()
    call = f'await bring("{name}")'
    if not names:
        return f"{call};"
    if names.startswith("* as "):
        return f"const {names.removeprefix('* as ')} = {call};"
    if names.startswith("{"):
        return f"const {names.replace(' as ', ': ')} = {call};"
    return f"const {{ default: {names} }} = {call};"
