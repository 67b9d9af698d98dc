"""Make one notebook of the chapters: their prose, code and programs."""

import ast
import re

import nbformat
from nbformat.v4 import nbformat_minor, writes_json

from scripts.exercises.complete import (
    checker_parts,
    checks_cell,
    collected,
    without_ours,
)
from scripts.exercises.read import read_exercises
from scripts.ground.files import write_folder
from scripts.ground.keys import environment
from scripts.ground.nav import chapters
from scripts.ground.places import DOCS, GENERATED, PROGRAMS, ROOT
from scripts.ground.store import key_of, made
from scripts.notebook.archive import archive
from scripts.notebook.material import Material, load_material, texts
from scripts.notebook.parts import Part, parts_of
from scripts.notebook.prose import (
    attachment,
    clean_prose,
    exercise_text,
    one_line,
)
from scripts.pages.sentences import fill_facts
from scripts.pages.snippets import check_snippets
from scripts.programs.complete import import_blocks, join, own_block
from scripts.programs.definitions import Definitions, imports_in

OPENING = """\
# The whole tutorial

This is the tutorial as one notebook, with the same text, code and numbers as
the [pages]({site}). It runs from top to bottom, anywhere, and needs NumPy and
Matplotlib.
"""
MEASURED = "beyond/people"
HEADING_OR_PROGRAM = re.compile(
    r'^(?P<heading>## .*)$|^--8<-- "programs/(?P<program>\w+)\.md"$', re.M
)
SETTINGS = """\
# Draw pictures that stay sharp at any size, with text that is text
%config InlineBackend.figure_formats = ["svg"]
%config InlineBackend.rc = {"svg.fonttype": "none", "svg.hashsalt": "tutorial"}
"""
SECTION = re.compile(r'^--8<-- "simplenet/.*"$', re.MULTILINE)


def make_notebook(site):
    """Give the notebook, and its files: notebook, script and archive."""
    ours = notebook(load_material(), site)
    files = {
        "tutorial.ipynb": as_text(ours).encode("utf-8"),
        "tutorial.py": script(ours),
    }
    folder = GENERATED / "notebook"
    write_folder(folder, files)
    measured = list(PROGRAMS.glob("people.*"))  # read by some of them
    folders = {
        "": [*folder.glob("tutorial.*"), *measured],
        "programs/": [*GENERATED.glob("programs/*.py"), *measured],
        "short/": [*PROGRAMS.glob("*.py"), *measured],
        "simplenet/": ROOT.glob("simplenet/*.py"),
    }
    files["simplenet.zip"] = archive(folders)
    return ours, files


def script(notebook):
    """Write the notebook as a script, unless that was done before."""

    def write():
        import jupytext  # slow to import

        return jupytext.writes(notebook, "py:percent").encode("utf-8")

    return made("script", key_of(environment(), as_text(notebook)), write)


def notebook(material, site):
    """Return the tutorial as a notebook without outputs.

    site: the address to which links to other pages point.
    """
    cells = [text_cell(OPENING.format(site=site).strip())]
    cells.append(code_cell(SETTINGS.strip()))
    definitions = Definitions()
    for chapter in chapters():
        page = f"{chapter}.md"
        text = (DOCS / page).read_text("utf-8")
        check_snippets(page, text)
        parts = parts_of(page, fill_facts(page, text, material.facts))
        parts.insert(
            0, Part("prose", text=f'<a id="chapter-{chapter}"></a>\n')
        )
        cells += chapter_cells(parts, definitions, material, site)
    # Afresh: programs of the chapters gave names such as seed other values.
    cells += programs_of(MEASURED, Definitions(), material, site)
    return in_notebook(cells)


def code_cells():
    """Return the code cells of the notebook, which need no numbers."""
    cells = [code_cell(SETTINGS.strip())]
    definitions = Definitions()
    programs = texts(PROGRAMS, "py")
    material = Material({}, {}, {}, {}, programs, read_exercises())
    for chapter in chapters():
        page = f"{chapter}.md"
        text = (DOCS / page).read_text("utf-8")
        check_snippets(page, "\n".join(SECTION.findall(text)))
        for part in parts_of(page, text):
            known = part.kind == "program" and part.name in material.programs
            if known or part.kind == "section":
                cells += translate(part, definitions, material)[1]
            if part.kind == "exercise" and part.name in material.exercises:
                found = material.exercises[part.name]
                cells += exercise_code(found, definitions)
    cells += programs_of(MEASURED, Definitions(), material, "")
    return [cell for cell in cells if cell.cell_type == "code"]


def code_cell(source, **metadata):
    return cell("code", source, metadata, execution_count=None, outputs=[])


def text_cell(source):
    return cell("markdown", source, {})


def cell(kind, source, metadata, **more):
    """Make a cell; nbformat's own makers judge each, which takes long.

    tests/programs/test_copied.py judges the notebooks that are published.
    """
    plain = {"cell_type": kind, "source": source, "metadata": metadata}
    return nbformat.from_dict(plain | more)


def in_notebook(cells):
    """Make a notebook of cells."""
    for number, cell in enumerate(cells):
        cell.id = f"cell-{number}"  # a random one would change every build
    kernel = {"name": "python3", "display_name": "Python 3"}
    metadata = {"kernelspec": kernel | {"language": "python"}}
    form = {"nbformat": 4, "nbformat_minor": nbformat_minor}
    return nbformat.from_dict(form | {"metadata": metadata, "cells": cells})


def programs_of(page, definitions, material, site):
    """Give the programs of a page that is no chapter, below its headings."""
    title = f"# Meet real people\n\nThe programs of [that page]({page}.md)."
    cells, heading = [], title
    text = (DOCS / f"{page}.md").read_text("utf-8")
    for found in HEADING_OR_PROGRAM.finditer(text):
        if found["heading"]:
            heading += f"\n\n{found['heading']}"
            continue
        source = material.programs[found["program"]]
        cells += text_cells(heading, {}, site)
        cells += program(found["program"], source, definitions)
        heading = ""
    return cells


def chapter_cells(parts, definitions, material, site):
    """Turn parts into cells: text runs on until code comes."""
    cells, text, pictures = [], "", {}
    for part in parts:
        new_text, code = translate(part, definitions, material)
        text += new_text
        if part.kind == "figure":
            pictures |= attachment(part.name, material)
        if code:
            cells += [*text_cells(text, pictures, site), *code]
            text, pictures = "", {}
    return [*cells, *text_cells(text, pictures, site)]


def translate(part, definitions, material):
    """Return a part as (Markdown, code cells)."""
    match part.kind:
        case "prose":
            return part.text, []
        case "furniture":
            return "", []  # of the page: what its scripts work with
        case "equation":
            return f'<a id="{part.name}"></a>\n$$\n{part.text}\n$$\n', []
        case "table":
            return material.tables[part.name], []
        case "note":
            lines = [f"**{part.name}**", "", *part.text.strip().split("\n")]
            quoted = [f"> {line.strip()}".rstrip() for line in lines]
            return "\n".join([*quoted, "", ""]), []
        case "figure":
            alt = material.alts[part.name]
            picture = f'![{alt}](attachment:{part.name}.svg "{part.name}")'
            return f"{picture}\n\n*{one_line(part.text)}*\n", []
        case "section":
            return section(part.text, part.name, definitions)
        case "program":
            source = material.programs[part.name]
            return "", program(part.name, source, definitions)
        case "exercise":
            found = material.exercises[part.name]
            if found.kind == "explore":  # in a playground of the page
                return "", []
            page = f"exercises/{part.name}.py"
            text = exercise_text(found)
            filled = fill_facts(page, text, material.facts)
            return filled, exercise_code(found, definitions)


def section(module, name, definitions):
    """Define what a section shows; what it shows only a part of is quoted."""
    text, whole = definitions.section(module, name)
    code = new_definitions(
        definitions, lambda: [definitions.add("", *each) for each in whole]
    )
    if code:
        return "", [code_cell(code)]
    return f"```python\n{text}\n```\n", []


def program(stem, source, definitions):
    """Give a program's own lines, behind the definitions it needs."""
    tree = ast.parse(source)
    imports = imports_in(tree)
    before = new_definitions(
        definitions, lambda: definitions.add_imports(stem, imports)
    )
    _, own = own_block(tree, source)
    cells = [code_cell(before)] if before else []
    return [*cells, code_cell(own, program=stem)]


def exercise_code(exercise, definitions):
    """Give an exercise to write as cells: what it needs, starter, checks."""
    if exercise.kind != "write":
        return []
    starter, checks = exercise.cell("starter"), exercise.cell("checks")
    # The first exercise brings the checker, which is the one to import this.
    first = ("threading", (None, "threading")) not in definitions.outside
    before = new_definitions(
        definitions,
        lambda: collected(exercise.name, f"{starter}\n{checks}", definitions),
    )
    cells = [before, checker_parts()[1] if first else ""]
    cells += [without_ours(starter), checks_cell(exercise)]
    return [code_cell(each.strip()) for each in cells if each]


def new_definitions(definitions, add):
    """Return the code for what `add` adds to the definitions so far."""
    collected, outside = len(definitions.collected), len(definitions.outside)
    add()
    new = list(definitions.collected)[collected:]
    blocks = import_blocks(list(definitions.outside)[outside:])
    blocks += [definitions.block(*each) for each in new]
    return join(blocks).strip("\n") if blocks else ""


def text_cells(text, pictures, site):
    """Make a Markdown cell, if there is any text."""
    if not text.strip():
        return []
    cell = text_cell(clean_prose(text, site).strip())
    if pictures:
        cell["attachments"] = pictures
    return [cell]


def as_text(notebook):
    """Write a notebook as text, the same for the same cells."""
    return writes_json(notebook) + "\n"
