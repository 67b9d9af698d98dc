"""A reader plays each exercise: wrong, hint, right, tick.

Predictions and states on their own pages, one visit each; code on one page,
to which the exercises of all others are brought, for one start of Python.
"""

import json
import re

import pytest
from playwright.sync_api import expect

from scripts.exercises.read import read_exercises
from tests.exercises.slips import STATES
from tests.oracle.site import none
from tests.reader.host import Host

ALL = read_exercises()
COLD = 90_000  # milliseconds for Python to start on a machine under load
PAGE = "training/"
GATHER = """async (pages) => {
  const article = document.querySelector("article");
  for (const page of pages) {
    const text = await (await fetch(page)).text();
    const other = new DOMParser().parseFromString(text, "text/html");
    for (const box of other.querySelectorAll("[data-kind=write]")) {
      if (document.getElementById(box.id)) continue;
      const link = box.querySelector(".exercise-links a");
      link.href = new URL(link.getAttribute("href"), page).href;
      article.append(document.adoptNode(box));
    }
  }
  const root = new URL("..", location.href);
  const { mount } = await import(`${root}javascripts/exercises/mount.js`);
  document.querySelectorAll(".exercise").forEach(mount);
}"""
VERDICTS = """async ([need, links]) => {
  const root = new URL(document.querySelector("a.md-logo").href);
  const { verdict } = await import(`${root}javascripts/exercises/explore.js`);
  return Promise.all(links.map((link) => verdict(`#${link}`, need)));
}"""
IN_A_HURRY = """() => {
  const later = setTimeout;
  window.setTimeout = (act, wait) => later(act, wait === 10000 ? 500 : wait);
}"""
SHOW = """(link) => {
  const full = document.querySelector(".pg-live .pg-foot a[href*='#start=']");
  if (full) full.href = `${full.href.split("#")[0]}#${link}`;
  else history.replaceState(null, "", `#${link}`);
}"""


@pytest.fixture(scope="module")
def host(site):
    with Host(site).serving() as started:
        yield started


@pytest.fixture(scope="module")
def where(pages):
    """{name: address of its page}."""
    return {
        box["data-exercise"]: url
        for url, page in pages.items()
        for box in page.soup.select(".exercise")
    }


@pytest.fixture(scope="module")
def page(browser, host):
    """A reader's browser, in which nothing may go wrong."""
    mistakes = []
    with browser.new_context(accept_downloads=True) as context:
        opened = context.new_page()
        opened.set_default_timeout(10_000)
        opened.on("pageerror", lambda error: mistakes.append(str(error)))
        yield opened
    assert mistakes == []


def visit(page, host, url):
    """Open a page, and wait until its exercises answer."""
    if page.url.partition("#")[0] != host.url + url:
        page.goto(host.url + url)
        page.locator(".exercise").first.scroll_into_view_if_needed()
        page.locator(".exercise-work").first.wait_for()


def box_of(page, name):
    box = page.locator(f"#exercise-{name}")
    box.scroll_into_view_if_needed()
    return box


def said(box):
    return box.locator(".exercise-said")


def open_hints(box):
    """Open hint after hint; each appears when the one before is open."""
    folded = box.locator(":scope > details")
    for number in range(folded.count()):
        expect(folded.nth(number)).to_be_visible()
        if number + 1 < folded.count():
            expect(folded.nth(number + 1)).to_be_hidden()
        folded.nth(number).locator("summary").click()


def ticked(box):
    expect(box.locator(".exercise-tick")).to_have_text("✓ Done")


def names(kind):
    return [name for name, each in ALL.items() if each.kind == kind]


WRITTEN = {
    "7": 7, "0.5": 0.5, "0,5": 0.5, "\u22120,125": -0.125, "75 %": 0.75,
    "1,134": 1134, "-1,629,000": -1_629_000, " .25 ": 0.25,
}  # fmt: skip


def test_numbers_are_read_as_people_write_them(page, host):
    page.goto(f"{host.url}neuron/")
    read = """([url, texts]) => import(url).then(
      ({ number }) => texts.map(number))"""
    script = f"{host.url}javascripts/exercises/predict.js"
    found = page.evaluate(read, [script, [*WRITTEN]])
    assert dict(zip(WRITTEN, found, strict=True)) == WRITTEN


def test_exercises_wait_until_they_are_near(browser, host):
    asked = []
    with browser.new_context() as context:
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(host.url + PAGE, wait_until="networkidle")
        assert not [url for url in asked if "javascripts/exercises/" in url]
        page.locator(".exercise").first.scroll_into_view_if_needed()
        page.locator(".exercise-work").first.wait_for()


def test_predictions_and_states_are_played(page, host, where):
    played = {"predict": play_prediction, "explore": play_state}
    both = [name for kind in played for name in names(kind)]
    for name in sorted(both, key=where.get):
        visit(page, host, where[name])
        played[ALL[name].kind](page, name)


def play_prediction(page, name):
    box = box_of(page, name)
    check = json.loads(box.get_attribute("data-check"))
    wrong = check["wrong"]
    pairs = wrong.items() if isinstance(wrong, dict) else wrong
    for guess, words in pairs:
        answer(box, guess)
        expect(said(box)).to_have_text(f"Not yet. {plain(words)}")
    open_hints(box)
    answer(box, check["answer"])
    expect(said(box)).to_contain_text("Right. ")
    expect(box.locator(".exercise-answer")).to_have_attribute("open", "")
    ticked(box)


def answer(box, guess):
    if isinstance(guess, str):
        box.get_by_role("button", name=plain(guess), exact=True).click()
        return
    box.get_by_role("textbox").fill(repr(guess))
    box.get_by_role("button", name="Check").click()


def plain(words):
    return words.replace("`", "")


def play_state(page, name):
    box, each = box_of(page, name), ALL[name]
    page.locator(".pg-live").first.wait_for()
    need = json.loads(box.get_attribute("data-check"))["need"]
    slips = [*each.said["wrong"].items()]
    slips += [(link, words) for words, link in STATES[name]]
    links = [each.said["solution"], *(link for link, _ in slips)]
    (right, words), *found = page.evaluate(VERDICTS, [need, links])
    assert right, f"{name}: its solution is told {words!r}"
    faults = [
        f"{link} is told {words!r}, not {expected!r}"
        for (link, expected), (_, words) in zip(slips, found, strict=True)
        if not words.startswith(expected)
    ]
    drawn = [words for _, words in found]
    faults += [f"nothing draws {n[3]!r}" for n in need if n[3] not in drawn]
    none(faults, f"docs/exercises/{name}.py, or tests/exercises/slips.py:")
    hand_in(page, box, links[1])
    expect(said(box)).to_have_text(f"Not yet. {plain(drawn[0])}")
    open_hints(box)
    hand_in(page, box, links[0])
    expect(said(box)).to_contain_text("Right. ")
    ticked(box)


def hand_in(page, box, link):
    page.evaluate(SHOW, link)
    box.get_by_role("button", name=re.compile("^Hand in")).click()


@pytest.fixture(scope="module")
def writing(page, host, where, runtime):
    """One page with all exercises to write, and the Python of that page."""
    page.goto(host.url + PAGE)
    pages = sorted({host.url + where[name] for name in names("write")})
    page.evaluate(GATHER, pages)
    return page


def check(box, code=None):
    """Write code, if there is any, and let it be checked."""
    if code is not None:
        editor = box.get_by_role("textbox")
        if not editor.count():
            box.get_by_role("button", name="Write", exact=True).click()
        editor.fill(code)
    box.get_by_role("button", name="Check", exact=True).click()
    first = said(box).locator("p").first
    expect(first).to_have_text(re.compile("^(Right|Not yet)"), timeout=COLD)
    return said(box).inner_text()


def test_code_is_played(writing):
    for name in names("write"):
        box, each = box_of(writing, name), ALL[name]
        wrong = [w for w in each.cells if w[0] == "wrong"]
        _, words, code = next(w for w in wrong if "still ran" not in w[1])
        assert plain(words) in check(box, code), name
        open_hints(box)
        told = check(box, f"{each.cell('solution')}\nprint('seen')")
        assert "Right. " in told, f"{name}: {told}"
        assert "seen" in told, name
        ticked(box)


def test_a_slip_is_shown_where_it_is(writing):
    box = box_of(writing, "while_it_falls")
    told = check(box, "import numpy as np\n\n\ndef slip(:\n    pass\n")
    assert 'File "while_it_falls.py", line 4' in told
    assert "SyntaxError" in told


def test_an_endless_loop_is_stopped_and_said(writing):
    box = box_of(writing, "while_it_falls")
    box.get_by_role("textbox").fill("while True:\n    pass\n")
    writing.evaluate(IN_A_HURRY)
    told = check(box)
    assert "Look for a loop that never ends" in told


def test_ticks_are_listed_saved_read_and_cleared(page, host, tmp_path):
    page.goto(f"{host.url}exercises/")
    ticks = page.locator(".exercise-tick")
    status = page.locator(".exercise-kept [role=status]")
    expect(status).to_have_text(f"{len(ALL)} of {len(ALL)} done.")
    assert ticks.count() == len(ALL)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the ticks").click()
    download.value.save_as(tmp_path / "ticks.json")
    page.get_by_role("button", name="Clear all").click()
    expect(status).to_have_text(f"Cleared. 0 of {len(ALL)} done.")
    page.reload()
    expect(status).to_have_text(f"0 of {len(ALL)} done.")
    chooser = page.locator(".exercise-kept input")
    (tmp_path / "other.json").write_text('{"done": ["x"]}', "utf-8")
    chooser.set_input_files(tmp_path / "other.json")
    expect(status).to_contain_text("This file holds no ticks.")
    # An exercise may have been taken away since; its tick does not count.
    ticks = json.loads((tmp_path / "ticks.json").read_text("utf-8"))
    ticks["done"].append("taken_away")
    # A tick that is there already stays: the file has all but this one.
    there = ticks["done"].pop(0)
    page.evaluate("name => __md_set('exercises', [name])", there)
    (tmp_path / "ticks.json").write_text(json.dumps(ticks), "utf-8")
    chooser.set_input_files(tmp_path / "ticks.json")
    expect(status, "docs/javascripts/exercises/list.js").to_have_text(
        f"Read. {len(ALL)} of {len(ALL)} done."
    )
    page.go_back()


def test_without_javascript_all_is_there(browser, host):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(host.url + PAGE)
        box = page.locator("#exercise-while_it_falls")
        folded = box.locator(":scope > details")
        assert folded.count() == len(ALL["while_it_falls"].hints) + 1
        for number in range(folded.count()):
            expect(folded.nth(number)).to_be_visible()
        folded.last.locator("summary").click()
        expect(folded.last).to_contain_text("return epochs")
        link = box.get_by_role("link", name="Download while_it_falls.py")
        address = link.evaluate("each => each.href")
        assert page.request.get(address).ok
