"""Run cells as a Jupyter kernel does: python -m scripts.notebook.shell FOLDER

Reads a list of cells' texts from standard input, a line of JSON, runs them in
the folder, and writes to standard output a list of outputs for each cell, and
the error that stopped the last of them, or null.
The shell is IPython's, as in a kernel; without a kernel's messages all takes
0.7 s less. That a kernel gives the same is tested, not assumed.
"""

import io
import json
import os
import sys

from IPython.core.displayhook import CapturingDisplayHook
from IPython.core.displaypub import CapturingDisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from IPython.core.profiledir import ProfileDir
from traitlets.config import Config

from scripts.ground.family import as_child

# What plt.show() draws is an output, as in a kernel.
os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"
# It neither reads nor makes a folder of the user's.
OF_NOBODY = {
    "config": Config(HistoryManager={"enabled": False}),
    "ipython_dir": "",
    "profile_dir": ProfileDir(),
}


class Stream(io.TextIOBase):
    """Notes what a cell prints, between the pictures that it draws."""

    def __init__(self, name, outputs):
        self.name = name
        self.outputs = outputs

    def write(self, text):
        if not self.outputs or self.outputs[-1].get("name") != self.name:
            new = {"output_type": "stream", "name": self.name, "text": ""}
            self.outputs.append(new)
        self.outputs[-1]["text"] += text
        return len(text)


def main(folder):
    answer = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # for what cells print past Python
    os.chdir(folder)
    sys.path[0] = ""  # not this repository: a reader has no simplenet
    shell = InteractiveShell.instance(**OF_NOBODY)
    ran, error = [], None
    for source in json.loads(sys.stdin.readline()):
        outputs, error = run(shell, source)
        ran.append(outputs)
        if error:
            break
    with answer:
        json.dump([ran, error], answer)


def run(shell, source):
    """Run a cell; give its outputs, and its error in words, or None."""
    shell.display_pub = CapturingDisplayPublisher()
    outputs = shell.display_pub.outputs
    shell.display_trap.hook = CapturingDisplayHook(shell, outputs)
    sys.stdout, sys.stderr = (
        Stream(name, outputs) for name in ("stdout", "stderr")
    )
    result = shell.run_cell(source)
    sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
    error = result.error_before_exec or result.error_in_exec
    said = f"{type(error).__name__}: {error}" if error else None
    return [as_output(each) for each in outputs], said


def as_output(found):
    """Write what was put out as a notebook does."""
    if "text" in found:
        return found
    kept = {name: found[name] for name in ("data", "metadata")}
    return {"output_type": "display_data"} | kept


if __name__ == "__main__":
    as_child(main)
