"""Links lead where their words say; menu, glossary and forms are right."""

import re
from urllib.parse import urljoin

import pytest

from tests.claims.around import (
    DESCRIPTIONS,
    FORMS,
    INTRODUCED,
    LEADS,
    MENU,
)
from tests.oracle.site import none, words_of

FILE = "tests/claims/around.py"
SMALL = {"the", "and", "how", "what", "with", "for", "why", "from", "that"}


def stems(text):
    """What words begin with: a link to "Predict" may say "predictions"."""
    words = set(re.findall(r"[a-z]{3,}", text.lower())) - SMALL
    return {word[:5] for word in words}


def target(url, link):
    """The page, the anchor, that a link on a page leads to."""
    return urljoin(f"/{url}", link["href"]).lstrip("/")


@pytest.fixture(scope="module")
def links(pages):
    """(page, words, target) of each link from a page to a page."""
    return [
        (url, words_of(link), to)
        for url, page in pages.items()
        if page.article and url not in ("404.html", "tutorial/")
        for link in page.article.select("a[href]:not(.headerlink)")
        for to in [target(url, link)]
        if to.partition("#")[0] in pages and "#line-" not in to
    ]


def words_at(pages, to):
    """The title of a page, or what stands at an anchor, and the address."""
    url, _, anchor = to.partition("#")
    anchor = anchor.replace("exercise-", "title-")
    place = f"#{anchor}" if anchor else "h1"
    found = pages[url].article.select_one(place)
    title = anchor.startswith("title-")
    heading = (title or found.name in ("h1", "h2", "h3")) if found else False
    return f"{to} {words_of(found) if heading else ''}"


def test_links_lead_where_their_words_say(pages, links):
    wrong = []
    for url, words, to in links:
        expected = LEADS.get(words)
        if stems(words) & stems(words_at(pages, to)) or to == expected:
            continue
        said = f"expected {expected}" if expected else "which says otherwise"
        wrong.append(f"{url}: “{words}” leads to {to}, {said}")
    none(
        wrong,
        "Correct these links. Or if they are right, and a reader knows where "
        f"they lead, quote them in LEADS in {FILE}:",
    )


def test_links_that_are_quoted_stand_on_a_page(links):
    left = LEADS.items() - {(words, to) for _, words, to in links}
    none(sorted(left), f"No such link; remove from LEADS in {FILE}:")


def menu(pages):
    """(name, page) of each entry, in order."""
    links = pages[""].soup.select("nav.md-nav--primary a.md-nav__link[href]")
    found = [(words_of(link), target("", link)) for link in links]
    return [(name, to) for name, to in found if "#" not in to]


def test_menu_calls_pages_by_their_titles(pages):
    wrong = []
    for name, to in menu(pages):
        title = words_of(pages[to].article.select_one("h1"))
        if name != title and MENU.get(name) != to:
            wrong.append(f"mkdocs.yml, nav: “{name}” leads to “{title}”")
    none(
        wrong,
        "The menu calls these pages by other names. Correct nav in "
        f"mkdocs.yml, or quote the name in MENU in {FILE}:",
    )


def test_glossary_names_the_page_that_introduces_a_term(pages):
    passed_over = "", "tutorial/"  # looks ahead; says the same again
    order = [to for _, to in menu(pages) if to not in passed_over]
    set_off = {
        url: [
            words_of(each).lower()
            for each in pages[url].article.select("strong, em")
            if not each.find_parent(class_="exercise")  # may look ahead
        ]
        for url in order
    }
    wrong = []
    table = pages["glossary/"].article.select("table")[1]
    for row in table.select("tbody tr"):
        term = words_of(row.td).partition(",")[0]
        said = target("glossary/", row.select("td")[-1].a)  # the first one
        found = [
            url
            for url in order
            if any(each.startswith(term[:-1]) for each in set_off[url])
        ]
        first = INTRODUCED.get(term) or next(iter(found), "no page")
        if said != first:
            wrong.append(f"glossary/, “{term}”: says {said}, found {first}")
    none(
        wrong,
        "The glossary says that another page introduces these terms than "
        "the first that sets them in bold. Correct it, or add the term to "
        f"INTRODUCED in {FILE}:",
    )


def test_forms_begin_with_what_is_right(pages):
    wrong = [
        f"{url}: {name}, {key}: expected {value}, found {found}"
        for url, fields in FORMS.items()
        for name, keys in fields.items()
        for key, value in keys.items()
        for found in [
            pages[url].article.select_one(f"input[name={name}]").get(key)
        ]
        if found != str(value)
    ]
    none(wrong, f"Forms differ from FORMS in {FILE}:")


def test_search_engines_show_of_a_page_what_was_read(pages):
    own = pages[""].soup.select_one("meta[name=description]")["content"]
    wrong = []
    for url, page in pages.items():
        found = page.soup.select_one("meta[name=description]")["content"]
        if found != DESCRIPTIONS.get(url, own):
            wrong.append(
                f"{url}: expected {DESCRIPTIONS.get(url, own)!r}, "
                f"found {found!r}"
            )
    none(wrong, f"Descriptions differ from {FILE}; read them, then copy:")
    assert DESCRIPTIONS.keys() <= pages.keys()
