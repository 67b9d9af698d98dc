"""All figures of the site: which module draws each, under its own name."""

from importlib import import_module

FIGURES = {
    name: f"scripts.chapters.{module}"
    for module, names in {
        "charts": "boundary loss people people_raw sigmoid step_sizes",
        "diagrams": "chain factors network neuron parameters",
        "luck_figures": "luck_loss luck_map luck_rates luck_stuck",
        "matrices_figures": "spirals",
        "people_figures": (
            "people_answers people_both people_heights people_luck "
            "people_plane people_weights"
        ),
        "people_learning_figures": (
            "people_calibration people_curve people_layers people_losses"
        ),
        "slopes": "slope tangent",
    }.items()
    for name in names.split()
}
PICTURES = FIGURES | {"share": "scripts.chapters.share"}


def painter(name):
    """Give the function that draws a picture.

    Each draws alone: Matplotlib, which most use, is slow to import.
    """
    return getattr(import_module(PICTURES[name]), name)
