"""All figures of the site, each under its name."""

from scripts.chapters.charts import (
    boundary,
    loss,
    people,
    people_raw,
    sigmoid,
    step_sizes,
)
from scripts.chapters.diagrams import (
    chain,
    factors,
    network,
    neuron,
    parameters,
)
from scripts.chapters.luck_figures import (
    luck_loss,
    luck_map,
    luck_rates,
    luck_stuck,
)
from scripts.chapters.matrices_figures import spirals
from scripts.chapters.people_figures import (
    people_answers,
    people_both,
    people_heights,
    people_luck,
    people_plane,
    people_weights,
)
from scripts.chapters.people_learning_figures import (
    people_calibration,
    people_curve,
    people_layers,
    people_losses,
)
from scripts.chapters.slopes import slope, tangent

FIGURES = {
    draw.__name__: draw
    for draw in (
        neuron,
        sigmoid,
        network,
        people,
        people_raw,
        parameters,
        tangent,
        slope,
        chain,
        factors,
        loss,
        boundary,
        step_sizes,
        spirals,
        luck_map,
        luck_loss,
        luck_stuck,
        luck_rates,
        people_plane,
        people_answers,
        people_heights,
        people_weights,
        people_luck,
        people_losses,
        people_curve,
        people_layers,
        people_calibration,
        people_both,
    )
}
