"""Check a reader's code, and answer as a teacher does.

Every exercise to write holds a copy of what is below. HINT is its first hint.
"""

import os
import sys
import threading
import traceback

import numpy as np

SECONDS = 10  # that your part may take


class NotYet(Exception):
    """What a check has found, in words."""


def same(call, expected, *mistakes, look):
    """Make a call, and compare. mistakes: (what may come, what to look at).

    What takes long to work out stands behind lambda.
    """
    came, line = result_of(call)
    if alike(came, expected):
        PASSED.append(call)
        return
    if "ellipsis" in repr(came).lower():  # the dots are still there
        known = [HINT]
    else:
        known = [
            words
            for value, words in mistakes
            if alike(came, worked_out(value))
        ]
    if isinstance(came, Exception):
        known.append("Mend this line first: it stopped with an error.")
    raise NotYet(
        f"called    {call}\n"
        f"came      {shown(came)}\n"
        + (f"at        {line}\n" if line else "")
        + f"expected  {shown(expected)}\n"
        f"look at   {[*known, look][0]}"
    )


def result_of(call):
    """Give what comes of a call: its value, or its error and the line."""
    try:
        return eval(call, globals()), ""
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        lines = [f.line for f in frames if "numpy" not in f.filename]
        return error, lines[-1] if len(lines) > 1 else ""


def alike(came, other):
    """Tell whether two values agree, but for rounding."""
    if isinstance(came, Exception) or isinstance(other, type):
        return isinstance(other, type) and isinstance(came, other)
    try:
        return np.shape(came) == np.shape(other) and np.allclose(came, other)
    except (TypeError, ValueError):  # no numbers
        return type(came) is type(other) and came == other


def worked_out(value):
    """Work a value out, if it stands behind lambda."""
    if callable(value) and not isinstance(value, type):
        return value()
    return value


def shown(value):
    """Write a value as a person would."""
    if isinstance(value, Exception):
        return f"{type(value).__name__}: {value}"
    if isinstance(value, float | np.floating):
        return f"{value:.10g}"
    return str(value) if isinstance(value, np.ndarray) else repr(value)


def report(checks):
    """Say what the first check that fails has found, or that none did."""
    PASSED.clear()
    try:
        checks()
        print(f"Right: {len(PASSED)} calls gave what they should.")
    except NotYet as found:
        print(f"Not yet.\n{found}")
    if CLOCK:
        CLOCK.cancel()


def stop():
    """End a loop that has no end."""
    frames = traceback.extract_stack(sys._current_frames()[MAIN])
    print(
        f"Not yet.\nYour part still ran after {SECONDS} seconds. Look for a "
        f"loop that never ends.\nit was at  {frames[-1].line}",
        flush=True,
    )
    os._exit(1)


PASSED = []  # calls
MAIN = threading.get_ident()
# In the page and in a notebook, Stop does what the clock does.
CLOCK = threading.Timer(SECONDS, stop) if "__file__" in globals() else None
if CLOCK:
    CLOCK.daemon = True
    CLOCK.start()
