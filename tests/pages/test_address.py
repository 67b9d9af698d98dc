"""The site works wherever it is published, and links to its source."""

import subprocess
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup

from scripts.notebook.prose import clean_prose
from tests.reader.host import SUB_PATH, Host
from tests.repository import build, copy_repository

pytestmark = pytest.mark.slow  # builds sites of its own

SITE = f"https://example.org{SUB_PATH}"
SOURCE = "https://example.org/the/source"


@pytest.fixture(scope="module")
def elsewhere(site, tmp_path_factory):
    """The folder of the site, built for an address with a path."""
    folder = copy_repository(tmp_path_factory.mktemp("address") / "copy")
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    for command in (["init"], [*who, "commit", "--allow-empty", "-m", "One"]):
        subprocess.run(["git", *command, "--quiet"], cwd=folder, check=True)
    # Pages gives the address without a slash.
    address = {"REPOSITORY_URL": SOURCE, "SITE_URL": SITE.rstrip("/")}
    running = build(folder, address)
    printed, _ = running.communicate()
    assert running.returncode == 0, printed
    return folder / "site"


@pytest.fixture(scope="module")
def published(elsewhere):
    """All pages of that site: {path: soup}."""
    return {
        path: BeautifulSoup(path.read_text("utf-8"), "html.parser")
        for path in elsewhere.rglob("*.html")
    }


def inner_addresses(url, page):
    """List where a page's addresses on this host lead, as a browser does."""
    for tag in page.select("[href], [src]"):
        whole = urljoin(SITE + url, tag.get("href") or tag["src"])
        if urlsplit(whole).netloc == urlsplit(SITE).netloc:
            yield whole.partition("#")[0]


def test_every_address_leads_to_a_file_below_the_path(elsewhere, published):
    seen = 0
    for file, page in published.items():
        url = file.relative_to(elsewhere).as_posix()
        for address in inner_addresses(url, page):
            if address == SOURCE:
                continue
            assert address.startswith(SITE), f"{url}: {address}"
            path = address.removeprefix(SITE).partition("?")[0]
            target = elsewhere / path
            assert target.exists(), f"{url}: {address}"
            seen += 1
    assert seen > 500


def test_pages_and_sitemap_name_the_address(elsewhere, published):
    sitemap = (elsewhere / "sitemap.xml").read_text("utf-8")
    assert f"<loc>{SITE}neuron/</loc>" in sitemap
    page = published[elsewhere / "neuron/index.html"]
    assert page.select_one("link[rel=canonical]")["href"] == f"{SITE}neuron/"
    check = published[elsewhere / "verify/index.html"]
    assert f"python verify.py {SITE}" in check.text
    assert f"SITE_URL={SITE} REPOSITORY_URL={SOURCE} scripts/b" in check.text
    linked = [link["href"] for link in check.select("article a")]
    assert SOURCE in linked


def test_notebook_links_to_the_address():
    linked = clean_prose("[a](beyond/luck.md#x)", SITE)
    assert linked == f"[a]({SITE}beyond/luck/#x)"


def test_every_page_links_to_the_source_once(published, pages):
    for path, page in published.items():
        (link,) = page.select(f'footer a[href="{SOURCE}"]')
        assert link["title"] == "Source of this site", path
        # Nor does Material ask the source's host for its number of stars.
        assert not page.select("[data-md-component=source]"), path
    for page in pages.values():  # built without a repository
        assert "md-social" not in page.html, page.url


def test_missing_page_has_its_styles_and_leads_home(elsewhere, browser):
    with Host(elsewhere).serving() as host:
        page = browser.new_page()
        failed = []
        page.on("requestfailed", lambda request: failed.append(request.url))
        page.goto(f"{host.url}404.html")
        background = "getComputedStyle(document.querySelector('header'))"
        assert "rgb(0, 0, 0" not in page.evaluate(
            f"{background}.backgroundColor"
        )
        page.click("header a.md-logo")
        page.wait_for_selector("h1:has-text('A Simple Neural Net')")
        assert page.url.rstrip(".") == host.url
        assert failed == []
        page.close()
