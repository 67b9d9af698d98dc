"""The charts of curves: sigmoid, losses, errors of differences."""

import math

import numpy as np

from tests.oracle.facts import LOSSES, ONES_SLOPES, STUCK, follow
from tests.oracle.network import f, slope_of_f
from tests.oracle.pictures import expect


def curve(chart, name, function, colour="accent"):
    """Expect the curve of a function from -8 to 8, and its name at it."""
    line = chart.line(colour)
    chart.follows(line, function, name)
    chart.reaches(line, -8, 8, name)
    label = chart.label(name)
    expect(label.colour == colour, f"{name} and its line differ in colour")
    near = min(abs(place - label.place) for place in line.pieces[0])
    expect(near < 30, f"{name} does not stand at its line")


def sigmoid(chart):
    chart.axes("x", "")
    curve(chart, "f(x)", f)
    chart.says(
        f"The sigmoid f rises from {f(-8)} at x = −8 through {f(0)} at 0 to "
        f"{f(8)} at 8."
    )


def slope(chart):
    chart.axes("x", "")
    curve(chart, "f′(x)", slope_of_f)
    expect(len(chart.marks) == 2, "not both sums of Alice are marked")
    said = []
    for name, at in (("s1", -3), ("s3", 2 * f(-3))):
        mark = chart.mark_at(name, at, slope_of_f(at))
        chart.labelled(chart.label(name), mark)
        said.append(f"{slope_of_f(at)} at {name} = {at}")
    chart.says(
        f"The slope f′ of the sigmoid is {slope_of_f(0)} at its highest, at "
        f"x = 0, and falls to {slope_of_f(-8)} at both ends. For Alice it is "
        f"{' and '.join(said)}."
    )


def tangent(chart):
    chart.axes("w1", "Alice's loss")
    loss, rise = follow(1)[-1], ONES_SLOPES["w1"]
    line = chart.line("accent")
    chart.follows(line, lambda w1: follow(w1)[-1], "Alice's loss")
    chart.reaches(line, -3, 3, "the curve")
    straight = chart.line("ink", dashed=True)
    chart.follows(
        straight, lambda w1: loss + rise * (w1 - 1), "the straight line"
    )
    (mark,) = chart.marks
    expect(mark is chart.mark_at("Alice", 1, loss), "the mark is elsewhere")
    chart.says(
        f"Alice's loss over w1, a curve: {follow(-3)[-1]} at w1 = −3, {loss} "
        f"at 1 and {follow(3)[-1]} at 3. A straight line touches it at w1 = "
        f"1 and rises there by {rise} for each 1 to the right."
    )


def at_epoch(losses):
    """The loss at an epoch, on a line between two."""
    return lambda epoch: float(np.interp(epoch, range(len(losses)), losses))


def loss(chart):
    chart.axes("epoch", "mean squared error")
    line = chart.line("accent")
    chart.follows(line, at_epoch(LOSSES), "the loss")
    chart.reaches(line, 0, 999, "the loss")
    expect(len(chart.marks) == 2, "not two ends are marked")
    for epoch in (0, 999):
        mark = chart.mark_at(f"epoch {epoch}", epoch, LOSSES[epoch])
        chart.labelled(chart.label(f"{LOSSES[epoch]:.3f}"), mark)
    chart.says(
        f"The mean squared error goes from {LOSSES[0]} at epoch 0 to "
        f"{LOSSES[99]} at epoch 99 and {LOSSES[999]} at epoch 999."
    )


def luck_stuck(chart):
    chart.axes("epoch", "mean squared error")
    line = chart.line("accent")
    chart.follows(line, at_epoch(STUCK), "the loss")
    chart.reaches(line, 0, 1999, "the loss")
    stop = chart.line("line")
    x = chart.x_scale.value(stop.pieces[0][0].real)
    expect(abs(x - 1000) < 1, f"the vertical line is at epoch {x:.0f}")
    label = chart.label("the article stops here")
    at = chart.x_scale.value(label.place.real)
    expect(1000 < at < 1100, "“the article stops here” is not at its line")
    chart.says(
        f"The mean squared error is {STUCK[0]} at epoch 0, {STUCK[500]} at "
        f"epoch 500, {STUCK[999]} at epoch 999, {STUCK[1999]} at epoch 1999."
    )


def step_sizes(chart):
    chart.axes(
        "step δ", "largest error of the nine slopes", *["logarithmic"] * 2
    )
    expect(len(chart.marks) == 16, "not every step size is marked")
    points = sorted(chart.point(mark.place) for mark in chart.marks)
    errors = [error for _, error in points]
    for (delta, _), power in zip(points, range(-15, 1), strict=True):
        expect(abs(math.log10(delta) - power) < 0.01, f"no mark at 1e{power}")
    # With long steps the error falls like δ², then rounding takes over.
    for power in range(-4, 1):
        error = errors[power + 15]
        low, high = 0.01 * 100.0**power, 0.03 * 100.0**power
        expect(low < error < high, f"the error at 1e{power} is {error:.1e}")
    best = errors.index(min(errors))
    expect(best == 10, f"the best step is {points[best][0]:.0e}, not 1e-05")
    for power in range(-15, -5):
        low, high = 3e-18 / 10.0**power, 4e-16 / 10.0**power
        error = errors[power + 15]
        expect(low < error < high, f"the error at 1e{power} is {error:.1e}")
    (places,) = chart.line("accent").pieces
    for place in places:
        near = min(abs(place - mark.place) for mark in chart.marks)
        expect(near < 0.1, "the line leaves the marks")
    x, _ = chart.point(chart.label("rounding").place)
    expect(x < 1e-5, "“rounding” stands on the side of long steps")
    x, _ = chart.point(chart.label("long steps").place)
    expect(x > 1e-5, "“long steps” stands on the side of rounding")
    chart.says(
        "The error of the central difference on logarithmic axes, a letter "
        "V: from 10⁻² at δ = 10⁰ down to 10⁻¹¹ at δ = 10⁻⁵, and up again to "
        f"10{'⁻¹' if errors[0] > 0.0316 else '⁻²'} at δ = 10⁻¹⁵."
    )


def loss_curve(chart):
    """What the program of that name plots."""
    chart.axes("epoch", "mean squared error")
    (line,) = chart.lines  # in a notebook, the colour is Matplotlib's
    chart.follows(line, at_epoch(LOSSES), "the loss")
    chart.reaches(line, 0, 999, "the loss")
    chart.says(
        f"The mean squared error against the epoch: a line from {LOSSES[0]} "
        f"at 0 to {LOSSES[999]} at 999."
    )
