"""Time things in turns, and make a table of medians and ratios."""

import sys
import time
from dataclasses import asdict, dataclass
from statistics import median


@dataclass
class Measured:
    """The seconds that one thing took, in each round, and what it did."""

    name: str
    units: int  # how many networks, or builds, one run makes
    seconds: list
    note: str = ""


def in_turns(things, rounds):
    """Measure each thing once a round; return [Measured].

    things: (name, units, function of the round, note), the first being what
    the others are compared with. A function may return a function that
    checks its result outside the measured time. What disturbs the machine
    for a while disturbs all alike; every other round goes backwards.
    """
    results = [
        Measured(name, units, [], note) for name, units, _, note in things
    ]
    pairs = list(zip(things, results, strict=True))
    for number in range(rounds):
        for (name, _, run, _), result in pairs[:: (-1) ** number]:
            progress(f"round {number + 1} of {rounds}: {name}")
            start = time.perf_counter()
            check = run(number)
            result.seconds.append(time.perf_counter() - start)
            if check:
                check()
    progress("")
    return [asdict(result) | summary(result, results[0]) for result in results]


def summary(result, first):
    """Give the median time for one unit, and how much faster than the first.

    The ratio is the median of the ratios within each round.
    """
    each = [seconds / result.units for seconds in result.seconds]
    reference = [seconds / first.units for seconds in first.seconds]
    ratios = [b / a for a, b in zip(each, reference, strict=True)]
    return {
        "median": median(each),
        "fastest": min(each),
        "ratio": median(ratios),
    }


def progress(words):
    """Show on a terminal what is being measured, on one line."""
    if sys.stderr.isatty():
        print(f"\r\033[K{words}", end="", file=sys.stderr, flush=True)


def table(title, results, slower=False):
    """Write results as a Markdown table.

    slower: say how many times as long each takes, not how fast it is.
    """
    lines = [
        f"| {title} | median | fastest "
        f"| times as {'long' if slower else 'fast'} | |",
        "|---|--:|--:|--:|---|",
    ]
    for each in results:
        ratio = 1 / each["ratio"] if slower else each["ratio"]
        lines.append(
            f"| {each['name']} | {time_text(each['median'])} "
            f"| {time_text(each['fastest'])} | {ratio:.3g} "
            f"| {each['note']} |"
        )
    return "\n".join(["", *lines, ""])


def time_text(seconds):
    """Write a time with three digits, in a fitting unit."""
    for unit, size in (("s", 1), ("ms", 1e-3)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds * 1e6:.3g} µs"
