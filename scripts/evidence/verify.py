"""Check a tutorial on your own machine: compare files, run its programs.

    python verify.py SITE [PROGRAM ...] [--yes]

SITE is the tutorial's address, or a folder with a copy of it. PROGRAM is the
name of a program, such as neuron; without any, everything is checked. With
--yes it does not ask before it runs them. It needs Python, NumPy, Matplotlib.

It reads SITE/provenance.json, which lists the SHA-256 of every published
file, and whose length the page SITE/verify/ states. It compares each file
with its SHA-256. Then it runs each program in an empty folder, with a fresh
Python, and compares what it prints with the output that the tutorial shows.
It exits with 1 if anything differs or cannot be checked.

This shows that the files belong together, not that provenance.json is the
author's: for that, build the commit anew. Whether to run programs of that
site on your machine is for you to judge: read them before you agree.
"""

import argparse
import difflib
import hashlib
import json
import math
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from http.client import HTTPException
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from urllib.request import urlopen

SECONDS = 300  # for one program, and for one file of the site
BYTES = 50_000_000  # of one file; the largest have about 10 million
PRINTED = 1_000_000  # bytes that a program may print
FILES = 5_000
LINES = 8  # of a difference that is shown
UNLIKE = (ValueError, LookupError, TypeError, AttributeError)
PACKAGES = ("Python", "NumPy", "Matplotlib")
NAME = re.compile(r"(\w[\w.-]{0,99}/){0,6}\w[\w.-]{0,99}", re.ASCII)  # no ../
HASH = re.compile(r"[0-9a-f]{64}")
COUNTS = re.compile(r"(\d{1,9}) files,\s+(\d{1,9})\s+of\s+them\s+programs")
BESIDE = re.compile(r"programs/[^/]*(?<!\.py)")  # what programs read
NUMBER = re.compile(r"[-+]?\d+(?:\.\d*)?(?:e[-+]?\d+)?")


class Problem(Exception):
    """Something differs, or cannot be checked; the text says what."""


def main():
    words = parser().parse_intermixed_args()
    try:
        site = Site(words.site)
        listed = site.listed()
        stems = chosen(listed, words.program)
        introduce(site, stems)
        if not (words.yes or agreed()):
            sys.exit("Nothing was run.")
        wrong = [] if words.program else report(unused(listed), site.file)
        wrong += report(stems, site.check_program, quiet=False)
        if not words.program:
            wrong += site.unlisted()
    except Problem as problem:
        sys.exit(clean(f"Cannot check {words.site}: {problem}"))
    except KeyboardInterrupt:
        sys.exit("Stopped.")
    if wrong:
        sys.exit(clean(f"Not as published: {', '.join(wrong)}."))
    conclude(site, stems, listed, words.program)


def parser():
    words, _, usage = __doc__.split("\n\n", 2)
    made = argparse.ArgumentParser(
        description=words,
        epilog=usage,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("site", metavar="SITE")
    made.add_argument("program", metavar="PROGRAM", nargs="*")
    made.add_argument("--yes", action="store_true", help="do not ask")
    return made


def clean(text):
    """Make a stranger's text safe to print: no control or hidden signs."""
    lines = text.split("\n")[: LINES + 2]
    return "\n".join(
        "".join(c if c.isprintable() else "\ufffd" for c in line[:2000])
        for line in lines
    )


def say(text):
    print(clean(text), flush=True)


class Site:
    """A tutorial, at an address or in a folder."""

    def __init__(self, place):
        self.is_web = place.startswith(("https://", "http://"))
        self.place = place.rstrip("/")
        self.made = self.provenance()

    def read(self, name):
        """Return a file's bytes."""
        try:
            if self.is_web:
                with urlopen(f"{self.place}/{name}", timeout=30) as answer:
                    return at_most(BYTES, answer)
            if not Path(self.place, name).is_file():
                raise FileNotFoundError("no such file")
            with Path(self.place, name).open("rb") as file:
                return at_most(BYTES, file)
        except (OSError, ValueError, HTTPException) as error:
            raise Problem(f"{name} cannot be read ({error})") from None

    def provenance(self):
        """Return what provenance.json holds, if it is what it should be."""
        try:
            found = json.loads(self.read("provenance.json"))
            check_shape(found)
        except (*UNLIKE, RecursionError) as error:
            raise Problem(
                f"provenance.json is no such file ({error!r:.200})"
            ) from None
        return found

    def listed(self):
        """List the published files, as many as the page says there are."""
        names = list(self.made["files"])
        page = self.file("verify/index.html").decode("utf-8", "replace")
        said = COUNTS.search(page)
        found = len(names), len(programs(names))
        if not said or tuple(map(int, said.groups())) != found:
            raise Problem(
                f"provenance.json lists {found[0]} files, {found[1]} of them "
                f"programs, but the page verify/ says: "
                f"{said[0] if said else 'nothing of that'}"
            )
        return names

    def file(self, name):
        """Return a file's bytes, if they are those that are listed."""
        expected = self.made["files"].get(name)
        if expected is None:
            raise Problem(f"{name} is not listed in provenance.json")
        data = self.read(name)
        found = hashlib.sha256(data).hexdigest()
        if found != expected:
            raise Problem(
                f"{name} was changed: expected the SHA-256 {expected}, found "
                f"{found}"
            )
        return data

    def unlisted(self):
        """Name what lies in the folder and is not listed."""
        if self.is_web:
            return []
        paths = [p for p in Path(self.place).rglob("*") if not p.is_dir()]
        names = {path.relative_to(self.place).as_posix() for path in paths}
        names -= {*self.made["files"], "provenance.json"}
        return [f"{name} (not listed)" for name in sorted(names)]

    def check_program(self, stem):
        """Run one program and compare what it prints with what is shown."""
        program = self.file(f"programs/{stem}.py")
        expected = self.file(f"outputs/{stem}.txt")
        beside = [n for n in self.made["files"] if BESIDE.fullmatch(n)]
        data = {Path(name).name: self.file(name) for name in beside}
        printed = run(program, data)
        if printed != expected:
            texts = (b.decode("utf-8", "replace") for b in (expected, printed))
            raise Problem(difference(*texts))


def at_most(limit, stream):
    """Read a stream to its end, if that comes soon enough."""
    data, end = bytearray(), time.monotonic() + SECONDS
    while part := stream.read1(1 << 16):
        data += part
        if len(data) > limit:
            raise ValueError(f"it has more than {limit:,} bytes")
        if time.monotonic() > end:
            raise ValueError(f"it took more than {SECONDS} seconds")
    return bytes(data)


def check_shape(found):
    """Raise ValueError unless provenance.json is of the shape we know."""
    files, versions = found["files"], found["versions"]
    if not 0 < len(files) <= FILES:
        raise ValueError(f"it lists {len(files)} files")
    for name, value in files.items():
        if not (NAME.fullmatch(name) and HASH.fullmatch(value)):
            raise ValueError(f"a strange file name or hash: {name:.99}")
    texts = found["commit"], *(versions[name] for name in PACKAGES)
    if not all(isinstance(text, str | None) for text in texts):
        raise ValueError("commit and versions should be texts")
    if not programs(files):
        raise ValueError("it lists no program")


def programs(names):
    """List the names of the programs among the names of files."""
    found = (re.fullmatch(r"programs/([\w-]+)\.py", name) for name in names)
    return sorted(match[1] for match in found if match)


def chosen(listed, wanted):
    """List the programs to check, all of them unless some are wanted."""
    stems = programs(listed)
    if unknown := sorted(set(wanted) - set(stems)):
        raise Problem(
            f"it has no program {', '.join(unknown)}, only {', '.join(stems)}"
        )
    return wanted or stems


def unused(listed):
    """List the files that are not read again when the programs run."""
    used = {f"programs/{stem}.py" for stem in programs(listed)}
    return [name for name in listed if name not in used]


def introduce(site, stems):
    """Say what the site was made from and with, and what would run here."""
    changed = " and uncommitted changes" if site.made.get("changed") else ""
    say(f"Made from commit {site.made['commit']}{changed}.")
    say(f"Made with {named(site.made['versions'])}; here: {named(here())}.")
    say(
        f"This runs {len(stems)} programs on your machine, with your rights. "
        f"You can read them first: {site.place}/programs/"
    )


def named(versions):
    return ", ".join(f"{name} {versions[name]}" for name in PACKAGES)


def here():
    """Tell this machine's versions."""
    found = {"Python": platform.python_version()}
    for name in PACKAGES[1:]:
        try:
            found[name] = version(name.lower())
        except PackageNotFoundError:
            found[name] = "(not installed)"
    return found


def agreed():
    try:
        return input("Run them? [y/N] ").strip().lower() in ("y", "yes")
    except (EOFError, ValueError):
        return False


def report(names, check, quiet=True):
    """Check each, print one line each; return the names of what is wrong.

    quiet: only what is wrong gets a line.
    """
    wrong = []
    for name in names:
        try:
            check(name)
        except Problem as problem:
            wrong.append(name)
            say(f"WRONG {name}: {problem}")
        else:
            if not quiet:
                say(f"ok    {name}")
    return wrong


def run(program, data):
    """Return what a program prints in an empty folder, with a fresh Python.

    data: the files that lie beside it, {name: bytes}.
    """
    files = tempfile.TemporaryFile
    with tempfile.TemporaryDirectory() as folder, files() as out, files() as e:
        for name, content in ({"program.py": program} | data).items():
            Path(folder, name).write_bytes(content)
        running = subprocess.Popen(
            [sys.executable, "program.py"],
            cwd=folder,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=e,
        )
        try:
            wait(running, [out, e])
        finally:
            running.kill()
            running.wait()
        out.seek(0)
        e.seek(0)
        if running.returncode:
            last = e.read().decode("utf-8", "replace").strip().split("\n")[-1]
            raise Problem(f"stopped with an error: {last or 'no message'}")
        return out.read().replace(b"\r\n", b"\n")


def wait(running, written):
    """Wait for a program to end, within its limits."""
    end = time.monotonic() + SECONDS
    while running.poll() is None:
        if time.monotonic() > end:
            raise Problem(f"still ran after {SECONDS} seconds")
        if any(os.fstat(f.fileno()).st_size > PRINTED for f in written):
            raise Problem(f"printed more than {PRINTED:,} bytes")
        time.sleep(0.02)


def environment():
    """Give what a program runs in: nothing that concerns Python's own."""
    kept = {n: v for n, v in os.environ.items() if not n.startswith("PYTHON")}
    return kept | {"MPLBACKEND": "agg", "PYTHONUTF8": "1"}


def difference(expected, printed):
    """Show where two outputs part, and whether only by their last digits."""
    texts = [text.splitlines()[:1000] for text in (expected, printed)]
    parts = difflib.unified_diff(*texts, "published", "here", "", "", 0, "")
    shown = "\n".join(
        f"      {line[:200]}" for line in [*parts][2 : LINES + 2]
    )
    words = f"its output differs\n{shown or '      only in line ends'}"
    if nearly_equal(expected, printed):
        words = words.replace(
            "differs",
            "differs only in last digits, as it may with another processor "
            "or another version of NumPy",
            1,
        )
    return words


def nearly_equal(expected, printed):
    """Tell whether two texts are the same but for tiny parts of numbers."""
    if NUMBER.sub("", expected) != NUMBER.sub("", printed):
        return False
    pairs = zip(NUMBER.findall(expected), NUMBER.findall(printed), strict=True)
    return expected != printed and all(
        math.isclose(float(a), float(b), rel_tol=1e-9, abs_tol=1e-12)
        for a, b in pairs
    )


def conclude(site, stems, listed, only_some):
    """Say what was found to be as published, and what was not looked at."""
    print(f"{len(stems)} programs print what the tutorial shows.")
    if only_some:
        print("Nothing else was compared.")
        return
    print(f"All {len(listed)} listed files are as provenance.json lists them.")
    others = " and files that it does not list" if site.is_web else ""
    print(f"Not compared: provenance.json itself{others}.")


if __name__ == "__main__":
    main()
