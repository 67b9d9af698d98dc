"""The benchmark compares equal work, in turns, and writes what it found."""

import gzip
import json
import subprocess
import sys
import urllib.error
import urllib.request

import numpy as np
import pytest

from scripts.benchmarks import building, measure, pages, training
from scripts.ground.errors import BuildError

ALONE = [each for each in training.CONTESTANTS if each[3] is None]


@pytest.mark.parametrize(
    ("name", "units", "train"),
    [each[:3] for each in ALONE if each[1] <= 100],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_contestant_does_the_same_work(name, units, train):
    training.contestant(name, units, train)(3)()


def test_other_work_is_refused():
    def lazy(seeds):
        return np.full((len(seeds), 2), 0.5)

    with pytest.raises(BuildError, match=r"lazy: expected .* for seed 3"):
        training.contestant("lazy", 1, lazy)(3)()


def test_things_are_measured_in_turns(monkeypatch):
    clock, done = [0.0], []

    def thing(name, seconds):
        def run(number):
            done.append(name)
            clock[0] += seconds * (number + 1)  # the machine gets slower
            return lambda: clock.__setitem__(0, clock[0] + 100)

        return run

    monkeypatch.setattr(measure.time, "perf_counter", lambda: clock[0])
    slow, quick = measure.in_turns(
        [
            ("slow", 1, thing("slow", 8), ""),
            ("quick", 4, thing("quick", 2), ""),
        ],
        rounds=3,
    )
    assert done == ["slow", "quick", "quick", "slow", "slow", "quick"]
    assert slow["seconds"] == [8, 16, 24]
    assert (slow["median"], slow["fastest"], slow["ratio"]) == (16, 8, 1)
    assert (quick["median"], quick["fastest"], quick["ratio"]) == (1, 0.5, 16)
    assert "| quick | 1 s | 500 ms | 16 |" in measure.table("t", [quick])
    assert "| 0.0625 |" in measure.table("t", [quick], slower=True)


def test_copy_holds_what_the_repository_holds(tmp_path):
    building.copy_repository(tmp_path)
    for name in ("mkdocs.yml", "simplenet/many.py", "scripts/hooks.py"):
        copied = (tmp_path / name).read_bytes()
        assert copied == (building.ROOT / name).read_bytes()
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("what", building.EDITS)
def test_every_edit_can_be_made_again_and_again(what):
    name, before, after = building.EDITS[what]
    text = (building.ROOT / name).read_text("utf-8")
    once = text.replace(before, after, 1)
    assert text != once != once.replace(before, after, 1)


def test_a_build_that_fails_stops_the_benchmark(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("nonsense: true\n")
    with pytest.raises(BuildError, match=f"expected {tmp_path.name} to build"):
        building.build(tmp_path)


def test_json_and_table_are_written(tmp_path, monkeypatch, capsys):
    from scripts.benchmarks import __main__ as verb

    monkeypatch.setattr(training, "CONTESTANTS", ALONE[:2])
    file = tmp_path / "found.json"
    arguments = ["benchmark", "training", "--rounds", "1", "--json", str(file)]
    monkeypatch.setattr(sys, "argv", arguments)
    verb.main()
    found = json.loads(file.read_text("utf-8"))
    assert [each["name"] for each in found["training"]] == [
        each[0] for each in ALONE[:2]
    ]
    assert found["machine"]["numpy"] == np.__version__
    assert "| the article's loop |" in capsys.readouterr().out


def test_a_site_that_is_not_built_is_no_contestant(tmp_path):
    with pytest.raises(BuildError, match="expected the pages of a site in"):
        pages.pages_of(tmp_path / "site")


def test_pages_are_served_packed_and_listed(tmp_path):
    (tmp_path / "loss").mkdir()
    text = "<p>the same, again, and again" * 99
    for name in ("index.html", "loss/index.html", "404.html"):
        (tmp_path / name).write_text(text, "utf-8")
    assert pages.pages_of(tmp_path) == ["", "loss/"]
    with pages.served(tmp_path) as address:
        with urllib.request.urlopen(f"{address}loss/") as answer:
            packed = answer.read()
            assert answer.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(packed).decode() == text
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(f"{address}nothing/")


def test_medians_of_the_pages_are_written():
    def report(score, blocked):
        categories = {key: {"score": score} for key in pages.CATEGORIES}
        values = {pages.BLOCKED: blocked, "total-byte-weight": 120_000}
        audits = {key: {"numericValue": each} for key, each in values.items()}
        return pages.summary({"categories": categories, "audits": audits})

    reports = [report(0.9, 400), report(1, 20), report(0.98, 60)]
    found = {"site": "", "page": "/loss/"} | pages.medians(reports)
    (*_, line, _) = pages.pages_table([found]).split("\n")
    assert line == "| /loss/ | 98 | 98 | 98 | 98 | 60 ms | 120 |"


def test_no_rounds_are_refused():
    command = [sys.executable, "-m", "scripts.benchmarks", "--rounds", "0"]
    done = subprocess.run(
        command, cwd=building.ROOT, capture_output=True, text=True
    )
    assert done.returncode == 2
    assert "--rounds must be above zero, got 0" in done.stderr
