"""Check a tutorial on your own machine: run its programs, compare outputs.

    python verify.py SITE [PROGRAM ...] [--yes]

SITE is the tutorial's address, or a folder with a copy of it. PROGRAM is the
name of a program, such as neuron; without any, all are checked. With --yes
it does not ask before it runs them. It needs Python, NumPy and Matplotlib.

It reads SITE/provenance.json, which lists the SHA-256 of every published
file, and compares each file with it. Then it runs each program in an empty
folder, with a fresh Python, and compares what it prints with the output that
the tutorial shows. It exits with 1 if anything differs or cannot be checked.

The hashes show that the files belong together. Whether to run programs of
that site on your machine is for you to judge: read them before you agree.
"""

import argparse
import hashlib
import json
import math
import os
import platform
import re
import subprocess
import sys
import tempfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

SECONDS = 300  # for one program, and for one answer of the site
NAME = re.compile(r"(\w[\w-]*/)?\w[\w.-]*")  # of a file: nothing like ../
NUMBER = re.compile(r"[-+]?\d+(?:\.\d*)?(?:e[-+]?\d+)?")


class Problem(Exception):
    """Something differs, or cannot be checked; the text says what."""


def main():
    arguments = parser().parse_args()
    site = Site(arguments.site)
    try:
        provenance = site.provenance()
        stems = chosen(provenance["files"], arguments.program)
        introduce(provenance, site, stems)
        if not (arguments.yes or agreed()):
            sys.exit("Nothing was run.")
    except Problem as problem:
        sys.exit(f"Cannot check {arguments.site}: {problem}")
    hashes = provenance["files"]
    others = [] if arguments.program else only_compared(hashes, stems)
    wrong = report(others, lambda name: site.file(name, hashes), quiet=True)
    wrong += report(stems, lambda stem: check_program(site, stem, hashes))
    if wrong:
        sys.exit(f"Not as published: {', '.join(wrong)}.")
    total = f"{len(stems)} programs print what the tutorial shows"
    print(f"All is as published: {total}, {len(others)} other files fit.")


def parser():
    words, usage = __doc__.split("\n\n", 1)[0], __doc__.split("\n\n", 2)[2]
    made = argparse.ArgumentParser(
        description=words,
        epilog=usage,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("site", metavar="SITE")
    made.add_argument("program", metavar="PROGRAM", nargs="*")
    made.add_argument("--yes", action="store_true", help="do not ask")
    return made


class Site:
    """A tutorial, at an address or in a folder."""

    def __init__(self, place):
        self.is_web = place.startswith(("https://", "http://"))
        self.place = place.rstrip("/")

    def read(self, name):
        """Return a file's bytes."""
        try:
            if not self.is_web:
                return Path(self.place, name).read_bytes()
            with urlopen(f"{self.place}/{name}", timeout=SECONDS) as answer:
                return answer.read()
        except (OSError, URLError) as error:
            raise Problem(f"{name} cannot be read ({error})") from None

    def provenance(self):
        """Return what provenance.json holds."""
        try:
            found = json.loads(self.read("provenance.json"))
            if not all(NAME.fullmatch(name) for name in found["files"]):
                raise ValueError("a strange file name")
            return found
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise Problem(f"provenance.json is no such file ({error})") from (
                None
            )

    def file(self, name, hashes):
        """Return a file's bytes, if they are those that are listed."""
        data = self.read(name)
        found = hashlib.sha256(data).hexdigest()
        if found != hashes.get(name):
            raise Problem(
                f"{name} was changed: expected the SHA-256 "
                f"{hashes.get(name)}, found {found}"
            )
        return data


def chosen(hashes, wanted):
    """List the programs to check, all of them unless some are wanted."""
    stems = sorted(
        Path(name).stem
        for name in hashes
        if name.startswith("programs/") and name.endswith(".py")
    )
    if unknown := sorted(set(wanted) - set(stems)):
        raise Problem(
            f"it has no program {', '.join(unknown)}, only {', '.join(stems)}"
        )
    return wanted or stems


def only_compared(hashes, stems):
    """List the files that are not read again when the programs run."""
    used = {f"programs/{stem}.py" for stem in stems}
    used |= {f"outputs/{stem}.txt" for stem in stems}
    return [name for name in hashes if name not in used]


def introduce(provenance, site, stems):
    """Say what the site was made from and with, and what would run here."""
    made = provenance["versions"]
    changed = " and uncommitted changes" if provenance["changed"] else ""
    print(f"Made from commit {provenance['commit']}{changed}.")
    print(f"Made with {named(made)}; here: {named(here())}.")
    print(
        f"This runs {len(stems)} programs on your machine, with your rights. "
        f"You can read them first: {site.place}/programs/"
    )


def named(versions):
    packages = ("Python", "NumPy", "Matplotlib")
    return ", ".join(f"{name} {versions[name]}" for name in packages)


def here():
    """Tell this machine's versions."""
    found = {"Python": platform.python_version()}
    for name in ("NumPy", "Matplotlib"):
        try:
            found[name] = version(name.lower())
        except PackageNotFoundError:
            found[name] = "(not installed)"
    return found


def agreed():
    try:
        return input("Run them? [y/N] ").strip().lower() in ("y", "yes")
    except EOFError:
        return False


def report(names, check, quiet=False):
    """Check each, print one line each; return the names of what is wrong.

    quiet: only what is wrong gets a line.
    """
    wrong = []
    for name in names:
        try:
            check(name)
        except Problem as problem:
            wrong.append(name)
            print(f"WRONG {name}: {problem}", flush=True)
        else:
            if not quiet:
                print(f"ok    {name}", flush=True)
    return wrong


def check_program(site, stem, hashes):
    """Run one program and compare what it prints with what is published."""
    program = site.file(f"programs/{stem}.py", hashes)
    expected = site.file(f"outputs/{stem}.txt", hashes).decode("utf-8")
    printed = run(program, files_for(site, program, hashes))
    if printed != expected:
        raise Problem(difference(expected, printed))


def files_for(site, program, hashes):
    """Return the data files that a program names: {name: bytes}."""
    names = [n for n in hashes if re.fullmatch(r"programs/.*\.csv", n)]
    return {
        Path(name).name: site.file(name, hashes)
        for name in names
        if Path(name).name.encode() in program
    }


def run(program, files):
    """Return what a program prints with a fresh Python.

    It runs in an empty folder, beside nothing but the files it names.
    """
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("PYTHON")
    }
    environment |= {"MPLBACKEND": "agg", "PYTHONUTF8": "1"}
    with tempfile.TemporaryDirectory() as folder:
        for name, data in {"program.py": program, **files}.items():
            Path(folder, name).write_bytes(data)
        try:
            done = subprocess.run(
                [sys.executable, "program.py"],
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                encoding="utf-8",
                timeout=SECONDS,
            )
        except subprocess.TimeoutExpired:
            raise Problem(f"still ran after {SECONDS} seconds") from None
    if done.returncode:
        last = (done.stderr.strip() or "no message").splitlines()[-1]
        raise Problem(f"stopped with an error: {last}")
    return done.stdout


def difference(expected, printed):
    """Say where two outputs part, and whether only by their last digits."""
    ours, theirs = printed.splitlines(), expected.splitlines()
    pairs = zip(theirs, ours, strict=False)
    unlike = [n for n, (a, b) in enumerate(pairs) if a != b]
    if ours == theirs:
        return "its output differs only in line ends"
    if not unlike:
        return f"expected {len(theirs)} lines of output, got {len(ours)}"
    first = unlike[0]
    words = (
        f"line {first + 1} of its output: expected {theirs[first]!r}, "
        f"got {ours[first]!r}"
    )
    if nearly_equal(expected, printed):
        words += (
            ". Only last digits differ, as they may with another processor "
            "or another version of NumPy"
        )
    return words


def nearly_equal(expected, printed):
    """Tell whether two texts are the same but for tiny parts of numbers."""
    if NUMBER.sub("", expected) != NUMBER.sub("", printed):
        return False
    pairs = zip(NUMBER.findall(expected), NUMBER.findall(printed), strict=True)
    return all(
        math.isclose(float(a), float(b), rel_tol=1e-9, abs_tol=1e-12)
        for a, b in pairs
    )


if __name__ == "__main__":
    main()
