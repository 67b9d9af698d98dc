"""Every link leads somewhere, and every anchor is there."""

import json
import re
from pathlib import Path

import pytest

OUTSIDE = Path(__file__).with_name("outside.txt")


def crawl(tools, *arguments):
    """Follow links with linkinator: what each one led to."""
    options = ["--format", "json", "--verbosity", "debug"]
    done = tools.run("linkinator", *arguments, *options)
    start = done.stdout.find("{\n")
    assert start >= 0, done.stderr or done.stdout
    return json.loads(done.stdout[start:])["links"]


def broken(links):
    """Name the page and the fault of each link that leads nowhere."""
    return [
        f"{link.get('parent', 'the start')} links to {link['url']}: "
        + ("no such anchor" if link["status"] == 200 else f"{link['status']}")
        for link in links
        if link["state"] == "BROKEN"
    ]


@pytest.fixture(scope="module")
def links(tools, server, site):
    """All links of the site, as a crawler finds them from page to page."""
    host = re.escape(server.split("/")[2])
    options = [
        "--check-fragments",
        "--check-css",
        "--skip-fragment=^\\w+=",  # a script reads it; it is no anchor
        f"--skip=^https?://(?!{host}/)",
    ]
    # One after the other: linkinator follows only what lies below the start
    # that came first to a page, and nothing lies below 404.html.
    lost = crawl(tools, f"{server}404.html", *options)
    return crawl(tools, server, "--recurse", *options) + lost


def test_every_link_inside_leads_to_a_page_and_a_place_on_it(links):
    faults = broken(links)
    assert not faults, "\n".join(faults)


def test_links_lead_to_every_page(links, pages, server):
    found = {link["url"] for link in links}
    assert {server + url for url in pages} <= found


def test_links_to_the_outside_are_listed(links, pages, server):
    ours = pages[""].soup.select_one("link[rel=canonical]")["href"]
    found = {
        link["url"]
        for link in links
        if link["state"] == "SKIPPED"
        and not link["url"].startswith((ours, server))
    }
    listed = set(OUTSIDE.read_text("utf-8").splitlines())
    faults = [f"not in {OUTSIDE.name}: {url}" for url in found - listed]
    faults += [f"on no page: {url}" for url in listed - found]
    assert not faults, "\n".join(faults)


def test_links_to_the_outside_work(tools, request):
    if not request.config.getoption("--outside"):
        pytest.skip("asks other hosts; run it with scripts/test --outside")
    addresses = OUTSIDE.read_text("utf-8").splitlines()
    faults = broken(crawl(tools, *addresses))
    assert not faults, "\n".join(faults)
