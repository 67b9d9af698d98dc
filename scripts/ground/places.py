"""Where things are."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PROGRAMS = DOCS / "programs"
GENERATED = DOCS / "generated"  # all that a build makes for the pages
CACHE = ROOT / ".cache"  # what outlives a build
OFFLINE = "simplenet-offline.zip"  # the site to take along, in the site
