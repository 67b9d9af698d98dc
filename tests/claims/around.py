"""What stands around the sentences: where links lead, what the menu calls a
page, what a form begins with. Quoted here only where no rule tells."""

from tests.oracle.people import ASKED
from tests.oracle.runs import SEED
from tests.oracle.study import COUNT

# Links whose words have no word of the heading or the page they lead to
LEADS = {
    "another page": "beyond/luck/#change-the-learning-rate",
    "ask about yourself": "beyond/people/#is-it-you",
    "more slowly": "beyond/luck/#prepare-the-inputs-in-other-ways",
    "rule that you know": "training/#eq-update",
    "standardised": "beyond/luck/#prepare-the-inputs-in-other-ways",
    "Take the same step by hand": "beyond/playground/",
    "the chapter before": "backpropagation/#the-other-eight",
    "The next chapter": "network/#why-a-network-needs-an-activation-function",
    "the tutorial uses it": "training/#which-seed-and-why",
    "train ten thousand networks": "beyond/luck/",
    "ten thousand networks": "beyond/luck/",
    "tutorial": "training/#the-network-as-a-class",
    "two spirals": "beyond/matrices/#give-it-a-harder-task",
    "article": "about/",
    "twelve other splits": (
        "beyond/people/#ask-whether-the-hidden-layer-earns-its-place"
    ),
    "`ManyNetworks`": "beyond/luck/#train-many-networks-at-once",
    # The page for teachers
    "Home": "",
    "Connect neurons": ("network/#why-a-network-needs-an-activation-function"),
    "Try it": "beyond/playground/#start-with-all-nine-parameters-zero",
    "tells only about the near surroundings": "training/#one-step",
    "by more and by less": "backpropagation/#nudge-one-of-them",
    "pounds and inches": "training/#what-if-the-numbers-are-not-shifted",
    "one slope of the wrong sign": "beyond/check-the-gradient/",
    "Count": "beyond/people/#ask-what-0951-means",
    "one is as good": (
        "beyond/people/#ask-whether-the-hidden-layer-earns-its-place"
    ),
    # The list of corrections
    "$\\eta$, with its value": "training/#one-step",
    "a note on cross-entropy": "loss/#one-number-for-all-the-errors",
    "a slope": "training/#one-step",
    "an experiment": "training/#what-if-the-numbers-are-not-shifted",
    "both are named": "training/#many-steps",
    "compared with three other methods": "beyond/check-the-gradient/",
    "defined first": "network/#eq-network",
    "each parameter's own path": "backpropagation/#the-other-eight",
    "every tenth is printed": "training/#run-it",
    "explained": "backpropagation/#eq-deriv-sigmoid",
    "nine parameters": "backpropagation/#eq-loss-function",
    "one sample, any label": "backpropagation/#eq-d-loss",
    "the program that draws it": "training/#run-it",
    "the raw table, the shift": "loss/#four-people",
    "with the index $i$": "loss/#eq-mse",
}

# Pages that the menu does not call by their title
MENU = {
    "Home": "",
    "Real people": "beyond/people/",
    "Playground": "beyond/playground/",
    "Matrices": "beyond/matrices/",
    "Ten thousand networks": "beyond/luck/",
}

# Terms that no page sets off where it introduces them
INTRODUCED = {
    "accuracy": "beyond/people/",
    "batch": "beyond/matrices/",
    "neuron": "neuron/",
    "slope": "backpropagation/",
    "stochastic gradient descent": "training/",
    "test set, test part": "predictions/",
}

FORMS = {
    "beyond/people/": {
        "weight": {"value": ASKED["Emily"][0]},
        "height": {"value": ASKED["Emily"][1]},
    },
    "beyond/luck/": {"seed": {"value": SEED, "min": 0, "max": COUNT - 1}},
}

# What search engines show of a page: read, and found right
DESCRIPTIONS = {
    "about/": (
        "Credits, what was corrected in the original article, and how the "
        "site is verified."
    ),
    "backpropagation/": (
        "Nudge one parameter, watch the loss, and find the slope in all "
        "nine. No calculus needed."
    ),
    "beyond/check-the-gradient/": (
        "Three ways to find out whether a derivative is right, each a short "
        "program."
    ),
    "beyond/luck/": (
        "Ten thousand networks, trained at once, show how much of one "
        "result is luck."
    ),
    "beyond/matrices/": (
        "The same network in a few lines of matrices, then with layers of "
        "any size."
    ),
    "beyond/people/": (
        "The network of the tutorial meets 1,629 measured people. How often "
        "is it right, how many people does it take to do better, and what "
        "is an output of 0.95 worth?"
    ),
    "beyond/playground/": (
        "The network of the tutorial, live. Change any parameter, take one "
        "step, and see every number behind it."
    ),
    "exercises/": (
        "All exercises of these pages in the order of reading, with a tick "
        "at each that you have done."
    ),
    "glossary/": (
        "Every symbol, every name in the code, and every term, in one table "
        "each."
    ),
    "loss/": (
        "The four people to learn from, and a number that says how wrong a "
        "network is."
    ),
    "network/": (
        "How neurons form a network, and why it needs an activation function."
    ),
    "neuron/": (
        "What a neuron computes, in words, as a formula, and in Python."
    ),
    "predictions/": (
        "What the trained network says about two people it has never seen."
    ),
    "reference/": "The package simplenet, made from its docstrings.",
    "teachers/": (
        "Plans for one lesson and for two, questions, misconceptions, "
        "handouts, and how to do without a network."
    ),
    "training/": (
        "Stochastic gradient descent step by step, and the loss curve it "
        "draws."
    ),
    "verify/": (
        "How to run every program of this site again, compare its output "
        "with the one shown, and build the site anew."
    ),
}
