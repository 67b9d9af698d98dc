"""Run the code cells of the notebook, unless they ran before."""

import json
import re
import subprocess
import sys
from contextlib import suppress

import nbformat

from scripts.ground.errors import BuildError
from scripts.ground.family import child_environment
from scripts.ground.keys import code_of, meaning
from scripts.ground.places import PROGRAMS, ROOT
from scripts.ground.store import key_of, made
from scripts.programs.inputs import data_files

SHELL = "scripts.notebook.shell"
# Matplotlib notes in each picture when it was drawn, and by whom.
DATED = re.compile(r"\s*<metadata>.*?</metadata>", re.DOTALL)


def outputs_of(cells, meanwhile):
    """Give what each code cell put out: a list of outputs for each.

    meanwhile: what this process does while another runs them.
    """
    sources = [cell.source for cell in cells]
    code = code_of("scripts.notebook.execute", SHELL)
    key = key_of(code, *data_files(), "", *map(said, sources))
    data = made(
        "outputs", key, lambda: json.dumps(run(sources, meanwhile)).encode()
    )
    return json.loads(data)


def said(source):
    """Write a cell without what Python passes over."""
    try:
        return meaning(f"pass\n{source}")  # what comes first is no docstring
    except SyntaxError:
        return source  # a line for IPython


def run(sources, meanwhile):
    """Run code cells from the first to the last; give the outputs of each."""
    print("Running the notebook …", flush=True)
    with subprocess.Popen(
        [sys.executable, "-m", SHELL, str(PROGRAMS)],
        cwd=ROOT,
        env=child_environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as shell:
        with suppress(BrokenPipeError):  # it says itself why it ended
            print(json.dumps(sources), file=shell.stdin, flush=True)
        meanwhile()
        answer, words = shell.communicate()
    if shell.returncode:
        raise BuildError(
            "tutorial.ipynb: the process that ran its cells was gone before "
            f"their end ({shell.returncode}). Expected it to run them all; "
            f"mend the chapter or program that ends it.\n{words}".strip()
        )
    outputs, error = json.loads(answer)
    if error:
        raise BuildError(failure(sources[len(outputs) - 1], error))
    return [list(map(undated, each)) for each in outputs]


def undated(output):
    """Take the date out of a picture: it would change each notebook."""
    if svg := output.get("data", {}).get("image/svg+xml"):
        output["data"]["image/svg+xml"] = DATED.sub("", svg)
    return output


def failure(source, error):
    """Say which cell failed, and how."""
    return (
        f"tutorial.ipynb: a cell stopped with {error}. Expected it to run to "
        "its end, as its program does; mend the chapter or program that "
        f"holds it:\n\n{source}"
    )


def executed(notebook, outputs):
    """Give the notebook, its code cells with their outputs."""
    found = nbformat.from_dict(notebook)
    cells = [cell for cell in found.cells if cell.cell_type == "code"]
    for number, (cell, own) in enumerate(
        zip(cells, outputs, strict=True), start=1
    ):
        cell.execution_count = number
        cell.outputs = [nbformat.from_dict(output) for output in own]
    return found
