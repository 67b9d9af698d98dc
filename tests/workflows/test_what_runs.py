"""What the workflows do for each event: jobs, rights, what is published."""

import re
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from tests.workflows.events import (
    EVENTS,
    Context,
    days_of,
    evaluate,
    filled,
    jobs_that_run,
    starts,
    triggers,
)

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".github" / "workflows"
WORKFLOWS = {
    path.stem: yaml.safe_load(path.read_text("utf-8"))
    for path in sorted(FOLDER.glob("*.yml"))
}
SITE, WEEKLY = WORKFLOWS["site"], WORKFLOWS["weekly"]
JOBS = {
    f"{name}.yml, job {job}": settings
    for name, workflow in WORKFLOWS.items()
    for job, settings in workflow["jobs"].items()
}
ALL = ["test", "build", "deploy"]
WEEK = ["newest", "faults"]


@pytest.mark.parametrize(
    ("event", "site", "weekly"),
    [
        ("push to main", ALL, []),
        ("push to another branch", [], []),
        ("pull request", ["test"], []),
        ("schedule", [], WEEK),
        ("manual run on main", ALL, WEEK),
        ("manual run on another branch", ["test"], WEEK),
    ],
)
def test_an_event_runs_these_jobs(event, site, weekly):
    for name, workflow, jobs in [
        ("site", SITE, site),
        ("weekly", WEEKLY, weekly),
    ]:
        found = jobs_that_run(workflow, *EVENTS[event])
        assert found == jobs, f"{name}.yml, {event}: runs {found}, not {jobs}"


def test_each_job_has_the_rights_that_it_needs_and_no_others():
    rights = {name: job.get("permissions") for name, job in JOBS.items()}
    assert rights == {
        "site.yml, job test": {"contents": "read"},
        "site.yml, job build": {"contents": "read", "pages": "read"},
        "site.yml, job deploy": {"pages": "write", "id-token": "write"},
        "weekly.yml, job newest": {"contents": "read"},
        "weekly.yml, job faults": {"contents": "read"},
    }
    for name, workflow in WORKFLOWS.items():
        assert workflow.get("permissions") == {}, f"{name}.yml"
        assert "pull_request_target" not in triggers(workflow), f"{name}.yml"


def test_no_failure_is_passed_over():
    for name, job in JOBS.items():
        for part in [job, *job["steps"]]:
            assert "continue-on-error" not in part, name
            assert "always()" not in str(part.get("if", "")), name
        for step in job["steps"]:
            assert "if" not in step, f"{name}: every step always runs"
            assert not re.search(r"\|\|| ; |true$", step.get("run", "")), name
            assert "shell" not in step, name
        for key in ("defaults", "working-directory", "container"):
            assert key not in job, f"{name}: {key}"


def uses(job, action):
    """The one step that uses an action."""
    (step,) = [
        step
        for step in job["steps"]
        if step.get("uses", "").startswith(f"{action}@")
    ]
    return step


def test_the_whole_history_is_there_where_pages_tell_dates():
    for name, job in JOBS.items():
        if "run" in str(job["steps"]) and name != "site.yml, job deploy":
            checkout = uses(job, "actions/checkout")
            assert job["steps"][0] is checkout, name
            assert checkout["with"]["fetch-depth"] == 0, name
            assert set(checkout["with"]) <= {
                "fetch-depth",
                "persist-credentials",
            }, f"{name}: checks out what it was started for"


def test_what_is_published_is_what_the_build_made():
    build = SITE["jobs"]["build"]
    steps = [step.get("uses", step.get("run")) for step in build["steps"]]
    steps = [step.partition("@")[0] for step in steps]
    assert steps == [
        "actions/checkout",
        "actions/setup-python",
        "actions/configure-pages",
        "scripts/build --require-live",
        "scripts/pdf site/simplenet.pdf",
        "actions/upload-pages-artifact",
    ]
    upload = uses(build, "actions/upload-pages-artifact")
    assert upload["with"] == {"path": "site"}
    verb = (ROOT / "scripts" / "build").read_text("utf-8")
    assert verb.endswith("\nexec python -m scripts.whole\n")
    whole = (ROOT / "scripts" / "whole.py").read_text("utf-8")
    assert '\nSITE = ROOT / "site"\n' in whole
    deploy = SITE["jobs"]["deploy"]
    (step,) = deploy["steps"]
    assert step["uses"].startswith("actions/deploy-pages@")
    assert "with" not in step
    assert deploy["environment"]["name"] == "github-pages"


def test_the_pdf_stands_beside_the_site_that_was_built():
    """After the build, into what is uploaded, and in no other build."""
    runs = [s.get("run", "") for s in SITE["jobs"]["build"]["steps"]]
    (pdf,) = [run for run in runs if run.startswith("scripts/pdf ")]
    folder, name = pdf.split()[1].split("/")
    upload = uses(SITE["jobs"]["build"], "actions/upload-pages-artifact")
    assert folder == upload["with"]["path"]
    assert f"`{name}`" in (ROOT / "docs/teachers.md").read_text("utf-8")
    verb = (ROOT / "scripts/pdf").read_text("utf-8")
    assert verb.endswith('\nexec python -m scripts.paper "$@"\n')
    others = [
        (ROOT / place).read_text("utf-8")
        for place in ("scripts/build", "scripts/whole.py", "scripts/hooks.py")
    ]
    assert not any("scripts.paper" in text for text in others)


def test_the_build_knows_the_address_of_the_site_and_of_its_source():
    build = SITE["jobs"]["build"]
    pages = {"base_url": "https://owner.host/name", "host": "owner.host"}
    at_work = Context(
        "push",
        "refs/heads/main",
        {"steps": {"pages": {"outputs": pages}}},
    )
    assert uses(build, "actions/configure-pages")["id"] == "pages"
    step, pdf = [s for s in build["steps"] if "run" in s]
    assert step["run"].startswith("scripts/build")
    assert "env" not in pdf, "it reads the address in the built site"
    env = {name: filled(text, at_work) for name, text in step["env"].items()}
    assert env == {
        "SITE_URL": "https://owner.host/name/",
        "REPOSITORY_URL": "https://host/owner/name",
    }
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    assert re.search(r"site_url: !ENV \[SITE_URL, ", text)
    assert re.search(r"repository: !ENV \[REPOSITORY_URL, ", text)
    url = SITE["jobs"]["deploy"]["environment"]["url"]
    assert url == "${{ steps.deployment.outputs.page_url }}"
    assert SITE["jobs"]["deploy"]["steps"][0]["id"] == "deployment"


def test_a_site_without_live_programs_is_an_error_everywhere():
    assert SITE["env"]["SIMPLENET_REQUIRE_LIVE"] == "1"
    (run,) = [s for s in WEEKLY["jobs"]["newest"]["steps"] if "run" in s]
    assert run["env"]["SIMPLENET_REQUIRE_LIVE"] == "1"


def oldest():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return project["project"]["requires-python"].removeprefix(">=")


def python_of(job):
    return uses(job, "actions/setup-python")["with"]["python-version"]


def test_each_leg_tests_the_python_and_the_versions_that_it_names():
    test = SITE["jobs"]["test"]
    assert test["strategy"]["fail-fast"] is False
    legs = test["strategy"]["matrix"]
    assert set(legs) == {"include"}
    published = python_of(SITE["jobs"]["build"])
    seen = {}
    for leg in legs["include"]:
        at_work = Context("push", "refs/heads/main", {"matrix": leg})
        (run,) = [step for step in test["steps"] if "run" in step]
        assert run["run"] == ".ci/run"
        versions = filled(run["env"]["SIMPLENET_VERSIONS"], at_work)
        seen[versions] = filled(python_of(test), at_work)
    assert seen == {
        "oldest": oldest(),
        "locked": published,
        "newest": published,
    }
    (run,) = [s for s in WEEKLY["jobs"]["newest"]["steps"] if "run" in s]
    assert run["run"] == ".ci/run"
    assert run["env"]["SIMPLENET_VERSIONS"] == "newest"
    assert python_of(WEEKLY["jobs"]["newest"]) == "3.x"


def test_read_the_docs_builds_with_the_published_python():
    text = (ROOT / ".readthedocs.yaml").read_text("utf-8")
    found = yaml.safe_load(text)["build"]
    python = found["tools"]["python"]
    assert python == python_of(SITE["jobs"]["build"])
    assert tuple(map(int, python.split("."))) >= tuple(
        map(int, oldest().split("."))
    )
    assert found["commands"] == [
        "scripts/build --require-live",
        'mkdir -p "$READTHEDOCS_OUTPUT"',
        'mv site "$READTHEDOCS_OUTPUT/html"',  # which is not there yet
    ], ".readthedocs.yaml: builds, or publishes, something else"


def test_the_key_of_a_cache_holds_files_that_are_there():
    for path in FOLDER.glob("*.yml"):
        for pattern in re.findall(r"hashFiles\('(.*?)'\)", path.read_text()):
            assert list(ROOT.glob(pattern)), (
                f"{path.name}: hashFiles('{pattern}') finds no file, so the "
                "key never changes, nor does what is cached. Correct the path."
            )


def test_the_weekly_run_comes_every_monday():
    (line,) = triggers(WEEKLY)["schedule"]
    moments = days_of(line["cron"])
    assert 51 <= len(moments) <= 53, f"{line} comes {len(moments)} times"
    assert {moment.strftime("%A") for moment in moments} == {"Monday"}
    assert moments[0].minute not in (0, 30), "GitHub is busy then"
    assert {(b - a).days for a, b in pairwise(moments)} == {7}


def test_only_a_pull_request_is_cancelled_by_what_follows():
    setting = SITE["concurrency"]["cancel-in-progress"]
    for event, (name, ref) in EVENTS.items():
        cancels = filled(setting, Context(name, ref))
        assert cancels == str(event == "pull request"), (
            f"site.yml, concurrency, cancel-in-progress is {cancels} for a "
            f"{event}: {setting}"
        )
    groups = {
        filled(SITE["concurrency"]["group"], Context(*EVENTS[event]))
        for event in ("push to main", "pull request")
    }
    assert len(groups) == 2, "a pull request waits for what main publishes"


def test_the_verbs_let_no_step_fail_unseen():
    verbs = [*ROOT.glob("scripts/*"), ROOT / ".ci" / "run"]
    for path in verbs:
        if path.is_dir() or path.suffix not in ("", ".sh"):
            continue
        lines = path.read_text("utf-8").splitlines()
        safe = "set -euo pipefail" in lines
        sourced = any("/setup.sh" in line for line in lines)
        assert safe or sourced, f"{path.name} goes on after a failure"
    setup = (ROOT / "scripts/setup.sh").read_text("utf-8")
    assert "\nset -euo pipefail\n" in setup
    assert "--require-hashes" in setup


def test_the_gates_are_run():
    lines = (ROOT / "scripts/test").read_text("utf-8").splitlines()
    for command in [
        "python -m ruff check .",
        "python -m ruff format --check .",
        'exec python -m pytest "${shared[@]}" --cov "$@"',
    ]:
        assert command in lines, f"scripts/test lacks {command}"
    ci = (ROOT / ".ci/run").read_text("utf-8").rstrip().splitlines()
    assert ci[-1] == "exec scripts/test"
    assert any(line.startswith("export CI=true") for line in ci)
    build = (ROOT / "scripts/build").read_text("utf-8").splitlines()
    assert build[-1] == "exec python -m scripts.whole"
    whole = (ROOT / "scripts/whole.py").read_text("utf-8")
    assert '"build", "--strict", ' in whole
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    for stops in [
        "strict: true",
        "omitted_files: warn",
        "absolute_links: relative_to_docs",
        "unrecognized_links: warn",
        "anchors: warn",
        "check_paths: true",
    ]:
        here = re.search(rf"^ *{stops}(?: +#.*)?$", settings, re.MULTILINE)
        assert here, f"mkdocs.yml lacks {stops}: a mistake stops no build"
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["tool"]["pytest"]["ini_options"]["testpaths"] == ["tests"]
    assert project["tool"]["coverage"]["report"]["fail_under"] == 100


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("github.ref == 'refs/heads/main'", True),
        ("github.event_name != 'push' || !(1 == 1)", False),
        ("always() && github.event_name == 'push'", True),
        ("startsWith(github.ref, 'refs/tags/')", False),
    ],
)
def test_expressions_are_worked_out(expression, value):
    found = evaluate(expression, Context("push", "refs/heads/main"))
    assert bool(found) is value


def test_filters_of_pushes_are_read():
    workflow = {"on": {"push": {"branches": ["main"], "paths": ["docs"]}}}
    assert not starts(workflow, "push", "refs/heads/main")
    assert starts({"on": ["push"]}, "push", "refs/heads/other")


@pytest.mark.parametrize(
    ("cron", "count"),
    [("0 0 30 2 *", 0), ("5 4 * * 0", 52), ("0 12 1,15 * *", 24)],
)
def test_cron_lines_are_read(cron, count):
    assert len(days_of(cron)) == count


@pytest.mark.parametrize("cron", ["60 4 * * 1", "0 24 * * 1", "0 0 * * 8"])
def test_impossible_cron_lines_are_refused(cron):
    with pytest.raises(ValueError, match="is not from"):
        days_of(cron)
