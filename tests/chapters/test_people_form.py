"""The form "Is it you?": two networks and 1,629 people, in a real browser."""

import json
import runpy
from contextlib import contextmanager

import numpy as np
import pytest
from playwright.sync_api import expect

from scripts.ground.places import PROGRAMS
from simplenet import OurNeuralNetwork
from simplenet.data import shift
from simplenet.measured import read_people
from tests.gates.visit import zipped

NEAR = 5, 1  # pounds and inches, as the page says
SEXES = {"F": "female", "M": "male"}


@contextmanager
def opened(browser, address, **settings):
    """Open a page; note its errors, and what it asks for."""
    with browser.new_context(**settings) as context:
        page = context.new_page()
        page.errors, page.requested = [], []
        page.on("pageerror", lambda error: page.errors.append(error))
        page.on("request", lambda asked: page.requested.append(asked))
        page.goto(address)
        yield page
        assert page.errors == []


@pytest.fixture(scope="module")
def page(browser, server):
    """One visit, for all questions that leave no trace."""
    with opened(browser, f"{server}beyond/people/") as page:
        yield page


def field(page, name):
    return page.get_by_label(name, exact=True)


def ask(page, weight, height):
    field(page, "Weight").fill(str(weight))
    field(page, "Height").fill(str(height))
    field(page, "Height").press("Enter")


def expect_answer(page, *lines):
    box = page.locator(".people-form output")
    expect(box).to_have_text("\n".join(lines), use_inner_text=True)


def examples(page):
    """What the page's table of examples says: {person: lines}."""
    words = page.evaluate(
        """[...document.querySelectorAll("article table")].at(-1).innerText"""
    )
    rows = [line.split() for line in words.splitlines()[-6:]]
    return {
        (int(row[0]), int(row[1])): said(row[2:4], row[4:6], *row[6:])
        for row in rows
    }


def said(four, many, women, men):
    """The four lines of an answer; four and many: an output and its sex."""
    return [
        f"The network that {name} taught answers {o1}: {SEXES[sex]}."
        for name, (o1, sex) in [("four people", four), ("many", many)]
    ] + [
        f"Of the 1,629 people, {int(women) + int(men)} are within 5 pounds "
        f"and 1 inch of that: {women} female, {men} male.",
        "The ring in the picture below shows the place.",
    ]


def test_answers_are_python_s(page, server, site):
    """The oracle holds the table of examples; here are 500 more people."""
    rng = np.random.default_rng(5)
    asked = rng.uniform([70, 50], [320, 82], size=(500, 2)).round(1)
    found, *groups = page.evaluate(
        """async ([module, data, asked]) => {
          const { answers, unpacked } = await import(module);
          const people = unpacked(await (await fetch(data)).json());
          const said = asked.map((person) => {
            const { outputs, women, men } = answers(person, people);
            return [outputs.four, outputs.many, women, men];
          });
          return [said, people.women, people.men];
        }""",
        [
            f"{server}javascripts/people.js",
            f"{server}people.json",
            asked.tolist(),
        ],
    )
    networks = [networks_of(site)[name] for name in ("four", "many")]
    x, y_true = read_people(PROGRAMS)
    for name, sex, group in zip(("women", "men"), (1, 0), groups, strict=True):
        np.testing.assert_allclose(
            sorted(group),
            sorted(x[y_true == sex].tolist()),
            1e-12,
            err_msg=f"people.json: weights and heights of the {name}",
        )
    expected = [expected_for(one, networks, x, y_true) for one in asked]
    names = "network of four", "network of many", "women near", "men near"
    for name, *columns in zip(
        names, np.transpose(found), np.transpose(expected), strict=True
    ):
        np.testing.assert_allclose(*columns, 1e-12, err_msg=f"people: {name}")
    assert np.sum(found, axis=0)[2:].min() > 100  # many are near somebody


def expected_for(asked, networks, x, y_true):
    near = (np.abs(x - asked) <= NEAR).all(axis=1)
    return [
        *(
            network.feedforward((asked - mean) / deviation)
            for network, mean, deviation in networks
        ),
        (near & (y_true == 1)).sum(),
        (near & (y_true == 0)).sum(),
    ]


def networks_of(site):
    """Read back the networks that the form starts from."""
    published = json.loads((site / "people.json").read_text("utf-8"))
    found = {}
    for name, each in published["networks"].items():
        network = OurNeuralNetwork(np.random.default_rng(0))
        values = zip(network.parameters, each["parameters"], strict=True)
        vars(network).update(values)
        found[name] = network, each["shift"], each["scale"]
    return found


def test_the_networks_are_those_of_the_page(site):
    four = run_of("meet_people")
    many = run_of("learn_from_people")
    wanted = {
        "four": (four["network"], shift, (1, 1)),
        "many": (many["network"], many["mean"], many["deviation"]),
    }
    found = networks_of(site)
    for name, (network, mean, deviation) in wanted.items():
        same, *prepared = found[name]
        assert vars(same) == vars(network), f"people.json: network of {name}"
        np.testing.assert_array_equal(
            prepared, [mean, deviation], f"people.json: inputs of {name}"
        )


def run_of(stem):
    path = str(PROGRAMS / f"{stem}.py")
    return runpy.run_path(path, run_name="__main__")


def test_the_form_says_what_the_table_says(page):
    for person, lines in examples(page).items():
        ask(page, *person)
        expect_answer(page, *lines)


def test_kilograms_and_centimetres(page):
    page.get_by_role("radio", name="kilograms").check()
    limits = [
        float(field(page, name).get_attribute(end))
        for name in ("Weight", "Height")
        for end in ("min", "max")
    ]
    assert limits == [27.2, 226.8, 114.3, 228.6]
    ask(page, 68.04, 167.64)
    expect_answer(page, *examples(page)[150, 66])
    page.get_by_role("radio", name="pounds").check()
    for name, value in [("Weight", 150), ("Height", 66)]:
        found = float(field(page, name).input_value())
        assert found == pytest.approx(value, abs=0.01), name
    assert field(page, "Weight").get_attribute("max") == "500"


def test_the_keyboard_reaches_all(page):
    page.get_by_role("radio", name="pounds").focus()
    keys = "ArrowRight", "ArrowLeft", "Tab", "128", "Tab", "63", "Tab", "Space"
    for key in keys:
        if key.isdigit():
            page.keyboard.press("Control+A")
            page.keyboard.type(key)
        else:
            page.keyboard.press(key)
    expect_answer(page, *examples(page)[128, 63])


def test_the_ring_stands_where_the_person_is(page):
    ring = page.locator("svg.figure-people_both .seed-ring")
    for person, ticks in [((150, 65), "150 65"), ((250, 75), "250 75")]:
        ask(page, *person)
        expect(ring).to_have_count(1)
        expect(page.locator(".people-form output")).to_contain_text("ring")
        found = [float(ring.get_attribute(name)) for name in ("cx", "cy")]
        for place, wanted, off in zip(
            found, places_of(page, *ticks.split()), (0.5, 2), strict=True
        ):
            assert place == pytest.approx(wanted, abs=off), person
    ask(page, 400, 65)
    expect(
        page.locator(".people-form output"),
        "docs/javascripts/people.js: 400 pounds lie beside the picture",
    ).to_contain_text("outside")
    expect(ring).to_have_count(0)


def places_of(page, x, y):
    """Where the ticks with these words are, across and down."""
    across, down = page.evaluate(
        """words => words.map((each) => {
          const own = "svg.figure-people_both text";
          const tick = [...document.querySelectorAll(own)]
            .find((text) => text.textContent === each);
          return [tick.getAttribute("x"), tick.getAttribute("y")];
        })""",
        [x, y],
    )
    return float(across[0]), float(down[1]) - 5  # half a letter higher


def test_what_is_no_person_is_refused_by_the_browser(page):
    page.reload()
    for name, other in [("Weight", "Height"), ("Height", "Weight")]:
        for value in ("", "20", "5000"):
            field(page, other).fill("100" if other == "Weight" else "66")
            field(page, name).fill(value)
            field(page, other).press("Enter")
            wrong = page.locator(":invalid[id]")
            expect(wrong).to_have_id(f"people-{name.lower()}")
            expect_answer(page, "")


def test_nothing_is_kept_or_sent(browser, server):
    def asked_for_data():
        return [each for each in page.requested if "people.json" in each.url]

    kept = "[localStorage.length, sessionStorage.length, document.cookie]"
    with opened(browser, server) as page:
        page.get_by_role("link", name="ask about yourself").click()
        page.wait_for_url("**/beyond/people/#is-it-you")
        page.wait_for_load_state("networkidle")
        before, address = page.evaluate(kept), page.url
        assert asked_for_data() == []
        for person, lines in list(examples(page).items())[:2]:
            ask(page, *person)
            expect_answer(page, *lines)
        assert (page.evaluate(kept), page.url) == (before, address)
        assert len(asked_for_data()) == 1
        assert {each.method for each in page.requested} == {"GET"}
        assert "128" not in "".join(each.url for each in asked_for_data())


def test_a_failed_download_is_told_and_can_be_tried_again(browser, server):
    with opened(browser, f"{server}beyond/people/") as page:
        page.route("**/people.json", lambda route: route.fulfill(status=503))
        ask(page, 150, 66)
        expect_answer(page, "The people could not be loaded (HTTP 503).")
        page.unroute("**/people.json")
        ask(page, 150, 66)
        expect_answer(page, *examples(page)[150, 66])


def test_without_scripts_and_on_paper_there_are_examples(
    browser, server, page
):
    address = f"{server}beyond/people/"
    with opened(browser, address, java_script_enabled=False) as plain:
        expect(plain.locator(".people-form")).to_be_hidden()
        heads = plain.get_by_role("columnheader", name="women near")
        expect(heads).to_be_visible()
        guess = plain.locator("#exercise-right_about_people")
        guess.locator("summary").last.click()
        expect(guess.locator(".exercise-answer p").first).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".people-form")).to_be_hidden()
    page.emulate_media(media="null")


def test_the_form_fits_a_phone_and_is_light(page, site):
    page.set_viewport_size({"width": 360, "height": 800})
    wide = """[...document.querySelectorAll(".people-form *")]
      .filter((part) => part.getBoundingClientRect().right > innerWidth)
      .map((part) => part.outerHTML)"""
    assert page.evaluate(wide) == []
    files = [site / "people.json", site / "javascripts" / "people.js"]
    assert sum(map(zipped, files)) <= 10_000
