"""The tools that judge the built site; npm installs them, once."""

import subprocess
from pathlib import Path
from tempfile import TemporaryFile

import pytest

from scripts.ground.npm import NODE, install
from scripts.ground.places import CACHE
from scripts.ground.turn import alone_in


class Tools:
    """The programs and files of the packages in package.json."""

    folder = CACHE / "gates" / "node_modules"

    def run(self, name, *arguments):
        """Run a tool; return how it ended, and what it printed."""
        command = [NODE / "bin" / "node", self.folder / ".bin" / name]
        with TemporaryFile("w+", encoding="utf-8") as out:
            # Into a file: Node ends before it has filled a pipe.
            done = subprocess.run(
                [*command, *arguments],
                stdout=out,
                stderr=subprocess.PIPE,
                text=True,
            )
            out.seek(0)
            done.stdout = out.read()
        return done


@pytest.fixture(scope="session")
def tools():
    """Install exactly what package-lock.json names, if it changed."""
    Tools.folder.parent.mkdir(parents=True, exist_ok=True)
    with alone_in(Tools.folder.parent):
        install(Tools.folder.parent, Path(__file__).parent)
    return Tools()
