"""The figures: their form, their words, and their colours."""

import pickle
import re
import subprocess
import sys
from io import StringIO
from xml.etree import ElementTree

import matplotlib.figure
import numpy as np
import pytest
from matplotlib import style

from scripts.chapters.catalogue import FIGURES, painter
from scripts.chapters.drawing import draw
from scripts.chapters.slopes import loss_over
from scripts.chapters.study import study_of
from scripts.figures.style import COLOURS, CSS, RC, colours_of
from scripts.figures.svg import clean
from scripts.ground.errors import BuildError
from scripts.programs.run import Values
from scripts.regenerate import surroundings
from simplenet import OurNeuralNetwork, data
from tests.repository import ROOT

SEXES = ("female", "male")
RUNS = """
import pickle, sys
from scripts.programs.changed import run_changed
values = {stem: run.values for stem, run in run_changed().items()}
sys.stdout.buffer.write(pickle.dumps(values))
"""


@pytest.fixture(scope="module")
def runs(site):
    """What the programs compute, as the build kept it, and a small study."""
    command = [sys.executable, "-c", RUNS]
    # Whoever has another environment finds nothing that the build kept.
    kept = subprocess.check_output(command, cwd=ROOT, env=surroundings())
    return pickle.loads(kept) | {"study": study_of(range(400), range(20))}


@pytest.fixture(scope="module")
def figures(runs):
    return {name: painter(name)(runs) for name in FIGURES}


@pytest.fixture(params=FIGURES)
def root(request, figures):
    """Each figure in turn, parsed."""
    return ElementTree.fromstring(figures[request.param].svg)


def test_figure_is_an_image_with_words(root):
    assert root.get("role") == "img"
    assert len(root.get("aria-label")) > 40
    assert "figure" in root.get("class").split()


def test_figure_scales_to_its_column(root):
    assert root.get("viewBox").split()[2] == "360"
    assert root.get("width") is root.get("height") is None


def test_figure_obeys_a_strict_security_policy(root):
    for part in root.iter():
        assert part.tag not in ("style", "script", "metadata")
        assert not any(
            key == "style" or key.startswith("on") for key in part.attrib
        )


def test_figure_takes_all_colours_from_the_page(root):
    allowed = {f"var(--figure-{name})" for name in COLOURS} | {"none"}
    for part in root.iter():
        paint = {part.get("fill", "none"), part.get("stroke", "none")}
        assert paint <= allowed


def test_grid_lies_behind_the_data(root):
    strokes = [part.get("stroke") for part in root.iter()]
    colours = {f"var(--figure-{name})" for name in ("accent", *SEXES)}
    data = [
        place
        for place, part in enumerate(root.iter())
        if colours & {part.get("stroke"), part.get("fill")}
    ]
    if "var(--figure-grid)" in strokes and data:
        last = len(strokes) - strokes[::-1].index("var(--figure-grid)")
        assert last <= min(data)


def test_figure_uses_only_ids_that_it_has(root):
    ids = {part.get("id") for part in root.iter()}
    text = ElementTree.tostring(root, encoding="unicode")
    assert set(re.findall(r"#([\w-]+)", text)) <= ids


def test_figures_fit_into_markdown(figures):
    for name, figure in figures.items():
        # Two of them hold a mark for each of 1,629 people.
        crowded = name in ("people_plane", "people_both")
        assert figure.svg.startswith("<svg ")
        assert "\n" not in figure.svg
        assert len(figure.svg.encode()) < (21_000 if crowded else 12_000)


def test_ids_differ_over_all_figures(figures):
    seen = []
    for name, figure in figures.items():
        ids = re.findall(r' id="([^"]+)"', figure.svg)
        assert all(re.fullmatch(rf"{name}-\d+", one) for one in ids)
        seen += ids
    assert seen
    assert len(seen) == len(set(seen))


def test_figures_are_repeatable(runs, figures):
    with matplotlib.rc_context({"font.size": 30}):  # some reader's own style
        again = {name: painter(name)(runs) for name in FIGURES}
    assert again == figures


def test_every_parameter_can_be_found(figures):
    names = re.findall(r'data-parameter="(\w+)"', figures["parameters"].svg)
    assert sorted(names) == sorted(OurNeuralNetwork.parameters)


def test_symbols_have_real_subscripts(figures):
    for figure in figures.values():
        assert "$" not in figure.svg
    words = "".join(ElementTree.fromstring(figures["chain"].svg).itertext())
    assert "∂ypred" in words


def test_words_of_loss_follow_the_losses(runs, figures):
    losses = runs["training"]["losses"]
    other = painter("loss")({"training": {"losses": losses * 2}})
    assert f"{losses[0]:.3f}" in figures["loss"].alt
    assert f"{losses[-1]:.3f}" in figures["loss"].alt
    assert f"{losses[0] * 2:.3f}" in other.alt
    assert f"{losses[0] * 2:.3f}<" in other.svg


def test_words_of_people_follow_the_data(figures):
    for name, (x, y) in zip(data.people, data.data, strict=True):
        place = f"({x}, {y})".replace("-", "−")
        assert re.search(
            rf"{name} \([FM]\) at {re.escape(place)}", figures["people"].alt
        )


def test_words_of_boundary_follow_the_network(runs, figures):
    network = runs["predictions"]["network"]
    for name, point in [("Emily", data.emily), ("Frank", data.frank)]:
        words = f"{name} {network.feedforward(point):.3f}"
        assert words in figures["boundary"].alt
        assert words in figures["boundary"].svg


def test_words_of_tangent_follow_alice(runs, figures):
    run = runs["backpropagation"]
    loss = (run["y_true"] - run["y_pred"]) ** 2
    assert f"{loss:.3f} at {run['w1']}" in figures["tangent"].alt
    assert f"rises there by {run['d_L_d_w1']:.4f}" in figures["tangent"].alt
    other = {"backpropagation": run | {"d_L_d_w1": 0.04}}
    steeper = painter("tangent")(other)
    assert "by 0.0400" in steeper.alt
    assert steeper.svg != figures["tangent"].svg


def test_tangent_touches_the_loss_of_the_network(runs):
    network = OurNeuralNetwork(np.random.default_rng())
    for name in network.parameters:
        setattr(network, name, float(runs["backpropagation"][name]))
    for w1 in (-3.0, 1.0, 2.5):
        network.w1 = w1
        expected = (1 - network.feedforward(data.data[0])) ** 2
        assert loss_over(runs, w1) == pytest.approx(expected, abs=1e-12)


def test_words_of_slope_follow_alice(runs, figures):
    run = runs["backpropagation"]
    for name, at in [("s1", run["sum_h1"]), ("s3", run["sum_o1"])]:
        assert f"at {name} = {at:.4g}".replace("-", "−") in (
            figures["slope"].alt
        )
    assert "′" not in figures["sigmoid"].svg + figures["sigmoid"].alt


def test_what_a_figure_misses_is_named():
    with pytest.raises(BuildError, match=r"training.*its variable 'losses'"):
        draw({"training": Values({}, "training")}, "loss")
    with pytest.raises(BuildError, match=r"docs/programs/training\.py, which"):
        draw({}, "loss")


def test_clean_keeps_lines_and_words_of_any_simple_plot():
    with style.context(["default", RC]):
        canvas = matplotlib.figure.Figure()
        axes = canvas.add_subplot(xlabel="$w_1$ < 2", ylabel="up")
        axes.plot([0, 1, 0.5, 2], [0, 0, 0, 1])
        file = StringIO()
        canvas.savefig(file, format="svg", metadata={"Date": None})
    svg = clean(file.getvalue(), "mine", 'a "b" & c')
    root = ElementTree.fromstring(svg)
    words = ["".join(part.itertext()) for part in root.iter("text")]
    assert root.get("aria-label") == 'a "b" & c'
    assert {"w1 < 2", "up"} <= set(words)
    line = root.find(".//path[@stroke='var(--figure-accent)']")
    assert line.get("d").count("L") == 3  # there, back and up again


def luminance(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in channels
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_colours_stand_out(scheme):
    rules = CSS.read_text(encoding="utf-8").split("@media")[scheme]
    colours = dict(re.findall(r"--figure-(\w+): (#\w+);", rules))
    assert colours.keys() == COLOURS.keys()
    for name, wanted in [
        ("ink", 7), ("muted", 4.5), ("accent", 4.5), ("female", 4.5),
        ("male", 4.5), ("line", 3),
    ]:  # fmt: skip
        shades = luminance(colours[name]), luminance(colours["paper"])
        contrast = (max(shades) + 0.05) / (min(shades) + 0.05)
        assert contrast >= wanted, name


@pytest.mark.parametrize("value", ["#fff", "#15546c0", "#5546C0", "red"])
def test_colour_that_charts_cannot_use_is_named(value):
    with pytest.raises(SystemExit, match=rf"--figure-ink is {value}, but"):
        colours_of(f":root {{\n  --figure-ink: {value};\n}}")
