"""What pages say about themselves: previews, icon, length, age."""

import re
import subprocess
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from scripts.chapters.share import SIZE, TITLE, share
from scripts.ground.nav import chapters
from scripts.pages import reading

ROOT = Path(__file__).parents[2]
TIMED = [
    *chapters(),
    "beyond/check-the-gradient",
    "beyond/matrices",
    "beyond/luck",
    "beyond/people",
]


def meta(page, name):
    (found,) = page.soup.select(
        f'meta[property="{name}"], meta[name="{name}"]'
    )
    return found["content"]


@pytest.fixture(scope="module")
def root(pages):
    """The address that the site is published at."""
    return pages[""].soup.select_one("link[rel=canonical]")["href"]


def test_every_page_has_a_preview_of_its_own(pages, root, site):
    titles, texts = set(), set()
    for url, page in pages.items():
        titles.add(meta(page, "og:title"))
        texts.add(meta(page, "og:description"))
        assert meta(page, "twitter:card") == "summary_large_image"
        image = meta(page, "og:image")
        assert image.startswith(root), f"/{url}: {image}"
        assert (site / image.removeprefix(root)).is_file()
        assert len(meta(page, "og:image:alt")) > 40
        if url != "404.html":
            for name, expected in [
                ("og:url", root + url),
                ("og:description", meta(page, "description")),
            ]:
                found = meta(page, name)
                assert found == expected, f"/{url}: {name} is {found}"
            assert meta(page, "og:title") in page.article.h1.text, f"/{url}"
    # The home page, the notebook and the 404 page share the site's words.
    assert len(titles) == len(pages) - 1
    assert len(texts) == len(pages) - 2


def test_titles_are_those_of_the_pages(pages):
    """Those of the menu are shorter: tests/claims/test_around.py."""
    for url in pages.keys() - {"", "404.html"}:
        heading = pages[url].article.h1.text.removesuffix("¶")
        title = pages[url].soup.title.text
        assert title.startswith(f"{heading} - "), url


def test_picture_has_the_size_and_the_name_that_pages_say(pages, site):
    with Image.open(site / "images" / "share.png") as picture:
        assert picture.size == SIZE
        assert picture.info.keys() <= {"dpi"}  # no date, no version
    sides = [meta(pages[""], f"og:image:{s}") for s in ("width", "height")]
    assert sides == list(map(str, SIZE))
    assert squeezed(TITLE) == squeezed(meta(pages[""], "og:title"))


def squeezed(text):
    return " ".join(text.split())


def test_picture_has_room_for_words_and_curve(site):
    """A blank column parts them: neither covers the other."""
    with Image.open(site / "images" / "share.png") as picture:
        dark = np.asarray(picture.convert("L")) < 200
    inked = dark.any(axis=0)
    gaps = [x for x in range(400, 800) if not inked[x - 5 : x + 5].any()]
    said = "images/share.png (scripts/chapters/share.py): "
    assert gaps, f"{said}no blank column parts the words from the curve"
    middle = gaps[0]
    for side, part in [
        ("left", dark[:, :middle]),
        ("right", dark[:, middle:]),
    ]:
        assert part.mean() > 0.005, f"{said}nothing on the {side}"


def test_picture_is_drawn_from_the_losses_and_is_repeatable():
    losses = np.linspace(0.25, 0.01, 100)
    first, again, other = (
        share({"training": {"losses": each}})
        for each in (losses, losses.copy(), losses**2)
    )
    assert first == again
    assert first != other
    Image.open(BytesIO(first)).verify()


def test_icon_is_ours(pages, site):
    for url, page in pages.items():
        link = page.soup.select_one("link[rel=icon]")["href"]
        assert link.endswith("images/favicon.svg"), url
    assert (site / "images" / "favicon.svg").is_file()


@pytest.mark.parametrize("chapter", TIMED)
def test_chapter_tells_how_long_it_takes(pages, chapter):
    line = pages[f"{chapter}/"].article.select_one("h1 + .page-facts").text
    assert 2 <= int(re.search(r"(\d+) min to read", line)[1]) <= 20


def test_minutes_follow_the_words_that_are_read():
    words = "<p>" + "word " * 399 + "</p>"
    for more, minutes in [
        ("", 2),
        ("<p>one more word</p>", 3),
        ("<details>folded text</details>", 2),
    ]:
        said = f"minutes of 399 words and {more!r}: scripts/pages/reading.py"
        assert reading.minutes(words + more) == minutes, said


def test_dates_are_those_of_git(pages):
    if not reading.last_changes():
        pytest.skip("expected the history of the pages, found none")
    for url in ("neuron", "glossary"):
        command = ["git", "log", "-1", "--format=%as", f"docs/{url}.md"]
        day = subprocess.check_output(command, cwd=ROOT, text=True).strip()
        foot = pages[f"{url}/"].article.find_all(recursive=False)[-1]
        shown = foot.select_one("time")
        said = f"/{url}/: last changed on {shown.text}; git says {day}"
        assert shown["datetime"] == shown.text == day, said


def test_the_last_change_is_the_newest(monkeypatch):
    """Here, where a whole history may be of one day."""
    history = "\0new\n\ndocs/a.md\n\0old\n\ndocs/a.md\ndocs/b.md\n"
    answers = {"rev-parse": "false", "log": history}
    monkeypatch.setattr(reading, "git", lambda verb, *_: answers[verb])
    monkeypatch.setattr(reading, "kept", lambda *_: None)
    monkeypatch.setattr(reading, "keep", lambda kind, key, data: data)
    days = reading.last_changes()
    found = {path.rpartition("/")[2]: day for path, day in days.items()}
    said = f"last changes: {found}; see scripts/pages/reading.py"
    assert found == {"a.md": "new", "b.md": "old"}, said


@pytest.mark.parametrize("answer", ["true", None])
def test_without_a_history_there_is_no_date(monkeypatch, answer):
    monkeypatch.setattr(reading, "git", lambda *_: answer)  # is it shallow?
    assert reading.last_changes() == {}


def test_page_for_wrong_addresses_helps_at_any_depth(pages, root):
    lost = pages["404.html"]
    links = [each["href"] for each in lost.article.select("a")]
    base = "/" + root.split("/", 3)[3]
    assert {f"{base}{chapter}/" for chapter in TIMED} <= set(links)
    # Relative addresses would depend on where the reader got lost.
    found = lost.soup.select("[href]:not([href^='#']), [src]")
    for each in found:
        address = each.get("href") or each.get("src")
        assert address.startswith(("/", "https://")), address
