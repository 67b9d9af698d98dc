"""The build runs the notebook's cells as a reader's Jupyter does."""

import re
import shutil

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat import from_dict
from nbformat.v4 import new_code_cell

from scripts.ground.errors import BuildError
from scripts.ground.places import PROGRAMS
from scripts.notebook.cells import SETTINGS
from scripts.notebook.execute import run

DRAWN = """\
import matplotlib.pyplot as plt
print("above")
plt.plot([1, 2])
plt.show()
print("below")
"""
MADE = re.compile(r"\s*<metadata>.*?</metadata>", re.DOTALL)  # and when


def outputs_of(*sources):
    return run(sources, meanwhile=lambda: None)


def in_a_kernel(notebook, folder):
    """Run a notebook as a reader does; give what its code cells put out."""
    NotebookClient(
        notebook,
        kernel_name="python3",
        resources={"metadata": {"path": str(folder)}},
        extra_arguments=["--IPKernelApp.log_level=ERROR"],
        shutdown_kernel="immediate",
    ).execute()
    return plain(notebook)


def plain(notebook):
    """Give what code cells put out, without when a picture was made.

    A kernel sends what a cell prints in as many parts as it likes.
    """
    found = []
    for cell in notebook.cells:
        for output in map(dict, cell.get("outputs", [])):
            last = found[-1] if found else {}
            if svg := output.get("data", {}).get("image/svg+xml"):
                output["data"]["image/svg+xml"] = MADE.sub("", svg)
            if "text" in output and output.get("name") == last.get("name"):
                last["text"] += output["text"]
            else:
                found.append(output)
        found.append({"cell": cell.id})
    return found


@pytest.mark.slow  # runs all programs of the notebook
def test_a_kernel_gives_what_the_page_shows(site, tmp_path, monkeypatch):
    monkeypatch.setenv("JUPYTER_PREFER_ENV_PATH", "1")  # this Python's kernel
    shutil.copy(site / "programs/people.csv", tmp_path)
    clean = nbformat.read(site / "downloads/tutorial-clean.ipynb", 4)
    published = nbformat.read(site / "downloads/tutorial.ipynb", 4)
    _, drawn = outputs_of(SETTINGS, DRAWN)
    clean.cells.append(new_code_cell(DRAWN, id="drawn"))
    ours = [*map(from_dict, drawn)]
    published.cells.append(new_code_cell(id="drawn", outputs=ours))
    assert in_a_kernel(clean, tmp_path) == plain(published)
    kinds = [each.get("output_type") for each in plain(published)]
    assert kinds[-4:] == ["stream", "display_data", "stream", None]


def test_words_and_pictures_keep_their_order():
    _, outputs = outputs_of(SETTINGS, DRAWN)
    kinds = [each.get("text") or [*each["data"]] for each in outputs]
    assert kinds == ["above\n", ["text/plain", "image/svg+xml"], "below\n"]


def test_cells_share_names_and_know_nothing_of_the_build_and_its_user(
    tmp_path, monkeypatch
):
    monkeypatch.setenv("HOME", str(tmp_path))
    sources = "a = 1", "print(a + 1)", "from pathlib import Path\nPath.cwd()"
    _, printed, (last,) = outputs_of(*sources)
    assert printed == [
        {"output_type": "stream", "name": "stdout", "text": "2\n"}
    ]
    assert last["output_type"] == "display_data"
    assert str(PROGRAMS) in last["data"]["text/plain"]
    with pytest.raises(BuildError, match="No module named 'simplenet'"):
        outputs_of("import simplenet")
    assert not (tmp_path / ".ipython").exists()


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("a = 1\n1 / 0", "a cell stopped with ZeroDivisionError: division"),
        ("a = = 1", "a cell stopped with SyntaxError: invalid syntax"),
        ("raise SystemExit(3)", "a cell stopped with SystemExit: 3"),
    ],
)
def test_a_cell_that_stops_is_named(source, said):
    with pytest.raises(BuildError) as found:
        outputs_of("print('before')", source, "print('never')")
    words = str(found.value)
    assert words.startswith(f"tutorial.ipynb: {said}")
    assert words.endswith(
        f"mend the chapter or program that holds it:\n\n{source}"
    )


def test_a_cell_that_ends_the_process_is_told_so():
    ends = "import os\nos.write(2, b'no more')\nos._exit(4)"
    with pytest.raises(BuildError, match=r"before their end \(4\).*\nno more"):
        outputs_of(ends)
