"""The charts of the chapter on luck."""

import math
from itertools import pairwise

import numpy as np

from tests.oracle.pictures import expect
from tests.oracle.study import (
    GROUPS,
    RATES,
    experiment,
    group,
    median,
    percentile,
    study,
)

COLOURS = ("male", "accent", "female")  # of the groups, in their order


def cell(value, low, width):
    """The cell of a grid that holds a value."""
    return math.floor((value - low) / width)


def luck_map(chart):
    chart.axes("prediction for Emily", "prediction for Frank")
    placed = [float(n) for n in chart.root.get("data-axes").split()]
    left, right, top, bottom = chart.frame
    for found, wanted in zip(
        placed,
        [0.94, 0.98, 0.03, 0.065, left, right, bottom, top],
        strict=True,
    ):
        expect(abs(found - wanted) < 0.01, f"data-axes says {placed}")
    said, seen = [], 0
    for number, words in enumerate(GROUPS):
        emily = group(number, study().emily)
        frank = group(number, study().frank)
        counts = {}
        for e, fr in zip(emily, frank, strict=True):
            at = cell(e, 0.94, 0.001), cell(fr, 0.03, 0.001)
            if 0 <= at[0] < 40 and 0 <= at[1] < 35:
                counts[at] = counts.get(at, 0) + 1
        seen += sum(counts.values())
        tinted(chart, COLOURS[number], counts, words)
        label = chart.label(words)
        expect(label.colour == COLOURS[number], f"{words!r} is {label.colour}")
        said.append(
            f"{words}, around Emily {median(emily)}, Frank {median(frank)}"
        )
    (mark,) = chart.marks
    cross = chart.mark_at(
        "the article", study().emily[157], study().frank[157]
    )
    expect(mark is cross, "there is another mark")
    (places,) = chart.line("ink").pieces
    expect(abs(places[0] - cross.place) < 6, "the pointer misses the cross")
    label = chart.label("the article")
    expect(abs(places[1] - label.place) < 12, "the pointer misses its words")
    chart.says(
        f"Where {seen} of 10000 networks end, in three groups by what the "
        f"hidden neurons speak for: {'; '.join(said)}. The article's pair "
        "lies at the edge of the first group. The rest lies outside."
    )


def tinted(chart, colour, counts, words):
    """Expect cells with one network to be light, with 20 to be dark."""
    areas = [area for area in chart.areas if area.colour == colour]
    expect(len(areas) == 2, f"{words}: not two tints")
    at = [(i, j) for i in range(40) for j in range(35)]
    places = np.array(
        [chart.place(0.9405 + 0.001 * i, 0.0305 + 0.001 * j) for i, j in at]
    )
    inside = [chart.covered([area], places) for area in areas]
    inside.sort(key=lambda found: -found.sum())
    for found, least in zip(inside, (1, 20), strict=True):
        wanted = np.array([counts.get(each, 0) >= least for each in at])
        off = [at[i] for i in np.flatnonzero(found != wanted)]
        # A network on the line between two cells may fall on either side.
        expect(
            len(off) <= 2,
            f"{words}: {len(off)} cells are wrong, such as the one at Emily "
            f"{0.94 + 0.001 * (off or [(0, 0)])[0][0]:.3f}, with {least} "
            "networks or more",
        )


def luck_loss(chart):
    chart.axes("loss after the training", "networks")
    legend = [each for each in chart.lines if len(each.pieces[0]) == 2]
    steps = [each for each in chart.lines if len(each.pieces[0]) > 2]
    expect(len(steps) == len(legend) == 3, "not three groups are drawn")
    said = []
    for number, words in enumerate(GROUPS):
        own = group(number, study().loss)
        counts = [0] * 40
        for value in own:
            i = cell(value, 0.001, 0.00005)
            if 0 <= i < 40:
                counts[i] += 1
        found = [each for each in steps if each.colour == COLOURS[number]]
        expect(len(found) == 1, f"{words}: not one line is {COLOURS[number]}")
        line = found[0]
        stairs(chart, line, counts, words)
        label = chart.label(words)
        sample = min(legend, key=lambda s: abs(s.pieces[0][-1] - label.place))
        found = sample.colour, bool(sample.dash)
        wanted = line.colour, bool(line.dash)
        expect(found == wanted, f"the legend gives {words!r} {found[0]}")
        said.append(f"{words}, {len(own)} networks, median {median(own)}")
    outside = sum(not 0.001 <= value <= 0.003 for value in study().loss)
    chart.says(
        "How many networks end at which loss, in three groups: "
        f"{'; '.join(said)}. {outside} networks lie outside."
    )


def stairs(chart, line, counts, words):
    """Expect a line to be as high in each column as the count says."""
    (places,) = line.pieces
    for i, count in enumerate(counts):
        x = chart.x_scale.place(0.001 + 0.00005 * (i + 0.5))
        for a, b in pairwise(places):
            if a.real < x < b.real:
                share = (x - a.real) / (b.real - a.real)
                y = a.imag + share * (b.imag - a.imag)
                found = chart.y_scale.value(y)
                expect(
                    abs(found - count) < 2.5,
                    f"{words}: column {i + 1} is {found:.0f} high, not "
                    f"{count}",
                )
                break
        else:
            expect(count == 0, f"{words}: column {i + 1} is missing")


def luck_rates(chart):
    chart.axes(
        "learning rate", "loss after the training", *["logarithmic"] * 2
    )
    expect(len(chart.marks) == len(RATES), "not every rate has its mark")
    bars = [each for each in chart.lines if each.colour == "accent"]
    expect(len(bars) == len(RATES), "not every rate has its range")
    said = []
    for rate in RATES:
        found = experiment(rate=rate)
        chart.mark_at(f"rate {rate:g}", rate, median(found.loss))
        x = chart.x_scale.place(rate)
        (bar,) = [b for b in bars if abs(b.pieces[0][0].real - x) < 0.1]
        low, high = sorted(chart.point(p)[1] for p in bar.pieces[0])
        for end, percent in ((low, 5), (high, 95)):
            wanted = percentile(found.loss, percent)
            off = chart.y_scale.place(end) - chart.y_scale.place(wanted)
            expect(
                abs(off) < 0.1,
                f"the range at rate {rate:g} ends at {end:.3g}, not "
                f"{wanted:.3g}",
            )
        said.append(
            f"learning rate {rate:g}: median {median(found.loss)}, "
            f"{sum(found.fails)} of {len(found.fails)} networks fail"
        )
    chart.says(f"The loss after the training. {'; '.join(said)}.")
