"""What publishes the site is valid, safe, and says where the site will be."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
WORKFLOWS = sorted(ROOT.glob(".github/workflows/*.yml"))
TOOLS = Path(sys.executable).parent  # of the environment that runs the tests


def lint(tool, *arguments):
    """Run a linter: (its exit code, all that it said)."""
    done = subprocess.run(
        [TOOLS / tool, *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return done.returncode, done.stdout


def schema(name, *paths):
    return lint("check-jsonschema", "--builtin-schema", name, *paths)


def security(*paths):
    # The strictest persona; offline, because tests ask no other machine.
    strict = ["--persona", "auditor", "--strict-collection", "--no-progress"]
    return lint("zizmor", "--offline", *strict, *paths)


@pytest.fixture(scope="module")
def site_workflow():
    text = (ROOT / ".github/workflows/site.yml").read_text("utf-8")
    return yaml.safe_load(text)


@pytest.fixture
def altered(tmp_path):
    """Copy site.yml with one thing changed."""

    def alter(before, after):
        text = (ROOT / ".github/workflows/site.yml").read_text("utf-8")
        assert before in text
        folder = tmp_path / ".github" / "workflows"
        folder.mkdir(parents=True)
        (folder / "site.yml").write_text(text.replace(before, after))
        return folder / "site.yml"

    return alter


def test_workflows_follow_their_schema():
    assert len(WORKFLOWS) == 2
    code, said = schema("vendor.github-workflows", *WORKFLOWS)
    assert code == 0, said


def test_read_the_docs_configuration_follows_its_schema():
    path = ROOT / ".readthedocs.yaml"
    code, said = schema("vendor.readthedocs", path)
    assert code == 0, said
    lines = path.read_text("utf-8").splitlines()
    assert len([line for line in lines if not line.startswith("#")]) <= 10


def test_workflows_are_safe():
    code, said = security(*WORKFLOWS)
    assert code == 0, said
    assert "No findings" in said, said


def test_schema_notices_a_slip(altered):
    code, said = schema(
        "vendor.github-workflows", altered("runs-on:", "run-on:")
    )
    assert code == 1
    assert "run-on" in said


@pytest.mark.parametrize(
    ("before", "after", "finding"),
    {
        "a tag in place of a commit": (
            "@9c091bb21b7c1c1d1991bb908d89e4e9dddfe3e0 # v7.0.0",
            "@v7",
            "unpinned-uses",
        ),
    }.values(),
)
def test_security_notices(altered, before, after, finding):
    code, said = security(altered(before, after))
    assert code != 0
    assert finding in said
