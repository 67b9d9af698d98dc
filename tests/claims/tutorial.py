"""What the notebook's page says besides the chapters."""

from tests.claims.claim import Claims

PAGE = Claims("tutorial/")
PAGE.definitions("""
    Take it with you: the notebook as shown, without outputs, or as a Python
    script.

    This is the tutorial as one notebook, with the same text, code and numbers
    as the pages.

    # more lines
""")
PAGE.judged_elsewhere(
    "tests/chapters/test_people.py",
    r"""
    Its last part reads people.csv: put that file beside it.
    """,
)
