r"""Give the steps momentum

A ball that rolls downhill keeps some of its speed. **Momentum** does the same
for a parameter: its velocity is a share `keep` of the velocity before, minus
the learning rate times the slope; then the velocity is added to the
parameter. Write one such step.
"""

kind = "write"
hints = [
    "First the new velocity: `keep * velocity - learn_rate * slope`.",
    "Then the parameter moves by the new velocity, not by the old one.",
    "Return both: `return w + velocity, velocity`.",
]
reason = """
With `keep` at 0 this is the step that you know. With 0.9, steps in the same
direction add up to a long one, and steps that go to and fro cancel.
"""


# %% starter
def step_with_momentum(w, velocity, slope, learn_rate=0.1, keep=0.9):
    """Give the parameter after one step, and its velocity."""
    velocity = ...
    return w, velocity


# %% checks
def checks():
    same(
        "step_with_momentum(1, 0, 2)",
        (0.8, -0.2),
        ((1.2, 0.2), "That goes uphill: the slope is subtracted."),
        ((-1, -2), "The learning rate is missing."),
        (
            (1, -0.2),
            "The parameter has not moved: add the new velocity to it.",
        ),
        ((1.2, -0.2), "The velocity is added to the parameter, sign and all."),
        ((0.8, 0), "Return the new velocity for the next step."),
        look="There is no velocity yet, so this is a step as before.",
    )
    same(
        "step_with_momentum(0.8, -0.2, 2)",
        (0.42, -0.38),
        ((0.6, -0.2), "The velocity before is forgotten: keep 0.9 of it."),
        ((0.4, -0.4), "All of the velocity was kept. Keep 0.9 of it."),
        look="Velocity: 0.9 times −0.2, minus 0.1 times 2.",
    )


# %% solution
def step_with_momentum(w, velocity, slope, learn_rate=0.1, keep=0.9):
    """Give the parameter after one step, and its velocity."""
    velocity = keep * velocity - learn_rate * slope
    return w + velocity, velocity


# %% wrong: That goes uphill
def step_with_momentum(w, velocity, slope, learn_rate=0.1, keep=0.9):
    velocity = keep * velocity + learn_rate * slope
    return w + velocity, velocity


# %% wrong: The velocity before is forgotten
def step_with_momentum(w, velocity, slope, learn_rate=0.1, keep=0.9):
    velocity = -learn_rate * slope
    return w + velocity, velocity


# %% wrong: All of the velocity was kept.
def step_with_momentum(w, velocity, slope, learn_rate=0.1, keep=0.9):
    velocity = velocity - learn_rate * slope
    return w + velocity, velocity


# %% wrong: The parameter has not moved
def step_with_momentum(w, velocity, slope, learn_rate=0.1, keep=0.9):
    velocity = keep * velocity - learn_rate * slope
    return w, velocity
