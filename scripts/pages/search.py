"""Let a page begin without the index of the search, which few readers use.

The theme fetches search_index.json with every page. That keeps its settings;
the index itself moves beside it, and docs/javascripts/search.js brings it
when something is searched.
"""

import json

BEGUN = "search/search_index.json"
ALL = "search/all.json"


def set_index_aside(site):
    """Part the index that the search plugin wrote, in a site's folder."""
    text = (site / BEGUN).read_text("utf-8")
    (site / ALL).write_text(text, "utf-8")
    settings = json.loads(text) | {"docs": []}
    (site / BEGUN).write_text(json.dumps(settings), "utf-8")
