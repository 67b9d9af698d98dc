"""The store gives back what was kept, and nothing else."""

import json
import os
import shutil
import sysconfig
from concurrent.futures import ThreadPoolExecutor

import pytest

from scripts.chapters.catalogue import PICTURES
from scripts.ground import keys, store
from scripts.ground.keys import (
    closure,
    code_of,
    environment,
    files_of,
    meaning,
)
from scripts.ground.store import (
    clear,
    keep,
    keep_reading,
    kept,
    kept_reading,
    key_of,
    made,
)
from scripts.programs import definitions, inputs
from scripts.programs.inputs import computing_code


@pytest.fixture(autouse=True)
def empty(tmp_path, monkeypatch):
    """A store of our own."""
    monkeypatch.setattr(store, "STORE", tmp_path)
    return tmp_path


def test_parts_of_a_key_are_told_apart():
    parts = ("ab", "c"), ("a", "bc"), ("abc",), ("ab", "c", ""), ("c", "ab")
    assert len({key_of(*each) for each in parts}) == len(parts)
    assert key_of("é") == key_of("é".encode())


def test_a_thing_is_made_once():
    made_here = []

    def make():
        made_here.append(1)
        return b"thing"

    assert made("kind", "key", make) == made("kind", "key", make) == b"thing"
    assert made("kind", "other", make) == b"thing"
    assert len(made_here) == 2


def test_what_fails_is_not_kept():
    with pytest.raises(ZeroDivisionError):
        made("kind", "key", lambda: 1 / 0)
    assert made("kind", "key", lambda: b"now") == b"now"


@pytest.mark.parametrize("harm", [lambda d: d[:-1], lambda d: d[:40] + b"!"])
def test_a_damaged_entry_is_made_anew(empty, harm):
    keep("kind", "key", b"thing")
    path = empty / "kind" / "key"
    path.write_bytes(harm(path.read_bytes()))
    assert kept("kind", "key") is None
    assert made("kind", "key", lambda: b"again") == b"again"
    assert kept("kind", "key") == b"again"


def test_what_was_read_decides():
    sources = {"a": "1", "b": "2"}
    assert kept_reading("figure", "key", sources) is None
    keep_reading("figure", "key", sources, {"a"}, b"one")
    assert kept_reading("figure", "key", sources | {"b": "3"}) == b"one"
    assert kept_reading("figure", "key", sources | {"a": "3"}) is None
    assert kept_reading("figure", "other", sources) is None
    assert kept_reading("figure", "key", {"b": "2"}) is None
    # With another a, it reads b, too; what was kept before stays right.
    keep_reading("figure", "key", {"a": "3", "b": "2"}, {"a", "b"}, b"two")
    assert kept_reading("figure", "key", sources) is None
    assert kept_reading("figure", "key", {"a": "3", "b": "2"}) == b"two"


def test_what_was_used_longest_ago_is_cleared_away(empty):
    for number in range(4):
        keep("kind", str(number), bytes(1000))
        os.utime(empty / "kind" / str(number), (number, number))
    assert kept("kind", "0")  # used now
    clear(limit=2200)
    left = {path.name for path in (empty / "kind").iterdir()}
    assert left == {"0", "3"}


def test_many_may_keep_at_once(empty):
    with ThreadPoolExecutor(8) as pool:
        list(
            pool.map(
                lambda n: keep("kind", f"{n % 3}", b"x" * 9999), range(90)
            )
        )
    assert {path.name for path in (empty / "kind").iterdir()} == set("012")
    assert kept("kind", "1") == b"x" * 9999


def test_meaning_passes_over_what_python_passes_over():
    code = 'def f(x):\n    """Say."""\n    return x  # what\n'
    same = 'def f( x ):\n    """Other words."""\n\n    return (x)\n'
    assert meaning(code) == meaning(same)
    assert meaning(code) != meaning(code.replace("return x", "return -x"))
    assert meaning('"a"') == meaning('"b"') != meaning('x = "a"')


def test_code_counts_with_all_that_it_imports():
    found = closure(files_of("scripts.chapters.luck_figures"))
    for name in [
        "scripts/chapters/luck_figures.py",
        "scripts/chapters/charts.py",  # imported
        "scripts/figures/svg.py",  # by what is imported
        "scripts/figures/__init__.py",
        "simplenet/many.py",  # by simplenet itself
        "docs/stylesheets/figures.css",  # read when imported
    ]:
        assert name in found
    assert "scripts/hooks.py" not in found
    shim = "scripts/offline/offline.js"  # no module, but part of one
    assert shim in closure(files_of("scripts.offline.pack"))


@pytest.mark.parametrize("name", PICTURES)
def test_every_picture_depends_on_the_colours(name):
    found = closure(files_of(PICTURES[name]))
    assert "docs/stylesheets/figures.css" in found


def test_packages_and_settings_belong_to_the_environment(
    tmp_path, monkeypatch
):
    def now():
        environment.cache_clear()
        return environment()

    monkeypatch.setattr(sysconfig, "get_path", lambda _: str(tmp_path))
    (tmp_path / "jupytext-1.19.dist-info").mkdir()
    before = now()
    assert now() == before
    (tmp_path / "jupytext-1.19.dist-info").rename(tmp_path / "j-2.dist-info")
    updated = now()
    assert updated != before
    monkeypatch.setenv("MPLBACKEND", "agg")
    assert now() != updated
    monkeypatch.undo()
    environment.cache_clear()


def test_another_environment_is_another_code(monkeypatch):
    before = code_of("scripts.ground.places")
    assert code_of("scripts.ground.places") == before
    monkeypatch.setattr(keys, "environment", lambda: "another")
    assert code_of("scripts.ground.places") != before


def test_computing_code_counts_with_what_it_uses_of_simplenet(
    tmp_path, monkeypatch
):
    package = tmp_path / "simplenet"
    shutil.copytree(definitions.PACKAGE, package)
    monkeypatch.setattr(definitions, "PACKAGE", package)

    def after(name, old, new):
        text = (package / name).read_text("utf-8")
        assert text.count(old) == 1
        (package / name).write_text(text.replace(old, new), "utf-8")
        definitions.read_package.cache_clear()
        return computing_code("scripts.chapters.charts")

    before = after("loss.py", "mean()", "mean()")
    assert after("loss.py", "mean()", "sum()") == before
    words = '"""Squash a', '"""Squeeze a'
    assert after("activation.py", *words) == before
    again = after("activation.py", "1 / (1 + np", "2 / (1 + np")
    assert again != before
    # charts.py imports the whole module: all that it defines counts
    assert after("data.py", "[135, 66]", "[134, 66]") != again
    assert before != computing_code("scripts.chapters.slopes")


@pytest.mark.parametrize(
    ("line", "asked", "not_asked"),
    [
        ("import simplenet", {"mse_loss", "people", "close"}, set()),
        ("import simplenet.data", {"mse_loss", "people", "close"}, set()),
        ("from simplenet import data", {"people", "shift"}, {"mse_loss"}),
        ("from simplenet import door", {"close"}, {"people"}),
        ("from simplenet import mse_loss", {"mse_loss"}, {"sigmoid"}),
    ],
)
def test_however_it_is_imported_it_counts(monkeypatch, line, asked, not_asked):
    found = json.loads(keys.modules_in(line))
    monkeypatch.setattr(inputs, "names_imported", lambda _: found)
    known = definitions.Definitions()
    for module, name in inputs.asked_of_simplenet("a.py", known):
        known.add("a.py", module, name)
    names = {name for _, name in known.collected}
    assert asked <= names
    assert not names & not_asked
