"""Every program runs in the page, in the Python that the site brings."""

import contextlib
import gzip
import json
import os
import re
import subprocess
import sys

import numpy as np
import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import expect

from scripts.browser.runner import run
from tests.reader.host import Host
from tests.repository import ROOT

GENERATED = ROOT / "docs" / "generated"
STEMS = sorted(path.stem for path in ROOT.glob("docs/programs/*.py"))
COLD = 90_000  # milliseconds; a machine under load may need many seconds


@pytest.fixture(scope="module")
def host(site, runtime):
    """The built site at an address of its own, with Python in it."""
    with Host(site).serving() as started:
        yield started


@pytest.fixture(autouse=True)
def healthy(host):
    """Leave no fault behind for the next test."""
    yield
    host.faults.clear()


class Program:
    """A program of an open page, as a reader uses it."""

    def __init__(self, page, stem):
        self.page = page
        self.box = page.locator(f".program[data-program={stem}]")
        self.status = self.box.get_by_role("status")
        self.output = self.box.locator(".program-output")
        self.error = self.box.locator(".program-error")

    def button(self, name):
        return self.box.get_by_role("button", name=name, exact=True)

    def press(self, name):
        self.button(name).click()

    def reset(self):
        if self.button("Reset").is_enabled():
            self.press("Reset")

    @property
    def editor(self):
        return self.box.get_by_role("textbox")

    def tab(self, name):
        return self.box.get_by_role("tab", name=name, exact=True)

    def text(self):
        """What the editor shows."""
        return self.editor.evaluate(
            "e => [...e.querySelectorAll('.cm-line')]"
            ".map(line => line.textContent).join('\\n')"
        )

    def write(self, code):
        self.press("Edit")
        self.editor.wait_for()
        self.editor.fill(code)

    def run(self, code=None):
        """Run the program, or other code in its editor, to its end."""
        if code is not None:
            self.write(code)
        self.press("Run")
        self.wait()

    def wait(self, words=r"^(Ran|The program ended)"):
        expect(self.status).to_have_text(re.compile(words), timeout=COLD)

    def printed(self):
        codes = self.output.locator("pre:not(.program-error) code")
        return "".join(codes.all_text_contents())


def pythons(page):
    """List the workers of a page that run Python; the search has its own."""
    return [w for w in page.workers if w.url.endswith("live/worker.js")]


def until(holds, page):
    """Wait until something holds that the browser tells only later."""
    for _ in range(50):
        if holds():
            return
        page.wait_for_timeout(100)
    pytest.fail("expected it to hold within five seconds")


@contextlib.contextmanager
def open_page(browser, url, faulty=False, **options):
    """Open a page that nobody has seen, and fail on any mistake in it.

    faulty: the host misbehaves, so that Pyodide may leave an error behind.
    """
    mistakes = []
    with browser.new_context(**options) as context:
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: mistakes.append(error))
        page.goto(url)
        yield page
    assert faulty or mistakes == []


@pytest.fixture(scope="module")
def shared(browser, host, pages):
    """One page with all programs, for the tests that leave it in order.

    To load Python anew for each page would take as long as all else here.
    """
    host.pages["collected/"] = collected(pages)
    with open_page(browser, f"{host.url}collected/") as page:
        yield page


@pytest.fixture
def neuron(shared):
    program = Program(shared, "neuron")
    program.reset()
    return program


def collected(pages):
    """Bring the programs of all pages, as these show them, to one page."""
    soup = BeautifulSoup(pages["neuron/"].html, "html.parser")
    article = soup.select_one("article")
    for box in article.select("div.program"):
        box.decompose()
    for url, page in pages.items():
        up = "../" * url.count("/")
        for box in page.article.select("div.program"):
            html = str(box).replace(f'"{up}', '"../')
            article.append(BeautifulSoup(html, "html.parser"))
    return str(soup)


def test_plot_shows_the_same_values_in_the_page(shared):
    program = Program(shared, "loss_curve")
    picture = program.output.locator("svg[role=img]")
    built = picture.get_attribute("aria-label")
    assert "a line from 0." in built
    assert not pythons(shared)
    program.run()
    expect(picture).to_have_attribute("aria-label", built)
    assert picture.locator("path[stroke='var(--figure-accent)']").count()
    program.run("import matplotlib.pyplot as plt\nplt.show()\nprint(1)\n")
    assert program.printed() == "1\n"
    expect(picture).to_have_count(0)
    program.reset()


def test_every_program_prints_in_the_page_what_the_build_captured(shared):
    boxes = shared.locator("div.program").all()
    stems = [box.get_attribute("data-program") for box in boxes]
    assert sorted(stems) == STEMS
    for stem in stems:
        program = Program(shared, stem)
        program.run()
        expected = GENERATED / f"outputs/{stem}.txt"
        assert program.printed() == expected.read_text("utf-8"), stem
        expect(program.status).to_contain_text("same output as pub")


FORGED = """\
from js import Object, postMessage
from pyodide.ffi import to_js

picture = '<img src="x" onerror="window.ran = true">'
message = {"kind": "picture", "value": picture}
postMessage(to_js(message, dict_converter=Object.fromEntries))
print(1)
"""


def test_forged_picture_never_reaches_the_page(shared):
    program = Program(shared, "loss_curve")
    program.run(FORGED)
    expect(program.output).to_contain_text("The picture cannot be shown")
    expect(program.output.locator("img")).to_have_count(0)
    assert shared.evaluate("window.ran") is None


def vector_units():
    """Name the parts of this processor that NumPy has special code for.

    Their exp() may differ from the C library's in the last bit, so that two
    processors give two results; a browser has none of these parts.
    """
    return " ".join(np.show_config("dicts")["SIMD Extensions"]["found"])


def test_training_gives_bit_identical_weights(shared):
    code = (GENERATED / "programs/training.py").read_text("utf-8")
    code += "\nfor name in vars(network):\n"
    code += "    print(name, float(getattr(network, name)).hex())\n"
    native = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env=os.environ | {"NPY_DISABLE_CPU_FEATURES": vector_units()},
    )
    assert len(re.findall(r"^[wb]\d -?0x1\.", native.stdout, re.M)) == 9
    program = Program(shared, "training")
    program.run(code)
    assert program.printed() == native.stdout


def test_nothing_is_loaded_before_the_first_run(browser, host):
    host.asked.clear()
    addresses = []
    context = browser.new_context()
    context.on("request", lambda request: addresses.append(request.url))
    page = context.new_page()
    page.goto(f"{host.url}neuron/", wait_until="networkidle")
    program = Program(page, "neuron")
    expect(program.status).to_have_text(re.compile(r"loads .* 16\.3 MB"))
    assert [a for a in host.asked if "runtime/" in a or "live/w" in a] == []
    program.press("Run")
    wasm = "pyodide.asm.wasm"
    until(lambda: any(a.endswith(wasm) for a in host.asked), page)
    context.close()
    assert [a for a in addresses if not a.startswith(host.url)] == []


def test_a_page_weighs_little_more_before_the_first_run(site):
    files = [
        "javascripts/live/programs.js",
        "javascripts/live/picture.js",
        "javascripts/live/python.js",
        "javascripts/live/sizes.js",
    ]
    paths = [*(site / f for f in files), ROOT / "docs/stylesheets/live.css"]
    weight = sum(len(gzip.compress(path.read_bytes())) for path in paths)
    assert 1000 < weight < 6800  # both editors come with the first Edit


def test_page_without_javascript_has_no_buttons(browser, host):
    with open_page(
        browser, f"{host.url}neuron/", java_script_enabled=False
    ) as page:
        assert page.locator(".program").count() == 2
        assert page.locator(".program button").count() == 0


def test_edited_program_runs_and_reset_takes_it_back(neuron):
    neuron.press("Edit")
    expect(neuron.editor).to_be_focused()
    short = ROOT / "docs/programs/neuron.py"
    assert neuron.text() == short.read_text("utf-8")
    expect(neuron.box.locator(".highlight").first).to_be_hidden()
    neuron.run("print('äöü', 1 + 1)\n")
    assert neuron.printed() == "äöü 2\n"
    expect(neuron.status).to_contain_text("your version")
    neuron.press("Reset")
    expect(neuron.editor).to_have_count(0)
    expect(neuron.box.locator(".highlight").first).to_be_visible()
    assert neuron.printed() == "0.9990889488055994\n"
    neuron.run()
    assert neuron.printed() == "0.9990889488055994\n"


def test_provenance_names_the_versions_that_run(neuron, site):
    neuron.run(
        "import platform, numpy\n"
        "print(platform.python_version(), numpy.__version__)\n"
    )
    said = json.loads((site / "provenance.json").read_text("utf-8"))
    ran = said["in_browser"]
    assert neuron.printed() == f"{ran['Python']} {ran['NumPy']}\n"


def test_editor_works_by_keyboard(neuron, shared):
    neuron.button("Edit").press("Enter")
    expect(neuron.editor).to_be_focused()
    press = shared.keyboard.press
    press("Control+a")
    press("Delete")
    shared.keyboard.type("for i in range(2):\nprint(i)")
    press("Enter")
    press("Tab")
    written = "for i in range(2):\n    print(i)\n        "
    assert neuron.text() == written
    press("Control+z")
    assert neuron.text() != written
    press("Control+Shift+Z")
    assert neuron.text() == written
    press("Control+Enter")
    neuron.wait()
    expect(neuron.error).to_have_count(0)
    assert neuron.printed() == "0\n1\n"
    expect(neuron.editor).to_be_focused()
    press("Escape")
    press("Tab")
    expect(neuron.editor).not_to_be_focused()
    press("Shift+Tab")
    expect(neuron.editor).to_be_focused()
    press("Shift+Tab")
    expect(neuron.editor).not_to_be_focused()


def test_a_change_of_step_in_its_tab_changes_the_training(shared):
    program = Program(shared, "training")
    program.reset()
    program.press("Edit")
    expect(program.editor).to_be_focused()
    program.tab("OurNeuralNetwork").click()
    complete = (GENERATED / "programs/training.py").read_text("utf-8")
    start = complete.index("class OurNeuralNetwork")
    class_ = complete[start : complete.index("\n\n\n", start) + 1]
    assert class_.startswith(program.text()[:200])
    first = re.search(r"\n( +)def step\(.*?\):\n", class_, re.DOTALL)
    idle = class_[: first.end()] + first[1] + "    return\n"
    program.editor.fill(idle + class_[first.end() :])
    program.run()
    expect(program.status).to_contain_text("your version")
    losses = set(re.findall(r"loss: ([\d.]+)", program.printed()))
    assert len(losses) == 1  # nothing was learnt
    program.press("Reset")
    program.run()
    expect(program.status).to_contain_text("same output as published")


def test_a_traceback_marks_the_line_in_its_tab(neuron):
    neuron.press("Edit")
    expect(neuron.editor).to_be_focused()
    neuron.tab("sigmoid").click()
    neuron.editor.fill("def sigmoid(x):\n    y = x\n    return nothing\n")
    neuron.tab("neuron.py").click()
    neuron.run()
    assert "NameError" in neuron.error.text_content()
    expect(neuron.tab("sigmoid")).to_have_attribute("aria-selected", "true")
    marked = neuron.box.locator(".cm-fault")
    expect(marked).to_have_text("    return nothing")
    number = neuron.box.locator(".cm-gutterElement").nth(3).text_content()
    assert f"line {number}," in neuron.error.text_content()


def test_edits_survive_leaving_the_page(browser, host):
    with open_page(browser, f"{host.url}neuron/") as page:
        program = Program(page, "neuron")
        program.write("print('kept')\n")
        page.goto(f"{host.url}loss/")
        page.goto(f"{host.url}neuron/")
        program = Program(page, "neuron")
        program.editor.wait_for()
        assert program.text() == "print('kept')\n"
        program.press("Reset")
        page.reload()
        expect(program.button("Edit")).to_be_visible()
        expect(program.editor).to_have_count(0)


def test_a_text_field_stands_in_where_the_editor_cannot_load(browser, host):
    host.faults["code-editor.js"] = "missing"
    with open_page(browser, f"{host.url}neuron/", faulty=True) as page:
        program = Program(page, "neuron")
        program.press("Edit")
        complete = GENERATED / "programs/neuron.py"
        expect(program.editor).to_have_value(complete.read_text("utf-8"))


def test_the_editor_is_light_and_comes_with_the_first_edit(site, host):
    size = len(
        gzip.compress((site / "javascripts/live/code-editor.js").read_bytes())
    )
    assert 50_000 < size <= 150_000


@pytest.mark.parametrize(
    "code",
    [
        "print('before')\nx = = 1\n",
        "def f():\n    return 1 / 0\n\n\nprint('before')\nf()\n",
        "import numpy as np\n\nnp.dot(np.ones(2), np.ones(3))\n",
        "try:\n    {}['a']\nexcept KeyError as e:\n    raise OSError from e\n",
        "import pandas\n",
    ],
)
def test_error_shows_the_readers_own_lines(neuron, code):
    neuron.run(code)
    shown = neuron.error.text_content()
    frames = re.findall(r'File "([^"]+)"', shown)
    assert set(frames) == {"neuron.py"}
    native = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True
    )
    last = native.stderr.splitlines()[-1]
    assert shown.splitlines()[-1].startswith(last.split("'")[0])
    assert neuron.printed() == native.stdout
    expect(neuron.status).to_have_text("The program ended with an error.")


def test_two_programs_in_turn_share_one_python(neuron, shared):
    neuron.run()
    other = Program(shared, "sigmoid")
    other.run("try:\n    print(n)\nexcept NameError as e:\n    print(e)\n")
    assert other.printed() == "name 'n' is not defined\n"
    until(lambda: len(pythons(shared)) == 1, shared)


def test_program_that_waits_for_input_is_told(neuron):
    neuron.run("input()\n")
    assert "EOFError" in neuron.error.text_content()


def test_reader_may_exhaust_the_stack(neuron):
    neuron.run("def f():\n    f()\n\n\nf()\n")
    assert "RecursionError" in neuron.error.text_content()
    neuron.press("Reset")
    neuron.run()
    assert neuron.printed() == "0.9990889488055994\n"


def test_endless_loop_leaves_the_page_responsive_and_stops(neuron, shared):
    neuron.write("print('first')\nwhile True:\n    pass\n")
    neuron.press("Run")
    # What it printed is there while it runs
    expect(neuron.output).to_contain_text("first", timeout=COLD)
    expect(neuron.status).to_have_text("Running …")
    assert shared.evaluate(
        "new Promise(r => { const t = performance.now();"
        "setTimeout(() => r(performance.now() - t < 1000), 50) })"
    )
    until(lambda: len(pythons(shared)) == 1, shared)
    neuron.press("Stop")
    expect(neuron.status).to_have_text("Stopped.")
    assert neuron.printed() == "first\n"
    expect(neuron.button("Stop")).to_have_attribute("aria-disabled", "true")
    until(lambda: pythons(shared) == [], shared)
    neuron.press("Reset")
    neuron.run()
    assert neuron.printed() == "0.9990889488055994\n"


def test_endless_output_is_stopped(neuron):
    neuron.write("while True:\n    print('again and again')\n")
    neuron.press("Run")
    neuron.wait(r"^Stopped after 100,000 characters")
    assert 100_000 < len(neuron.printed()) < 10_000_000
    box = neuron.output.locator("pre").first
    whole, seen, window = box.evaluate(
        "e => [e.scrollHeight, e.clientHeight, innerHeight]"
    )
    assert seen < window < whole  # it scrolls, and the page goes on below


def test_another_program_may_start_while_one_runs(neuron, shared):
    neuron.write("while True:\n    pass\n")
    neuron.press("Run")
    neuron.wait("Running")
    other = Program(shared, "sigmoid")
    other.reset()
    other.run()
    expect(neuron.status).to_have_text("Stopped.")
    assert "sigmoid(0) = 0.5" in other.printed()


def test_leaving_a_page_ends_its_python(neuron, shared):
    """The last test that needs the shared page."""
    neuron.write("while True:\n    pass\n")
    neuron.press("Run")
    neuron.wait("Running")
    shared.evaluate("window.stayed = true")
    shared.locator("a.headerlink").first.click(force=True)
    assert len(pythons(shared)) == 1  # a link within the page
    shared.locator(".md-footer__link--next").click()
    expect(shared.locator("h1")).to_contain_text("network")
    assert shared.evaluate("window.stayed")  # instant navigation
    expect(shared.locator(".program-controls")).not_to_have_count(0)
    until(lambda: pythons(shared) == [], shared)
    following = Program(shared, "network")
    following.run()
    assert following.printed() == "0.7216325609518421\n"
    shared.go_back()
    expect(Program(shared, "neuron").button("Run")).to_be_enabled()


NUMPY = "numpy-2.4.3-cp314-cp314-pyemscripten_2026_0_wasm32.whl"


FAULTS = [
    ("worker.js", "missing"),
    ("pyodide.js", "missing"),
    ("pyodide.asm.js", "broken"),
    ("pyodide.asm.wasm", "missing"),
    ("pyodide.asm.wasm", "broken"),
    ("pyodide.asm.wasm", "cut"),
    ("python_stdlib.zip", "broken"),
    ("site.json", "missing"),
    (NUMPY, "broken"),
]
WORDS = {  # the status names the file, and what is wrong with it
    "missing": "(the host answered 404 for FILE|FILE did not arrive)",
    "broken": "(one of its files arrived broken|FILE did not arrive)",
    "cut": "FILE did not arrive whole",
}


def test_runtime_that_cannot_load_is_one_clear_sentence(browser, host):
    with open_page(browser, f"{host.url}neuron/", faulty=True) as page:
        program = Program(page, "neuron")
        for name, fault in FAULTS:
            host.faults = {name: fault}
            program.press("Run")
            words = WORDS[fault].replace("FILE", re.escape(name))
            program.wait(f"^Python could not be loaded: {words}.* tries again")
            assert program.printed() == "0.9990889488055994\n"
            until(lambda: pythons(page) == [], page)
        host.faults.clear()
        host.unknown.add(".wasm")  # plain text to this host, and no fault
        program.run()
        assert "same output" in program.status.text_content()
        host.unknown.clear()


def test_old_browser_gets_the_sentence_too(browser, host):
    with browser.new_context() as context:
        page = context.new_page()
        page.add_init_script("delete window.Worker")
        page.goto(f"{host.url}neuron/")
        program = Program(page, "neuron")
        program.press("Run")
        program.wait("^Python could not be loaded")


def test_slow_network_shows_progress_and_can_be_stopped(browser, host):
    host.faults["pyodide.asm.wasm"] = "slow"
    with open_page(browser, f"{host.url}neuron/") as page:
        program = Program(page, "neuron")
        program.press("Run")
        expect(program.status).to_have_text(re.compile("Loading .* 16.3 MB"))
        bar = program.box.get_by_role("progressbar")
        expect(bar).to_be_visible()
        early = bar.evaluate("bar => bar.value")
        page.wait_for_timeout(500)
        assert early < bar.evaluate("bar => bar.value") < 16.3e6
        program.press("Stop")
        expect(program.status).to_have_text("Stopped.")
        expect(bar).to_have_count(0)
        until(lambda: pythons(page) == [], page)


def test_runner_reports_nothing_of_a_program_that_leaves(capsys):
    assert run("import sys\nprint(1)\nsys.exit()\n", "x.py", None) == ""
    assert run("raise SystemExit('enough')\n", "x.py", None) == "enough\n"
    assert capsys.readouterr().out == "1\n"
