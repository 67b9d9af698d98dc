r"""Build a start that fails

At the rate {{ training.learn_rate }} not one of the seeds below
{{ luck_few:,d }} fails. Build a start that does: set as few of the nine
parameters as you like, then train for {{ training.epochs }} epochs. Hand it in
if somebody is still on the wrong side of 0.5.
"""

kind = "explore"
need = [
    ("rate", "is", 0.1, "Set the learning rate to 0.1 again."),
    ("inputs", "is", "shifted", "Raw inputs are no art. Shift them."),
    ("moved", "is", 0, "Somebody was moved. Bring the four people back."),
    (
        "later",
        "is",
        0,
        "Something was changed after the first step. Press Reset, which "
        "keeps the start that you built, and train again.",
    ),
    ("steps", ">", 3999, "Give it all the epochs that were asked for."),
    (
        "wrong",
        ">",
        0,
        "All four are on the right side: it learned. Move a parameter "
        "farther out.",
    ),
]
solution = "start=zeros&acts=w8_20~s4000"
wrong = {
    "start=seed157&acts=w8_5~s4000": "All four are on the right side",
    "start=zeros&acts=w8_20~s40": "Give it all the epochs",
    "start=zeros&acts=s4000~w8_20": "Something was changed after",
    "start=seed157&inputs=raw&acts=s4000": "Raw inputs are no art.",
}
hints = [
    "A network hardly learns where the sigmoid is flat. All nine slopes share "
    "one factor $f'$ of a weighted sum. Of which sum?",
    "A single parameter is enough: $b_3$ moves the sum of $o_1$ for everyone.",
]
reason = """
With $b_3$ at 20 the sum of $o_1$ is far out on the flat end, whoever is asked.
All nine slopes contain $f'(s_3)$, which is almost 0 there, so nothing moves.
With $b_3$ at 5 the network still finds its way back.
"""
