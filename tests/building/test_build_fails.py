"""Each mistake stops the build with a message, and harms no earlier site."""

import subprocess
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.repository import ROOT, copy_repository

pytestmark = pytest.mark.slow  # builds sites of its own

# A page outside the notebook: the build then need not run the programs.
PAGE = "docs/beyond/check-the-gradient.md"
STATES = "{{ central_difference.states }}"


def line_of(path, words):
    """Tell in which line of a file some words stand first."""
    text = (ROOT / path).read_text("utf-8")
    return text.partition(words)[0].count("\n") + 1


# What MkDocs says of a link, behind the line that scripts/ finds for it
LINK = (
    f"{PAGE}, line {line_of(PAGE, '](../backpropagation.md) gives')}: "
    f"Doc file '{PAGE.removeprefix('docs/')}' contains a link"
)

# file, what stands there, what the mistake makes of it, words of the message
MISTAKES = {
    "a program raises": (
        "docs/programs/backpropagation.py",
        "h1 = sigmoid(sum_h1)",
        "h1 = sigmoid(None)",
        ["docs/programs/backpropagation.py", "x must hold real numbers"],
    ),
    "a printed comment no longer matches": (
        "docs/programs/backpropagation.py",
        "# 0.5236951740839997",
        "# 0.52",
        ["backpropagation.py, line 18", "'0.52'", "'0.5236951740839997'"],
    ),
    "a changed definition breaks a promise": (
        "simplenet/activation.py",
        "fx * (1 - fx)",
        "fx * (2 - fx)",
        [
            "simplenet/activation.py, deriv_sigmoid(0.5): expected about",
            "docs/programs/backpropagation.py",
            "promises '0.2494385387251289",
        ],
    ),
    "a seed that ends elsewhere": (
        "simplenet/data.py",
        "seed = 157",
        "seed = 158",
        [
            "docs/programs/predictions.py, line 16",
            "docs/programs/wrong_sign.py, line 27",
            "simplenet/data.py: seed 158 should be the first",
        ],
    ),
    "a program that a notebook cannot run": (
        "docs/programs/loss.py",
        "y_pred = np.array([0, 0, 0, 0])",
        "y_pred = np.array([0, 0, 0, 0]) if __file__ else None",
        ["tutorial.ipynb", "'__file__' is not defined", "if __file__ else"],
    ),
    "a sign that no text has": (
        PAGE,
        STATES,
        f"\x1b{STATES}",
        [PAGE, "line ", "found the control character 0x1b", "Delete it"],
    ),
    "a missing section": (
        "docs/loss.md",
        'simplenet/loss.py:mse_loss"',
        'simplenet/loss.py:huber"',
        ["docs/loss.md", "simplenet/loss.py", "huber", "mse_loss"],
    ),
    "an unknown fact": (
        PAGE,
        STATES,
        "{{ central_difference.statse }}",
        [f"{PAGE}, line ", "'statse' at its end. Did you mean states?"],
    ),
    "a number that starts an item of a list": (
        PAGE,
        STATES,
        f"\n\n{STATES}. ",
        [
            f"{PAGE}, line {line_of(PAGE, STATES) + 2}:",
            "as a word",
        ],
    ),
    "a TeX error": (
        PAGE,
        r"\frac{1}{\delta}",
        r"\fraction{1}{\delta}",
        ["check-the-gradient.md", r"\fraction", "Correct the TeX"],
    ),
    "an equation that the code contradicts": (
        PAGE,
        "{2 \\delta}",
        "{3 \\delta}",
        ["check-the-gradient/: eq-central-difference: WRONG"],
    ),
    "a missing figure": (
        PAGE,
        "figures/step_sizes.svg",
        "figures/step_size.svg",
        [PAGE, "figures/step_size.svg", "catalogue.py", "people_raw"],
    ),
    "a broken link and a broken anchor": (
        PAGE,
        "](../backpropagation.md) gives",
        "](../backpropagate.md) [x](../backpropagation.md#eq-chian) gives",
        [
            f"{LINK} '../backpropagate.md'",
            f"{LINK} '../backpropagation.md#eq-chian'",
            "2 warnings",
        ],
    ),
}


def build_with_mistake(folder, path, before, after):
    """Build a copy of the repository in which one thing is wrong.

    It shares what earlier builds kept: nothing kept may hide a mistake.
    """
    copy_repository(folder)
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("an earlier site")
    text = (folder / path).read_text("utf-8")
    if before not in text:
        return None
    (folder / path).write_text(text.replace(before, after), "utf-8")
    return subprocess.run(
        ["scripts/build"], cwd=folder, capture_output=True, text=True
    )


@pytest.fixture(scope="module")
def builds(site, tmp_path_factory):
    """Build with every mistake, two at a time: {name: (build, folder)}."""

    def build(name):
        folder = tmp_path_factory.mktemp("mistake")
        path, before, after, _ = MISTAKES[name]
        return build_with_mistake(folder, path, before, after), folder

    with ThreadPoolExecutor(2) as pool:
        return dict(zip(MISTAKES, pool.map(build, MISTAKES), strict=True))


@pytest.mark.parametrize("name", MISTAKES)
def test_mistake_stops_the_build_by_name(builds, name):
    done, folder = builds[name]
    path, before, _, expected = MISTAKES[name]
    if done is None:
        pytest.fail(f"{path} no longer says {before!r}: correct MISTAKES.")
    message = done.stdout + done.stderr
    assert done.returncode != 0, message
    for words in expected:
        assert words in message
    # Only a program's own traceback helps.
    raises = "a program raises", "a changed definition breaks a promise"
    assert message.count("Traceback") == (name in raises)
    assert (folder / "site/index.html").read_text() == "an earlier site"
    assert not list(folder.glob("site.*"))
    assert not list((folder / "docs").rglob("*.new"))
