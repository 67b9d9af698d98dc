"""Make everything that the pages show: python -m scripts.regenerate

Runs the programs, then writes their outputs, complete forms, figures and
facts to docs/generated/. Knows nothing of MkDocs.
"""

import sys

from scripts.errors import BuildError
from scripts.generated import FOLDER, STUDY_SOURCES, Generated


def main():
    train_the_study()
    make_the_pages()


def train_the_study():
    study = Generated(FOLDER / "study", STUDY_SOURCES)
    if study.is_current():
        return
    from scripts.study import make_study

    make_study(study)
    study.finish()


def make_the_pages():
    generated = Generated()
    if generated.is_current():
        return
    # Imported only now: an unchanged build need not load NumPy and Matplotlib.
    from scripts.make import make_all

    make_all(generated)
    generated.finish()


if __name__ == "__main__":
    try:
        main()
    except BuildError as error:
        sys.exit(str(error))
