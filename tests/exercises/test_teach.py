"""?teach covers what a page gives away, on the screen and on paper."""

import json
import re

import pytest
from playwright.sync_api import expect
from pypdfium2 import PdfDocument

from tests.oracle.site import none

LETTERS = 22  # pixels, on a projector of 1280; 16 are usual
FACTS = ["neuron", "network", "backpropagation", "training", "predictions"]
LONG = re.compile(r"\d+\.\d{3,}")
SEEN = """() => {
  const walker = document.createTreeWalker(
    document.querySelector("article"), NodeFilter.SHOW_TEXT);
  let text = "";
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (parent.closest("mjx-assistive-mml")) continue; // beside a picture
    if (parent.checkVisibility()) text += walker.currentNode.data;
  }
  return text;
}"""
ANSWER = '<div class="answer">It is forty-two.</div>'


@pytest.fixture(scope="module")
def lesson(browser, server):
    """A window in which a teacher goes through the site."""
    size = {"width": 1280, "height": 720}
    with browser.new_context(viewport=size) as context:
        page = context.new_page()
        faults = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        yield page
        assert faults == []


def open_covered(page, address):
    page.goto(address)
    page.locator("article.teach-ready").wait_for()


def test_nothing_that_a_program_prints_is_seen_before_a_click(
    lesson, server, site
):
    faults, looked_for = [], 0
    for name in FACTS:
        open_covered(lesson, f"{server}{name}/?teach")
        seen = lesson.evaluate(SEEN)
        for program in lesson.locator("article .program").all():
            stem = program.get_attribute("data-program")
            printed = (site / f"outputs/{stem}.txt").read_text("utf-8")
            code = (site / f"programs/{stem}.py").read_text("utf-8")
            code = re.sub(r"#.*", "", code)
            results = set(LONG.findall(printed)) - set(LONG.findall(code))
            looked_for += len(results)
            faults += [f"{name}: {n}" for n in results if n in seen]
    assert looked_for > 50
    none(faults, "These results are seen, though nobody asked for them:")


def test_what_is_covered_opens_one_by_one(lesson, server):
    open_covered(lesson, f"{server}neuron/?teach")
    outputs = lesson.locator(".program-output")
    covered = lesson.locator(".teach-show:visible")
    before = covered.count()
    assert before >= 4
    expect(lesson.locator(".teach-bar")).to_contain_text(f"{before} covered")
    lesson.get_by_role("button", name="Show: output of sigmoid.py").click()
    expect(outputs.first).to_be_visible()
    expect(outputs.first).to_be_focused()
    expect(outputs.last).to_be_hidden()
    expect(lesson.locator(".teach-bar")).to_contain_text(
        f"{before - 1} covered"
    )
    sentence = lesson.get_by_text("A large negative input gives almost 0")
    expect(sentence).to_be_hidden()
    lesson.get_by_role("button", name="Show the next").click()
    expect(sentence).to_be_visible()
    # The comment behind a print says the same as the output below it.
    comment = lesson.locator("[data-program=neuron] .c1:visible")
    known = comment.count()
    lesson.get_by_role("button", name="Show: output of neuron.py").click()
    expect(comment).to_have_count(known + 1)


def test_the_back_row_can_read(lesson, server):
    open_covered(lesson, f"{server}neuron/?teach")
    size = "e => parseFloat(getComputedStyle(e).fontSize)"
    words = lesson.get_by_text("Inside there are three stages")
    assert words.evaluate(size) >= LETTERS
    button = lesson.locator(".teach-show").first
    assert button.evaluate(size) >= LETTERS
    wider = "document.documentElement.scrollWidth - innerWidth"
    assert lesson.evaluate(wider) <= 0


def test_it_stays_on_and_one_click_ends_it(lesson, server):
    open_covered(lesson, f"{server}neuron/?teach")
    lesson.locator(".md-footer__link--next").click()
    lesson.wait_for_url(f"{server}network/")
    expect(lesson.locator("[data-program=network] .c1").first).to_be_hidden()
    expect(lesson.locator(".program-output").first).to_be_hidden()
    lesson.goto(f"{server}loss/")  # also when the page is loaded anew
    expect(lesson.locator(".program-output").first).to_be_hidden()
    lesson.get_by_role("button", name="End teaching").click()
    for part in lesson.locator(".program-output, .program .c1").all():
        if not part.evaluate("e => e.closest('details')"):
            expect(part).to_be_visible()
    expect(lesson.locator(".teach-bar, .teach-show")).to_have_count(0)
    lesson.goto(f"{server}training/")
    ended = "After End teaching, the next page is covered again"
    expect(lesson.locator(".program-output").first, ended).to_be_visible()
    assert not lesson.locator(".teach-bar").count(), ended


def test_an_answer_is_covered_whatever_it_holds(lesson, server):
    lesson.route(
        "**/loss/?teach",
        lambda route: route.fulfill(
            body=route.fetch().text().replace("</article>", ANSWER, 1),
            content_type="text/html",
        ),
    )
    open_covered(lesson, f"{server}loss/?teach")
    answer = lesson.get_by_text("It is forty-two.")
    expect(answer).to_be_hidden()
    lesson.get_by_role("button", name="Show the answer").last.click()
    expect(answer).to_be_visible()
    open_covered(lesson, f"{server}beyond/playground/?teach")
    exercise = lesson.locator("#exercise-first_step")
    exercise.scroll_into_view_if_needed()
    exercise.locator(".exercise-work").wait_for()
    reason = lesson.get_by_text("From the loss to the prediction")
    expect(reason).to_be_hidden()
    covers = exercise.get_by_role("button", name="Show the answer")
    expect(covers, "The answer of first_step is not covered").to_be_visible()
    covers.click()
    expect(reason).to_be_visible()


def test_answers_are_never_drawn_before_they_are_covered(pages):
    """The page is hidden by its head, until teach.js has been there."""
    for url in ("neuron/", "beyond/luck/"):
        (script,) = [
            script
            for script in pages[url].soup.select("head script:not([src])")
            if "teach" in script.text
        ]
        assert script.sourceline < pages[url].article.sourceline


def paper_of(page):
    """The text of a page on paper, without blanks."""
    sheets = PdfDocument(page.pdf(format="A4"))
    texts = [sheet.get_textpage().get_text_range() for sheet in sheets]
    return re.sub(r"\s+", "", "".join(texts))


def test_a_handout_is_with_or_without_answers(lesson, server, site):
    output = (site / "outputs/neuron.txt").read_text("utf-8").strip()
    open_covered(lesson, f"{server}neuron/?teach")
    prints = "window.print = () => { window.seen = document.documentElement"
    lesson.evaluate(f"{prints}.className; }}")
    assert output not in paper_of(lesson)
    lesson.get_by_role("button", name="Show: output of neuron.py").click()
    lesson.get_by_role("button", name="Print without answers").click()
    assert "teach-all" not in lesson.evaluate("seen")
    assert output not in paper_of(lesson)  # though it was shown
    lesson.get_by_role("button", name="Print with answers").click()
    classes = lesson.evaluate("seen")
    assert "teach-all" in classes
    mark = "name => document.documentElement.classList.toggle(name)"
    lesson.evaluate(mark, "teach-all")
    paper = paper_of(lesson)
    lesson.evaluate(mark, "teach-all")
    assert paper.count(output) == 3  # output, comment and sentence
    assert "Endteaching" not in paper
    lesson.get_by_role("button", name="End teaching").click()
    assert paper_of(lesson).count(output) == 3


def test_readers_load_nothing_of_it(lesson, server):
    asked = []
    lesson.on("request", lambda request: asked.append(request.url))
    lesson.goto(f"{server}neuron/")
    lesson.wait_for_load_state("networkidle")
    assert json.dumps(asked).count("classroom.js") == 1
    assert not [url for url in asked if "/teach." in url]
