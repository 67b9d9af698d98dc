"""Write the piece of Markdown that shows one program on a page."""

from html import escape

from scripts.pages.colours import colours_of
from scripts.pages.needs import files_of, needs_of

SHOWN_AT_ONCE = 12  # lines of output; a longer one is folded in the middle
SHOWN_AT_ENDS = 3  # lines above and below the fold

PAGE_PART = """\
<div class="program" data-program="{stem}" data-copy="{copied}" markdown>

``` {{ .python title="{stem}.py" }}
{source}
```

<div class="program-output no-copy" data-program="{stem}" role="group" \
aria-label="Output of {stem}.py">
{output}
</div>

<details class="program-complete">
<summary>The complete program: {lines} lines that run on their own</summary>
<div class="highlight"><span class="filename">{stem}.py, complete</span>\
<pre><code data-colours="{colours}">{complete}</code></pre></div>
</details>

<p class="program-links" markdown>
[Download {stem}.py](/programs/{stem}.py){{ download="{stem}.py" }}
It runs on its own{beside}. It needs {needs}. In this build it ran with {used}.
</p>

</div>
"""


def program_fragment(run, complete, picture):
    """Show a program: its code, its output, and its complete form."""
    needs, used = needs_of(complete)
    return PAGE_PART.format(
        stem=run.stem,
        copied=escape(complete).replace("\n", "&#10;"),
        source=run.source.strip("\n"),
        output=output_html(run.output) + (picture or ""),
        lines=complete.count("\n"),
        complete=escape(complete, quote=False),
        colours=colours_of(complete),
        beside=beside(files_of(complete)),
        needs=needs,
        used=used,
    )


def beside(files):
    """Name the files that a program reads, with links to them."""
    links = [
        f'[{name}](/programs/{name}){{ download="{name}" }}' for name in files
    ]
    return f", with {' and '.join(links)} beside it" if links else ""


def output_html(output):
    """Show what a program printed, a long output folded in the middle."""
    lines = output.splitlines(keepends=True)
    if len(lines) <= SHOWN_AT_ONCE:
        return pre(lines)
    first = lines[:SHOWN_AT_ENDS]
    middle = lines[SHOWN_AT_ENDS:-SHOWN_AT_ENDS]
    last = lines[-SHOWN_AT_ENDS:]
    return (
        f"{pre(first)}<details><summary>{len(middle)} more lines</summary>"
        f"{pre(middle)}</details>{pre(last)}"
    )


def pre(lines):
    return f"<pre><code>{escape(''.join(lines), quote=False)}</code></pre>"
