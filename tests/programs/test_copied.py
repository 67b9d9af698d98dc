"""What a reader copies or downloads runs in an empty folder, by itself."""

import json
import subprocess
import sys
import zipfile
from copy import copy
from pathlib import Path

import nbformat
import pytest

from scripts.ground.nav import chapters
from scripts.ground.places import DOCS
from scripts.notebook.cells import HEADING_OR_PROGRAM, MEASURED, code_cells
from scripts.notebook.parts import parts_of
from tests.repository import ROOT

COPIED = """
    async () => await navigator.clipboard.readText() !== "nothing"
"""
PROGRAMS = sorted(p.stem for p in (ROOT / "docs/programs").glob("*.py"))


@pytest.fixture(scope="module")
def where(pages):
    """Where each program is shown: {stem: address of its page}."""
    return {
        program["data-program"]: url
        for url, page in pages.items()
        for program in page.soup.select(".program")
    }


def test_copied_programs_are_the_published_ones(browser, server, where, site):
    """tests/building/test_verify.py runs those."""
    context = browser.new_context(
        permissions=["clipboard-read", "clipboard-write"]
    )
    page = context.new_page()
    for stem in PROGRAMS:
        if not page.url.endswith(where[stem]):
            page.goto(server + where[stem])
        program = page.locator(f".program[data-program={stem}]")
        copy = program.locator("button[data-md-type=copy], .md-clipboard")
        page.evaluate("navigator.clipboard.writeText('nothing')")
        copy.first.click()
        page.wait_for_function(COPIED)
        # Material leaves out the line end of the last line.
        copied = page.evaluate("navigator.clipboard.readText()") + "\n"
        published = site / f"programs/{stem}.py"
        assert copied == published.read_text("utf-8"), stem
        assert "simplenet" not in copied
        if stem == PROGRAMS[0]:  # tests/pages/test_site.py: where all lead
            with page.expect_download() as download:
                program.locator("a[download]").first.click()
            assert download.value.path().read_text("utf-8") == copied
    context.close()


def code_outputs(notebook):
    """List (program, what it printed) of a notebook's program cells."""
    return {
        cell.metadata.program: "".join(
            output.text
            for output in cell.outputs
            if output.output_type == "stream"
        )
        for cell in notebook.cells
        if cell.cell_type == "code" and "program" in cell.metadata
    }


def generated_outputs():
    folder = ROOT / "docs/generated/outputs"
    paths = sorted(folder.glob("*.txt"))
    return {path.stem: path.read_text("utf-8") for path in paths}


def chapter_programs():
    """The programs of the chapters and of the page on real people."""
    measured = (DOCS / f"{MEASURED}.md").read_text("utf-8")
    also = {
        found["program"] for found in HEADING_OR_PROGRAM.finditer(measured)
    }
    return also - {None} | {
        part.name
        for name in chapters()
        for part in parts_of(name, (DOCS / f"{name}.md").read_text("utf-8"))
        if part.kind == "program"
    }


def test_clean_notebook_holds_the_code_that_the_build_ran(site):
    """tests/copies/test_archive_alone.py runs it as a script."""
    path = site / "downloads/tutorial-clean.ipynb"
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    ran = [(cell.source, cell.metadata) for cell in code_cells()]
    assert [(cell.source, cell.metadata) for cell in cells] == ran
    assert not any(cell.outputs for cell in cells)


def test_executed_notebook_holds_the_outputs_of_the_chapters(site):
    path = site / "downloads/tutorial.ipynb"
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    found = code_outputs(notebook)
    assert set(found) == chapter_programs()
    assert found == {stem: generated_outputs()[stem] for stem in found}


@pytest.fixture(scope="module")
def unpacked(site, tmp_path_factory):
    """The folder of everything to take along."""
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(site / "downloads/simplenet.zip") as archive:
        archive.extractall(folder)
    (found,) = folder.iterdir()
    return found


def test_archive_holds_what_its_note_names(unpacked):
    names = {path.name for path in unpacked.iterdir()}
    files = {"README.txt", "requirements.txt", "tutorial.ipynb", "tutorial.py"}
    files |= {"people.csv", "people.txt"}
    assert names == files | {"programs", "short", "simplenet"}
    note = (unpacked / "README.txt").read_text("utf-8")
    for name in names - {"README.txt"}:
        assert name.split(".")[0] in note
    requirements = (unpacked / "requirements.txt").read_text()
    assert "numpy==" in requirements
    assert "://" not in requirements


def test_archive_holds_all_code_as_it_is(unpacked, site):
    sources = {
        "programs": site / "programs",
        "short": ROOT / "docs/programs",
        "simplenet": ROOT / "simplenet",
    }
    for name, folder in sources.items():
        assert texts(unpacked / name) == texts(folder)
    assert len(texts(unpacked / "short")) == len(PROGRAMS)


def texts(folder):
    return {path.name: path.read_text("utf-8") for path in folder.glob("*.py")}


def test_network_in_the_archive_learns_from_the_reader_too(unpacked):
    run = [sys.executable, "-m", "short.predictions"]
    before = subprocess.check_output(run, cwd=unpacked, text=True)
    assert before == generated_outputs()["predictions"]
    data = unpacked / "simplenet/data.py"
    text = data.read_text("utf-8")
    for old, new in [
        ('"Diana": (120, 60),', '"Diana": (120, 60),\n    "I": (176, 70),'),
        ("[1, 0, 0, 1]", "[1, 0, 0, 1, 1]"),
    ]:
        assert text.count(old) == 1
        text = text.replace(old, new)
    data.write_text(text, "utf-8")
    after = subprocess.check_output(run, cwd=unpacked, text=True)
    assert after != before
    assert after.startswith("Emily: ")


def test_notebook_holds_the_text_of_the_chapters(pages):
    cells = pages["tutorial/"].article.text.split()
    words = " ".join(cells)
    for chapter in ["neuron/", "backpropagation/", "predictions/"]:
        for paragraph in pages[chapter].article.select("p:not([class])"):
            paragraph = copy(paragraph)  # other tests read the page, too
            for formula in paragraph.select(".arithmatex"):
                formula.extract()
            longest = max(paragraph.strings, key=len, default="")
            assert " ".join(longest.split()) in words


def test_notebook_page_is_light(pages):
    page = pages["tutorial/"]
    assert len(page.html.encode()) <= 320_000
    assert not page.article.select("style, script, [style]")
    assert "In [" not in page.article.text
    assert page.article.select_one(".program-output svg[aria-label]")


def test_notebook_is_offered_below_the_title(pages):
    title = pages["tutorial/"].article.h1
    offer = title.find_next_sibling(lambda tag: tag.name != "svg")
    assert [Path(a["href"]).suffix for a in offer.select("a[download]")] == [
        ".ipynb",
        ".ipynb",
        ".py",
        ".csv",
    ]


def test_notebook_page_is_not_searched_twice(site):
    index = json.loads((site / "search/all.json").read_text("utf-8"))
    places = [entry["location"] for entry in index["docs"]]
    assert "neuron/" in places
    assert not [place for place in places if place.startswith("tutorial")]


def test_links_of_the_notebook_lead_somewhere(pages, site):
    page = pages["tutorial/"]
    ids = {tag["id"] for tag in page.soup.select("[id]")}
    links = [a["href"] for a in page.article.select("a[href]")]
    assert len(links) > 10
    for link in links:
        address, _, anchor = link.partition("#")
        if not address:
            assert anchor in ids, link
        elif not address.startswith("http"):
            target = (site / "tutorial" / address).resolve()
            file = target / "index.html" if target.is_dir() else target
            assert file.exists(), link
            if anchor:
                assert f'id="{anchor}"' in file.read_text("utf-8"), link
