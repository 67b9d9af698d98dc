"""Ask git, in the one place that knows there may be none."""

import subprocess

from scripts.ground.places import ROOT


def git(*arguments, folder=ROOT):
    """Give what git says; None without git, or where it has no answer."""
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=folder, capture_output=True, text=True
        )
    except OSError:
        return None
    return done.stdout.strip() if done.returncode == 0 else None
