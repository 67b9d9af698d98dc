"""Every page is valid HTML, as html-validate reads the standard."""

import json
from pathlib import Path

HERE = Path(__file__).parent


def faults_of(tools, *files):
    """Name page, line and fault of all that is not valid."""
    config = HERE / "htmlvalidate.mjs"
    options = ["--config", config, "--formatter", "json"]
    done = tools.run("html-validate", *options, *files)
    assert done.stdout, done.stderr
    return [
        f"{file['filePath']}, line {fault['line']}: {fault['message']} "
        f"[{fault['ruleId']}]"
        for file in json.loads(done.stdout)
        for fault in file["messages"]
    ]


def test_every_page_is_valid_html(tools, site):
    pages = sorted(site.rglob("*.html"))
    assert pages
    faults = faults_of(tools, *pages)
    assert not faults, "\n".join(faults)
