"""Each mistake stops the build with a message, and harms no earlier site."""

import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
COPIED = ["docs", "scripts", "simplenet", "mkdocs.yml"]

# file, what stands there, what the mistake makes of it, words of the message
MISTAKES = {
    "a program raises": (
        "docs/programs/loss.py",
        "y_pred = np.array([0, 0, 0, 0])",
        "y_pred = np.array([0, 0, 0])",
        ["docs/programs/loss.py", "y_pred must have shape (4,)"],
    ),
    "a printed comment no longer matches": (
        "docs/programs/loss.py",
        "# 0.5",
        "# 0.25",
        ["docs/programs/loss.py, line 8", "'0.25'", "'0.5'"],
    ),
    "a changed definition breaks a promise": (
        "simplenet/loss.py",
        ".mean()",
        ".sum()",
        ["docs/programs/layers.py", "promises 'True'", "printed 'False'"],
    ),
    "a missing section": (
        "docs/loss.md",
        'simplenet/loss.py:mse_loss"',
        'simplenet/loss.py:huber"',
        ["docs/loss.md", "simplenet/loss.py", "huber", "mse_loss"],
    ),
    "a missing program": (
        "docs/loss.md",
        "programs/loss.md",
        "programs/huber.md",
        ["docs/loss.md", "docs/programs/huber.py"],
    ),
    "an unknown fact": (
        "docs/loss.md",
        "{{ shift_weight }}",
        "{{ shift_wieght }}",
        ["docs/loss.md", "shift_wieght", "Did you mean shift_weight"],
    ),
    "an impossible format": (
        "docs/loss.md",
        "{{ shift_weight }}",
        "{{ shift_weight:.2q }}",
        ["docs/loss.md", "shift_weight", ".2q"],
    ),
    "a TeX error": (
        "docs/loss.md",
        r"\frac{1}{n}",
        r"\fraction{1}{n}",
        ["loss.md", r"\fraction", "Correct the TeX"],
    ),
    "an equation without an id": (
        "docs/loss.md",
        "``` { .math #eq-mse }",
        "``` { .math }",
        ["docs/loss.md", "``` { .math }", "CONTRIBUTING"],
    ),
    "a missing figure": (
        "docs/loss.md",
        "figures/people.svg",
        "figures/persons.svg",
        ["docs/loss.md", "figures/persons.svg", "people_raw"],
    ),
    "a broken link": (
        "docs/glossary.md",
        "](predictions.md)",
        "](prediction.md)",
        ["glossary.md", "prediction.md"],
    ),
    "a broken anchor": (
        "docs/about.md",
        "loss.md#eq-mse",
        "loss.md#eq-msee",
        ["about.md", "loss.md#eq-msee"],
    ),
}


def build_with_mistake(folder, path, before, after):
    """Build a copy of the repository in which one thing is wrong."""
    for name in COPIED:
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, folder / name)
    (folder / ".venv").symlink_to(ROOT / ".venv")
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("an earlier site")
    text = (folder / path).read_text("utf-8")
    assert before in text
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
    message = done.stdout + done.stderr
    assert done.returncode != 0, message
    for words in MISTAKES[name][-1]:
        assert words in message
    # Only a program's own traceback helps.
    assert message.count("Traceback") == (name == "a program raises")
    assert (folder / "site/index.html").read_text() == "an earlier site"
    assert not (folder / "site.new").exists()
    assert not list((folder / "docs").rglob("*.new"))
