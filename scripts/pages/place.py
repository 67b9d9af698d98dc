"""Say where in a page something stands, so that an editor finds it."""

from scripts.ground.places import DOCS


def place(page, markdown, at):
    """Name page and line of a character, as "docs/loss.md, line 12".

    markdown: the page's text; MkDocs takes off what stands above the title.
    """
    path = DOCS / page
    whole = path.read_text("utf-8") if path.is_file() else markdown
    above = whole.count("\n") - markdown.count("\n")
    number = above + markdown.count("\n", 0, at) + 1
    return f"docs/{page}, line {number}"


def line_with(page, text):
    """Write ", line 12" of the first line that holds a text, if any does."""
    path = DOCS / page
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    for number, line in enumerate(lines, 1):
        if text and text in line:
            return f", line {number}"
    return ""
