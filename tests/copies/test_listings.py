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


def place(code, title):
    """Where a listing's code is in the file that its title names: in which
    class, or in none; "" if it is not there."""
    file, _, _ = title.partition(", ")
    path = ROOT / file
    if not path.is_file():
        return f"there is no file {file}"
    source = re.sub(r"\n *# --8<--.*", "", path.read_text("utf-8"))
    wanted = code.strip()
    for outer in ast.parse(source).body:
        own = ast.get_source_segment(source, outer) or ""
        if isinstance(outer, ast.ClassDef) and wanted not in own:
            inner = textwrap.dedent("\n".join(own.split("\n")[1:]))
            if wanted in inner:
                return f"{file}, {outer.name}"
    return file if wanted in source else f"{file} does not hold this code"


def test_titles_name_the_file_and_the_class_of_their_code(pages):
    found = list(listings(pages))
    assert len(found) > 15
    wrong = [
        f"{url}: “{title}” stands above code that begins "
        f"{code.strip().splitlines()[0]!r}: {place(code, title)}"
        for url, title, code in found
        if place(code, title) != title
    ]
    none(wrong, "Titles of listings that are not where their code is:")
