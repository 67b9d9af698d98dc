"""simplenet-offline.zip works where it is unpacked, with and without server.

Each browser opens it once, by file://; one more looks at it from a server.
"""

import re
import shutil
import threading
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from posixpath import join, normpath

import pytest
from playwright.sync_api import expect

from scripts.ground.errors import BuildError
from scripts.offline import pack
from scripts.offline.modules import as_script
from scripts.offline.pages import as_file, search_index
from tests.conftest import QuietHandler, Server

LIMIT = 6_000_000  # bytes, without the browser's Python
LINK = re.compile(r'\b(?:href|src)="(?![a-z]+:|[#?])([^"#?]+)')
SERVER = "python -m http.server"
ANSWER = re.compile(r"Seed 157: Emily 0\.951, Frank 0\.039")


@pytest.fixture(scope="module")
def zipped(site):
    with zipfile.ZipFile(site / "simplenet-offline.zip") as archive:
        yield archive


@pytest.fixture(scope="module")
def folder(zipped, tmp_path_factory):
    """Where a teacher unpacked the zip."""
    place = tmp_path_factory.mktemp("a classroom")
    zipped.extractall(place)
    return place / "simplenet-offline"


def test_it_holds_the_site_and_little_else(zipped, site):
    assert zipped.testzip() is None
    names = set(zipped.namelist())
    assert all(name.startswith("simplenet-offline/") for name in names)
    pages = {p.relative_to(site).as_posix() for p in site.rglob("*.html")}
    runtime = {f"runtime/{p.name}" for p in site.glob("runtime/*")}
    wanted = (pages | runtime) - {"404.html"}
    assert {f"simplenet-offline/{name}" for name in wanted} <= names
    size = sum(
        entry.compress_size
        for entry in zipped.infolist()
        if f"/{entry.filename}".count("/runtime/") == 0
    )
    assert size < LIMIT, f"{size} bytes without the browser's Python"


def test_each_link_leads_to_a_file_in_it_or_to_another_host(folder):
    dead, followed = [], 0
    for path in folder.rglob("*.html"):
        name = path.relative_to(folder).as_posix()
        for link in LINK.findall(path.read_text("utf-8")):
            target = normpath(join(name, "..", link))
            followed += 1
            if not (folder / target).is_file():
                dead.append(f"{name}: {link}")
    assert not dead, "\n".join(dead)
    assert followed > 500


def test_what_is_only_on_the_site_is_linked_there(folder, pages):
    text = (folder / "verify" / "index.html").read_text("utf-8")
    links = pages["verify/"].soup.select("a[href$='provenance.json']")
    there = re.findall(r'href="http[^"]*/provenance\.json"', text)
    assert len(there) == len(links) > 0


def test_the_same_site_makes_the_same_zip(tmp_path, monkeypatch):
    monkeypatch.setattr(pack, "PLACES", tmp_path / "places")
    small = {
        "index.html": '<a href="loss/">Loss</a>',
        "loss/index.html": '<script type="module" src="../a.js"></script>',
        "a.js": 'import { b } from "./b.js";\nb();\n',
        "b.js": "export function b() {}\n",
        "search/all.json": '{"docs":[{"location":"loss/#a"}]}',
        "simplenet-offline.zip": "",
    }
    made = []
    for place in ("one", "two"):
        for name, text in small.items():
            (tmp_path / place / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / place / name).write_text(text)
        pack.pack(tmp_path / place, "https://host/", {})
        zipped = tmp_path / place / "simplenet-offline.zip"
        made.append(zipped.read_bytes())
        shutil.rmtree(tmp_path / "places")
    assert made[0] == made[1]
    with zipfile.ZipFile(zipped) as archive:
        page = archive.read("simplenet-offline/index.html").decode()
        assert 'href="loss/index.html"' in page
        for name in ("a", "b"):
            script = archive.read(f"simplenet-offline/{name}.js")
            assert script.startswith(b"offline.define(")


def test_an_edit_makes_another_zip(tmp_path, monkeypatch):
    monkeypatch.setattr(pack, "PLACES", tmp_path / "places")
    (tmp_path / "site/search").mkdir(parents=True)
    (tmp_path / "site/search/all.json").write_text("{}")
    for text in ("old", "new"):
        (tmp_path / "site/index.html").write_text(text)
        pack.pack(tmp_path / "site", "https://host/", {})
        zipped = tmp_path / "site" / "simplenet-offline.zip"
        with zipfile.ZipFile(zipped) as archive:
            found = archive.read("simplenet-offline/index.html").decode()
        assert found == text


def test_one_clone_at_a_time_packs_where_several_keep_their_zips(
    tmp_path, monkeypatch
):
    working, most, write = [], [], pack.write

    def watched(target, *others):
        working.append(target)
        most.append(len(working))
        time.sleep(0.02)
        write(target, *others)
        working.remove(target)

    def packed(number):
        site = tmp_path / str(number)
        (site / "search").mkdir(parents=True)
        (site / "search/all.json").write_text(str(number))
        pack.pack(site, "https://host/", {})
        return zipfile.is_zipfile(site / "simplenet-offline.zip")

    monkeypatch.setattr(pack, "PLACES", tmp_path / "places")
    monkeypatch.setattr(pack, "KEPT", 1)
    monkeypatch.setattr(pack, "base_of", lambda _: None)
    monkeypatch.setattr(pack, "write", watched)
    with ThreadPoolExecutor(4) as clones:
        assert all(clones.map(packed, range(8)))
    assert most == [1] * 8


def test_what_all_zips_begin_with_outlives_them(tmp_path, monkeypatch):
    monkeypatch.setattr(pack, "PLACES", tmp_path / "places")
    (tmp_path / "a.whl").write_bytes(b"wheel")
    search = tmp_path / "site/search"
    search.mkdir(parents=True)
    bases = set()
    for number in range(pack.KEPT + 1):
        (search / "all.json").write_text(str(number))
        live = {"base": [tmp_path / "a.whl"]}
        pack.pack(tmp_path / "site", "https://host/", live)
        (base,) = (tmp_path / "places").glob("base-*")
        bases.add(base.stat().st_ino)
    assert len(bases) == 1


@pytest.mark.parametrize(
    ("module", "script"),
    [
        ('import x from "./x.js";', 'const { default: x } = await bring("./x'),
        ('import { a as b } from "./x.js";', "const { a: b } = await bring("),
        ('import * as x from "./x.js";', 'const x = await bring("./x.js");'),
        ('import "./x.js";', 'await bring("./x.js");'),
        ('f(await import("./x.js"));', 'f(await bring("./x.js"));'),
        ("new URL('.', import.meta.url);", "new URL('.', here);"),
        ("export default 5;", "exports.default = 5;"),
        ("export async function f() {}", "Object.assign(exports, { f });"),
        ("export const [A, B] = c;", "Object.assign(exports, { A, B });"),
        ("1;export{y0 as f};", "Object.assign(exports, { f: y0 });"),
        ("window.document$.subscribe(f);", "offline.follow(f);"),
    ],
)
def test_a_module_becomes_a_script(module, script):
    made = as_script("a.js", module)
    assert script in made
    assert not re.search(r"^(import|export)\b", made, re.MULTILINE)


def test_a_module_that_cannot_become_one_stops_the_build():
    with pytest.raises(BuildError, match=r"a\.js: 'export \* from"):
        as_script("a.js", 'export * from "./x.js";')


@pytest.mark.parametrize(
    ("link", "there"),
    [
        ('href="../loss/"', 'href="../loss/index.html"'),
        ('href=".."', 'href="../index.html"'),
        ('href="../loss/#a"', 'href="../loss/index.html#a"'),
        ('href="#a"', 'href="#a"'),
        ('href="https://x.org/a/"', 'href="https://x.org/a/"'),
        ('src="../a.png"', 'src="../a.png"'),
        ('href="../gone.zip"', 'href="https://host/gone.zip"'),
    ],
)
def test_a_link_names_its_file(link, there):
    packed = {"index.html", "loss/index.html", "a.png"}
    found = as_file(
        "training/index.html", f"<a {link}>", packed, "https://host/"
    )
    assert found == f"<a {there}>"


def test_the_search_leads_to_files():
    text = '{"location":""},{"location":"loss/"},{"location":"loss/#a"}'
    assert search_index(text) == (
        '{"location":"index.html"},{"location":"loss/index.html"},'
        '{"location":"loss/index.html#a"}'
    )


@pytest.fixture
def page(browser):
    """A page that nobody may complain of in the end."""
    with browser.new_context() as context:
        opened = context.new_page()
        said = []
        opened.on("pageerror", lambda error: said.append(str(error)))
        opened.on(
            "console",
            lambda m: said.append(m.text) if m.type == "error" else None,
        )
        opened.on("requestfailed", lambda r: said.append(f"lacks {r.url}"))
        yield opened
        assert said == []


def test_all_works_from_a_file_in_chromium(page, folder):
    start = folder.as_uri()
    page.goto(f"{start}/index.html")
    expect(page.locator(".pg-live")).to_have_count(1)
    page.get_by_role("link", name="Start", exact=False).first.click()
    page.wait_for_url(f"{start}/neuron/index.html")
    program = page.locator("[data-program=neuron].program")
    program.get_by_role("button", name="Edit", exact=True).click()
    program.get_by_role("textbox").wait_for()
    program.get_by_role("button", name="Run", exact=True).click()
    expect(program.get_by_role("status")).to_contain_text(SERVER)
    page.keyboard.press("Escape")
    page.locator("body").press("/")
    page.keyboard.type("saturated")
    found = page.locator('.md-search-result__link[href*="training/index"]')
    found.first.wait_for()
    page.goto(f"{start}/beyond/people/index.html")
    page.locator("form.people-form button").first.click()
    answer = page.locator(".people-form output")
    expect(answer).to_contain_text("that four people taught answers")
    page.goto(f"{start}/beyond/luck/index.html")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".seed-form output")).to_have_text(ANSWER)
    page.get_by_role("button", name="Open seed 157").click()
    page.wait_for_url(f"{start}/beyond/playground/index.html#*")
    expect(page.locator(".pg-live")).to_have_count(1)


OPEN_SEARCH = """
const field = document.querySelector("[data-md-component=search-query]");
field.focus();
field.value = "saturated";
field.dispatchEvent(new Event("input", { bubbles: true }));
field.dispatchEvent(new Event("keyup", { bubbles: true }));
"""
ASK = "document.querySelector('.seed-form').requestSubmit()"
PRESS = "document.querySelector('.program-button').click()"


def test_all_works_from_a_file_in_firefox(fox, folder):
    start = folder.as_uri()
    fox.open(f"{start}/beyond/luck/index.html")
    fox.wait(".seed-form:not([hidden])")
    fox.script(ASK)
    assert ANSWER.match(fox.wait(".seed-form output:not(:empty)"))
    fox.script(OPEN_SEARCH)
    fox.wait('.md-search-result__link[href*="index.html"]')
    fox.wait(".program-button")
    fox.script(PRESS)
    assert SERVER in fox.wait(".program-status:not(:empty)")
    fox.open(f"{start}/beyond/playground/index.html")
    fox.wait(".pg-live")


def test_run_works_once_it_is_served(page, folder, runtime):
    handler = partial(QuietHandler, directory=folder)
    with Server(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        page.goto(f"http://127.0.0.1:{running.server_port}/neuron/")
        program = page.locator("[data-program=neuron].program")
        program.get_by_role("button", name="Run", exact=True).click()
        same = re.compile("the same output as published")
        expect(program.get_by_role("status")).to_have_text(
            same, timeout=60_000
        )
        running.shutdown()
