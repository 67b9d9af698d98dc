"""Each page carries the strict policy itself, for hosts that send none."""

import base64
import hashlib
import re

import pytest
from playwright.sync_api import TimeoutError, expect

from tests.gates.strict import POLICY
from tests.gates.visit import Visit, listen
from tests.reader.host import Host

NAME = "Content-Security-Policy"
HASHES = re.compile(r"'sha256-[\w+/]{43}='")


@pytest.fixture(scope="module")
def policies(pages):
    """The policy of each page: {address: {directive: value}}."""
    found = {}
    for url, page in pages.items():
        (meta,) = page.soup.select(f'meta[http-equiv="{NAME}"]')
        parts = (part.split(None, 1) for part in meta["content"].split("; "))
        found[url] = dict(parts)
    return found


def test_every_page_carries_the_same_policy_above_what_it_governs(
    pages, policies
):
    assert len({str(policy) for policy in policies.values()}) == 1
    for page in pages.values():
        above, _, _ = page.html.partition(NAME)
        assert not re.search(r"<(script|style|img)\b|stylesheet", above)
        assert above.index("<head>") < above.index("charset")


def test_policy_is_the_strictest_and_allows_by_hash_what_the_theme_needs(
    pages, policies
):
    policy = policies[""]
    needed = {
        script.string
        for page in pages.values()
        for script in page.soup.select("script:not([src], [type])")
    }
    digests = (hashlib.sha256(text.encode()).digest() for text in needed)
    hashes = {f"'sha256-{base64.b64encode(d).decode()}'" for d in digests}
    assert set(HASHES.findall(policy["script-src"])) == hashes
    rest = HASHES.sub("", policy["script-src"]).split()
    assert rest == ["'self'", "'wasm-unsafe-eval'"]
    # The rest is what a strict host would send; pages cannot say who may
    # show them in a frame.
    strict = dict(POLICY)
    del strict["frame-ancestors"], strict["script-src"]
    assert {n: v for n, v in policy.items() if n != "script-src"} == strict


# What would run or load, were it not for the policy: each sets window.ran
# or asks a host that is not ours.
REFUSED = {
    "an inline script": "add('script').textContent = 'window.ran = true'",
    "a script from elsewhere": "add('script').src = 'https://else.test/x.js'",
    "an inline handler": (
        "add('button').setAttribute('onclick', 'window.ran = true');"
        "document.body.lastElementChild.click()"
    ),
    "a link that is a script": (
        "add('a').href = 'javascript:window.ran = true';"
        "document.body.lastElementChild.click()"
    ),
    "a style": "add('p').setAttribute('style', 'color: red')",
    "a picture from elsewhere": "add('img').src = 'https://else.test/x.png'",
    "a message to elsewhere": "fetch('https://else.test/x').catch(() => {})",
    "a frame": "add('iframe').src = 'https://else.test/'",
    "another base": (
        "document.head.prepend(Object.assign("
        "document.createElement('base'), { href: 'https://else.test/' }))"
    ),
    "text made code": "setTimeout('window.ran = true', 0)",
}
ADD = (
    "const add = (tag) =>"
    " document.body.appendChild(document.createElement(tag));"
)


def test_browser_refuses_what_is_not_ours(browser, server):
    with browser.new_context() as context:
        asked = []

        def answer(route):  # as other hosts would
            asked.append(route.request.url)
            route.fulfill(body="window.ran = true", content_type="text/js")

        context.route("https://else.test/**", answer)
        page = context.new_page()
        page.goto(f"{server}loss/")  # of a host that sends no policy
        allowed = [name for name in REFUSED if not refuses(page, name)]
        page.wait_for_timeout(100)
        assert not allowed, f"allowed: {', '.join(allowed)}"
        assert page.evaluate("window.ran") is None
        assert asked == []


def refuses(page, name):
    """Tell whether the browser says that it refuses something."""
    try:
        with page.expect_console_message(is_refusal, timeout=5_000):
            page.evaluate(f"() => {{ {ADD} {REFUSED[name]} }}")
    except TimeoutError:
        return False
    return True


def is_refusal(message):
    """Know the one message of each refusal; a fetch adds another one."""
    return "following Content Security Policy directive" in message.text


def test_pages_swapped_without_loading_work_under_the_policy(browser, site):
    with Host(site).serving() as host, browser.new_context() as context:
        page = context.new_page()
        found = Visit()
        listen(page, found)
        page.goto(host.url)
        page.evaluate("window.same = true")
        titles = {
            "neuron": "Build a neuron",
            "network": "Connect neurons",
            "beyond/playground": "Hold the network",
        }
        for name, title in titles.items():
            link = page.locator(f".md-nav a[href$='{name}/']").first
            link.evaluate("link => link.click()")
            page.wait_for_url(f"**/{name}/")
            # The address changes first; a click in between would load anew.
            expect(page.locator("article h1")).to_contain_text(title)
        assert page.evaluate("window.same")  # no page was loaded anew
        assert found.complaints == []
