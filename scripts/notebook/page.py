"""Turn mkdocs-jupyter's page of the notebook into a light page of ours.

Its own HTML carries half a megabyte of styles and scripts, formulas that are
not typeset, and pictures without words. We keep the cells and nothing else.
"""

import base64
import json
import re
from collections import Counter
from html import escape

import nbformat
from bs4 import BeautifulSoup

from scripts.figures.svg import clean
from scripts.ground.errors import BuildError
from scripts.ground.places import GENERATED
from scripts.pages.colours import colours_of
from scripts.pages.panels import output_html

DOWNLOADS = """\
<p class="notebook-downloads">Take it with you:
<a href="{up}downloads/tutorial.ipynb" download>the notebook as shown</a>,
<a href="{up}downloads/tutorial-clean.ipynb" download>without outputs</a>, or
<a href="{up}downloads/tutorial.py" download>as a Python script</a>. Its last
part reads <a href="{up}programs/people.csv" download>people.csv</a>: put that
file beside it.</p>
"""
# Formulas as Jupyter writes them: $…$ in a line, an anchor before $$…$$
DISPLAYED = re.compile(
    r'<p>\s*<a id="(eq-[\w-]+)"></a>\s*\$\$\n(.*?)\n\$\$\s*</p>', re.DOTALL
)
FIGURE = re.compile(
    r'<p><img [^>]*title="(\w+)"[^>]*/?></p>\s*<p><em>(.*?)</em></p>',
    re.DOTALL,
)
INLINE = re.compile(r"\$([^$]+)\$")
CODE = re.compile(r"(<(pre|code)\b.*?</\2>|<[^>]*>)", re.DOTALL)


def page_of(path, site):
    """Show a notebook that ran, by mkdocs-jupyter; return the page's HTML."""
    # Slow to import, and needed only if the notebook changed
    from mkdocs_jupyter.convert import nb2html

    html = nb2html(str(path), allow_errors=False, no_prompt=True)
    figures = {
        each.stem: each.read_text("utf-8")
        for each in GENERATED.glob("figures/*.svg")
    }
    pictures = json.loads((GENERATED / "pictures.json").read_text("utf-8"))
    notebook = nbformat.read(path, as_version=4)
    page = notebook_page(html, notebook, figures, pictures, site)
    return page.encode("utf-8")


def notebook_page(html, notebook, figures, pictures, site):
    """Return the page's HTML: its cells, marked up like the other pages.

    figures, pictures: SVG by figure name, alternative text by program.
    """
    soup = BeautifulSoup(html, "html.parser")
    shown = soup.select(".jp-Notebook > .jp-Cell")
    if len(shown) != len(notebook.cells):
        raise BuildError(
            f"tutorial.ipynb: expected {len(notebook.cells)} cells from "
            f"mkdocs-jupyter, found {len(shown)}. Its HTML has changed; "
            "adapt scripts/notebook/page.py."
        )
    part_ids(soup)
    parts = []
    for element, cell in zip(shown, notebook.cells, strict=True):
        if cell.cell_type == "markdown":
            parts.append(text_cell(element, figures, site))
        else:
            parts.append(code_cell(element, cell, pictures))
    downloads = DOWNLOADS.format(up="../")
    return "\n".join(parts).replace("</h1>", f"</h1>\n{downloads}", 1)


def part_ids(soup):
    """Number the ids of headings that several chapters have, as "recap"."""
    seen = Counter()
    for heading in soup.select("h2[id], h3[id]"):
        name = heading["id"]
        seen[name] += 1
        if seen[name] > 1:
            heading["id"] = f"{name}_{seen[name] - 1}"


def text_cell(element, figures, site):
    """Return a text cell's HTML, its figures inline, its formulas marked."""
    body = element.select_one(".jp-RenderedMarkdown")
    for anchor in body.select(".anchor-link"):
        anchor.decompose()
    for link in body.select(f'a[href^="{site}"]'):
        link["href"] = "../" + link["href"].removeprefix(site)
    for quoted in body.select("div.highlight"):
        quoted.replace_with(
            BeautifulSoup(code_html(quoted.select_one("pre")), "html.parser")
        )
    for table in body.select("table"):
        table.wrap(BeautifulSoup().new_tag("div", attrs={"class": "numbers"}))
        del table["class"]
        for cell in table.select("[style]"):
            del cell["style"]
    html = body.decode_contents()
    html = FIGURE.sub(
        lambda match: (
            f"<figure>{figures[match[1]]}\n"
            f"<figcaption>{match[2]}</figcaption></figure>"
        ),
        html,
    )
    html = DISPLAYED.sub(
        r'<div class="arithmatex" id="\1">\\[\2\\]</div>', html
    )
    # Of each three pieces, the first is text, the second code or a tag, and
    # the third the name of the element that holds code.
    pieces = CODE.split(html)
    pieces[0::3] = map(mark_inline, pieces[0::3])
    pieces[2::3] = [""] * len(pieces[2::3])
    return "".join(pieces)


def mark_inline(text):
    """Mark the formulas in a line as Markdown's extension does."""
    return INLINE.sub(r'<span class="arithmatex">\\(\1\\)</span>', text)


def code_html(pre):
    """Return code as text, to be coloured by docs/javascripts/colours.js."""
    code = pre.text
    return (
        f'<div class="highlight"><pre><code data-colours="{colours_of(code)}">'
        f"{escape(code, quote=False)}</code></pre></div>"
    )


def code_cell(element, cell, pictures):
    """Return a code cell's HTML: its code, what it printed, what it drew."""
    html = code_html(element.select_one(".highlight-ipynb pre"))
    outputs = [
        output_html(output.text)
        for output in element.select(".jp-RenderedText pre")
    ]
    program = cell.metadata.get("program", cell.id)
    for image in element.select(".jp-RenderedSVG img"):
        svg = base64.b64decode(image["src"].split(",")[1]).decode()
        outputs.append(clean(svg, f"notebook-{program}", pictures[program]))
    if outputs:
        html += f'<div class="program-output no-copy">{"".join(outputs)}</div>'
    return html
