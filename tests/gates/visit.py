"""Open a page as readers do, and note all that may be wrong with it."""

import gzip
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import urlsplit

SCHEMES = {"light": "default", "dark": "slate"}
WIDTHS = {"desktop": 1280, "phone": 360}
AXE = "axe.run(document, { resultTypes: ['violations'] })"


@dataclass
class Visit:
    """What came of opening one page."""

    asked: set = field(default_factory=set)
    complaints: list = field(default_factory=list)
    too_wide: list = field(default_factory=list)
    barriers: list = field(default_factory=list)


def listen(page):
    """Note what a page asks for, and what the browser says about it."""
    visit = Visit()
    page.on("request", lambda request: visit.asked.add(request.url))
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    page.on(
        "console",
        lambda said: (
            said.type in ("error", "warning")
            and visit.complaints.append(said.text)
        ),
    )
    return visit


def visit(browser, address, axe):
    """Open a page once, then look at it in each scheme and width."""
    with browser.new_context() as context:
        page = context.new_page()
        found = listen(page)
        page.goto(address)
        page.wait_for_load_state("networkidle")
        page.evaluate(axe)
        for width, pixels in WIDTHS.items():
            page.set_viewport_size({"width": pixels, "height": 800})
            fold(page, opened=width == "desktop")
            for scheme in SCHEMES:
                look(page, found, scheme, width)
    return found


def fold(page, opened):
    """Open or close what a page folds."""
    page.evaluate(
        "opened => document.querySelectorAll('article details')"
        ".forEach(part => (part.open = opened))",
        opened,
    )


def look(page, found, scheme, width):
    """Note what is too wide, and what axe finds."""
    page.emulate_media(color_scheme=scheme)
    page.wait_for_function(
        "name => document.body.dataset.mdColorScheme === name",
        arg=SCHEMES[scheme],
    )
    # Colours that are still on their way from one scheme to the other
    page.evaluate("document.getAnimations().forEach(each => each.finish())")
    overflow = "document.documentElement.scrollWidth - innerWidth"
    if (pixels := page.evaluate(overflow)) > 0:
        found.too_wide.append(f"{pixels} px too wide, {width}, {scheme}")
    for fault in page.evaluate(AXE)["violations"]:
        places = [part["target"][-1] for part in fault["nodes"][:3]]
        found.barriers.append(
            f"{fault['help']}, {width}, {scheme}: "
            f"{len(fault['nodes'])} times, as {', '.join(map(str, places))}"
        )


def weight(site, asked):
    """Add up what a page and all that it asks for weigh, in bytes of gzip."""
    return sum(zipped(site / file_at(url)) for url in asked)


def file_at(url):
    path = urlsplit(url).path.removeprefix("/")
    return path + "index.html" if path.endswith("/") or not path else path


@cache
def zipped(path):
    return len(gzip.compress(path.read_bytes(), mtime=0))
