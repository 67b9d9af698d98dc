"""The title of a listing says where its code is."""

import ast
import re
import textwrap
from pathlib import Path

from tests.oracle.site import none

ROOT = Path(__file__).parents[2]


def listings(pages):
    """All listings with a title: (page, title, code)."""
    for url, page in pages.items():
        for listing in page.soup.select(".highlight:has(.filename)"):
            title = listing.select_one(".filename").text
            program = listing.find_parent(class_="program")
            if program:  # whose code another test compares
                stem = program["data-program"]
                assert title in (f"{stem}.py", f"{stem}.py, complete"), url
            else:
                yield url, title, listing.select_one("pre code").text


def wrong_with(title, code):
    """Say why a title does not tell where its code is, or ""."""
    file, _, name = title.partition(", ")
    path = ROOT / file
    if not path.is_file():
        return f"there is no file {file}"
    source = re.sub(r"\n *# --8<--.*", "", path.read_text("utf-8"))
    if not name:  # then it stands by itself, not within a class
        return "" if code.strip() in source else f"not in {file} by itself"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            lines = ast.get_source_segment(source, node).split("\n")[1:]
            inner = textwrap.dedent("\n".join(lines))
            if node.name == name and code.strip() in inner:
                return ""
    return f"not in {name} of {file}"


def test_titles_name_the_file_and_the_class_of_their_code(pages):
    found = list(listings(pages))
    assert len(found) > 15
    wrong = [
        f"{url}: “{title}” stands above code that begins "
        f"{code.strip().splitlines()[0]!r}: {wrong_with(title, code)}"
        for url, title, code in found
        if wrong_with(title, code)
    ]
    none(wrong, "Titles of listings that are not where their code is:")
