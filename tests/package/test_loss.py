"""Laws of the mean squared error."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from simplenet import mse_loss

labels = arrays(float, st.integers(1, 6), elements=st.floats(-9, 9))


@given(labels)
def test_right_predictions_cost_nothing(y):
    assert mse_loss(y, y) == 0


@given(labels, st.floats(-3, 3))
def test_equal_errors_cost_their_square(y, error):
    assert mse_loss(y, y + error) == pytest.approx(error**2, abs=1e-12)


@given(labels, st.integers(0, 5))
def test_the_loss_of_n_is_the_mean_of_n_losses(y, shift):
    other = np.roll(y, shift) + 1
    alone = [mse_loss([a], [b]) for a, b in zip(y, other, strict=True)]
    assert mse_loss(y, other) == pytest.approx(np.mean(alone))


@given(labels)
def test_both_sides_weigh_the_same(y):
    assert mse_loss(y, y**2) == mse_loss(y**2, y)
