"""Claims of the page about credits, corrections and verification."""

from tests.claims.claim import Claims, number
from tests.oracle.network import NAMES, NEURONS
from tests.oracle.people import ASKED, KNOWN
from tests.oracle.study import COUNT

PAGE = Claims("about/")
says = PAGE.says

nine = len(NAMES) == number("nine")
says(
    """$L(w_1, \\dots, w_6, b_1, b_2)$ | nine parameters | $b_3$ was
    forgotten""",
    holds=nine and NAMES[-1] == "b3",
)
says(
    """one chain rule through $h_i$ for every $w_i$ | each parameter's own path
    | there is no $h_3$ to $h_6$; $w_5$, $w_6$ and $b_3$ act on $o_1$ directly;
    biases were left out""",
    holds=set(NEURONS) == {"h1", "h2", "o1"}
    and NEURONS["o1"] == ("w5", "w6", "b3"),
)
says(
    """"take just the females", $-2(1 - y_{\\text{pred}})$ | one sample, any
    label | one person is meant, and the # holds for her label only""",
    KNOWN["Alice"][2],
)
says(
    """two predictions as a proof | what they do not show | two people are no
    evaluation""",
    holds=len(ASKED) == number("two"),
)
says(
    """mean squared error, as if there were no choice | a note on cross-entropy
    | it is the usual loss for labels of # and #""",
    0,
    1,
)
says(
    """This tutorial is adapted from "A Simple Neural Net" (#), itself a
    shortened retelling of Victor Zhou's post Machine Learning for Beginners:
    An Introduction to Neural Networks (#).""",
    2021,
    2019,
)
says(
    """Taken over from him are the order of the chapters; the example with the
    four people and their measurements, and the two to predict; the network
    with nine parameters and the worked slope for Alice; and the names in the
    code, so that lines of code that state a formula, such as `d_L_d_ypred = -2
    * (y_true - y_pred)`, are his lines too.""",
    holds=nine
    and len(KNOWN) == number("four")
    and len(ASKED) == number("two"),
)
says(
    """His program neural-network-from-scratch is MIT-licensed, © # Victor
    Zhou.""",
    2019,
)
says(
    """The text and the figures here are under CC BY #: you may share and adapt
    them if you name "A Simple Neural Net" and say what you changed.""",
    4.0,
)
says(
    """Mathematics is typeset by MathJax (Apache-#) while the site is
    built.""",
    2.0,
)
says(
    """Where a program has the button Run, it runs in your browser, with
    Pyodide (MPL-#): CPython, NumPy and, for a plot, Matplotlib, all served by
    this site.""",
    2.0,
)
says(
    """In the package `simplenet` it is #, without a warning; the programs stay
    far from such numbers.""",
    0,
)
says(
    """The nine trained weights are the same to the last bit as those of NumPy
    on the machine that built the site, as long as NumPy uses none of the
    processor's vector units: with them, two processors may differ in the last
    bit.""",
    holds=nine,
)
says(
    """Ten thousand networks are trained in the build, each the same as the
    article's code with the same seed; their results are published.""",
    holds=COUNT == 10_000,
)
PAGE.definitions("""
    His post and its figures are all rights reserved: the text and the figures
    here were written and drawn anew.

    The code, every program and the notebook's code included, is under the MIT
    licence.

    Their licences are published with them, in `runtime/LICENSES.txt`.

    The fixed network is now `FixedNetwork`.

    The comment behind a `print` is compared with what was printed.
""")
PAGE.opinions("""
    the same $L$ for steps and reports | both are named | a step uses one
    sample's squared error; the report is the mean over all

    $y_{\\text{true}} - y_{\\text{pred}}$ under the sum | with the index $i$ |
    the sum runs over samples

    one derivative is "the direction of maximal variation" | a slope | the
    gradient is the direction, and only locally

    $f' = f(x)(1 - f(x))$ | $f'(x)$, explained | the argument was missing

    $h_1$ used before it is defined | defined first |

    x1 in a formula | $x_1$ throughout | one symbol, one form

    $\\sigma_1$ in the text, `o1` in the code | $o_1$ in both | one name for
    one neuron

    $\\theta$ for the learning rate, without its value | $\\eta$, with its
    value | the usual symbol; a reader needs the number

    `*` for products, two equations on one line | products and aligned lines |

    activation functions give a "nice, predictable" output | they make the
    network non-linear | otherwise layers collapse into one

    "the loss at the end of each epoch" | every tenth is printed | that is
    what the code does

    derivatives, as if every reader knew them | a nudge and a division |
    nothing but arithmetic is needed

    a plot without its code | the program that draws it |

    data shifted without a word | the raw table, the shift, and an experiment
    | without the shift this network learns nothing

    About

    Two of the five programs did not run when copied.

    Here every one does.

    One class name stood for two classes.

    The start values were unseeded, so nobody could get the printed
    predictions again.

    `sigmoid(-1000)` warned of an overflow.

    Learning rate and epochs were fixed inside `train`.

    Code on the pages is cut out of the package `simplenet`, which is tested
    line by line and branch by branch.

    Programs run again when they, or what they use, were changed, each in a
    process of its own.

    Complete programs are made from the short ones by replacing each import
    from `simplenet` with the definitions themselves.

    Tests run them where `simplenet` cannot be imported and compare the
    outputs.

    A test presses it for every program, in a real browser, and compares the
    outputs.

    Numbers in sentences, in figures and in the alternative texts of figures
    come from the same runs; they are published in facts.json.

    Tests compare some, drawn at random, to nine decimals.

    Derivatives are compared with three other methods, at a thousand random
    states each.

    Tests read each one from the finished page and compute it with the
    functions of `simplenet`: at random numbers, and on symbols, where a
    computer algebra system proves it.

    Then they plant mistakes in it, such as a wrong index or a lost sign, and
    each must be noticed.
""")
says(
    """The # real people were measured for the NHANES I Epidemiologic
    Follow-up Study of the National Center for Health Statistics, in the
    public domain as a work of the United States government.""",
    1629,
)
PAGE.judged_elsewhere(
    "tests/chapters/test_people.py, as far as it can be",
    r"""
    people.csv holds the columns `sex`, `ht` and `wt71` of the table
    `nhefs` in the R package causaldata, the table that Hernán and Robins
    use in "Causal Inference: What If"; nothing was changed, dropped or
    rounded.
    """,
)
