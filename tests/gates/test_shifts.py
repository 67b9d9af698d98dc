"""No page moves by itself when its scripts add what they add."""

import pytest

from tests.reader.shifts import SHIFTS

LIMIT = 0.06  # from 0.1 on, it is said to disturb readers
CHANGING = ["exercises/", "network/"]
CHANGING += [f"beyond/{name}/" for name in ("luck", "people", "playground")]


@pytest.mark.parametrize("width", [360, 1366, 1920])
def test_no_page_moves_as_it_comes(browser, server, width):
    size = {"width": width, "height": 768}
    with browser.new_context(viewport=size) as context:
        context.add_init_script(SHIFTS)
        page = context.new_page()
        for url in CHANGING:
            page.goto(server + url)
            page.wait_for_load_state("networkidle")
            moved = page.evaluate("window.shifted ?? 0")
            assert moved < LIMIT, f"/{url}, {width} px: moved by {moved:.2f}"
