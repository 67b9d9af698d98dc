"""Paper says where links lead."""

import pytest

from scripts.pages.links import note_targets

TARGETS = {
    '<a href="../../loss/">': "/loss/",
    '<a href="../../loss/#eq-mse">': "/loss/",
    '<a class="x" href="../../facts.json" download>': "/facts.json",
    '<a href="../../">': "/",
    '<a href="https://example.org/a/#b">': "https://example.org/a/#b",
}


@pytest.mark.parametrize("link", TARGETS)
def test_link_names_its_target(link):
    html = note_targets(f"<p>{link}there</a></p>", "beyond/luck/")
    assert f'" data-to="{TARGETS[link]}"' in html
    assert html.replace(f' data-to="{TARGETS[link]}"', "") == (
        f"<p>{link}there</a></p>"
    )


def test_what_stays_on_the_page_needs_no_target():
    html = '<h2 id="a">A<a class="headerlink" href="#a">¶</a></h2>'
    assert note_targets(html, "loss/") == html
