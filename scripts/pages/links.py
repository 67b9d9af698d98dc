"""Note where links lead, for paper, and in which line a broken one stands."""

import re
from urllib.parse import urljoin

from scripts.pages.place import line_with

BROKEN = re.compile(r"Doc file '(.+?)' contains an? .*?link '(.+?)'")
LEAVING = re.compile(r'<a\b[^>]*?\shref="([^"#][^"]*)"')


def note_targets(html, url):
    """Give each link that leaves a page a data-to: address, or site's path.

    docs/stylesheets/print.css shows it.
    url: of the page, under the site's root.
    """

    def noted(match):
        target = urljoin(f"/{url}", match[1])
        if target.startswith("/"):  # short: the page, not its section
            target = target.partition("#")[0]
        return f'{match[0]} data-to="{target}"'

    return LEAVING.sub(noted, html)


def say_line(record):
    """Add to what MkDocs says of a link the line: it names the page only."""
    if found := BROKEN.match(record.getMessage()):
        page, link = found.groups()
        record.msg = f"docs/{page}{line_with(page, link)}: {record.msg}"
    return True
