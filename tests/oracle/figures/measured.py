"""The charts of real people."""

from itertools import pairwise

import numpy as np

from tests.oracle import measured
from tests.oracle.measured import (
    SIZES,
    best_border,
    by_layers,
    learned,
    of_sex,
    output_of_four,
    outputs_in,
    right_of_four,
    shares_of_luck,
    standard_error,
    tenths,
    women_in,
)
from tests.oracle.people import KNOWN, mean
from tests.oracle.pictures import Scale, colour_of, expect, pieces_of
from tests.oracle.study import median, percentile

SEXES = {1: ("women", "female"), 0: ("men", "male")}
PLANE = (80, 300), (56, 79)
OUTSIDE = "4 lie outside the picture."


def longest(chart, colour):
    """Of the lines of a colour, the one that is not in the legend."""
    lines = [line for line in chart.lines if line.colour == colour]
    expect(lines, f"no line is {colour}")
    return max(lines, key=lambda line: sum(map(len, line.pieces)))


def everyone_is_there(chart):
    """Expect a dot for each person of the plane, and none besides."""
    chart.axes("weight in pounds", "height in inches")
    (left, right), (low, high) = PLANE
    for label, (words, colour) in SEXES.items():
        dots = longest(chart, colour).pieces
        expect(all(a == b for a, b in dots), f"a dot of {words} is a line")
        found = np.array([a for a, _ in dots])
        people = of_sex(label)
        wanted = np.array([chart.place(w, h) for w, h, _ in people])
        inside = np.array(
            [left < w < right and low < h < high for w, h, _ in people]
        )
        apart = abs(found[:, None] - wanted)
        expect(apart.min(axis=1).max() < 0.1, f"a dot of {words} is nobody")
        expect(apart.min(axis=0)[inside].max() < 0.1, f"{words} are missing")
        expect(len(found) <= len(people), f"too many dots of {words}")
        chart.label(words)


def turns(chart, line, output):
    """Expect a line to run where the output passes 0.5."""
    for place in [p for piece in line.pieces for p in piece]:
        around = [
            output(*chart.point(place + step)) for step in (2, -2, 2j, -2j)
        ]
        expect(
            min(around) < 0.5 < max(around),
            f"a border passes {chart.point(place)}, where it should not",
        )


def borders(chart):
    """The border lines: solid, and dashed."""
    lines = [line for line in chart.lines if line.colour == "ink"]
    return [
        next((line for line in lines if bool(line.dash) == dashed), None)
        for dashed in (False, True)
    ]


def plane(chart):
    everyone_is_there(chart)
    solid, dashed = borders(chart)
    expect(dashed is None, "there is a second border")
    turns(chart, solid, output_of_four)
    expect(len(chart.marks) == 4, "not the four are marked")
    for name, (weight, height, _) in KNOWN.items():
        mark = chart.mark_at(name, weight, height)
        chart.labelled(chart.label(name), mark)
    right = sum(map(sum, map(right_of_four, (0, 1))))
    chart.says(
        "1629 people by weight in pounds and height in inches: women shorter "
        "and lighter, men taller and heavier, and in between many of both. "
        "The line where the network of four people answers 0.5 falls steeply "
        f"between the four; {right} of 1629 people lie on their own side of "
        f"it. {OUTSIDE}"
    )


def both(chart):
    everyone_is_there(chart)
    (left, right), (low, high) = PLANE
    placed = [float(n) for n in chart.root.get("data-axes").split()]
    x0, x1, y0, y1 = chart.frame
    wanted = [left, right, low, high, x0, x1, y1, y0]
    expect(
        max(abs(a - b) for a, b in zip(placed, wanted, strict=True)) < 0.01,
        f"data-axes says {placed}, not {wanted}",
    )
    solid, dashed = borders(chart)
    turns(chart, solid, output_of_four)
    turns(chart, dashed, learned().output)
    chart.says(
        "The same 1629 people with two lines: the steep one of the network "
        "that four people taught, and the flat one of the network that 814 "
        f"taught, which runs between women and men. {OUTSIDE}"
    )


def histogram(values, edges):
    counts = [0] * (len(edges) - 1)
    for value in values:
        for i in range(len(counts)):
            if edges[i] <= value < edges[i + 1]:
                counts[i] += 1
    return counts


def spread(chart, name, column, edges, unit):
    chart.axes(f"{name} in {unit}", "people")
    said = []
    for label, (words, colour) in SEXES.items():
        counts = histogram([p[column] for p in of_sex(label)], edges)
        (places,) = longest(chart, colour).pieces
        for i, count in enumerate(counts):
            x = chart.x_scale.place((edges[i] + edges[i + 1]) / 2)
            heights = [
                chart.y_scale.value(a.imag)
                for a, b in pairwise(places)
                if a.imag == b.imag and a.real < x < b.real
            ] or [0]
            off = max(abs(height - count) for height in heights)
            expect(off < 1, f"{words} from {edges[i]}: {heights}, not {count}")
        top = counts.index(max(counts))
        said.append(
            f"most {words} around {(edges[top] + edges[top + 1]) / 2:g}"
        )
        chart.label(words)
    border, right = best_border(column)
    line = chart.line("ink").pieces[0]
    at = chart.x_scale.value(line[0].real)
    expect(abs(at - border) < 0.1, f"the border is at {at}, not {border}")
    chart.says(
        f"How many women and men have which {name}: {', '.join(said)} "
        f"{unit}. The best line, at {border}, has {100 * right}% on their "
        "own side."
    )


def heights(chart):
    spread(chart, "height", 1, range(56, 79), "inches")


def weights(chart):
    spread(chart, "weight", 0, range(80, 301, 10), "pounds")


def luck(chart):
    chart.axes("share of people about whom a network is right", "networks")
    shares = shares_of_luck()
    edges = [0.48 + 0.01 * i for i in range(40)]
    (area,) = [each for each in chart.areas if each.colour == "accent"]
    for i, count in enumerate(histogram(shares, edges)):
        if count > 60:  # below, it is too flat to see
            middle = edges[i] + 0.005
            around = [chart.place(middle, f * count) for f in (0.97, 1.03)]
            inside = chart.covered([area], np.array(around)).tolist()
            expect(inside == [True, False], f"{count} networks at {middle}")
    height = best_border(1)[1]
    at = chart.x_scale.value(chart.line("ink").pieces[0][0].real)
    expect(abs(at - height) < 0.001, f"height alone is at {at}")
    low, middle, high = (100 * percentile(shares, p) for p in (1, 50, 99))
    chart.says(
        f"About which share of the people 10000 networks are right: half of "
        f"them about less than {middle}%, 98 of 100 between {low}% and "
        f"{high}%, one {100 * min(shares)}%, and "
        f"{sum(share > height for share in shares)} more than height alone "
        f"with {100 * height}%."
    )


def losses_of_both(chart):
    chart.axes("epoch", "mean squared error")
    said = []
    looks = ("people to train with", "accent"), ("people to test", "ink")
    for part, (words, colour) in enumerate(looks):
        losses = [each[part] for each in learned().losses]
        line = longest(chart, colour)
        chart.follows(
            line, lambda x, y=losses: np.interp(x, range(1, 11), y), words
        )
        chart.reaches(line, 1, 10, words)
        chart.label(words)
        said.append(f"{words} from {losses[0]} to {losses[-1]}")
    chart.says(f"The loss falls in 10 epochs, of {', of '.join(said)}.")


def curve(chart):
    chart.axes(
        "people to learn from", "right about test people", "logarithmic"
    )
    said = []
    areas = [each for each in chart.areas if each.colour == "accent"]
    areas = [each for each in areas if each.opacity < 1]
    areas.sort(key=lambda each: each.opacity)
    for size, shares in zip(SIZES, measured.curve(), strict=True):
        low, quarter, middle, most, high = (
            percentile(shares, p) for p in (5, 25, 50, 75, 95)
        )
        chart.mark_at(f"{size} people", size, middle)
        for area, ends in zip(
            areas, [(low, high), (quarter, most)], strict=True
        ):
            (piece,) = area.pieces
            for end in ends:
                away = distance(chart.place(size, end), piece)
                expect(away < 0.2, f"the range of {size} misses {end}")
        said.append(
            f"{size}: {100 * low}% to {100 * high}%, median {100 * middle}%"
        )
    expect(len(chart.marks) == len(SIZES), "there are other marks")
    guess = chart.y_scale.value(chart.line("line").pieces[0][0].imag)
    expect(abs(guess - 0.5) < 0.001, f"guessing is drawn at {guess}")
    chart.says(
        "How right networks are that learned from few people and from many, "
        f"the middle nine in ten of each: {'; '.join(said)}."
    )


def distance(place, piece):
    """How far a place is from an outline."""
    found = []
    for a, b in pairwise([*piece, piece[0]]):
        along = ((place - a) / ((b - a) or 1)).real
        found.append(abs(a + min(max(along, 0), 1) * (b - a) - place))
    return min(found)


def calibration(chart):
    chart.axes("output of the network", "women among those people")
    said = []
    looks = ("four", "muted", "square"), ("many", "accent", "circle")
    for name, colour, shape in looks:
        parts = []
        for tenth in range(10):
            if not tenths(name)[tenth]:
                continue
            x, y = mean(outputs_in(name, tenth)), women_in(name, tenth)
            mark = chart.mark_at(f"{name}, {tenth}", x, y)
            found = mark.colour, mark.shape
            expect(found == (colour, shape), f"{name} has the mark {found}")
            bar(chart, colour, x, y, len(tenths(name)[tenth]))
            parts.append(f"{100 * y}% at {x}")
        said.append(f"taught by {name}, {', '.join(parts)}")
    ends = [chart.point(place) for place in chart.line("line").pieces[0]]
    off = np.abs(np.array(ends) - [(0, 0), (1, 1)]).max()
    expect(off < 0.01, f"the diagonal goes from {ends[0]} to {ends[1]}")
    chart.says(
        "How many of the people with about the same output are women, on a "
        f"diagonal if the output were a probability: {'; '.join(said)}."
    )


def bar(chart, colour, x, y, count):
    """Expect a bar of one standard error up and down."""
    error = standard_error(y, count)
    wanted = [chart.place(x, y - error), chart.place(x, y + error)]
    pieces = [
        p
        for each in chart.lines
        if each.colour == colour
        for p in each.pieces
        if len(p) == 2
    ]
    found = any(
        abs(a - wanted[0]) < 0.1 and abs(b - wanted[1]) < 0.1
        for a, b in pieces
    )
    expect(found, f"{colour} has no bar of {error:.3f} at {x:.3f}")


def answers(picture):
    """Four bars, as long as the counts are large."""
    said, lengths, counts = [], [], []
    texts = [each.text for each in picture.words]
    for label, (words, colour) in SEXES.items():
        own = right_of_four(label)
        right, wrong = sum(own), len(own) - sum(own)
        said.append(f"of {len(own)} {words} {right} right and {wrong} wrong")
        for text in (words, f"{right} right", f"{wrong} wrong"):
            expect(text in texts, f"expected {text!r} among {texts}")
        bars = [
            pieces_of(path.get("d"))[0]
            for path in picture.root.iter("path")
            if colour_of(path.get("fill")) == colour
        ]
        bars.sort(key=lambda piece: min(place.real for place in piece))
        for piece in bars:
            xs = [place.real for place in piece]
            lengths.append(max(xs) - min(xs))
        counts += [right, wrong]
    expect(len(lengths) == 4, f"{len(lengths)} bars, not 4")
    unit = sum(lengths) / sum(counts)
    for length, count in zip(lengths, counts, strict=True):
        off = abs(length / unit - count)
        expect(off < 1, f"a bar stands for {length / unit:.0f}, not {count}")
    picture.says(f"The network is, {'; '.join(said)}.")


def layers(picture):
    """A row of dots for each network, and its median."""
    names = ("one neuron", "2 hidden", "16 hidden")
    ticks = [each for each in picture.words if each.text.endswith("%")]
    scale = Scale("x", ticks, lambda place: place.real)
    dots = [
        complex(float(use.get("x")), float(use.get("y")))
        for use in picture.root.iter("use")
        if use.get("fill-opacity") or use.get("opacity")
    ]
    said = []
    for name, shares in zip(names, by_layers().values(), strict=True):
        (words,) = [each for each in picture.words if each.text == name]
        row = [p.real for p in dots if abs((p - words.place).imag) < 5]
        found, wanted = sorted(row), sorted(map(scale.place, shares))
        expect(len(found) == len(wanted), f"{name} has {len(found)} dots")
        off = max(abs(a - b) for a, b in zip(found, wanted, strict=True))
        expect(off < 0.1, f"a dot of {name} is off by {off:.2f}")
        low, middle, high = (
            100 * each for each in (min(shares), median(shares), max(shares))
        )
        said.append(f"{name} {low}% to {high}%, median {middle}%")
    picture.says(f"The share right in 12 splits: {'; '.join(said)}.")
