"""A reader's check of the site finds it as published, and each fault.

Most faults are planted in a small site of two programs.
"""

import contextlib
import hashlib
import json
import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.evidence import verify as checker
from scripts.evidence.provenance import in_words, source
from scripts.evidence.verify import (
    LINES,
    Problem,
    Site,
    check_shape,
    clean,
    difference,
)
from tests.copies.bare import environment
from tests.repository import ROOT

VERIFY = ROOT / "scripts/evidence/verify.py"
PROGRAMS = sorted(p.stem for p in (ROOT / "docs/programs").glob("*.py"))


def verify(place, *arguments, answer=None, python=sys.executable):
    """Run the published verify.py where nothing of the repository is."""
    return subprocess.run(
        [python, VERIFY, place, *arguments],
        cwd="/",
        input=answer,
        capture_output=True,
        text=True,
    )


def publish(folder, files, **about):
    """Write files, and provenance.json with what then lies there."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    own = folder / "provenance.json"
    paths = [p for p in folder.rglob("*") if p.is_file() and p != own]
    listed = {
        path.relative_to(folder).as_posix(): hashlib.sha256(
            path.read_bytes()
        ).hexdigest()
        for path in sorted(paths)
    }
    versions = dict.fromkeys(["Python", "NumPy", "Matplotlib"], "1.0")
    made = {"commit": "abc", "changed": False, "versions": versions}
    own.write_text(json.dumps(made | {"files": listed} | about))


@pytest.fixture
def copy(tmp_path):
    """A small site as a build would publish it."""
    folder = tmp_path / "site"
    publish(
        folder,
        {
            "programs/loss.py": "print(0.5)\n",
            "outputs/loss.txt": "0.5\n",
            "programs/neuron.py": "print(1)\n",
            "outputs/neuron.txt": "1\n",
            "figures/loss.svg": "<svg></svg>",
            "runtime/pyodide.js": "0",
            "verify/index.html": "<p>7 files, 2 of them programs</p>",
        },
    )
    return folder


def relist(folder, change):
    """Change what provenance.json holds."""
    path = folder / "provenance.json"
    held = json.loads(path.read_text("utf-8"))
    change(held)
    path.write_text(json.dumps(held), "utf-8")


@pytest.fixture
def bare(tmp_path):
    """A Python with NumPy and Matplotlib only, that takes no warning."""
    folder = tmp_path / "bare"
    command = [sys.executable, "-m", "venv", "--without-pip", folder]
    subprocess.run(command, check=True)
    (packages,) = folder.glob("lib/*/site-packages")
    environment(packages, ["numpy", "matplotlib"])
    # What runs the programs hides PYTHONWARNINGS from them.
    strict = "import warnings; warnings.simplefilter('error')\n"
    (packages / "strict.pth").write_text(strict)
    return folder / "bin/python"


@pytest.mark.slow
def test_site_is_as_published(server, site, bare):
    done = verify(server, "--yes", python=bare)
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert [line.split() for line in lines[3:-3]] == [
        ["ok", stem] for stem in PROGRAMS
    ]
    files = sum(path.is_file() for path in site.rglob("*")) - 1
    assert f"All {files} listed files are as" in lines[-2]
    assert "Not compared: provenance.json itself and files that" in lines[-1]


@pytest.mark.parametrize(
    "arguments",
    [["SITE", "--yes", "loss"], ["SITE", "loss", "--yes"],
     ["--yes", "SITE", "loss"]],
)  # fmt: skip
def test_arguments_may_stand_in_any_order(copy, arguments):
    places = {"SITE": str(copy)}
    done = verify(*(places.get(each, each) for each in arguments))
    assert done.returncode == 0, done.stderr
    assert "1 programs print what the tutorial shows" in done.stdout
    assert "Nothing else was compared" in done.stdout
    assert "files are as" not in done.stdout


def test_nothing_runs_without_consent(copy):
    marker = copy.parent / "it-ran"
    program = f"open({str(marker)!r}, 'w')\nprint(0.5)\n"
    publish(copy, {"programs/loss.py": program})
    for answer in ["n\n", "\n", "", "\0\n"]:
        done = verify(copy, "loss", answer=answer)
        assert done.returncode == 1
        assert "Run them? [y/N]" in done.stdout
        assert "Nothing was run" in done.stderr
    assert not marker.exists()
    verify(copy, "loss", answer="y\n")
    assert marker.exists()


def test_what_it_prints_before_consent_cannot_deceive(copy):
    relist(copy, lambda held: held.update(commit="a\x1b[2J\r\u202eb"))
    done = verify(copy, answer="n\n")
    assert "Made from commit a\ufffd[2J\ufffd\ufffdb." in done.stdout
    assert not {"\x1b", "\r", "\u202e"} & set(done.stdout + done.stderr)


def test_changed_program_is_named_and_not_run(copy):
    marker = copy.parent / "it-ran"
    with (copy / "programs/loss.py").open("a") as program:
        program.write(f"open({str(marker)!r}, 'w')\n")
    done = verify(copy, "--yes")
    assert done.returncode == 1
    assert "WRONG loss: programs/loss.py was changed" in done.stdout
    assert "ok    neuron" in done.stdout
    assert done.stderr.strip() == "Not as published: loss."
    assert not marker.exists()


@pytest.mark.parametrize(
    "name",
    ["outputs/loss.txt", "figures/loss.svg", "runtime/pyodide.js"],
)
def test_changed_byte_in_any_file_is_named(copy, name):
    (copy / name).write_text("x")
    done = verify(copy, "--yes")
    assert done.returncode == 1
    assert f"WRONG {name}: {name} was changed" in done.stdout
    assert "print what" not in done.stdout


def test_file_that_is_gone_or_not_listed_is_named(copy):
    (copy / "runtime/pyodide.js").rename(copy / "runtime/other.js")
    done = verify(copy, "--yes")
    assert done.returncode == 1
    assert "WRONG runtime/pyodide.js: runtime/pyodide.js cannot" in done.stdout
    assert "runtime/other.js (not listed)" in done.stderr


@pytest.mark.parametrize(
    "name", ["programs/loss.py", "figures/loss.svg", "verify/index.html"]
)
def test_reduced_list_is_refused(copy, name):
    relist(copy, lambda held: held["files"].pop(name))
    done = verify(copy, "--yes")
    assert done.returncode == 1
    assert "Cannot check" in done.stderr
    assert "lists 6 files" in done.stderr or "not listed" in done.stderr
    assert "as published" not in done.stdout


def test_page_without_the_count_is_refused(copy):
    publish(copy, {"verify/index.html": "<p>Some files.</p>"})
    done = verify(copy, "--yes")
    assert done.returncode == 1
    assert "the page verify/ says: nothing of that" in done.stderr


def test_output_that_the_program_does_not_print_is_shown(copy):
    publish(copy, {"outputs/loss.txt": "0.25\n"})
    done = verify(copy, "loss", "--yes")
    assert done.returncode == 1
    assert "-0.25" in done.stdout
    assert "+0.5" in done.stdout


def test_program_reads_the_file_that_is_published_beside_it(copy):
    program = "print(open('people.csv').read())\n"
    page = "8 files,\n2 of them programs"
    publish(
        copy,
        {
            "programs/loss.py": program,
            "programs/people.csv": "Alice",
            "outputs/loss.txt": "Alice\n",
            "verify/index.html": page,
        },
    )
    done = verify(copy, "--yes")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("program", "words"),
    [
        ("import nothing_like_it\n", "No module named 'nothing_like_it'"),
        ("import os\nos._exit(3)\n", "stopped with an error: no message"),
        ("while True:\n    print('x' * 9999)\n", "more than 1,000,000 bytes"),
        ("while True:\n    pass\n", "still ran after 1 seconds"),
    ],
)
def test_program_that_fails_is_named(copy, program, words, monkeypatch):
    monkeypatch.setattr(checker, "SECONDS", 1)
    publish(copy, {"programs/loss.py": program})
    with pytest.raises(Problem, match=words):
        Site(str(copy)).check_program("loss")


def test_file_that_is_too_large_or_none_is_refused(copy, monkeypatch):
    site = Site(str(copy))
    os.mkfifo(copy / "pipe")
    for name in ["pipe", "programs", "nothing"]:
        with pytest.raises(Problem, match="no such file"):
            site.read(name)
    monkeypatch.setattr(checker, "BYTES", 10)
    with pytest.raises(Problem, match="more than 10 bytes"):
        site.read("verify/index.html")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (None, "provenance.json cannot be read"),
        ("<html>", "provenance.json is no such file"),
        ("[" * 100_000, "provenance.json is no such file"),
        ("{}", "KeyError('files')"),
        ('{"files": {}, "versions": {}}', "it lists 0 files"),
        ('{"files": {"../x": ""}, "versions": {}}', "a strange file name"),
        ('{"files": [1], "versions": {}}', "no such file"),
    ],
)
def test_no_provenance_is_said_without_a_traceback(tmp_path, text, words):
    if text:
        (tmp_path / "provenance.json").write_text(text)
    done = verify(tmp_path, "--yes")
    assert done.returncode == 1
    assert words in done.stderr
    assert "Traceback" not in done.stderr


PLAIN = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
ANYTHING = st.recursive(
    PLAIN,
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
NAMES = ["files", "versions", "commit", "changed"]
LISTS = st.dictionaries(
    st.sampled_from(["programs/a.py", "b", "../c", "d/e/f.txt"]) | st.text(),
    st.just("0" * 64) | ANYTHING,
)


@settings(max_examples=60)
@given(ANYTHING | st.fixed_dictionaries(
    {}, optional=dict.fromkeys(NAMES, ANYTHING) | {"files": LISTS | ANYTHING}
))  # fmt: skip
def test_provenance_of_another_shape_is_refused_with_a_sentence(held):
    site = Site.__new__(Site)
    site.read = lambda name: json.dumps(held)
    with contextlib.suppress(Problem):
        made = site.provenance()
        check_shape(made)
        assert made["files"]


def test_unknown_program_is_said_with_those_there_are(copy):
    done = verify(copy, "losses", "--yes")
    assert done.returncode == 1
    assert "it has no program losses, only loss, neuron" in done.stderr


def test_last_digits_are_told_from_other_differences():
    same = "w1 = -3.4000000000000004\nepoch 10"
    assert "only in last digits" in difference(same, same.replace("04", "05"))
    assert "last digits" not in difference(same, same.replace("3", "2"))
    for published, here in [("0.9507", "0.9508"), ("1.0", "1.0000001")]:
        said = difference(published, here)
        assert "last digits" not in said, f"{published}, {here}: {said}"
    assert "last digits" not in difference(same, f"{same}1")
    assert "last digits" not in difference(same, same.upper())
    assert "+end" in difference(same, f"{same}\nend")
    assert "only in line ends" in difference(same, f"{same}\n")


def test_difference_is_short():
    ours, theirs = ("\n".join(str(n * k) for n in range(5000)) for k in (1, 2))
    lines = clean(f"WRONG x: {difference(ours, theirs)}").splitlines()
    assert len(lines) <= LINES + 2
    assert max(map(len, lines)) < 250
    assert len(clean("x" * 10**6)) < 3000


def test_provenance_lists_every_file_and_the_page_says_how_many(site, pages):
    provenance = json.loads((site / "provenance.json").read_text("utf-8"))
    names = {
        path.relative_to(site).as_posix()
        for path in site.rglob("*")
        if path.is_file()
    }
    assert set(provenance["files"]) == names - {"provenance.json"}
    text = " ".join(pages["verify/"].article.text.split())
    assert f"{len(names) - 1} files, {len(PROGRAMS)} of them programs" in text
    facts = json.loads((site / "facts.json").read_text("utf-8"))
    assert provenance["seed"] == facts["training.seed"]


def test_published_check_is_this_one(site):
    assert (site / "verify.py").read_bytes() == VERIFY.read_bytes()


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
