"""Plant each mistake, see who catches it, and print what was said.

scripts/faults                     all of them
scripts/faults figures workflows   some kinds
scripts/faults figures/a-loss      those whose names begin like this
scripts/faults --list              their names, what a reader would see
scripts/faults --all …             ask all tests if the fitting ones pass
scripts/faults --part 1/2 …        every second one: two runs at a time
"""

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.faults.copy import Caught, build, make_copy, style, test
from tests.faults.fault import all_faults
from tests.faults.kinds import FITTING, NOT_BUILT


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("names", nargs="*")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--part", default="1/1")
    options = parser.parse_args()
    chosen = [
        fault
        for fault in all_faults()
        if not options.names or fault.name.startswith(tuple(options.names))
    ]
    part, parts = map(int, options.part.split("/"))
    chosen = chosen[part - 1 :: parts]
    if options.list:
        for fault in chosen:
            print(f"{fault.name}  ({fault.path})")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        found = judge_all(chosen, make_copy(Path(folder) / "copy"), options)
    return report(found)


def judge_all(chosen, folder, options):
    """Plant one at a time; return {fault: who caught it, or None}."""
    if stopped := build(folder):
        sys.exit(f"Without a fault, the build fails:\n{stopped.message}")
    for kind in dict.fromkeys(fault.kind for fault in chosen):
        # A test that fails anyway would seem to catch every fault.
        if failed := test(folder, FITTING[kind]):
            said = f"Without a fault, {failed.by} fails:\n{failed.message}"
            sys.exit(said)
    found = {}
    for number, fault in enumerate(chosen, 1):
        try:
            undo = fault.plant(folder)
        except LookupError as error:
            print(f"{number}. {error}", flush=True)
            found[fault] = None
            continue
        found[fault] = judge(fault, folder, options)
        undo()
        show(number, fault, found[fault])
    return found


def judge(fault, folder, options):
    """Build first, then the fitting tests, then all."""
    fitting = FITTING[fault.kind]
    if fault.kind in NOT_BUILT:
        return style(folder) or test(folder, fitting)
    caught = build(folder) or test(folder, fitting)
    if caught or not options.all:
        return caught
    return test(folder, ["tests"])


def named(fault, caught: Caught):
    said = f"{caught.by}\n{caught.message}"
    return any(name in said for name in fault.names)


def show(number, fault, caught):
    print(f"\n{number}. {fault.name}")
    if caught is None:
        print("   SURVIVED", flush=True)
        return
    print(f"   caught by {caught.by}")
    if not named(fault, caught):
        print(f"   BUT the message names none of {', '.join(fault.names)}")
    print("\n".join(f"   | {line}" for line in caught.message.split("\n")))
    sys.stdout.flush()


def report(found):
    """Print a row for each kind; fail if more than 2 of 100 survive."""
    planted, caught, told = Counter(), Counter(), Counter()
    for fault, by in found.items():
        planted[fault.kind] += 1
        caught[fault.kind] += by is not None
        told[fault.kind] += by is not None and named(fault, by)
    print("\n| kind | planted | caught | with the place |\n|---|--:|--:|--:|")
    for kind, count in planted.items():
        print(f"| {kind} | {count} | {caught[kind]} | {told[kind]} |")
    for fault, by in found.items():
        if by is None:
            print(f"survived: {fault.name} ({fault.path})")
    return int(told.total() < 0.98 * planted.total())


if __name__ == "__main__":
    sys.exit(main())
