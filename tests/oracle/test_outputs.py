"""Every program prints what it should, as its page and its file show it."""

import pytest

from tests.oracle.agree import difference
from tests.oracle.outputs import OUTPUTS
from tests.oracle.site import none

FILE = "tests/oracle/outputs.py"


@pytest.fixture(scope="module")
def published(site):
    return {
        path.stem: path.read_text("utf-8").splitlines()
        for path in site.glob("outputs/*.txt")
    }


def line_differs(shown, expected):
    if isinstance(expected, tuple):
        return difference(shown, *expected)
    if isinstance(expected, str):
        return difference(shown, expected)
    return difference(shown, "#", [expected])


def differences(stem, shown):
    expected = list(OUTPUTS[stem]())
    if len(shown) != len(expected):
        yield f"{stem}: expected {len(expected)} lines, found {len(shown)}"
    for n, (line, wanted) in enumerate(zip(shown, expected, strict=False), 1):
        if wrong := line_differs(line, wanted):
            yield f"{stem}, line {n}: {wrong}"


def test_every_line_is_what_its_definition_says(published):
    wrong = [
        each
        for stem in sorted(published.keys() & OUTPUTS.keys())
        for each in differences(stem, published[stem])
    ]
    none(
        wrong,
        f"Outputs differ from {FILE}. Is simplenet wrong (see what tests "
        "of it say), docs/programs/, or the definition?",
    )


def test_every_output_has_a_definition(published):
    missing = sorted(published.keys() - OUTPUTS.keys())
    none(missing, f"Add to OUTPUTS in {FILE}:")
    left = sorted(OUTPUTS.keys() - published.keys())
    none(left, f"No such program; remove from OUTPUTS in {FILE}:")


def test_pages_show_the_published_outputs(pages, published):
    seen = set()
    for url, page in pages.items():
        for box in page.soup.select(".program-output[data-program]"):
            stem = box["data-program"]
            shown = "".join(code.text for code in box.select("pre code"))
            assert shown.splitlines() == published[stem], (url, stem)
            seen.add(stem)
    assert seen == published.keys()
