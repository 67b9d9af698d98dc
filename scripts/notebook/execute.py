"""Run the code cells of the notebook, unless they ran before."""

import json
import re
from threading import Thread

import nbformat

from scripts.ground.errors import BuildError
from scripts.ground.keys import code_of, meaning
from scripts.ground.places import PROGRAMS
from scripts.ground.store import key_of, made
from scripts.notebook.cells import in_notebook
from scripts.programs.changed import data_files

# Matplotlib notes in each picture when it was drawn, and by whom.
DATED = re.compile(r"\s*<metadata>.*?</metadata>", re.DOTALL)


def outputs_of(cells, meanwhile):
    """Give what each code cell put out: a list of outputs for each.

    meanwhile: what this process does while a kernel runs them.
    """
    sources = [said(cell.source) for cell in cells]
    code = code_of("scripts.notebook.execute")
    key = key_of(code, *data_files(), "", *sources)
    data = made(
        "outputs", key, lambda: json.dumps(run(cells, meanwhile)).encode()
    )
    return json.loads(data)


def said(source):
    """Write a cell without what Python passes over."""
    try:
        return meaning(f"pass\n{source}")  # what comes first is no docstring
    except SyntaxError:
        return source  # a line for IPython


def run(cells, meanwhile):
    """Run code cells in a fresh kernel; give the outputs of each."""
    # Slow to import, and needed only if a cell changed
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError

    print("Running the notebook …", flush=True)
    notebook = nbformat.from_dict(in_notebook(cells))  # a copy to write to
    runner = NotebookClient(
        notebook,
        # Where the files lie that its programs read
        resources={"metadata": {"path": str(PROGRAMS)}},
        kernel_name="python3",
        # However the kernel happens to part it, a text is one output.
        coalesce_streams=True,
        # Its warning about TCP does not concern a kernel on this machine.
        extra_arguments=["--IPKernelApp.log_level=ERROR"],
        # It holds nothing to save, and takes half a second to take leave.
        shutdown_kernel="immediate",
    )
    Thread(target=meanwhile).start()
    try:
        runner.execute()
    except CellExecutionError as error:
        raise BuildError(failure(notebook, error)) from None
    return [list(map(undated, cell.outputs)) for cell in notebook.cells]


def undated(output):
    """Take the date out of a picture: it would change each notebook."""
    if svg := output.get("data", {}).get("image/svg+xml"):
        output["data"]["image/svg+xml"] = DATED.sub("", "".join(svg))
    return output


def failure(notebook, error):
    """Say which cell failed, and how."""
    (source,) = (
        cell.source
        for cell in notebook.cells
        if any(o.output_type == "error" for o in cell.get("outputs", ()))
    )
    return (
        f"tutorial.ipynb: a cell stopped with {error.ename}: {error.evalue}. "
        "Expected it to run to its end, as its program does; mend the "
        f"chapter or program that holds it:\n\n{source}"
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
