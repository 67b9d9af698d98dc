"""Claims of the page for teachers."""

import re

from tests.claims.claim import Claims, near, number
from tests.claims.shown import source
from tests.oracle.facts import FACTS
from tests.oracle.measured import by_layers
from tests.oracle.network import NAMES, filled, predict, trained
from tests.oracle.people import ASKED, KNOWN, samples
from tests.oracle.runs import raw, spirals
from tests.oracle.study import experiment, median

PAGE = Claims("teachers/")
says = PAGE.says
SHOWS = "tests/exercises/test_teach.py"
ALONE = "tests/copies/test_offline.py"

PLANS = [
    [int(n) for n in re.findall(r"^\| (\d+) \|", part, re.MULTILINE)]
    for part in source("docs/teachers.md").split("\n## ")
    if "ask before you show" in part
]
four = len(KNOWN) == number("four")


def fact(name):
    found = FACTS[name]
    return found() if callable(found) else found


says("One lesson: # minutes", sum(PLANS[0]))
says("Two lessons: # minutes", sum(PLANS[1]), holds=len(PLANS) == 2)
says(
    """# | Home | Press Train, and watch the line. What did the network know at
    the start?""",
    5,
)
says(
    """# | Build a neuron | The weighted sum is #. Is the output nearer to #,
    to # or to #?""",
    10,
    fact("neuron_sum"),
    0,
    0.5,
    1,
)
says(
    """# | Connect neurons | Both hidden neurons get the same inputs and
    weights. What is the difference between their outputs?""",
    5,
    holds=fact("network_w1") == 0,
)
says(
    """# | Measure the loss | A network always answers #. What is its loss for
    these four people?""",
    10,
    0,
    holds=four,
)
says(
    """# | Playground | Which parameter will the first step change most? Then
    let it run.""",
    10,
)
says("# | Predict | Would it be right about you?", 5)
says("# | Home | What could a computer learn from four people?", 5, holds=four)
says(
    "# | Build a neuron | Where is the sigmoid steep, and where is it flat?",
    10,
)
says(
    """# | Connect neurons | Leave out the activation function. Can more layers
    then do more?""",
    10,
)
says("# | Measure the loss | Why square the errors, and not add them up?", 10)
says(
    """# | Backpropagate | Make one weight larger. Does the loss rise or fall?
    Stop after the chain rule.""",
    20,
)
says("# | Train | Draw the loss over the epochs, as you expect it.", 15)
says(
    """# | Predict | Start from other random numbers. Which digits stay?""",
    10,
)
says(
    """# | Real people | It was right about both. Of a hundred people, about
    how many?""",
    10,
    holds=len(ASKED) == 2,
)
says(
    """"Start with all weights zero, that is neutral." | Try it: the hidden
    neurons stay equal for ever.""",
    holds=lambda: (
        (p := trained(filled(0, 0))[0])["w1"] == p["w3"]
        and p["w2"] == p["w4"]
        and p["b1"] == p["b2"]
    ),
)
says(
    """"A larger learning rate learns faster." | Set it to #, then to #: now
    most starts fail.""",
    fact("experiments.large_rate"),
    100,
    holds=lambda: (
        (fails := experiment(rate=100).fails) and sum(fails) > len(fails) / 2
    ),
)
says(
    """"Numbers are numbers: no need to shift them." | On pounds and inches the
    same network learns nothing.""",
    holds=lambda: all(
        near(predict(raw()[0], *x[:2]), 0.5, 0.001) for x in samples("raw")
    ),
)
says(
    """"No error message, so the code is right." | With one slope of the wrong
    sign the network learns in # of # cases.""",
    lambda: fact("wrong_sign.learned"),
    len(NAMES),
)
says(
    """"It was right twice, so it works." | It is right about #% of #
    people.""",
    lambda: 100 * fact("people_right"),
    fact("people_all"),
    holds=len(ASKED) == 2,
)
says(
    """"# means that it is # % sure." | Count: of those to whom it gives more
    than #, #% are women.""",
    lambda: fact("predictions.y_emily"),
    95,
    0.9,
    lambda: 100 * fact("people_sure_four_women"),
)
says(
    """"More neurons are always better." | For weight and height, one is as
    good; for two spirals it is not.""",
    holds=lambda: (
        near(median(by_layers()[2, 1]), median(by_layers()[2, 16, 1]), 0.005)
        and spirals((2, 1)).right < spirals((2, 16, 1)).right
    ),
)
PAGE.definitions("""
minutes | page | ask before you show

In a page of your own, with nothing around it:

Without a network
""")
PAGE.opinions("""
Plans for one lesson and for two, questions, misconceptions, handouts, and how
to do without a network.

Let the class say what comes before you show it.
""")
PAGE.judged_elsewhere(
    "tests/claims/training.py, which claims the same",
    """
"The slope points to the lowest point." | It tells only about the near
surroundings: nudge a weight by more and by less.
""",
)
PAGE.judged_elsewhere(
    SHOWS,
    """
Open any page with `?teach` behind its address: the first chapter, for example.

Outputs, answers and the sentences that give them away are covered until you
click them, and the letters are large.

While you teach, the bar at the foot of the window prints the page in two
ways: without answers, with room to write them, or with all of them.

Without `?teach`, a page is printed with all answers.
""",
)
PAGE.judged_elsewhere(
    "tests/copies/test_pdf.py",
    """
The published site has the whole tutorial as one PDF with an outline:
`simplenet.pdf`, next to the home page.
""",
)
PAGE.judged_elsewhere(
    "tests/playground/test_playground.py",
    """
The address of the playground holds its state: set it up, and copy what stands
behind the `#`.
""",
)
PAGE.judged_elsewhere(
    ALONE,
    """
Download simplenet-offline.zip, unpack it, and open `index.html`.

What runs Python in the page needs a server, which Python has: type `python -m
http.server` in that folder, and open `http://localhost:8000/`.

The browser's Python is in the folder, too: it is most of the download, and
needs no network.
""",
)
