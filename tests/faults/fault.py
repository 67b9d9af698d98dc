"""A mistake that a careless hand makes, as a small patch.

A file *.patches holds those of one kind:

    @ scripts/chapters/charts.py       in this file, until the next @
    # the loss curve rises             what a reader would see
    ? loss                             one of these must stand in the message
    -axes.plot(losses, **look)         what stands there, once
    +axes.plot(losses[::-1], **look)   what the hand makes of it
"""

from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(eq=False)
class Fault:
    """One mistake."""

    kind: str
    path: str
    seen: str
    names: list = field(default_factory=list)
    removed: list = field(default_factory=list)
    added: list = field(default_factory=list)

    @property
    def name(self):
        words = "".join(c if c.isalnum() else " " for c in self.seen.lower())
        return f"{self.kind}/{'-'.join(words.split())}"

    def plant(self, folder):
        """Make the mistake in a copy; return how to undo it."""
        path = Path(folder) / self.path
        text = path.read_text("utf-8") if path.exists() else ""
        before, after = "\n".join(self.removed), "\n".join(self.added)
        if (times := text.count(before)) != 1:
            raise LookupError(
                f"{self.name}: {before!r} stands {times} times in "
                f"{self.path}, not once. Bring tests/faults/{self.kind}"
                ".patches up to date."
            )
        path.write_text(text.replace(before, after), "utf-8")
        return lambda: path.write_text(text, "utf-8")


def read(path):
    """List the faults of a file."""
    found, where = [], ""
    for line in path.read_text("utf-8").splitlines():
        sign, rest = line[:1], line[1:]
        if sign == "@":
            where = rest.strip()
        elif sign == "#":
            found.append(Fault(path.stem, where, rest.strip()))
            found[-1].names = [Path(where).stem]
        elif sign == "?":
            found[-1].names = [each.strip() for each in rest.split(",")]
        elif sign == "-":
            found[-1].removed.append(rest)
        elif sign == "+":
            found[-1].added.append(rest)
        elif line:
            raise ValueError(f"{path.name}: cannot read the line {line!r}")
    return found


def all_faults():
    return [
        each for path in sorted(HERE.glob("*.patches")) for each in read(path)
    ]
