"""What each figure must show, by definition.

A new figure: write a function that expects of a chart or a diagram what it
must show (`pictures.py` and `diagrams.py` read it back), and name it here.
"""

from tests.oracle.figures import (
    curves,
    diagrams,
    luck,
    measured,
    people,
    spirals,
)

CHARTS = {
    "sigmoid": curves.sigmoid,
    "slope": curves.slope,
    "tangent": curves.tangent,
    "loss": curves.loss,
    "luck_stuck": curves.luck_stuck,
    "step_sizes": curves.step_sizes,
    "people": people.people,
    "people_raw": people.people_raw,
    "boundary": people.boundary,
    "spirals": spirals.two_spirals,
    "luck_map": luck.luck_map,
    "luck_loss": luck.luck_loss,
    "luck_rates": luck.luck_rates,
    "people_plane": measured.plane,
    "people_both": measured.both,
    "people_heights": measured.heights,
    "people_weights": measured.weights,
    "people_luck": measured.luck,
    "people_losses": measured.losses_of_both,
    "people_curve": measured.curve,
    "people_calibration": measured.calibration,
}
# Without a scale at both axes: words stand there
PICTURES = {
    "people_answers": measured.answers,
    "people_layers": measured.layers,
}
# What programs plot on their pages, and in the notebook
PLOTS = {
    "program-loss_curve": curves.loss_curve,
    "notebook-loss_curve": curves.loss_curve,
}
DIAGRAMS = {
    "neuron": diagrams.neuron,
    "network": diagrams.network,
    "parameters": diagrams.parameters,
    "chain": diagrams.chain,
    "factors": diagrams.factors,
}
