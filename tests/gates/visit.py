"""Open a page as readers do, and note all that may be wrong with it."""

import gzip
from dataclasses import dataclass, field
from functools import cache
from itertools import cycle
from pathlib import Path
from urllib.parse import urlsplit

SCHEMES = {"light": "default", "dark": "slate"}
WIDTHS = {"desktop": 1280, "phone": 360}
CUT_OFF = """() => {
  const problems = [];
  const seen = (part) => part.checkVisibility() && part.getClientRects()[0];
  const called = (part) => part.closest("[data-tex]")?.dataset.tex
    ?? part.getAttribute("class") ?? "";
  const note = (what, part) =>
    problems.push(`${what}: ${part.tagName} ${called(part)}`.slice(0, 80));
  for (const part of document.querySelectorAll(
    "article :is(.figure, .arithmatex > svg, table, pre, img)",
  )) {
    const box = seen(part);
    if (box && box.right > innerWidth + 1) note("cut off", part);
    if (part.matches("pre, .figure") && part.scrollWidth > innerWidth)
      note("cut off inside", part);
  }
  for (const part of document.querySelectorAll(
    "header, nav, footer, form, button, .program summary",
  )) {
    if (seen(part)) note("of no use on paper", part);
  }
  // What a reader's own run prints may have longer lines than ours.
  const code = document.querySelector("article .program-output pre > code");
  if (code) {
    const long = document.createTextNode("long ".repeat(60));
    code.append(long);
    if (code.scrollWidth > code.clientWidth) note("cut off if long", code);
    long.remove();
  }
  return problems;
}"""
# The playground's log has a column for each parameter, whatever the width.
SIDEWAYS = """() => [...document.querySelectorAll("article table")]
  .filter((table) => !table.closest(".pg-scroll"))
  .filter((table) => table.getBoundingClientRect().right > innerWidth)
  .map((table) => `a table must be scrolled: ${table.innerText}`)
  .map((words) => words.replace(/\\s+/g, " ").slice(0, 80))"""
UNFOLD = """document
  .querySelectorAll("article details")
  .forEach((part) => (part.open = true))"""
# Colours that are still on their way from one scheme to the other
SETTLE = "document.getAnimations().forEach(each => each.finish())"
# Letters of the text that are below 12 pixels: Lighthouse counts them, too
SMALL = """() => {
  const walker = document.createTreeWalker(
    document.querySelector("article"), NodeFilter.SHOW_TEXT);
  const found = new Set();
  while (walker.nextNode()) {
    const part = walker.currentNode.parentElement;
    const size = Number.parseFloat(getComputedStyle(part).fontSize);
    const words = walker.currentNode.data.trim();
    if (!words || part.closest("svg") || !part.checkVisibility()) continue;
    if (size < 12) found.add(`${size.toFixed(1)} px: ${words.slice(0, 40)}`);
  }
  return [...found].slice(0, 5);
}"""
HERE = Path(__file__).parent
PALE = (HERE / "contrast.js").read_text("utf-8")
NOT_ON_PAPER = (HERE / "on_paper.js").read_text("utf-8")
AXE = "options => axe.run(document, options)"
# Colours take axe longest; they change with the scheme only, all else with
# the width only, so that nothing is left to see on a phone in the dark:
# {(width, scheme): what axe looks at}.
COLOURS = "color-contrast"
JUDGED = {
    ("desktop", "light"): {},
    ("desktop", "dark"): {"runOnly": [COLOURS]},
    ("phone", "light"): {"rules": {COLOURS: {"enabled": False}}},
}


@dataclass
class Visit:
    """What came of opening one page."""

    asked: set = field(default_factory=set)
    complaints: list = field(default_factory=list)
    too_wide: list = field(default_factory=list)
    barriers: list = field(default_factory=list)
    cut_off: list = field(default_factory=list)
    too_small: list = field(default_factory=list)
    pale: list = field(default_factory=list)
    not_on_paper: list = field(default_factory=list)
    paper: bytes = b""  # the page as a PDF


def visit_all(browser, addresses, axe):
    """Open each page once: {page: what came of it}.

    While one page is judged, the next one loads in another tab.
    """
    found = {name: Visit() for name in addresses}
    with browser.new_context() as context:
        tabs = cycle([context.new_page(), context.new_page()])
        loading = None
        for name in [*addresses, None]:
            ready = loading
            if name is not None:
                loading = begin(next(tabs), addresses[name], found[name])
            if ready:
                judge(*ready, axe)
    return found


def begin(page, address, found):
    """Let a page load; what comes of it will stand in found."""
    listeners = listen(page, found)
    page.set_viewport_size({"width": WIDTHS["desktop"], "height": 800})
    page.goto(address, wait_until="commit")
    return page, found, listeners


def judge(page, found, listeners, axe):
    """Look at a page that is there, from all sides."""
    page.bring_to_front()  # or it draws once a second only
    page.wait_for_load_state("networkidle")
    page.evaluate(axe)
    print_out(page, found)
    look_around(page, found)
    for event, listener in listeners.items():
        page.remove_listener(event, listener)


def listen(page, found):
    """Note what a page asks for, and what the browser says about it."""

    def said(message):
        if message.type in ("error", "warning"):
            found.complaints.append(message.text)

    listeners = {
        "request": lambda request: found.asked.add(request.url),
        "pageerror": lambda error: found.complaints.append(str(error)),
        "console": said,
    }
    for event, listener in listeners.items():
        page.on(event, listener)
    return listeners


def print_out(page, found):
    """Print a page, and note what paper would cut off or should not show."""
    found.paper = page.pdf(format="A4")
    page.set_viewport_size({"width": 718, "height": 1000})  # A4, its margins
    page.emulate_media(media="print")
    found.cut_off += page.evaluate(CUT_OFF)
    page.evaluate(UNFOLD)  # as Material does when a page is printed
    page.evaluate(SETTLE)
    found.pale += [f"{each}, paper" for each in page.evaluate(PALE)]
    found.not_on_paper += page.evaluate(NOT_ON_PAPER)
    page.emulate_media(media="null")  # neither


def look_around(page, found):
    """Look at an open page, unfolded, in each width and each scheme."""
    page.evaluate(UNFOLD)
    for width, scheme in JUDGED:
        page.set_viewport_size({"width": WIDTHS[width], "height": 800})
        look(page, found, scheme, width)


def look(page, found, scheme, width):
    """Note what is too wide, and what axe finds."""
    page.emulate_media(color_scheme=scheme)
    body = page.locator(f"body[data-md-color-scheme={SCHEMES[scheme]}]")
    body.wait_for(state="attached")
    page.evaluate(SETTLE)
    overflow = "document.documentElement.scrollWidth - innerWidth"
    if (pixels := page.evaluate(overflow)) > 0:
        found.too_wide.append(f"{pixels} px too wide, {width}, {scheme}")
    found.too_wide += page.evaluate(SIDEWAYS)
    if width == "phone":
        found.too_small += page.evaluate(SMALL)
    if width == "desktop":  # the same colours on a phone
        found.pale += [f"{each}, {scheme}" for each in page.evaluate(PALE)]
    options = {"resultTypes": ["violations"]} | JUDGED[width, scheme]
    for fault in page.evaluate(AXE, options)["violations"]:
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
