"""Compare tinted areas with the sides that a network sees."""

import numpy as np

from tests.oracle.pictures import expect


def places_of(chart, count=60):
    """Places all over the axes."""
    left, right, top, bottom = chart.frame
    xs = np.linspace(left, right, count + 2)[1:-1]
    ys = np.linspace(top, bottom, count + 2)[1:-1]
    return (xs[:, None] + 1j * ys).ravel()


def sides(chart, predicts, areas, label, level=0.5, doubt=0.05):
    """Expect areas to cover what is predicted to be a label, only.

    level: how sure, 0.5 or more. Nearer to it than the doubt, near the edge
    of an area, either is right.
    """
    places = places_of(chart)
    what = f"what is predicted to be {label} by {level:g} or more"
    expect(areas, f"nothing is tinted for {what}")
    inside = chart.covered(areas, places)
    for place, found in zip(places, inside, strict=True):
        y_pred = predicts(*chart.point(place))
        above = (y_pred if label == 1 else 1 - y_pred) - level
        x, y = chart.point(place)
        expect(
            found == (above > 0) or abs(above) < doubt,
            f"the tint for {what} is wrong at ({x:.2f}, {y:.2f}), where the "
            f"prediction is {y_pred:.3f}",
        )
