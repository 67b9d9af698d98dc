"""Make everything that the pages show: python -m scripts.regenerate [SITE]

Trains the networks of the study; runs the programs and writes their outputs,
complete forms, figures and facts; writes the notebook; joins the modules of
the playground. All of it goes to docs/generated/. Knows nothing of MkDocs.
"""

import sys

from scripts.ground.errors import BuildError
from scripts.ground.family import end_with_parent
from scripts.ground.generated import (
    NOTEBOOK_SOURCES,
    PLAYGROUND_SOURCES,
    STUDY_SOURCES,
    Generated,
)
from scripts.ground.places import GENERATED
from scripts.ground.sources import check_texts


def main(site="/"):
    """Make everything anew, unless it is current.

    site: the address to which the notebook's links to other pages point.
    """
    check_texts()
    train_the_study()
    make_the_pages()
    make_the_notebook(site)
    join_the_playground()


# Each step is imported only when it has work: an unchanged build need not
# load NumPy and Matplotlib.


def train_the_study():
    study = Generated(GENERATED / "study", STUDY_SOURCES)
    if study.is_current():
        return
    from scripts.chapters.study import make_study

    make_study(study)
    study.finish()


def make_the_pages():
    pages = Generated(GENERATED)
    if pages.is_current():
        return
    from scripts.make import make_pages

    make_pages(pages)
    pages.finish()


def make_the_notebook(site):
    notebook = Generated(GENERATED / "notebook", NOTEBOOK_SOURCES, site)
    if notebook.is_current():
        return
    from scripts.notebook.cells import make_notebook

    make_notebook(notebook)
    notebook.finish()


def join_the_playground():
    playground = Generated(GENERATED / "playground", PLAYGROUND_SOURCES)
    if playground.is_current():
        return
    from scripts.browser.bundle import playground_script

    playground.write("playground.js", playground_script())
    playground.finish()


if __name__ == "__main__":
    end_with_parent()
    try:
        main(*sys.argv[1:])
    except BuildError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit("Stopped.")
