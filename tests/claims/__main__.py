"""Print what to add for sentences without a check: a skeleton to fill in.

python -m tests.claims site            for every page
python -m tests.claims site loss/      for one
"""

import sys
from pathlib import Path
from textwrap import indent, wrap

from tests.claims.pages import (
    CHECKS,
    CODE,
    ELSEWHERE,
    all_claims,
    missing,
    published,
    stem_of,
)


def skeleton(page, sentences):
    lines = [f"# tests/claims/{stem_of(page)}.py"]
    if page not in all_claims()[0]:
        lines += ["from tests.claims.claim import Claims", ""]
        lines += [f'PAGE = Claims("{page}")', "says = PAGE.says", ""]
    for sentence in sentences:
        count = sentence.count("#")
        values = ", ".join(["…"] * count) if count else "holds=…"
        lines.append(f"says(\n{quoted(sentence)},\n    {values},\n)")
    return "\n".join(lines)


def quoted(sentence):
    """Write a sentence as a string over several lines of 79."""
    text = sentence.replace("\\", "\\\\")
    return indent("\n".join(wrap(f'"""{text}"""', 75)), "    ")


def main(folder, *wanted):
    pages = published(Path(folder))
    for page, sentences in pages.items():
        gaps = missing(page, sentences)
        if page in ELSEWHERE:
            continue
        if gaps and (not wanted or page in wanted):
            print(skeleton(page, gaps), end="\n\n")
    print(
        "# A definition or an opinion: quote it with PAGE.definitions(…) or "
        f"PAGE.opinions(…). Comments and docstrings belong to {CODE!r}, what "
        f"exercises tell who got something wrong to {CHECKS!r}."
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
