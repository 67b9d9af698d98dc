"""The pages in the order of reading, as mkdocs.yml's nav lists them."""

from functools import cache

import yaml
from yaml_env_tag import construct_env_tag

from scripts.ground.places import ROOT


class Reader(yaml.SafeLoader):
    """Read mkdocs.yml; what only MkDocs understands is passed over."""


Reader.add_multi_constructor("", lambda *_: None)
Reader.add_constructor("!ENV", construct_env_tag)


def site_url():
    """Give the site's address, or None if that is for MkDocs to judge."""
    try:
        found = config()["site_url"]
    except (OSError, UnicodeDecodeError, yaml.YAMLError, KeyError, TypeError):
        return None
    return found if isinstance(found, str) else None


def config():
    return yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), Reader)


def pages_of(section):
    """List the Markdown pages of a section of nav, without their ending."""
    nav = config()["nav"]
    (entries,) = (each[section] for each in nav if section in each)
    # An entry is a path, or {title: path}.
    paths = (e if isinstance(e, str) else "".join(e.values()) for e in entries)
    return [p.removesuffix(".md") for p in paths if p.endswith(".md")]


NOTEBOOK = "tutorial.md"  # no file: the build gives it the notebook's HTML


@cache  # the server starts again if they change
def chapters():
    """List the pages of the tutorial, without its notebook."""
    return [p for p in pages_of("Tutorial") if f"{p}.md" != NOTEBOOK]
