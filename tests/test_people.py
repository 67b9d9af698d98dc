"""The page on real people: its data, its programs, its form."""

import json
import os
import runpy
import shutil
import subprocess
import sys

import numpy as np
import pytest

from scripts.chapters.measured import checked_people
from scripts.ground.errors import BuildError
from scripts.ground.places import PROGRAMS
from simplenet import OurNeuralNetwork
from simplenet.measured import halves, read_people

READERS = ["learn_from_people", "how_many", "hidden_layer", "calibration"]
FILES = "people.csv", "people.txt"


@pytest.fixture
def folder(tmp_path):
    """A folder with the file and its note, where it may be damaged."""
    for name in FILES:
        shutil.copy(PROGRAMS / name, tmp_path)
    return tmp_path


def change(folder, edit):
    """Rewrite the lines of people.csv."""
    path = folder / "people.csv"
    lines = edit(path.read_text("utf-8").splitlines())
    path.write_text("\n".join(lines) + "\n", "utf-8")


def run_in(folder, stem):
    """Run a program beside the people of a folder."""
    shutil.copy(PROGRAMS / f"{stem}.py", folder)
    return runpy.run_path(str(folder / f"{stem}.py"), run_name="__main__")


def learned_from(run):
    """All that a program took from people, before it looked at the test."""
    parts = []
    for name in ("mean", "deviation", "network", "networks", "from_many"):
        if name in run:
            value = run[name]
            own = vars(value).values() if hasattr(value, "train") else [value]
            parts += [np.ravel(np.asarray(each)) for each in flat(own)]
    return np.concatenate(parts)


def flat(values):
    """List arrays, also those in lists, as MatrixNetwork keeps them."""
    for each in values:
        yield from each if isinstance(each, list) else [each]


@pytest.mark.parametrize("stem", READERS)
def test_no_test_person_touches_training_or_standardising(folder, stem):
    run = run_in(folder, stem)
    test = set(np.asarray(run["test"]).tolist())
    assert len(test) == 815

    def shrunk(lines):
        people = [line.split(",") for line in lines[1:]]
        return [
            lines[0],
            *(
                f"{sex},{float(height) - 10},{float(weight) - 10}"
                if number in test
                else ",".join((sex, height, weight))
                for number, (sex, height, weight) in enumerate(people)
            ),
        ]

    change(folder, shrunk)
    again = run_in(folder, stem)
    np.testing.assert_array_equal(learned_from(again), learned_from(run))


def test_halves_part_everybody():
    train, test = halves(1629, np.random.default_rng(0))
    assert sorted([*train, *test]) == list(range(1629))
    assert (len(train), len(test)) == (814, 815)
    other, _ = halves(1629, np.random.default_rng(1))
    assert set(train) != set(other)


def test_people_come_in_pounds_and_inches(folder):
    change(folder, lambda lines: [lines[0], "female,254,45.359237", lines[2]])
    x, y_true = read_people(folder)
    assert x[0] == pytest.approx([100, 100])
    assert y_true.tolist() == [1, 0]


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (
            lambda lines: [line.rpartition(",")[0] for line in lines],
            "the columns sex, height_cm, weight_kg, found sex, height_cm",
        ),
        (lambda lines: lines[:-1], "people whose sex is .*, found"),
        (
            lambda lines: [*lines[:9], "male,170", *lines[10:]],
            "3 values in line 10, found 2",
        ),
        (
            lambda lines: [
                lines[0],
                *(
                    f"{s},{float(h) / 2.54},{w}"
                    for s, h, w in (line.split(",") for line in lines[1:])
                ),
            ],
            "a median of height_cm between 150 and 185.*, found 66",
        ),
        (
            lambda lines: [
                lines[0],
                *(
                    f"{s},{h},{float(w) / 0.45359237}"
                    for s, h, w in (line.split(",") for line in lines[1:])
                ),
            ],
            "a median of weight_kg between 55 and 90.*, found 15",
        ),
        (
            lambda lines: [lines[0], *reversed(lines[1:])],
            "the SHA-256 that people.txt names",
        ),
    ],
    ids=["column", "person", "line", "inches", "pounds", "order"],
)
def test_damaged_file_is_refused_by_its_name(folder, edit, message):
    checked_people(folder)
    change(folder, edit)
    with pytest.raises(BuildError, match=rf"people\.csv: .*{message}"):
        checked_people(folder)


@pytest.mark.parametrize("stem", ["meet_people", "calibration"])
def test_program_without_its_file_says_so_in_one_sentence(
    site, tmp_path, stem
):
    shutil.copy(site / f"programs/{stem}.py", tmp_path)
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, tmp_path / f"{stem}.py"],
        cwd="/",
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert "people.csv is missing. Download programs/people.csv" in line
    shutil.copy(site / "programs/people.csv", tmp_path)
    again = subprocess.run(
        [sys.executable, tmp_path / f"{stem}.py"],
        cwd="/",  # not where the program is
        env=environment,
        capture_output=True,
        text=True,
    )
    expected = (site / f"outputs/{stem}.txt").read_text("utf-8")
    assert (again.stdout, again.stderr) == (expected, "")


def test_file_is_published_as_it_came(site):
    published = (site / "programs/people.csv").read_bytes()
    assert published == (PROGRAMS / "people.csv").read_bytes()
    assert not (site / "programs/people.txt").exists()


def test_panel_names_the_file_and_links_it(pages):
    panels = pages["beyond/people/"].article.select(".program")
    assert len(panels) == 6
    for panel in panels:
        link = panel.select_one(".program-links a[href$='people.csv']")
        assert link["href"] == "../../programs/people.csv"
        assert "with people.csv beside it" in panel.text
    assert "people.csv" not in pages["neuron/"].article.text


@pytest.fixture
def page(browser, server):
    with browser.new_context() as context:
        page = context.new_page()
        page.errors, page.requested = [], []
        page.on("pageerror", lambda error: page.errors.append(error))
        page.on("request", lambda asked: page.requested.append(asked))
        page.goto(f"{server}beyond/people/")
        yield page
        assert page.errors == []


def ask(page, weight, height):
    page.get_by_label("Weight", exact=True).fill(str(weight))
    field = page.get_by_label("Height", exact=True)
    field.fill(str(height))
    field.press("Enter")


def answer(page, words):
    box = page.locator(".people-form output")
    box.get_by_text(words).wait_for()
    return box.inner_text()


def expected_for(asked, networks, x, y_true):
    near = (np.abs(x - asked) <= (5, 1)).all(axis=1)
    return [
        *(
            network.feedforward((asked - shift) / scale)
            for network, shift, scale in networks
        ),
        (near & (y_true == 1)).sum(),
        (near & (y_true == 0)).sum(),
    ]


def network_of(published):
    network = OurNeuralNetwork(np.random.default_rng(0))
    names = network.parameters
    vars(network).update(zip(names, published["parameters"], strict=True))
    return network, published["shift"], published["scale"]


def test_form_answers_as_python_does(page, server, site):
    rng = np.random.default_rng()
    asked = rng.uniform([70, 50], [320, 82], size=(500, 2)).round(1)
    found = page.evaluate(
        """async ([module, data, asked]) => {
          const { answers, unpacked } = await import(module);
          const people = unpacked(await (await fetch(data)).json());
          return asked.map((person) => {
            const { outputs, women, men } = answers(person, people);
            return [outputs.four, outputs.many, women, men];
          });
        }""",
        [
            f"{server}javascripts/people.js",
            f"{server}people.json",
            asked.tolist(),
        ],
    )
    published = json.loads((site / "people.json").read_text("utf-8"))
    networks = [network_of(each) for each in published["networks"].values()]
    x, y_true = read_people(PROGRAMS)
    expected = [expected_for(one, networks, x, y_true) for one in asked]
    np.testing.assert_allclose(found, expected, rtol=1e-12)
    assert np.sum(found, axis=0)[2:].min() > 100  # many are near somebody


def test_form_knows_the_networks_of_the_page(site):
    published = json.loads((site / "people.json").read_text("utf-8"))
    runs = {
        "four": run_of("meet_people"),
        "many": run_of("learn_from_people"),
    }
    for name, run in runs.items():
        network, *_ = network_of(published["networks"][name])
        for each in network.parameters:
            assert getattr(network, each) == getattr(run["network"], each)


def run_of(stem):
    path = str(PROGRAMS / f"{stem}.py")
    return runpy.run_path(path, run_name="__main__")


def test_form_says_what_the_table_of_examples_says(page):
    rows = page.evaluate(
        """[...document.querySelectorAll("article table")].at(-1).innerText"""
    )
    for line in rows.splitlines()[-6:]:
        weight, height, four, many, women, men = line.split("\t")
        ask(page, weight, height)
        said = answer(page, f"{women} female, {men} male")
        assert four.split()[0] in said
        assert many.split()[0] in said


def test_form_takes_kilograms_and_centimetres(page):
    page.get_by_role("radio", name="kilograms").check()
    ask(page, 68.04, 167.64)  # 150 pounds, 66 inches
    metric = answer(page, "female, ")
    page.get_by_role("radio", name="pounds").check()
    weight = page.get_by_label("Weight", exact=True)
    assert float(weight.input_value()) == pytest.approx(150, abs=0.01)
    ask(page, 150, 66)
    assert answer(page, "female, ").split(":")[1] == metric.split(":")[1]


def test_ring_stands_where_the_person_is(page):
    ask(page, 150, 65)
    assert "The ring in the picture" in answer(page, "ring")
    ring = page.locator("svg.figure-people_both .seed-ring")
    x, y = (float(ring.get_attribute(name)) for name in ("cx", "cy"))
    ticks = page.evaluate(
        """["150", "65"].map((words) => {
          const own = "svg.figure-people_both text";
          const tick = [...document.querySelectorAll(own)]
            .find((text) => text.textContent === words);
          return [tick.getAttribute("x"), tick.getAttribute("y")];
        })"""
    )
    assert x == pytest.approx(float(ticks[0][0]), abs=0.5)
    assert y == pytest.approx(float(ticks[1][1]) - 5, abs=2)
    ask(page, 400, 65)
    assert "outside" in answer(page, "outside")
    assert ring.count() == 0


def test_nothing_is_kept_or_sent(page):
    ask(page, 150, 66)
    answer(page, "female, ")
    kept = "[localStorage.length, sessionStorage.length, document.cookie]"
    before = page.evaluate(kept)
    ask(page, 171, 71)
    answer(page, "female, ")
    assert page.evaluate(kept) == before
    assert "150" not in page.url
    data = [each for each in page.requested if "people.json" in each.url]
    assert len(data) == 1
    assert {each.method for each in page.requested} == {"GET"}
    assert not [each for each in page.requested if "171" in each.url]


@pytest.mark.parametrize("weight", ["", "20", "5000"])
def test_what_is_no_weight_is_refused_by_the_browser(page, weight):
    ask(page, weight, 66)
    assert page.locator("#people-weight:invalid").count() == 1
    assert page.locator(".people-form output").inner_text() == ""


def test_failed_download_is_told_and_can_be_tried_again(page):
    page.route("**/people.json", lambda route: route.fulfill(status=503))
    ask(page, 150, 66)
    answer(page, "could not be loaded (HTTP 503)")
    page.unroute("**/people.json")
    ask(page, 150, 66)
    answer(page, "17 female, 19 male")


def test_without_scripts_there_are_examples_and_no_dead_form(browser, server):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{server}beyond/people/")
        assert not page.locator(".people-form").is_visible()
        heads = page.get_by_role("columnheader", name="women near")
        assert heads.is_visible()
        closed = page.get_by_text("How many it is right about")
        closed.click()
        assert page.get_by_text("wrong about almost every third").is_visible()


def test_form_is_light(site):
    from tests.gates.visit import zipped

    files = [site / "people.json", site / "javascripts" / "people.js"]
    assert sum(map(zipped, files)) <= 10_000


def test_a_folder_without_the_file_is_refused_in_one_sentence(tmp_path):
    with pytest.raises(SystemExit, match=r"^people.csv is missing\. Download"):
        read_people(tmp_path)
