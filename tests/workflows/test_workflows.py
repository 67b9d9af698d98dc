"""What publishes the site is valid, safe, and says where the site will be."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.repository import ROOT

WORKFLOWS = sorted(ROOT.glob(".github/workflows/*.yml"))
DEPENDABOT = ROOT / ".github" / "dependabot.yml"
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


def test_every_lock_is_kept_fresh():
    code, said = schema("vendor.dependabot", DEPENDABOT)
    assert code == 0, said
    updates = yaml.safe_load(DEPENDABOT.read_text("utf-8"))["updates"]
    kept = {
        each["package-ecosystem"]: each.get("directories")
        or [each["directory"]]
        for each in updates
    }
    assert kept.pop("github-actions") == ["/"]
    locks = {"pip": "requirements.txt", "npm": "package-lock.json"}
    for kind, name in locks.items():
        listed = subprocess.check_output(
            ["git", "ls-files", f"*{name}"], cwd=ROOT, text=True
        )
        assert listed.split() == [f"{d[1:]}/{name}" for d in kept.pop(kind)]
    assert kept == {}


def test_workflows_are_safe():
    code, said = security(*WORKFLOWS, DEPENDABOT)
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
    [
        ("@3d3c42e5aac5ba805825da76410c181273ba90b1", "@v7", "unpinned-uses"),
        ("persist-credentials: false", "clean: true", "artipacked"),
        ("permissions: {}", "permissions: write-all", "excessive-permissions"),
        (
            "- run: .ci/run",
            "- run: echo ${{ github.head_ref }}",
            "template-injection",
        ),
    ],
)
def test_security_notices(altered, before, after, finding):
    code, said = security(altered(before, after))
    assert code != 0
    assert finding in said


def test_only_what_is_tested_on_main_is_published(site_workflow):
    jobs = site_workflow["jobs"]
    assert jobs["deploy"]["needs"] == "build"
    assert jobs["build"]["needs"] == "test"
    assert "refs/heads/main" in jobs["build"]["if"]
    writes = {
        name
        for name, job in jobs.items()
        if "write" in job["permissions"].values()
    }
    assert writes == {"deploy"}


def test_workflows_use_the_verbs(site_workflow):
    jobs = [
        *site_workflow["jobs"].values(),
        *yaml.safe_load(WORKFLOWS[1].read_text("utf-8"))["jobs"].values(),
    ]
    commands = [
        step["run"] for job in jobs for step in job["steps"] if "run" in step
    ]
    assert commands == [
        ".ci/run",
        "scripts/build --require-live",
        "scripts/pdf site/simplenet.pdf",
        ".ci/run",
        "scripts/faults",
    ]


def test_unknown_versions_are_refused_by_name():
    done = subprocess.run(
        ["scripts/build"],
        cwd=ROOT,
        env=os.environ | {"SIMPLENET_VERSIONS": "latest"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert "locked, oldest or newest, got: latest" in done.stderr
