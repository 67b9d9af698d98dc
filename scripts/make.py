"""Make each file of docs/generated/ from what the programs did."""

import json

from scripts.complete import complete_program
from scripts.facts import facts_of
from scripts.figures import FIGURES, clean
from scripts.fragments import program_fragment
from scripts.luck import load_study, luck_tables
from scripts.programs import run_all
from scripts.tables import tables_of


def make_all(generated):
    """Run the programs, then write all that the pages show of them."""
    print("Running the programs of docs/programs …", flush=True)
    runs = run_all()
    print("Writing outputs, figures and facts …", flush=True)
    for run in runs.values():
        make_program(generated, run)
    values = {stem: run.values for stem, run in runs.items()}
    values["study"] = load_study()
    for name, draw in FIGURES.items():
        generated.write(f"figures/{name}.svg", draw(values).svg)
    tables = tables_of(values) | luck_tables(values["study"])
    for name, table in tables.items():
        generated.write(f"tables/{name}.md", table)
    generated.write("facts.json", json.dumps(facts_of(values), indent=1))


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
