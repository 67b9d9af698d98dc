"""What a program says of its own output: the same as published, or not."""

import pytest

# In place of Python: it prints at once what the test wants.
STUB = """
export function run(code, filename, on) {
  on.running();
  on.text(window.printed);
  on.done({ error: null, seconds: 0 });
}
export function stop() {}
export function end() {}
"""


@pytest.fixture(scope="module")
def program(browser, server):
    page = browser.new_page()
    page.route(
        "**/live/python.js*",
        lambda route: route.fulfill(body=STUB, content_type="text/javascript"),
    )
    page.goto(f"{server}neuron/")
    yield page.locator(".program[data-program=neuron]")
    page.close()


def test_a_verdict_says_the_same_or_the_opposite(program, site):
    published = (site / "outputs/neuron.txt").read_text("utf-8")
    button = program.get_by_role("button", name="Run", exact=True)
    button.wait_for()
    for printed, verdict in [
        (published, "the same output as published."),
        (published.replace("0.99", "0.98"), "the output differs from"),
        ("", "the output differs from"),
        (published, "the same output as published."),
    ]:
        program.page.evaluate("text => { window.printed = text; }", printed)
        button.click()
        said = program.get_by_role("status").inner_text()
        assert verdict in said, (
            "docs/javascripts/live/programs.js: after the output "
            f"{printed!r} expected “{verdict}”, found “{said}”"
        )


def test_what_was_reset_does_not_come_back(program):
    """Neither in the editor, nor when the page is opened anew."""
    page, editor = program.page, program.get_by_role("textbox")
    where = "docs/javascripts/live/programs.js: after Reset"

    def press(name):
        program.get_by_role("button", name=name, exact=True).click()

    press("Edit")
    editor.wait_for()
    published = editor.inner_text()
    editor.fill("print('mine')")
    press("Reset")
    press("Edit")
    editor.wait_for()
    assert editor.inner_text() == published, f"{where} and Edit"
    editor.fill("print('mine')")
    press("Reset")
    page.reload()
    program.get_by_role("button", name="Edit", exact=True).wait_for()
    page.wait_for_load_state("networkidle")
    assert editor.count() == 0, f"{where} and a reload an editor is open"
