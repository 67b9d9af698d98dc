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
    )
}
