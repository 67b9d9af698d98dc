"""Note where links lead, for paper: docs/stylesheets/print.css shows it."""

import re
from urllib.parse import urljoin

LEAVING = re.compile(r'<a\b[^>]*?\shref="([^"#][^"]*)"')


def note_targets(html, url):
    """Give each link that leaves a page a data-to: address, or site's path.

    url: of the page, under the site's root.
    """

    def noted(match):
        target = urljoin(f"/{url}", match[1])
        if target.startswith("/"):  # short: the page, not its section
            target = target.partition("#")[0]
        return f'{match[0]} data-to="{target}"'

    return LEAVING.sub(noted, html)
