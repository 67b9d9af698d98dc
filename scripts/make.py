"""Make each file that a page shows from what the programs did."""

import json
from dataclasses import dataclass
from functools import partial

from scripts.chapters.catalogue import FIGURES
from scripts.chapters.facts import facts_of
from scripts.chapters.luck import load_study, luck_tables
from scripts.chapters.people import people_form, people_tables
from scripts.chapters.playground import playground_of
from scripts.chapters.share import share
from scripts.chapters.tables import tables_of
from scripts.figures.svg import clean
from scripts.ground.family import workers
from scripts.pages.panels import program_fragment
from scripts.programs.complete import complete_program
from scripts.programs.run import run_all


@dataclass(frozen=True)
class Material:
    """All that the pages show, each part by its name."""

    runs: dict
    share: bytes
    figures: dict
    tables: dict
    facts: dict


def make_pages(generated):
    """Run the programs, then write all that the pages show of them."""
    print("Running the programs of docs/programs …", flush=True)
    material = material_of(run_all())
    print("Writing outputs, figures and facts …", flush=True)
    for run in material.runs.values():
        make_program(generated, run)
    for name, figure in material.figures.items():
        generated.write(f"figures/{name}.svg", figure.svg)
        generated.write(f"figures/{name}.txt", figure.alt)
    for name, table in material.tables.items():
        generated.write(f"tables/{name}.md", table.page)
        generated.write(f"tables/{name}.txt", table.plain)
    generated.write_bytes("images/share.png", material.share)
    generated.write("facts.json", json.dumps(material.facts, indent=1))
    alts = {
        stem: run.picture[1]
        for stem, run in material.runs.items()
        if run.picture
    }
    generated.write("pictures.json", json.dumps(alts, indent=1))
    values = {stem: run.values for stem, run in material.runs.items()}
    generated.write("playground.json", playground_of(values))
    generated.write("people.json", people_form(values))


def material_of(runs):
    """Make figures, tables and facts from what the programs did."""
    values = {stem: run.values for stem, run in runs.items()}
    values["study"] = load_study()
    figures = draw_all(values)
    tables = tables_of(values) | luck_tables(values["study"])
    tables |= people_tables(values)
    return Material(runs, share(values), figures, tables, facts_of(values))


def draw_all(values):
    """Draw all figures, on all cores."""
    with workers() as pool:
        drawn = pool.map(partial(draw, values), FIGURES)
        return dict(zip(FIGURES, drawn, strict=True))


def draw(values, name):
    return FIGURES[name](values)


def make_program(generated, run):
    """Write a program's output, its complete form, and its place on a page."""
    complete = complete_program(run.stem, run.source)
    fragment = program_fragment(run, complete, picture_of(run))
    generated.write(f"outputs/{run.stem}.txt", run.output)
    generated.write(f"programs/{run.stem}.py", complete)
    generated.write(f"programs/{run.stem}.md", fragment)


def picture_of(run):
    """Give the picture that a program drew, ready for the page, or None."""
    if run.picture is None:
        return None
    svg, alt = run.picture
    return clean(svg, f"program-{run.stem}", alt)
