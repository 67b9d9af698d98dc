"""Run only what changed: programs whose runs the store does not have."""

import pickle

from scripts.ground.keys import code_of
from scripts.ground.places import PROGRAMS
from scripts.ground.store import made
from scripts.programs.inputs import data_files, key_of_program
from scripts.programs.run import run, run_all

RUNNERS = "scripts.programs.run", "scripts.programs.nursery"


def run_changed(folder=PROGRAMS):
    """Give all runs in name order, {stem: Run}."""
    others = code_of(*RUNNERS), *data_files()

    def stored(path):
        new = lambda: pickle.dumps(run(path))  # noqa: E731
        return pickle.loads(made("run", key_of_program(path, *others), new))

    return run_all(folder, stored)
