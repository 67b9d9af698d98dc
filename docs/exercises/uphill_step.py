r"""Catch a step that goes uphill

Each step lowers the squared error of one person, but the loss is the mean over
all four. In the playground above, train for at least ten
epochs, then press Step until the loss *rises*, and hand that in. Whose step
is it?
"""

kind = "explore"
need = [
    ("start", "is", "seed157", "Go back to the start values of this page."),
    ("rate", "is", 0.1, "Set the learning rate back to that of this page."),
    ("moved", "is", 0, "Somebody was moved. Bring the four people back."),
    ("typed", "is", 0, "A parameter was changed by hand. Press Reset first."),
    (
        "steps",
        ">",
        40,
        "That is too early: first train for as many epochs as asked.",
    ),
    (
        "last_change",
        ">",
        0,
        "The last step lowered the loss. Press Step, and watch the loss.",
    ),
]
solution = "start=seed157&acts=s41"
wrong = {
    "start=seed157&acts=s1": "That is too early",
    "start=seed157&acts=s44": "The last step lowered the loss",
    "start=seed157&acts=w0_5~s41": "A parameter was changed by hand",
}
hints = [
    "Press One epoch ten times: then it is Alice's turn again.",
    "Compare the loss before and after each of the next four steps.",
]
reason = """
It is Alice's step. Her step lowers her own squared error, and the same nine
parameters move the predictions for the other three, too. Here that costs them
more than she gains. Over a whole epoch the loss falls all the same.
"""
