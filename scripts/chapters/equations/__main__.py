"""Print each equation with its page, the kind of its check, the verdict.

python -m scripts.chapters.equations [SITE]; the verb scripts/equations builds
the site first.
"""

import sys
from pathlib import Path

from scripts.chapters.equations.site import equations_of, left_over, verdict


def main(site="site"):
    equations = equations_of(Path(site))
    rows = [("equation", "page", "kind", "verdict")]
    for each in equations:
        kind = each.check.kind if each.check else "-"
        rows.append((each.name, each.page or "/", kind, verdict(each)))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)][:3]
    for *cells, last in rows:
        padded = map(str.ljust, cells, widths)
        print("  ".join([*padded, last]))
    problems = [row for row in rows[1:] if row[3] != "agrees"]
    for each in (gone := left_over(equations)):
        print(each)
    print(f"{len(equations)} equations, {len(problems) + len(gone)} problems")
    return bool(problems or gone)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
