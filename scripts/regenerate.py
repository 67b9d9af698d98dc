"""Make everything that the pages show: python -m scripts.regenerate [SITE]

Runs the programs, then writes their outputs, complete forms, figures, facts
and the notebook to docs/generated/. Knows nothing of MkDocs.
"""

import sys

from scripts.errors import BuildError
from scripts.generated import FOLDER, STUDY_SOURCES, Generated


def main(site="/"):
    """Make everything anew, unless it is current.

    site: the address to which the notebook's links to other pages point.
    """
    train_the_study()
    make_the_pages(site)


def train_the_study():
    study = Generated("", FOLDER / "study", STUDY_SOURCES)
    if study.is_current():
        return
    from scripts.study import make_study

    make_study(study)
    study.finish()


def make_the_pages(site):
    generated = Generated(site)
    if generated.is_current():
        return
    # Imported only now: an unchanged build need not load NumPy and Matplotlib.
    from scripts.make import make_all

    make_all(generated, site)
    generated.finish()


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except BuildError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit("Stopped.")
