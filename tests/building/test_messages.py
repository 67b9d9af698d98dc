"""What a contributor reads: where, what was expected, what to do."""

import socket
from types import SimpleNamespace

import pytest
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import InclusionLevel

from scripts.browser.sources import reason_in
from scripts.ground import sources
from scripts.ground.errors import BuildError
from scripts.ground.sources import check_kinds, check_texts, problem_of
from scripts.hooks import on_files
from scripts.pages import place
from scripts.pages.mathematics import typeset_pages
from scripts.pages.sentences import fill_facts
from scripts.pages.serve import check_port
from scripts.pages.snippets import check_snippets


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"a\nb\xe9c", "line 2: expected UTF-8, found the byte 0xe9"),
        (b"\xef\xbb\xbfa", "line 1: found a byte-order mark"),
        (b"a\nb\r\n", "line 2: expected lines that end with LF"),
        (b"a\n\nb\0", "line 3: found the control character 0x00"),
        (b"a\x1b[0m", "line 1: found the control character 0x1b"),
    ],
)
def test_text_that_an_editor_spoilt_is_named_by_line(data, words):
    assert words in problem_of(data)
    assert problem_of(data).endswith(".")


def test_good_text_is_no_problem():
    assert problem_of("tab\tand − ×\n".encode()) == ""


def test_all_spoilt_files_are_named_at_once(tmp_path, monkeypatch):
    docs, package = tmp_path / "docs", tmp_path / "simplenet"
    monkeypatch.setattr(sources, "ROOT", tmp_path)
    monkeypatch.setattr(sources, "DOCS", docs)
    monkeypatch.setattr(sources, "GENERATED", docs / "generated")
    for folder in (docs / "programs", docs / "generated", package):
        folder.mkdir(parents=True)
    (docs / "loss.md").write_bytes(b"\xff")
    (docs / "programs" / "loss.py").write_bytes(b"\0")
    (docs / "programs" / ".#loss.py").symlink_to("me@here.1234")
    (docs / "picture.png").write_bytes(b"\xff\0")
    (docs / "generated" / "loss.md").write_bytes(b"\xff")
    (package / "loss.py").write_bytes(b"\r\n")
    with pytest.raises(BuildError) as caught:
        check_texts()
    lines = str(caught.value).splitlines()
    named = ["docs/loss.md", "docs/programs/loss.py", "simplenet/loss.py"]
    assert [line.split(",")[0] for line in lines] == named


def test_file_that_is_no_part_of_the_site_is_named():
    check_kinds(["index.md", "images/favicon.svg"])
    with pytest.raises(BuildError, match=r"docs/notes\.txt would be publi"):
        check_kinds(["index.md", "notes.txt"])


def test_a_build_asks_what_lies_in_docs():
    stray = SimpleNamespace(
        src_uri="notes.txt", src_dir="docs", inclusion=InclusionLevel.INCLUDED
    )
    with pytest.raises(PluginError, match=r"docs/notes\.txt would be publ"):
        on_files([stray], SimpleNamespace(docs_dir="docs"))


@pytest.mark.parametrize(
    "line",
    [
        '--8<-- "programs/none.md"',
        '    --8<-- "programs/none.md"',
        "\t--8<-- 'programs/none.md'",
        '--8<-- "simplenet/loss.py:huber"',
        '--8<-- "simplenet/loss.py:1:3"',
        '--8<-- "docs/loss.md"',
        '--8<-- "figures/../../about.md"',
        '--8<-- "../README.md"',
        '--8<-- "https://example.org/x.md"',
        "--8<--",
    ],
)
def test_snippet_that_is_not_there_is_named_by_line(line):
    with pytest.raises(BuildError) as caught:
        check_snippets("page.md", f"# Title\n\n{line}\n")
    message = str(caught.value)
    assert message.startswith("docs/page.md, line 3 shows ")
    assert "correct the name" in message
    if "programs/" in line:
        assert "Write docs/programs/none.py" in message


def test_snippets_that_are_there_pass(site):
    there = '--8<-- "simplenet/loss.py:mse_loss"\n  --8<-- "tables/loss.md"'
    check_snippets("page.md", there)


@pytest.mark.parametrize(
    "text",
    ["{{seed}}", "{{seed }}", "{{ seed}}", "{{ seeds }}", "{{ seed:.2q }}"],
)
def test_fact_that_cannot_be_filled_in_is_named_by_line(text):
    with pytest.raises(BuildError, match=r"docs/page\.md, line 2: .*seed"):
        fill_facts("page.md", f"{{{{ seed }}}}\n{text}\n", {"seed": 1})


VALUES = {
    "training.losses": [0.5, 0.25, 0.125],
    "training.seed": 157,
    "seeds.spread": [0.1, 0.2],
    "steps": 4000,
}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{{ training.seed }}", "157"),
        ("{{ training.losses[0] }}", "0.5"),
        ("{{ training.losses[2]:.2f }}", "0.12"),
        ("{{ training.losses[-1]:.3f }}", "0.125"),
        ("{{ steps:,d }}", "4,000"),
    ],
)
def test_a_page_may_name_what_a_program_computed(text, shown):
    assert fill_facts("page.md", text, VALUES) == shown


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "training.seed:.2q",
            "'training.seed' is 157 and cannot be written as '.2q'",
        ),
        ("trainnig.seed", "no program 'trainnig'. Did you mean training? C"),
        ("loss.y", "no program 'loss'. There are seeds, training. Correct"),
        (
            "training.sede",
            "docs/programs/training.py calls no number, text or row of them "
            "'sede' at its end. Did you mean seed? Correct",
        ),
        ("training.epochs", "'epochs' at its end. There are losses, seed. Co"),
        ("training.losses", "a row of 3 values. Say which, as in {{ trainin"),
        ("training.losses[3]", "no [3]: it is a row of 3 values. Expected an"),
        ("training.losses[-4]", "no [-4]: it is a row of 3 values. Expected "),
        ("training.seed[0]", "'training.seed' is 157, no row of values. Tak"),
        ("training.seed.real", "expected a fact as {{ name }}"),
        ("training.losses[0][0]", "expected a fact as {{ name }}"),
        ("steps[0]", "expected a fact as {{ name }}"),
        ("step", "there is no fact 'step'. Did you mean steps"),
    ],
)
def test_value_that_is_not_there_is_named_by_line(name, message):
    with pytest.raises(BuildError) as refused:
        fill_facts("page.md", f"\n{{{{ {name} }}}}", VALUES)
    assert str(refused.value).startswith("docs/page.md, line 2: ")
    assert message in str(refused.value)


def test_all_facts_are_judged_at_once():
    with pytest.raises(BuildError) as caught:
        fill_facts("page.md", "{{ a }}\n{{b}}\n{{ c:.f }}", {"c": 1.0})
    lines = [line.split(":")[0] for line in str(caught.value).splitlines()]
    assert sorted(lines) == [f"docs/page.md, line {n}" for n in (1, 2, 3)]


def test_line_is_that_of_the_file(tmp_path, monkeypatch):
    monkeypatch.setattr(place, "DOCS", tmp_path)
    (tmp_path / "page.md").write_text("---\ntitle: x\n---\n\n# A\n\nb\n")
    assert place.place("page.md", "# A\n\nb\n", 5) == "docs/page.md, line 7"
    assert place.line_with("page.md", "b") == ", line 7"
    assert place.line_with("page.md", "c") == ""
    assert place.line_with("page.md", "") == ""


def test_port_in_use_is_named_before_the_work():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PluginError, match=f"{port}.*--dev-addr"):
            check_port("127.0.0.1", port)


NPM = """\
npm error code E404
npm error 404 Not Found - GET https://example.org/pyodide
npm error A complete log of this run can be found in: /root/x.log
"""
PIP = """\
ERROR: Ignored the following versions that require a different python
ERROR: No matching distribution found for open-webui==0.12.4

[notice] A new release of pip is available: 24.0 -> 26.0
"""


def test_reasons_of_npm_and_pip_are_kept():
    assert reason_in(NPM) == (
        "code E404 404 Not Found - GET https://example.org/pyodide"
    )
    assert reason_in(PIP).endswith("No matching distribution found for "
                                   "open-webui==0.12.4")  # fmt: skip
    assert reason_in("one\nlast\n") == "last"
    assert reason_in("") == "no reason given"


def test_small_counts_are_written_as_words():
    facts = {"a": 8, "b": 13, "c": 0.5}
    assert fill_facts("page.md", "{{ a:word }} of nine", facts) == (
        "eight of nine"
    )
    with pytest.raises(BuildError) as refused:
        fill_facts("page.md", "{{ b:word }}\n{{ c:word }}", facts)
    first, second = str(refused.value).split("\n")
    assert first.startswith("docs/page.md, line 1: the fact 'b' is 13; only")
    assert second.startswith("docs/page.md, line 2: the fact 'c' is 0.5; only")


def test_equation_without_an_id_is_named_with_what_to_write():
    html = r'<div class="arithmatex">\[x\]</div>'
    with pytest.raises(BuildError) as refused:
        typeset_pages({"page.md": html})
    message = str(refused.value)
    assert message.startswith('page.md: displayed formula "x" needs an id')
    assert "Write a fence ```{ .math #eq-NAME }" in message
