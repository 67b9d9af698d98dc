"""Read a published figure back: axes, marks, lines, areas and words.

Places in the picture are complex numbers, y downwards; those in the data are
pairs, as the ticks of the axes say.
"""

import math
import re
from dataclasses import dataclass
from itertools import pairwise
from xml.etree import ElementTree

import numpy as np

from tests.oracle.agree import difference

MIDDLE = 0.38  # of the size of letters: from their baseline to their middle
POWERS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
HREF = "{http://www.w3.org/1999/xlink}href"


class Wrong(Exception):
    """A figure does not show what it should."""


def expect(holds, what):
    if not holds:
        raise Wrong(what)


@dataclass
class Words:
    """A text of the figure, and the middle of its first or last letter."""

    text: str
    place: complex
    colour: str
    anchor: str
    turned: bool


@dataclass
class Mark:
    """A person or a value, marked at a place."""

    place: complex
    shape: str  # circle, square, cross, or the tick of an axis
    colour: str
    hollow: bool


@dataclass
class Line:
    """A line or the outline of an area: its pieces, each a list of places."""

    pieces: list
    colour: str
    dash: str
    opacity: float


def colour_of(value):
    """The name of a colour: female for var(--figure-female)."""
    return (value or "").removeprefix("var(--figure-").rstrip(")")


def pieces_of(d):
    """Split the data of a path: a list of places for each piece."""
    pieces = []
    for letter, numbers in re.findall(r"([A-Za-z])([^A-Za-z]*)", d):
        values = [float(n) for n in re.findall(r"-?[\d.]+", numbers)]
        if letter == "M":
            pieces.append([])
        if letter == "m":  # counted from where the piece before it ends
            before = pieces[-1][-1] if pieces else 0
            pieces.append([before + complex(*values)])
        elif letter == "h":
            pieces[-1].append(pieces[-1][-1] + values[0])
        elif letter in "MLC":  # of a curve, its end
            pairs = zip(values[::2], values[1::2], strict=True)
            places = [complex(x, y) for x, y in pairs]
            pieces[-1] += places[2::3] if letter == "C" else places
        elif letter == "z":
            pieces[-1].append(pieces[-1][0])
        else:
            raise Wrong(f"a path has the unknown command {letter}")
    return pieces


def text_of(element):
    return " ".join("".join(element.itertext()).split())


class Picture:
    """A published SVG, read back."""

    def __init__(self, svg):
        self.root = ElementTree.fromstring(svg)
        for part in self.root.iter():
            part.tag = part.tag.rpartition("}")[2]
        self.alt = self.root.get("aria-label")
        self.words = [self.read_words(t) for t in self.root.iter("text")]

    def read_words(self, element):
        size = float(element.get("font-size", "16px").removesuffix("px"))
        x, y = float(element.get("x")), float(element.get("y"))
        return Words(
            text_of(element),
            complex(x, y - MIDDLE * size),
            colour_of(element.get("fill")),
            element.get("text-anchor", "middle"),
            "rotate" in element.get("transform", ""),
        )

    def says(self, expected):
        """Expect an alternative text, its numbers in full."""
        wrong = difference(self.alt, expected)
        expect(not wrong, f"its alternative text: {wrong}")


class Chart(Picture):
    """A figure with axes."""

    def __init__(self, svg):
        super().__init__(svg)
        shapes = {p.get("id"): p for p in self.root.iter("path")}
        marks = [self.read_mark(u, shapes) for u in self.root.iter("use")]
        self.marks = [mark for mark in marks if mark.shape != "tick"]
        paths = [p for p in self.root.iter("path") if not p.get("id")]
        sides = [p for p in paths if is_side(p)]
        self.frame = self.read_frame(sides)
        drawn = [p for p in paths if p not in sides]
        drawn = [p for p in drawn if "grid" not in p.get("stroke", "")]
        self.lines = [read_line(p) for p in drawn if p.get("fill") == "none"]
        self.areas = [read_line(p) for p in drawn if p.get("fill") != "none"]
        self.read_axes()

    def read_mark(self, use, shapes):
        shape = shapes[use.get(HREF).removeprefix("#")]
        d = shape.get("d")
        kinds = {"C": "circle", "z": "square", "L.*L": "cross", "": "tick"}
        return Mark(
            complex(float(use.get("x")), float(use.get("y"))),
            next(kind for sign, kind in kinds.items() if re.search(sign, d)),
            colour_of(use.get("stroke")),
            use.get("fill-opacity") == "0",
        )

    def read_frame(self, sides):
        """Where the axes are: left, right, top, bottom."""
        ends = [e for p in sides for e in pieces_of(p.get("d"))[0]]
        expect(len(ends) >= 4, "expected two axes, left and below")
        xs, ys = [e.real for e in ends], [e.imag for e in ends]
        return min(xs), max(xs), min(ys), max(ys)

    def read_axes(self):
        """Tell the texts at the axes from the others, and read the scales."""
        left, _, top, bottom = self.frame
        at = {"x ticks": [], "y ticks": [], "x": [], "y": [], "": []}
        for each in self.words:
            below, x = each.place.imag - bottom, each.place.real
            if each.turned:
                name = "y"
            elif each.anchor == "middle" and 5 < below < 15:
                name = "x ticks"
            elif each.anchor == "middle" and below > 20:
                name = "x"
            elif each.anchor == "end" and x < left:
                name = "y ticks"
            elif each.anchor == "start" and each.place.imag < top:
                name = "y"
            else:
                name = ""
            at[name].append(each)
        self.labels = at[""]
        self.x_label = " ".join(each.text for each in at["x"])
        self.y_label = " ".join(each.text for each in at["y"])
        self.x_scale = Scale("x", at["x ticks"], lambda p: p.real)
        self.y_scale = Scale("y", at["y ticks"], lambda p: p.imag)

    def axes(self, x_label, y_label, x_kind="linear", y_kind="linear"):
        """Expect the words at the axes, and the kinds of their scales."""
        for name, found, wanted in [
            ("the x axis says", self.x_label, x_label),
            ("the y axis says", self.y_label, y_label),
            ("the x axis is", self.x_scale.kind, x_kind),
            ("the y axis is", self.y_scale.kind, y_kind),
        ]:
            expect(found == wanted, f"{name} {found!r}, expected {wanted!r}")
        expect(self.x_scale.sign > 0, "x does not grow to the right")
        expect(self.y_scale.sign < 0, "y does not grow upwards")

    def point(self, place):
        """The data at a place."""
        return self.x_scale.value(place.real), self.y_scale.value(place.imag)

    def place(self, x, y):
        """Where a point of the data should be."""
        return complex(self.x_scale.place(x), self.y_scale.place(y))

    def label(self, text):
        """The one label with this text."""
        found = [each for each in self.labels if each.text == text]
        texts = [each.text for each in self.labels]
        expect(len(found) == 1, f"expected one label {text!r} in {texts}")
        return found[0]

    def line(self, colour, dashed=None):
        """The one line of a colour."""
        found = [
            line
            for line in self.lines
            if line.colour == colour and dashed in (None, bool(line.dash))
        ]
        expect(len(found) == 1, f"{len(found)} lines are {colour}, not one")
        return found[0]

    def mark_at(self, what, x, y, within=0.1):
        """The mark of a point of the data."""
        place = self.place(x, y)
        found = [m for m in self.marks if abs(m.place - place) < within]
        said = f"({x:.6g}, {y:.6g})"
        expect(len(found) == 1, f"{len(found)} marks at {said}, for {what}")
        return found[0]

    def labelled(self, label, mark):
        """Expect a label to stand right beside its mark."""
        nearest = min(self.marks, key=lambda m: abs(m.place - label.place))
        expect(
            nearest is mark and abs(mark.place - label.place) < 25,
            f"{label.text!r} does not stand beside its mark",
        )

    def follows(self, line, function, what, within=0.12):
        """Expect a line to show y = function(x), wherever it is drawn."""
        (places,) = line.pieces
        xs = [place.real for place in places]
        expect(xs == sorted(xs), f"the line of {what} goes back")
        for a, b in pairwise(places):
            slope = (b - a).imag / (b - a).real
            for share in (0, 0.25, 0.5, 0.75, 1):
                place = a + share * (b - a)
                x, y = self.point(place)
                off = place.imag - self.y_scale.place(function(x))
                expect(
                    abs(off) < within * math.hypot(1, slope),
                    f"the line of {what} is at {y:.4g}, not "
                    f"{function(x):.4g}, where {self.x_label} = {x:.4g}",
                )

    def reaches(self, line, low, high, what):
        """Expect a line to go from one x to another."""
        ends = [self.x_scale.value(line.pieces[0][i].real) for i in (0, -1)]
        for end, wanted in zip(ends, (low, high), strict=True):
            off = abs(self.x_scale.place(wanted) - self.x_scale.place(end))
            expect(off < 0.1, f"{what} goes from {ends[0]} to {ends[1]}")

    def covered(self, areas, places):
        """Which places lie within one of some areas (even-odd)."""
        inside = np.zeros(len(places), bool)
        for area in areas:
            own = np.zeros(len(places), bool)
            for piece in area.pieces:
                own ^= enclosed(piece, places)
            inside |= own
        return inside


def is_side(path):
    """Whether a path is a side of the axes: straight, with square ends."""
    squared = path.get("stroke-linecap") == "square"
    return squared and [*map(len, pieces_of(path.get("d")))] == [2]


def read_line(path):
    fill = path.get("fill", "")
    opacity = path.get("fill-opacity") or path.get("opacity") or "1"
    return Line(
        pieces_of(path.get("d")),
        colour_of(path.get("stroke") if fill == "none" else fill),
        path.get("stroke-dasharray", ""),
        float(opacity),
    )


def enclosed(piece, places):
    """Which places an outline encloses: a ray to the right crosses it."""
    inside = np.zeros(len(places), bool)
    ends = np.array(piece)
    for a, b in zip(ends, np.roll(ends, -1), strict=True):
        if a.imag == b.imag:
            continue
        crosses = (a.imag > places.imag) != (b.imag > places.imag)
        share = (places.imag - a.imag) / (b.imag - a.imag)
        inside ^= crosses & (places.real < a.real + share * (b - a).real)
    return inside


def tick(text):
    """Read a tick: −20, 0.01, 50%, 10⁻¹⁵."""
    power = re.fullmatch(r"10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)", text)
    if power:
        return 10.0 ** int(power[1].translate(POWERS))
    plain = text.replace("−", "-").replace(",", "")
    if plain.endswith("%"):
        return float(plain[:-1]) / 100
    return float(plain)


class Scale:
    """What the ticks of an axis say about places."""

    def __init__(self, name, ticks, along):
        places = [along(each.place) for each in ticks]
        values = [tick(each.text) for each in ticks]
        expect(len(values) > 1, f"the {name} axis has too few ticks")
        for kind in ("linear", "logarithmic"):
            self.kind = kind
            if kind == "logarithmic" and min(values) <= 0:
                break
            units = [self.to_unit(value) for value in values]
            self.sign, self.zero = np.polyfit(units, places, 1)
            wanted = np.polyval([self.sign, self.zero], units)
            if max(abs(wanted - places)) < 0.05:
                return
        raise Wrong(f"the ticks of the {name} axis are on no scale: {values}")

    def to_unit(self, value):
        return value if self.kind == "linear" else math.log10(value)

    def place(self, value):
        return self.sign * self.to_unit(value) + self.zero

    def value(self, place):
        unit = (place - self.zero) / self.sign
        return float(unit if self.kind == "linear" else 10**unit)
