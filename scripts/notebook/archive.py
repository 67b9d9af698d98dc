"""Pack all that a reader can take along into one zip file."""

import io
import platform
import zipfile
from importlib.metadata import version

ROOT_NAME = "simplenet"
NOTE = """\
A Simple Neural Net: every program of the tutorial, complete, and the tutorial
as a notebook. Each program runs on its own:

    python -m pip install -r requirements.txt
    python neuron.py

requirements.txt holds the versions with which the outputs in the tutorial
were made, on Python {python}. To open the notebook, install jupyterlab too.

The code is under the MIT licence, the text and the figures under CC BY 4.0:
https://creativecommons.org/licenses/by/4.0/
"""


def archive(paths):
    """Pack the files; return the zip's bytes, the same for the same files."""
    files = {
        "README.txt": NOTE.format(python=platform.python_version()),
        "requirements.txt": requirements(),
    }
    files |= {path.name: path.read_text("utf-8") for path in paths}
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
