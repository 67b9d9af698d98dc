"""A figure is drawn again if what it reads or is drawn by has changed."""

import pytest

from scripts.chapters import drawing
from scripts.ground import store
from scripts.ground.errors import BuildError
from scripts.programs.changed import run_changed


@pytest.fixture(scope="module")
def values(site):
    """What the programs computed: loss reads losses, boundary a network."""
    return {stem: run.values for stem, run in run_changed().items()}


@pytest.fixture
def drawn_of(monkeypatch, tmp_path):
    """Draw two figures of some values, and tell which were drawn anew."""
    monkeypatch.setattr(store, "STORE", tmp_path)
    two = {name: drawing.PICTURES[name] for name in ("loss", "boundary")}
    monkeypatch.setattr(drawing, "PICTURES", two)
    new, drawn = [], drawing.drawn

    def watched(names, values):
        new[:] = names
        return drawn(names, values)

    def draw(values):
        files = drawing.draw_changed(values)
        assert {f"figures/{name}.svg" for name in two} < files.keys()
        return new

    monkeypatch.setattr(drawing, "drawn", watched)
    return draw


def changed(values, stem, **variables):
    return values | {stem: values[stem] | variables}


def test_a_figure_is_drawn_again_only_for_what_it_reads(drawn_of, values):
    assert drawn_of(values) == ["loss", "boundary"]
    assert drawn_of(values) == []
    assert drawn_of(changed(values, "training", other=1)) == []
    losses = values["training"]["losses"]
    fewer = changed(values, "training", losses=losses[:-1])
    assert drawn_of(fewer) == ["loss"]


def test_a_network_is_drawn_by_the_code_that_it_has_now(
    drawn_of, values, monkeypatch
):
    drawn_of(values)
    monkeypatch.setattr(drawing, "code_of", lambda *_: "another simplenet")
    assert drawn_of(values) == ["boundary"]


def test_a_figure_of_a_missing_program_is_refused(drawn_of, values):
    rest = {stem: each for stem, each in values.items() if stem != "training"}
    with pytest.raises(BuildError, match=r"asks for .*/training\.py"):
        drawn_of(rest)
