r"""Find the smallest learning rate that learns

How short can the steps be? Start from seed {{ training.seed }}. Find the
smallest learning rate, in thousandths, with which the network puts all four
people on the right side of 0.5 within 100 epochs, and hand that in.
"""

kind = "explore"
need = [
    (
        "start",
        "is",
        "seed157",
        "Start from the seed that is asked for: under Settings, choose "
        "“drawn at random”.",
    ),
    ("inputs", "is", "shifted", "Other inputs need other rates. Shift them."),
    ("typed", "is", 0, "A parameter was changed by hand. Start afresh."),
    ("moved", "is", 0, "Somebody was moved. Bring the four people back."),
    (
        "later",
        "is",
        0,
        "Something was changed on the way. Set the rate, then press Reset, "
        "then train.",
    ),
    (
        "steps",
        "<",
        401,
        "Those are more than 100 epochs. Reset, and stop earlier.",
    ),
    (
        "wrong",
        "is",
        0,
        "Somebody is on the wrong side still. Train up to epoch 100; if that "
        "is not enough, the rate is too small.",
    ),
    (
        "rate",
        "<",
        0.006,
        "It learns, but a smaller rate does, too. Try half of it.",
    ),
]
solution = "start=seed157&rate=0.005&acts=s400"
wrong = {
    "start=seed157&rate=0.1&acts=s400": "It learns, but a smaller rate does",
    "start=seed157&rate=0.004&acts=s400": "Somebody is on the wrong side",
    "start=seed157&acts=s360~r0.005~s40": "Something was changed on the way",
    "start=seed157&rate=0.004&acts=s800": "Those are more than 100 epochs",
}
hints = [
    "Halve the rate again and again until it fails. Then go between the last "
    "that learned and the first that did not.",
    "Run at 100 steps a second for almost four seconds, pause, and go on by "
    "One epoch.",
]
reason = """
It is 0.005; with 0.004 two of the four are still on the wrong side at epoch
100. You searched by halving: each trial cuts what is left in two. With twice
the epochs, about half the rate would do.
"""
