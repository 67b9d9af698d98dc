"""Make the notebook's page of its cells' HTML: headings, figures, downloads.

A cell that was shown before is not shown anew; shown.py makes the others.
"""

import json
import re
from collections import Counter

from scripts.ground.places import GENERATED
from scripts.ground.store import keep, kept
from scripts.notebook.shown import cells_html, keys_of

DOWNLOADS = """\
<p class="notebook-downloads">Take it with you:
<a href="{up}downloads/tutorial.ipynb" download>the notebook as shown</a>,
<a href="{up}downloads/tutorial-clean.ipynb" download>without outputs</a>, or
<a href="{up}downloads/tutorial.py" download>as a Python script</a>. Its last
part reads <a href="{up}programs/people.csv" download>people.csv</a>: put that
file beside it.</p>
"""
HEADING = re.compile(r'(<h[23]\b[^>]* id=)"([^"]*)"')
FIGURE = re.compile(r"<figure><!-- (\w+) -->")


def page_of(notebook, site):
    """Give the page of a notebook that ran, as HTML."""
    pictures = json.loads((GENERATED / "pictures.json").read_text("utf-8"))
    html = "\n".join(shown(notebook.cells, pictures, site))
    downloads = DOWNLOADS.format(up="../")
    html = figures_in(part_ids(html))
    return html.replace("</h1>", f"</h1>\n{downloads}", 1).encode("utf-8")


def shown(cells, pictures, site):
    """Give the HTML of each cell.

    pictures: alternative text by program.
    """
    order = keys_of(cells, pictures, site)
    known = {key: kept("cell", key) for key in order}
    new = {
        key: cell
        for key, cell in zip(order, cells, strict=True)
        if known[key] is None
    }
    texts = cells_html([*new.values()], pictures, site)
    for key, text in zip(new, texts, strict=True):
        known[key] = keep("cell", key, text.encode("utf-8"))
    return [known[key].decode("utf-8") for key in order]


def part_ids(html):
    """Number the ids of headings that several chapters have, as "recap"."""
    seen = Counter()

    def numbered(match):
        tag, name = match.groups()
        seen[name] += 1
        ending = f"_{seen[name] - 1}" if seen[name] > 1 else ""
        return f'{tag}"{name}{ending}"'

    return HEADING.sub(numbered, html)


def figures_in(html):
    """Draw each figure where a cell names it."""

    def drawn(match):
        path = GENERATED / "figures" / f"{match[1]}.svg"
        return f"<figure>{path.read_text('utf-8')}"

    return FIGURE.sub(drawn, html)
