"""The playground's files: how much they weigh, and which pages have them."""

import gzip
import re

import pytest

from scripts.browser.bundle import FOLDER, NAMED, playground_script
from scripts.ground.errors import BuildError
from tests.reader.playground import PAGE

FILES = [
    "javascripts/find-playgrounds.js",
    "playground.js",
    "playground.json",
    "stylesheets/playground.css",
]
PAGES = {"", PAGE, "network/", "backpropagation/", "training/"}


def test_all_of_it_is_small(site):
    sizes = {
        name: len(gzip.compress((site / name).read_bytes())) for name in FILES
    }
    print(sizes, sum(sizes.values()))
    assert (
        sum(sizes.values()) <= 32_000
    )  # for the stage, the map and the people


def test_nothing_else_of_it_is_published(site):
    found = {
        path.relative_to(site).as_posix()
        for path in site.rglob("*playground*")
        if path.is_file()
    }
    assert found == set(FILES)


def test_nothing_of_it_is_on_pages_without_it(pages):
    for page in pages.values():
        has = page.url in PAGES
        assert bool(page.soup.select("div.playground")) == has, page.url
        assert ("find-playgrounds.js" in page.html) == has, page.url
        at_once = [
            link["href"]
            for link in page.soup.select("head link")
            if re.search(r"playground\.\w+$", link["href"])
        ]
        own = FILES[1:] if page.url == PAGE else []
        assert sorted(at_once) == sorted(f"../../{f}" for f in own), page.url


def test_every_module_is_joined_once():
    joined = playground_script()
    modules = sorted(FOLDER.rglob("*.js"))
    assert len(modules) > 10
    for module in modules:
        first = module.read_text("utf-8").splitlines()[0]
        assert first.startswith("// ")
        named = NAMED.findall(module.read_text("utf-8"))
        assert named
        for name in named:
            word = rf"^(?:export )?(?:const|let|function|class) {name}\b"
            assert len(re.findall(word, joined, re.MULTILINE)) == 1, name
    assert not re.search(r"^import\b", joined, re.MULTILINE)


def test_two_modules_may_not_give_one_name(tmp_path):
    (tmp_path / "app.js").write_text(
        'import { b } from "./other.js";\nconst a = b;\n'
    )
    other = tmp_path / "other.js"
    other.write_text("export const b = 1;\n")
    joined = playground_script(tmp_path)
    assert joined == "export const b = 1;\n\nconst a = b;\n"
    other.write_text("export const b = 1;\nfunction a() {}\n")
    with pytest.raises(BuildError, match=r"app\.js: a .* other\.js"):
        playground_script(tmp_path)


def test_engine_needs_no_other_module_and_no_page():
    engine = (FOLDER / "model/formulas.js").read_text("utf-8")
    assert "import" not in engine
    assert not re.search(r"\b(document|window|svg)\b", engine)
