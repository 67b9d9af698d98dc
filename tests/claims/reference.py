"""Claims of the reference; its docstrings are judged with the code."""

from tests.claims.claim import Claims

PAGE = Claims("reference/")
PAGE.definitions("""
    The package `simplenet` in full, made from its docstrings.

    What is not a number raises `TypeError`; a wrong shape, NaN, infinity, a
    masked number, or a result beyond the largest float raises `ValueError`.

    The message names the argument, what was expected and what came, and
    nothing has changed by then.

    These checks stand at the package's door, in `simplenet/door.py`.
""")
