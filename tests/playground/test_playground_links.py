"""Links to the playground: states, experiments, coming and going."""

import numpy as np
import pytest

from simplenet import OurNeuralNetwork
from simplenet.data import all_y_trues, data, seed
from tests.reader.host import Host
from tests.reader.playground import (
    PAGE,
    Reader,
    difference,
    facts_of,
    values_of,
)

WRONG = [
    "start=<img src=x onerror=alert(1)>",
    "start=__proto__",
    "start=constructor",
    "start=seed99999",
    "start=1~2~3",
    "start=1~1~1~1~1~1~0~0~NaN",
    "start=1~1~1~1~1~1~0~0~1e400",
    "start=zeros&inputs=constructor",
    "start=zeros&rate=-1",
    "start=zeros&rate=",
    "start=zeros&people=150_70_1",
    "start=zeros&people=" + "150_70_1~" * 5 + "150_70_1",
    "start=zeros&people=" + "150_70_1~" * 3 + "150_70_2",
    "start=zeros&people=" + "150_70_1~" * 3 + "150_70",
    "start=zeros&acts=s1e9",
    "start=zeros&acts=s15000~s15000",
    "start=zeros&acts=p4",
    "start=zeros&acts=x3",
    "start=zeros&acts=d5_150_70_1",
    "start=zeros&acts=d1_150_-70_1",
    "start=zeros&acts=w9_1",
    "start=zeros&acts=w1_1e12",
    "start=zeros&acts=toString1",
]
READ = """async (links) => {
  const { fromLink } = await import("/playground.js");
  const data = await (await fetch("/playground.json")).json();
  return links.map((link) => fromLink(data, `#${link}`));
}"""


@pytest.fixture(scope="module")
def reader(browser, server):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    reader = Reader(page)
    reader.visit(server + PAGE)
    yield reader
    assert reader.problems == []
    page.close()


@pytest.fixture
def host(site):
    """The site at an address that its list of pages names, too."""
    with Host(site).serving() as started:
        yield started


def test_a_link_opens_exactly_what_one_saw(reader, browser):
    reader.set_up("start=worked")
    reader.choose("Start", "seed")
    reader.type("Seed", "7")
    reader.choose("Inputs", "standardised")
    reader.press("One epoch")
    reader.open("People")
    reader.press("Add a person")
    reader.type("You, weight", "141.5")
    reader.type("Bob, height", "71")
    reader.choose("Next person", "4")
    reader.press("Step")
    reader.knob("w5").press("ArrowUp")
    reader.type("Learning rate", "0.5")
    reader.press("One epoch")
    reader.press("Back one step")
    reader.press("Back one step")
    reader.press("Step")
    reader.open("Why")
    other = browser.new_page(viewport={"width": 1280, "height": 900})
    again = Reader(other)
    again.visit(reader.page.url)
    assert again.parameters == reader.parameters
    assert len(reader.picture()) > 250
    assert again.picture() == reader.picture()
    other.close()


def test_wrong_links_are_refused(reader):
    good = (
        "start=seed7&inputs=raw&rate=2"
        "&acts=s3~d4_150_70_1~p4~s1~r0.5~w0_-1~b1~x4"
    )
    *refused, accepted = reader.page.evaluate(READ, [*WRONG, good])
    assert dict(zip(WRONG, refused, strict=True)) == dict.fromkeys(WRONG)
    assert accepted["acts"][:3] == [["s", 3], ["d", 4, 150, 70, 1], ["p", 4]]
    assert accepted["acts"][3:6] == [["s", 1], ["r", 0.5], ["w", 0, -1]]


def test_page_says_that_a_link_is_wrong(browser, server):
    page = browser.new_page()
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    wrong = Reader(page)
    wrong.visit(f"{server}{PAGE}#{WRONG[0]}")
    assert "holds nothing that can be opened" in wrong.said
    assert wrong.parameters[0] == 1
    assert wrong.live.locator("img").count() == 0
    page.close()


def test_run_ends_where_the_package_ends(reader, site):
    reader.set_up("start=worked")
    reader.choose("Start", "seed")
    assert reader.live.get_by_label("Seed").input_value() == str(seed)
    reader.run()
    network = OurNeuralNetwork(np.random.default_rng(seed))
    network.train(data, all_y_trues)
    assert difference(reader.parameters, values_of(network)) < 1e-12
    facts = facts_of(site)
    answers = reader.page.locator(".pg-answers").inner_text()
    assert f"{facts['predictions.y_emily']:.3f}" in answers
    assert f"{facts['predictions.y_frank']:.3f}" in answers
    assert f"{facts['training.losses[-1]']:.4f}" in reader.said
    run = reader.live.get_by_role("button", name="Run to 2000")
    assert run.is_visible()


@pytest.mark.parametrize(
    ("heading", "fact"),
    {
        "start-with-all-nine-parameters-zero": "experiments.zeros_losses[-1]",
        "make-both-hidden-neurons-equal": "experiments.equal_losses[-1]",
        "set-the-learning-rate-to-10": "experiments.large_losses[-1]",
        "use-raw-inputs": "raw_numbers.losses[-1]",
        "take-a-seed-that-fails": "experiments.slow_losses[999]",
    }.items(),
)
def test_an_experiment_is_one_click_and_ends_as_its_answer(
    reader, site, heading, fact
):
    page = reader.page
    after = f"#{heading} ~"
    question = page.locator(f"{after} p").first.inner_text().strip()
    answer = page.locator(f"{after} details").first
    assert question.endswith("?")
    assert not answer.locator("p").first.is_visible()
    page.locator(f"{after} p button").first.press("Enter")
    assert reader.said.startswith("Set up.")
    asked = page.locator(".pg-question")
    assert asked.locator("p").inner_text().strip() == question
    reader.run()
    shown = reader.said.split("mean loss ")[1].split(". Next")[0]
    ours = float(shown.replace(" × 10⁻⁵", "e-5"))
    assert ours == pytest.approx(facts_of(site)[fact], abs=5e-5)
    reader.press("Show the answer")
    assert answer.locator("p").first.is_visible()


def test_it_comes_and_goes_with_instant_navigation(browser, host):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    reader = Reader(page)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{host.url}loss/")
    page.wait_for_load_state("networkidle")
    assert not any("playground" in url for url in asked)
    page.evaluate("window.same = true")
    links = page.locator(".md-sidebar--primary")

    def go(chapter):
        links.get_by_role("link", name=chapter).click()
        page.locator("h1", has_text=chapter).wait_for()
        assert page.locator(".pg-network").count() == 0  # not near yet
        page.locator("div.playground").first.scroll_into_view_if_needed()
        reader.live.wait_for()

    go("Train the network")
    reader.live.get_by_role("button", name="Run to").click()
    go("Backpropagate the error")
    go("Train the network")
    reader.press("Step")
    page.get_by_role("link", name="Open this in the full").click()
    page.locator("h1", has_text="Hold the network").wait_for()
    page.locator(".pg-panel").wait_for()
    box = page.locator("div.playground").bounding_box()
    assert 0 <= box["y"] < 200
    assert page.evaluate("window.same")
    assert "Step 1," in page.locator(".pg-place").inner_text()
    page.locator("button[data-link*=raw]").click()
    assert reader.said.startswith("Set up.")
    inputs = page.get_by_role("combobox", name="Inputs")
    assert inputs.input_value() == "raw"
    page.go_back()
    page.locator(".pg-place", has_text="Step 1,").wait_for()
    assert inputs.input_value() == "shifted"
    # The page is the tool's alone: no navigation, but links in its text.
    page.get_by_role("link", name="Backpropagate the error").first.click()
    page.locator("h1", has_text="Backpropagate").wait_for()
    assert page.locator(".pg-panel").count() == 0
    page.locator("div.playground").first.scroll_into_view_if_needed()
    reader.live.wait_for()
    assert reader.problems == []
    page.close()
