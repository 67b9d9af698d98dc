"""Run the notebook while MkDocs reads the other pages.

mkdocs-jupyter would run it when it comes to its page, and MkDocs would wait
for seconds. We start the same run as soon as the notebook is written, and
hand mkdocs-jupyter the result; a cell that fails stops its page as before.
"""

from concurrent.futures import ThreadPoolExecutor

import nbformat
from nbconvert.preprocessors import ExecutePreprocessor

from scripts.generated import write_if_new
from scripts.notebook import as_text

execute = ExecutePreprocessor.preprocess


def start(path, executed):
    """Start to run a notebook; save it, when it has run, for download.

    path, executed: the files without and with outputs.
    """
    pool = ThreadPoolExecutor(1)
    running = pool.submit(run, path, executed)
    pool.shutdown(wait=False)
    ExecutePreprocessor.preprocess = lambda self, notebook, resources: (
        running.result(),
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
    notebook, _ = execute(runner, nbformat.read(path, as_version=4), {})
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)  # the time of day
    write_if_new(executed, as_text(notebook).encode("utf-8"))
    return notebook
