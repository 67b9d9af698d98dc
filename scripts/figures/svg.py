"""An SVG picture for a page: how it is written, and how it is cleaned."""

import re
from dataclasses import dataclass
from html import escape
from xml.etree import ElementTree

from scripts.figures.style import COLOURS

VARIABLES = {light: f"var(--figure-{name})" for name, light in COLOURS.items()}
VARIABLES["#000000"] = VARIABLES[COLOURS["ink"]]  # black, in a reader's plot
LENGTHS = {"d", "x", "y", "width", "height", "transform", "font-size"}
UNWANTED = {"font", "font-family"}  # a figure has the font of its page


@dataclass(frozen=True)
class Figure:
    """A picture as an inline SVG element, and the words that stand for it."""

    svg: str
    alt: str


def wrap(name, box, body, alt):
    """Make the svg element of a figure; box is its viewBox."""
    return (
        f'<svg class="figure figure-{name}" viewBox="{box}" role="img"'
        ' xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' aria-label="{escape(alt)}">{body}</svg>'
    )


def spans(text):
    """Set each $w_1$ of a text as an italic w with a small 1 below."""
    if "$" not in text:
        return text
    found, up = [], ""
    for words, symbol, sub in re.findall(r"([^$]+)|\$(\w)_?(\w*)\$", text):
        kind = ' class="symbol"' if symbol else ""
        found.append(f"<tspan{kind}{up}>{words or symbol}</tspan>")
        if sub:
            found.append(f'<tspan class="sub" dy=".32em">{sub}</tspan>')
        # The stylesheet makes a subscript 0.75 em: 0.32 of that is 0.24.
        up = ' dy="-.24em"' if sub else ""
    return "".join(found)


def clean(text, name, alt):
    """Make a figure's svg element from what Matplotlib saved as SVG."""
    root = ElementTree.fromstring(text)  # leaves comments and doctype out
    targets = re.findall(r"#(\w+)", text)
    used = [part for part in root.iter() if part.get("id") in targets]
    ids = {part.get("id"): f"{name}-{n}" for n, part in enumerate(used, 1)}
    for part in root.iter():
        tidy(part, ids)
    body = "".join(
        ElementTree.tostring(part, encoding="unicode")
        for child in root
        for part in drawn(child)
    )
    # Not `href`: Material's instant navigation rewrites that, and fails here.
    body = body.replace(' href="#', ' xlink:href="#')
    body = re.sub(
        r"(<text[^>]*>)([^<]+)", lambda hit: hit[1] + spans(hit[2]), body
    )
    return wrap(name, root.get("viewBox"), body, alt)


def tidy(element, ids):
    """Give an element plain, short attributes and no namespace."""
    element.tag = bare(element.tag)
    element.tail = None
    element.text = (element.text or "").strip()
    found = {bare(key): value for key, value in element.items()}
    for declaration in filter(None, found.pop("style", "").split(";")):
        key, value = declaration.split(":")
        found[key.strip()] = value.strip()
    if found.get("transform", "").startswith("rotate(-0 "):
        del found["transform"]
    if found.pop("id", None) in ids:
        found["id"] = ids[element.get("id")]
    element.attrib = {
        key: short(key, value, ids)
        for key, value in found.items()
        if key not in UNWANTED
    }


def bare(name):
    """Take the namespace from the name of a tag or an attribute."""
    return name.rpartition("}")[2]


def short(key, value, ids):
    """Round lengths, and name colours and other elements for the page."""
    if key == "d" and (dots := dotted(value)):
        return dots
    if key in LENGTHS:
        value = re.sub(r"-?\d+\.\d+", rounded, value)
        value = re.sub(r"\s*([A-Za-z])\s*", r"\1", value)
        return re.sub(r"(?<=M)[-\d. L]+", thinned, value)
    if key in ("href", "clip-path"):
        return re.sub(r"#(\w+)", lambda hit: "#" + ids[hit[1]], value)
    return VARIABLES.get(value, value)


def dotted(path):
    """Write a path of dots as steps from one to the next; None for others.

    A dot is a line that ends where it starts. Row by row, in tenths of a
    unit, many dots need few letters.
    """
    words = path.split()  # of each dot: M x y L x y
    x, y = words[1::6], words[2::6]
    if [*x, *y] != [*words[4::6], *words[5::6]] or len(words) != 6 * len(x):
        return None
    pairs = zip(y, x, strict=True)
    places = sorted([round(10 * float(n)) for n in pair] for pair in pairs)
    steps = zip(places, [(0, 0), *places], strict=False)
    return "".join(
        f"m{(right - x) / 10:g} {(down - y) / 10:g}h0"
        for (down, right), (y, x) in steps
    )


def rounded(match):
    """Write a length to a hundredth of a unit."""
    return f"{round(float(match[0]), 2) + 0.0:g}"  # + 0.0: no minus zero


def thinned(match):
    """Write the corners of a line, without those that nobody sees."""
    pairs = [corner.split() for corner in match[0].split("L")]
    points = corners([complex(float(x), float(y)) for x, y in pairs])
    return "L".join(f"{point.real:g} {point.imag:g}" for point in points)


def corners(points):
    """Keep the ends and what is off their line, by Douglas and Peucker."""
    start, way = points[0], points[-1] - points[0]

    def distance(point):
        share = ((point - start) / (way or 1)).real
        return abs(point - start - min(max(share, 0), 1) * way)

    gaps = [distance(point) for point in points]
    worst = gaps.index(max(gaps))
    if gaps[worst] < 0.05:
        return [points[0], points[-1]][: len(points)]
    return corners(points[: worst + 1])[:-1] + corners(points[worst:])


def drawn(element):
    """List what of an element is drawn, out of groups that say nothing."""
    if element.tag in ("metadata", "style"):
        return []
    element[:] = [part for child in element for part in drawn(child)]
    if element.tag == "g" and not element.attrib:
        return list(element)
    if element.tag in ("g", "defs") and not len(element):
        return []
    painted = element.get("fill") != "none" or "stroke" in element.attrib
    return [element] if painted else []
