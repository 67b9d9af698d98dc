"""The two spirals, and what the trained network makes of the plane."""

from tests.oracle.figures.areas import sides
from tests.oracle.pictures import expect
from tests.oracle.runs import spiral_points, spirals


def predicts(x, y):
    return spirals((2, 16, 1)).predicts([(x, y)])[0]


def two_spirals(chart):
    chart.axes("x1", "x2")
    x, labels = spiral_points()
    looks = {0: ("male", 5), 1: ("female", 5)}
    for label, (colour, corners) in looks.items():
        own = [a for a in chart.areas if a.colour == colour]
        (dots,) = [a for a in own if a.opacity == 1]
        wanted = {chart.place(*point) for point in x[labels == label]}
        expect(
            len(dots.pieces) == len(wanted),
            f"{len(dots.pieces)} points are {colour}, not {len(wanted)}",
        )
        for piece in dots.pieces:
            expect(len(piece) == corners, f"a {colour} point has lost corners")
            middle = sum(piece[:-1]) / (len(piece) - 1)
            upright = abs(piece[0].imag - piece[1].imag) < 0.1
            expect(upright == (label == 0), f"a {colour} point is turned")
            near = min(abs(middle - place) for place in wanted)
            expect(near < 0.1, f"a {colour} point is at {chart.point(middle)}")
        tints = [a for a in own if a.opacity < 1]
        sides(chart, predicts, tints, label, doubt=0.1)
    right = 100 * spirals((2, 16, 1)).right
    chart.says(
        "100 points on two spirals that wind around each other, and the two "
        f"sides that the network sees: {right}% of the points lie on the "
        "side of their label."
    )
