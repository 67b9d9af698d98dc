"""A reader's check of the site finds it as published, and each fault."""

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.evidence.provenance import in_words, source
from scripts.evidence.verify import difference

ROOT = Path(__file__).parent.parent
PROGRAMS = sorted(p.stem for p in (ROOT / "docs/programs").glob("*.py"))
QUICK = ["loss", "neuron"]


def verify(place, *arguments, answer=None):
    """Run the published verify.py where nothing of the repository is."""
    site = ROOT / "site"
    return subprocess.run(
        [sys.executable, site / "verify.py", place, *arguments],
        cwd="/",
        input=answer,
        capture_output=True,
        text=True,
    )


@pytest.fixture
def copy(site, tmp_path):
    """What verify.py reads of a site, in a folder where it may be damaged."""
    for name in ["programs", "outputs", "figures", "downloads"]:
        shutil.copytree(site / name, tmp_path / name)
    for name in ["provenance.json", "facts.json", "seeds.json", "verify.py"]:
        shutil.copy(site / name, tmp_path)
    return tmp_path


def publish_changed(folder, name, text):
    """Change a file and list its new hash, as a build would."""
    (folder / name).write_text(text, "utf-8")
    listed = json.loads((folder / "provenance.json").read_text("utf-8"))
    new = hashlib.sha256((folder / name).read_bytes()).hexdigest()
    listed["files"][name] = new
    (folder / "provenance.json").write_text(json.dumps(listed), "utf-8")


def test_served_site_is_as_published(server):
    done = verify(server, "--yes")
    assert done.returncode == 0, done.stdout + done.stderr
    ran = [line.split() for line in done.stdout.splitlines()[3:-1]]
    assert ran == [["ok", stem] for stem in PROGRAMS]
    assert f"{len(PROGRAMS)} programs print" in done.stdout


def test_nothing_runs_without_consent(copy):
    marker = copy / "it-ran"
    program = f"open({str(marker)!r}, 'w')\nprint(0.5)\n"
    publish_changed(copy, "programs/loss.py", program)
    for answer in ["n\n", "\n", ""]:
        done = verify(copy, "loss", answer=answer)
        assert done.returncode == 1
        assert "Run them? [y/N]" in done.stdout
        assert "Nothing was run" in done.stderr
    assert not marker.exists()
    verify(copy, "loss", answer="y\n")
    assert marker.exists()


def test_changed_program_is_named_and_not_run(copy):
    marker = copy / "it-ran"
    with (copy / "programs/loss.py").open("a") as program:
        program.write(f"open({str(marker)!r}, 'w')\n")
    done = verify(copy, *QUICK, "--yes")
    assert done.returncode == 1
    assert "WRONG loss: programs/loss.py was changed" in done.stdout
    assert "ok    neuron" in done.stdout
    assert done.stderr.strip() == "Not as published: loss."
    assert not marker.exists()


def test_changed_output_is_named(copy):
    (copy / "outputs/loss.txt").write_text("0.25\n")
    done = verify(copy, *QUICK, "--yes")
    assert done.returncode == 1
    assert "WRONG loss: outputs/loss.txt was changed" in done.stdout


def test_output_that_the_program_does_not_print_is_named(copy):
    publish_changed(copy, "outputs/loss.txt", "0.25\n")
    done = verify(copy, *QUICK, "--yes")
    assert done.returncode == 1
    assert "line 1 of its output: expected '0.25', got '0.5'" in done.stdout


def test_program_that_fails_is_named(copy):
    publish_changed(copy, "programs/loss.py", "import nothing_like_it\n")
    done = verify(copy, "loss", "--yes")
    assert done.returncode == 1
    assert "No module named 'nothing_like_it'" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_changed_figure_is_named(copy):
    (copy / "figures/loss.svg").write_text("<svg/>")
    # Only this one program: all of them ran in another test.
    listed = json.loads((copy / "provenance.json").read_text("utf-8"))
    listed["files"] = {
        name: expected
        for name, expected in listed["files"].items()
        if not name.startswith("programs/") or name == "programs/loss.py"
    }
    (copy / "provenance.json").write_text(json.dumps(listed), "utf-8")
    done = verify(copy, "--yes")
    assert done.returncode == 1
    assert "WRONG figures/loss.svg: figures/loss.svg was changed" in (
        done.stdout
    )
    assert "ok    loss" in done.stdout


@pytest.mark.parametrize(
    ("provenance", "words"),
    [
        (None, "provenance.json cannot be read"),
        ("<html>", "provenance.json is no such file"),
        ('{"files": {"../secret": ""}}', "a strange file name"),
    ],
)
def test_no_provenance_is_said_without_a_traceback(
    site, tmp_path, provenance, words
):
    if provenance:
        (tmp_path / "provenance.json").write_text(provenance)
    done = verify(tmp_path, "--yes")
    assert done.returncode == 1
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_unknown_program_is_said_with_those_there_are(copy):
    done = verify(copy, "losses", "--yes")
    assert done.returncode == 1
    assert "it has no program losses, only" in done.stderr
    assert "neuron" in done.stderr


def test_last_digits_are_told_from_other_differences():
    same = "w1 = -3.4000000000000004\nepoch 10"
    assert "Only last digits" in difference(same, same.replace("04", "05"))
    assert "Only last digits" not in difference(same, same.replace("3", "2"))
    assert "Only last digits" not in difference(same, f"{same}1")
    assert "Only last digits" not in difference(same, same.upper())
    assert "expected 2 lines of output, got 3" in (
        difference(same, f"{same}\nend")
    )
    assert "only in line ends" in difference(same, f"{same}\n")


def test_provenance_lists_every_file_that_it_should(site):
    provenance = json.loads((site / "provenance.json").read_text("utf-8"))
    figures = {p.stem for p in ROOT.glob("docs/generated/figures/*.svg")}
    assert set(provenance["files"]) == {
        *(f"programs/{stem}.py" for stem in PROGRAMS),
        *(f"outputs/{stem}.txt" for stem in PROGRAMS),
        *(f"figures/{stem}.svg" for stem in figures),
        *(f"downloads/tutorial{end}" for end in [".py", ".ipynb"]),
        "downloads/tutorial-clean.ipynb",
        "downloads/simplenet.zip",
        "facts.json",
        "seeds.json",
        "verify.py",
    }
    facts = json.loads((site / "facts.json").read_text("utf-8"))
    assert provenance["seed"] == facts["seed"]


def test_commit_and_changes_are_those_of_git(site):
    provenance = json.loads((site / "provenance.json").read_text("utf-8"))
    assert {k: provenance[k] for k in ["commit", "changed"]} == source(ROOT)


def git(folder, *arguments):
    author = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *author, *arguments], cwd=folder, check=True)


def test_unknown_commit_and_changes_are_said(tmp_path, monkeypatch):
    unknown = {"commit": None, "changed": None}
    assert source(tmp_path) == unknown
    git(tmp_path, "init", "--quiet")
    assert source(tmp_path) == unknown  # no commit yet
    git(tmp_path, "commit", "--quiet", "--allow-empty", "--message", "empty")
    assert source(tmp_path)["changed"] is False
    (tmp_path / "new.py").touch()
    assert source(tmp_path)["changed"] is True
    (tmp_path / "inside").mkdir()
    assert source(tmp_path / "inside") == unknown  # another's repository
    monkeypatch.setenv("PATH", "")
    assert source(tmp_path) == unknown  # no Git


@pytest.mark.parametrize(
    ("commit", "changed", "repository", "words"),
    [
        (None, None, None, "files of which no commit is known"),
        ("abc", False, None, "commit `abc`"),
        ("abc", True, None, "commit `abc`, with changes that were not"),
        ("abc", False, "https://x.org/y", "of [its repository](https://x.org"),
    ],
)
def test_source_is_put_in_words(commit, changed, repository, words):
    about = {
        "site": "/",
        "commit": commit,
        "changed": changed,
        "repository": repository,
        "versions": {"Pyodide": None},
        "in_browser": {},
    }
    assert words in in_words(about)["built_from"]
    assert in_words(about)["built_with_pyodide"] == "not used"
    assert in_words(about)["run_with_numpy"] == "not used"


def test_page_says_what_provenance_holds(pages, site):
    provenance = json.loads((site / "provenance.json").read_text("utf-8"))
    text = " ".join(pages["verify/"].article.text.split())
    assert provenance["commit"] in text
    cells = [td.text for td in pages["verify/"].article.select("td")]
    assert cells[1::2] == [v for v in cells[1::2] if v]
    said = provenance["versions"] | {
        f"{name}, in the browser": number
        for name, number in provenance["in_browser"].items()
    }
    assert set(cells[1::2]) == set(said.values())
    assert f"python verify.py {provenance['site']}" in text
