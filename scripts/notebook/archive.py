"""Pack all that a reader can take along into one zip file."""

import io
import platform
import zipfile
from importlib.metadata import version

ROOT_NAME = "simplenet"
NOTE = """\
A Simple Neural Net, to take along. In this folder, once:

    python -m pip install -r requirements.txt

programs/   every program, complete; each of them runs on its own:
                python programs/predictions.py
simplenet/  the package that the tutorial explains, to read and to change
short/      the programs as the pages show them; they import simplenet/:
                python -m short.predictions
tutorial.*  the tutorial as a notebook (for which you need jupyterlab, too)
            and as a script
people.csv  1,629 measured people, beside all that reads them; people.txt
            says who they are and where the numbers come from

Add yourself to the people in simplenet/data.py, your label to all_y_trues
below them, and run short.predictions again: the network learned from you.

requirements.txt holds the versions with which the outputs in the tutorial
were made, on Python {python}.

The code is under the MIT licence, the text and the figures under CC BY 4.0:
https://creativecommons.org/licenses/by/4.0/
"""


def archive(folders):
    """Pack files; return the zip's bytes, the same for the same files.

    folders: {folder in the zip: paths of its files}
    """
    files = {
        "README.txt": NOTE.format(python=platform.python_version()),
        "requirements.txt": requirements(),
    }
    for folder, paths in folders.items():
        for path in sorted(paths):
            files[f"{folder}{path.name}"] = path.read_text("utf-8")
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in files.items():
            # A fixed date: the same files must make the same zip.
            entry = zipfile.ZipInfo(
                f"{ROOT_NAME}/{name}", (1980, 1, 1, 0, 0, 0)
            )
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, text)
    return data.getvalue()


def requirements():
    """Pin the packages that the programs run on."""
    return "".join(
        f"{name}=={version(name)}\n" for name in ("numpy", "matplotlib")
    )
