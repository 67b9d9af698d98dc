"""Write code of the notebook as the other pages show it."""

from html import escape

from scripts.pages.colours import colours_of


def code_html(code):
    """Return code as text, to be coloured by docs/javascripts/colours.js."""
    return (
        f'<div class="highlight"><pre><code data-colours="{colours_of(code)}">'
        f"{escape(code, quote=False)}</code></pre></div>"
    )
