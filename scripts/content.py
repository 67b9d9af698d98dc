"""Make what the pages show: python -m scripts.content KEY

Trains the networks of the study, runs the programs, draws the figures, and
keeps all files for docs/generated under KEY. What is in the store already is
not made again. Called by regenerate.py, in a folder whose files stand still.
"""

import json
import pickle

from scripts.chapters.drawing import draw_changed
from scripts.chapters.facts import facts_of
from scripts.chapters.luck import load_study, luck_tables
from scripts.chapters.people import people_form, people_tables
from scripts.chapters.playground import playground_of
from scripts.chapters.soundness import first_fault
from scripts.chapters.tables import tables_of
from scripts.exercises.panels import exercise_files
from scripts.figures.svg import clean
from scripts.ground.errors import BrokenPromise, BuildError, all_of
from scripts.ground.family import as_child
from scripts.ground.files import write_folder
from scripts.ground.places import GENERATED
from scripts.ground.store import keep, key_of, made
from scripts.pages.panels import program_fragment
from scripts.programs.changed import run_changed
from scripts.programs.complete import complete_program
from scripts.programs.inputs import computing_code, data_files
from scripts.programs.values import named_values


def main(key):
    try:
        files = all_files()
    except BuildError as error:  # maybe only what comes of another mistake
        raise BuildError(simplenet_first(str(error))) from None
    keep("pages", key, pickle.dumps(files))


def simplenet_first(text):
    """Put what is wrong in simplenet before what may come of it."""
    lines = text.split("\n")
    if all(line.startswith(("docs/", "simplenet/")) for line in lines):
        lines.sort(key=lambda line: not line.startswith("simplenet/"))
    return "\n".join(filter(None, [first_fault(), *lines]))


def all_files():
    """Give all files that pages show, {name below docs/generated: bytes}."""
    study = changed_study()
    write_folder(GENERATED / "study", study)
    print("Running the programs of docs/programs …", flush=True)
    try:
        runs = run_changed()
    except BrokenPromise as broken:
        raise all_mistakes(broken) from None
    values = values_of(runs)
    print("Writing outputs, figures and facts …", flush=True)
    files = {f"study/{name}": data for name, data in study.items()}
    files |= draw_changed(values)
    files |= program_files(runs.values())
    files |= number_files(values)
    return files


def values_of(runs):
    """Give what the programs and the study computed, {stem: values}."""
    values = {stem: run.values for stem, run in runs.items()}
    return values | {"study": load_study()}


def all_mistakes(broken):
    """Say all at once: if comments do not hold, other claims may not."""
    try:
        number_files(values_of(broken.done))
    except BuildError as more:
        return BuildError(f"{more}\n{broken}")  # seeds, then comments
    except Exception:  # what comes of a mistake helps nobody
        return broken
    return broken


def changed_study():
    """Give the files of the study."""
    from scripts.chapters.study import make_study

    key = key_of(computing_code("scripts.chapters.study"), *data_files())
    return pickle.loads(made("study", key, lambda: pickle.dumps(make_study())))


def program_files(runs):
    """Write each program's output, complete form, and place on a page."""
    files = {}
    for run in runs:
        complete = complete_program(run.stem, run.source)
        fragment = program_fragment(run, complete, picture_of(run))
        files[f"outputs/{run.stem}.txt"] = run.output
        files[f"programs/{run.stem}.py"] = complete
        files[f"programs/{run.stem}.md"] = fragment
    alts = {run.stem: run.picture[1] for run in runs if run.picture}
    files["pictures.json"] = json.dumps(alts, indent=1)
    return encoded(files)


def picture_of(run):
    """Give the picture that a program drew, ready for the page, or None."""
    if run.picture is None:
        return None
    svg, alt = run.picture
    return clean(svg, f"program-{run.stem}", alt)


def number_files(values):
    """Write all that pages may name, tables, exercises, the playground."""
    facts, playground, form, *found = all_of(  # names all mistakes at once
        [
            lambda: facts_of(values),
            lambda: playground_of(values),
            lambda: people_form(values),
            lambda: tables_of(values),
            lambda: luck_tables(values["study"]),
            lambda: people_tables(values),
        ]
    )
    programs = {n: each for n, each in values.items() if n != "study"}
    facts |= named_values(programs)
    files = {"values.json": json.dumps(facts)}
    files |= exercise_files(facts)
    for name, table in [pair for each in found for pair in each.items()]:
        files[f"tables/{name}.md"] = table.page
        files[f"tables/{name}.txt"] = table.plain
    files["playground.json"] = playground
    files["people.json"] = form
    return encoded(files)


def encoded(files):
    return {name: text.encode("utf-8") for name, text in files.items()}


if __name__ == "__main__":
    as_child(main)
