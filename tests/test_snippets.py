"""A page that asks for what is not there is told what there is."""

import pytest

from scripts.ground.errors import BuildError
from scripts.pages.snippets import check_snippets


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("programms/loss.md", ["no folder 'programms'", "programs, figures"]),
        ("programs/lost.md", ["Write docs/programs/lost.py", "loss"]),
        ("simplenet/loss.py:mse", ["[start:mse]", "mse_loss"]),
    ],
)
def test_wrong_name_is_answered_by_the_right_ones(site, asked, words):
    with pytest.raises(BuildError) as error:
        check_snippets("loss.md", f'Text\n\n--8<-- "{asked}"\n')
    assert str(error.value).startswith(f"docs/loss.md shows {asked!r}")
    for word in words:
        assert word in str(error.value)
