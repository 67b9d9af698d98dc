"""Laws of the sigmoid, and of its slope."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simplenet import deriv_sigmoid, sigmoid

finite = st.floats(allow_nan=False, allow_infinity=False)
moderate = st.floats(-30, 30)


def test_digits_of_the_article():
    assert sigmoid(7) == 0.9990889488055994
    assert sigmoid(sigmoid(3)) == 0.7216325609518421
    assert sigmoid(-3) == 0.04742587317756678


@given(finite)
def test_any_number_stays_in_range_without_a_warning(x):
    assert 0 <= sigmoid(x) <= 1


@given(moderate)
def test_range_is_open(x):
    assert 0 < sigmoid(x) < 1


@pytest.mark.parametrize("x", [1e308, -1e308])
def test_largest_numbers_do_not_warn(x):
    assert sigmoid(x) == pytest.approx(float(x > 0), abs=1e-300)
    assert deriv_sigmoid(x) == pytest.approx(0, abs=1e-300)


@given(moderate)
def test_turning_the_input_around_turns_the_output_around(x):
    assert 1 - sigmoid(x) == pytest.approx(sigmoid(-x), abs=1e-15)


@given(moderate, moderate)
def test_never_falls(a, b):
    low, high = sorted([a, b])
    assert sigmoid(low) <= sigmoid(high)


@given(st.floats(-20, 20))
def test_slope_agrees_with_a_central_difference(x):
    step = 1e-5
    slope = (sigmoid(x + step) - sigmoid(x - step)) / (2 * step)
    assert deriv_sigmoid(x) == pytest.approx(slope, abs=1e-10)


@given(finite)
def test_slope_is_steepest_at_zero(x):
    assert 0 <= deriv_sigmoid(x) <= deriv_sigmoid(0) == 0.25


@pytest.mark.parametrize("f", [sigmoid, deriv_sigmoid])
def test_arrays_keep_their_shape(f):
    x = np.linspace(-1, 1, 6).reshape(2, 3)
    expected = [[f(number) for number in row] for row in x]
    np.testing.assert_array_equal(f(x), expected)
