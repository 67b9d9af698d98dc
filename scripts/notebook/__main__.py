"""Make the notebook: python -m scripts.notebook PAGES KEY SITE

Runs its code cells and shows them; beside that, waits for a line on standard
input, which says that the store has the numbers for its text and the words of
its pictures under PAGES. Keeps its files under KEY.
Called by scripts/regenerate.py, in a folder whose files stand still.
"""

import pickle
import sys
from concurrent.futures import ThreadPoolExecutor

from scripts.ground.family import as_child
from scripts.ground.files import write_folder
from scripts.ground.places import GENERATED
from scripts.ground.store import keep, kept
from scripts.notebook.cells import (
    as_text,
    code_cells,
    in_notebook,
    make_notebook,
)
from scripts.notebook.execute import executed, outputs_of
from scripts.notebook.page import page_of, shown
from scripts.notebook.shown import draws, get_ready


def main(pages, key, site):
    cells = code_cells()
    with ThreadPoolExecutor(1) as thread:
        ran = thread.submit(outputs_shown, cells, site)
        sys.stdin.readline()
        write_folder(GENERATED, pickle.loads(kept("pages", pages)))
        notebook, files = make_notebook(site)
        whole = executed(notebook, ran.result())
    files["executed.ipynb"] = as_text(whole).encode("utf-8")
    write_folder(GENERATED / "notebook", files)
    files["page.html"] = page_of(whole, site)
    keep("notebook", key, pickle.dumps(files))


def outputs_shown(cells, site):
    """Run code cells, and show what needs no words yet; give the outputs."""
    outputs = outputs_of(cells, meanwhile=get_ready)
    ran = executed(in_notebook(cells), outputs)
    shown([cell for cell in ran.cells if not draws(cell)], {}, site)
    return outputs


if __name__ == "__main__":
    as_child(main)
