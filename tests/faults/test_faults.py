"""Faults are read, planted and undone; each kind has enough of them."""

from collections import Counter
from pathlib import Path

import pytest

from tests.faults.copy import told
from tests.faults.fault import Fault, all_faults, read
from tests.faults.kinds import FITTING
from tests.in_words import in_words

ROOT = Path(__file__).parents[2]


@pytest.fixture
def fault(tmp_path):
    """A fault, and a copy in which it can be planted."""
    (tmp_path / "a.py").write_text("one\ntwo\n")
    return Fault("kind", "a.py", "Two is three", [], ["two"], ["three"])


def test_a_fault_is_planted_and_undone(fault, tmp_path):
    undo = fault.plant(tmp_path)
    assert (tmp_path / "a.py").read_text() == "one\nthree\n"
    undo()
    assert (tmp_path / "a.py").read_text() == "one\ntwo\n"


def test_a_fault_that_is_out_of_date_says_so(fault, tmp_path):
    (tmp_path / "a.py").write_text("one\n")
    with pytest.raises(LookupError, match=r"'two' stands 0 times in a\.py"):
        fault.plant(tmp_path)


def test_every_kind_has_enough_faults_and_its_tests():
    counts = Counter(fault.kind for fault in all_faults())
    assert counts.keys() == FITTING.keys()
    assert min(counts.values()) >= 15, counts
    names = [fault.name for fault in all_faults()]
    assert len(set(names)) == len(names)
    for paths in FITTING.values():
        for path in paths:
            assert (ROOT / path).exists(), path


def test_patches_are_read(tmp_path):
    path = tmp_path / "kind.patches"
    path.write_text("@ a/b.py\n# it is\n# it falls\n? x, y\n-  1\n- 2\n+3\n")
    first, second = read(path)
    assert (first.path, first.names, first.removed) == ("a/b.py", ["b"], [])
    assert second.names == ["x", "y"]
    assert (second.removed, second.added) == (["  1", " 2"], ["3"])
    assert second.name == "kind/it-falls"
    path.write_text("what\n")
    with pytest.raises(ValueError, match="cannot read the line 'what'"):
        read(path)


def test_a_message_is_cut_out_of_what_pytest_prints():
    said = "F [100%]\n=== FAILURES ===\n___ test_x ___\nfacts.json differs:\n"
    assert told(said + "  emily\n===== summary\nFAILED x") == (
        "facts.json differs:\n  emily"
    )
    assert told("1\nBuildError: loss.md") == "1\nBuildError: loss.md"
    assert told("Running …\nINFO - a\nloss.md: 1") == "loss.md: 1"
    many = told("\n".join(["simplenet/", *map(str, range(30)), "Aborted"]))
    assert many.startswith("simplenet/\n0\n")
    assert many.endswith("\n29\nAborted")


def test_a_bare_failure_is_told_in_words():
    with (
        pytest.raises(pytest.fail.Exception) as nothing,
        pytest.raises(ValueError, match="batch"),
    ):
        len("")
    said = in_words(nothing, "batch = 0")
    assert said.startswith("tests/faults/test_faults.py:")
    assert ": expected ValueError, nothing was raised, by `" in said
    assert said.endswith("` (batch = 0)")
    with pytest.raises(TimeoutError) as waited:
        raise TimeoutError("30 s\ncall log")
    said = in_words(waited)
    assert ": waited in vain: 30 s, by `raise TimeoutError(" in said
    with pytest.raises(KeyError) as other:
        {}["a"]
    assert "expected pytest.raises(KeyError), got KeyError" in in_words(other)
    with pytest.raises(KeyError) as made:
        exec(compile("{}['a']", "<no file>", "exec"))
    assert "got KeyError: 'a', by `exec(" in in_words(made)
    with pytest.raises(KeyError) as other:
        nothing_there()
    assert in_words(other) == ""


def nothing_there():
    return {}["a"]
