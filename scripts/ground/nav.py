"""The pages in the order of reading, as mkdocs.yml's nav lists them."""

import yaml

from scripts.ground.places import ROOT


class Reader(yaml.SafeLoader):
    """Read mkdocs.yml; what only MkDocs understands is passed over."""


Reader.add_multi_constructor("", lambda *_: None)


def pages_of(section):
    """List the Markdown pages of a section of nav, without their ending."""
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    nav = yaml.load(text, Reader)["nav"]
    (entries,) = (each[section] for each in nav if section in each)
    # An entry is a path, or {title: path}.
    paths = (e if isinstance(e, str) else "".join(e.values()) for e in entries)
    return [p.removesuffix(".md") for p in paths if p.endswith(".md")]


NOTEBOOK = "tutorial.md"  # no file: the build gives it the notebook's HTML
CHAPTERS = [p for p in pages_of("Tutorial") if f"{p}.md" != NOTEBOOK]
