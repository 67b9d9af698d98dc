"""Run the notebook while MkDocs reads the other pages.

mkdocs-jupyter would run it when it comes to its page, and MkDocs would wait
for seconds. We start the same run as soon as the notebook is written, and
hand mkdocs-jupyter the result; a cell that fails stops its page as before.
"""

from concurrent.futures import Future
from threading import Thread

import nbformat
from mkdocs.exceptions import PluginError
from nbconvert.preprocessors import CellExecutionError, ExecutePreprocessor

from scripts.ground.generated import write_if_new
from scripts.ground.places import PROGRAMS
from scripts.notebook.cells import as_text

execute = ExecutePreprocessor.preprocess


def start(path, executed):
    """Start to run a notebook; save it, when it has run, for download.

    path, executed: the files without and with outputs.
    """
    result = Future()

    def fill():
        try:
            result.set_result(run(path, executed))
        except Exception as error:  # for mkdocs-jupyter to meet
            result.set_exception(error)

    # A daemon: a build that fails elsewhere need not wait for it.
    Thread(target=fill, daemon=True).start()
    ExecutePreprocessor.preprocess = lambda self, notebook, resources: (
        result.result(),
        resources,
    )


def run(path, executed):
    """Run all cells, and save what came."""
    runner = ExecutePreprocessor(
        kernel_name="python3",
        # However the kernel happens to part it, a text is one output.
        coalesce_streams=True,
        # Its warning about TCP does not concern a kernel on this machine.
        extra_arguments=["--IPKernelApp.log_level=ERROR"],
    )
    notebook = nbformat.read(path, as_version=4)
    try:
        # Where the files lie that its programs read
        execute(runner, notebook, {"metadata": {"path": str(PROGRAMS)}})
    except CellExecutionError as error:
        raise PluginError(failure(path, notebook, error)) from None
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)  # the time of day
    write_if_new(executed, as_text(notebook).encode("utf-8"))
    return notebook


def failure(path, notebook, error):
    """Say which cell failed, and how."""
    (source,) = (
        cell.source
        for cell in notebook.cells
        if any(o.output_type == "error" for o in cell.get("outputs", ()))
    )
    return (
        f"{path.name}: a cell stopped with {error.ename}: {error.evalue}. "
        "Expected it to run to its end, as its program does; mend the "
        f"chapter or program that holds it:\n\n{source}"
    )
