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


@pytest.fixture
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
