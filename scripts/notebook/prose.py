"""Write text of the chapters as Markdown that any notebook shows."""

import base64
import re

from scripts.figures.standalone import standalone
from scripts.ground.nav import chapters


def clean_prose(text, site):
    """Turn what only the site understands into plain Markdown."""
    text = re.sub(r"^\{ \..* \}\n?", "", text, flags=re.MULTILINE)  # a class
    text = re.sub(r"^(#+ )", r"#\1", text, flags=re.MULTILINE)
    text = re.sub(
        r"\]\(([\w/-]+)\.md(#[\w-]+)?\)", lambda m: link(m, site), text
    )
    return re.sub(r"\n{3,}", "\n\n", text)


def link(match, site):
    """Point to a chapter of the notebook, else to the published site."""
    page, anchor = match[1], match[2]
    if page in chapters() and not anchor:
        return f"](#chapter-{page})"
    return f"]({site}{page}/{anchor or ''})"


def attachment(name, material):
    """Embed a figure in the cell that shows it."""
    svg = standalone(material.figures[name])
    data = base64.b64encode(svg.encode()).decode("ascii")
    return {f"{name}.svg": {"image/svg+xml": data}}


def one_line(text):
    return " ".join(text.split())


def exercise_text(exercise):
    """Give question, choices, hints, and the answer, folded."""
    parts = [
        f"**Exercise: {exercise.title}**",
        exercise.question,
        "\n".join(f"- {each}" for each in exercise.said.get("choices", ())),
        *(folded(f"Hint {n}", h) for n, h in enumerate(exercise.hints, 1)),
    ]
    if exercise.kind == "write":
        code = exercise.cell("solution")
        parts.append(folded("Solution", f"```python\n{code}\n```"))
    parts.append(folded("Answer", exercise.said.get("reason", "")))
    return "\n\n".join(filter(None, parts)) + "\n"


def folded(title, text):
    if not text:
        return ""
    opening = f"<details>\n<summary>{title}</summary>"
    return f"{opening}\n\n{text.strip()}\n\n</details>"
