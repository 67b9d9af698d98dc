"""The charts of people, and what the network makes of their plane."""

from tests.oracle.facts import P
from tests.oracle.figures.areas import places_of, sides
from tests.oracle.network import predict
from tests.oracle.people import ASKED, KNOWN, SHIFT, inputs
from tests.oracle.pictures import expect

# Of each label: letter, colour, shape, and how its names are anchored
SEXES = {
    1: ("F", "female", "circle", "end"),
    0: ("M", "male", "square", "start"),
}
SHIFTED = f"weight − {SHIFT[0]} lb", f"height − {SHIFT[1]} in"


def person(chart, label, point, sex, hollow=False):
    """Expect a person's mark, and a label beside it."""
    _, colour, shape, side = SEXES[sex]
    mark = chart.mark_at(label, *point)
    found = mark.colour, mark.shape, mark.hollow
    wanted = colour, shape, hollow
    expect(found == wanted, f"{label} has the mark {found}, not {wanted}")
    words = chart.label(label)
    expect(words.anchor == side, f"{label} stands on the wrong side")
    chart.labelled(words, mark)


def four(chart, prepared):
    """Expect the four people, and the words that say where they are."""
    said = []
    for name, (*_, sex) in KNOWN.items():
        point = inputs(name, prepared)
        label = f"{name} ({SEXES[sex][0]})"
        person(chart, label, point, sex)
        said.append(f"{label} at ({point[0]:g}, {point[1]:g})")
    return ", ".join(said)


def people(chart):
    chart.axes(*SHIFTED)
    said = four(chart, "shifted")
    expect(len(chart.marks) == 4, "there are more marks than people")
    zero = chart.place(0, 0)
    ends = [each.pieces[0] for each in chart.lines if each.colour == "line"]
    expect(
        any(a.imag == b.imag == round(zero.imag, 2) for a, b in ends)
        and any(a.real == b.real == round(zero.real, 2) for a, b in ends),
        "the lines through 0 are not at 0",
    )
    chart.says(
        "Four people by weight and height, both shifted so that 0 is about "
        f"the average: {said}."
    )


def people_raw(chart):
    chart.axes("weight in pounds", "height in inches")
    said = four(chart, "raw")
    expect(len(chart.marks) == 4, "there are more marks than people")
    chart.says(f"Four people by weight in lb and height in inches: {said}.")


def boundary(chart):
    chart.axes(*SHIFTED)
    four(chart, "shifted")
    said = {0: [], 1: []}
    for name in (*KNOWN, *ASKED):
        y_pred = predict(P, *inputs(name))
        side = int(y_pred > 0.5)
        said[side].append(f"{name} {y_pred}")
        if name in ASKED:
            label = f"{name} {y_pred:.3f}"
            person(chart, label, inputs(name), side, hollow=True)
    expect(len(chart.marks) == 6, "there are more marks than people")
    boundary_sides(chart)
    boundary_line(chart)
    chart.says(
        "Weight and height with the line where the network predicts 0.5. "
        f"On the side of F: {', '.join(said[1])}. "
        f"On the side of M: {', '.join(said[0])}."
    )


def predicts(x, y):
    return predict(P, x, y)


def boundary_sides(chart):
    """Expect a tint for each side, and a second one where it is surer."""
    places = places_of(chart)
    for label, (_, colour, *_) in SEXES.items():
        areas = [each for each in chart.areas if each.colour == colour]
        areas.sort(key=lambda area: chart.covered([area], places).sum())
        expect(len(areas) == 2, f"{colour} has not two tints")
        sides(chart, predicts, areas, label)
        sides(chart, predicts, areas[:1], label, level=0.75)


def boundary_line(chart):
    """Expect the line where the prediction turns, and its label."""
    (places,) = chart.line("ink").pieces
    for place in places:
        around = [
            predict(P, *chart.point(place + step))
            for step in (1.5, -1.5, 1.5j, -1.5j)
        ]
        expect(
            min(around) < 0.5 < max(around),
            f"the boundary passes {chart.point(place)}, where it should not",
        )
    label = chart.label("o1 = 0.5")
    near = min(abs(place - label.place) for place in places)
    expect(near < 40, "“o1 = 0.5” does not stand at the boundary")
