"""Claims of the page that lists all exercises."""

import re

from tests.claims.claim import Claims
from tests.claims.shown import ROOT, source

PAGE = Claims("exercises/")
says = PAGE.says

SCRIPTS = sorted(ROOT.glob("docs/javascripts/exercises/*.js"))
CODE = "\n".join(each.read_text("utf-8") for each in SCRIPTS)
SENDS = ("XMLHttpRequest", "sendBeacon", "WebSocket", "method:")

says(
    """What you have done is noted in your browser and nowhere else: no
    account, and nothing is sent.""",
    holds=not any(each in CODE for each in SENDS)
    and "__md_set(KEY" in source("docs/javascripts/exercises/done.js")
    and len(re.findall(r"fetch\(\w+\)", CODE)) == CODE.count("fetch("),
)
PAGE.judged_elsewhere(
    "tests/test_exercises_shown.py and tests/test_exercises_played.py",
    """
    All exercises of these pages in the order of reading, with a tick at each
    that you have done.

    Every exercise stands in its chapter, where its question arises, and checks
    itself.

    Hints open one after the other, and the answer comes last.

    To work without a browser, download an exercise and check it by `python
    NAME.py`.
    """,
)
PAGE.definitions("""
    Predict: say a number, or choose, before you read on.

    Explore: set up a playground, find what is asked for, and hand in its
    state.
""")
