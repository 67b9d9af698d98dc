"""The people, and what the shift makes of them."""

import numpy as np
import pytest

from simplenet.data import all_y_trues, data, emily, frank, people
from simplenet.measured import read_people


def test_shifted_people_are_those_of_the_article():
    assert data.tolist() == [[-2, -1], [25, 6], [17, 4], [-15, -6]]
    assert emily.tolist() == [-7, -3]
    assert frank.tolist() == [20, 2]


def test_every_person_has_a_label():
    assert len(people) == len(data) == len(all_y_trues)
    assert dict(zip(people, all_y_trues.tolist(), strict=True)) == {
        "Alice": 1,
        "Bob": 0,
        "Charlie": 0,
        "Diana": 1,
    }


def test_the_shift_puts_the_data_around_zero():
    assert np.all(data.min(axis=0) < 0)
    assert np.all(data.max(axis=0) > 0)


def test_a_folder_without_the_file_is_refused_in_one_sentence(tmp_path):
    with pytest.raises(SystemExit, match=r"^people.csv is missing\. Download"):
        read_people(tmp_path)
