"""Read a chapter as its parts: prose, equations, code, programs, figures."""

import re
from dataclasses import dataclass

from scripts.ground.errors import BuildError

# What stands on a page beside prose, each written in one way only
PART = re.compile(
    r"""
    ^```\ \{\ \.python[^\n]*\n
     --8<--\ "simplenet/(?P<module>\w+)\.py:(?P<section>\w+)"\n```$
  | ^```\ \{\ \.math\ \#(?P<equation>eq-[\w-]+)\ \}\n(?P<tex>.*?)\n```$
  | ^--8<--\ "programs/(?P<program>\w+)\.md"$
  | ^--8<--\ "exercises/(?P<exercise>\w+)\.md"$
  | ^--8<--\ "tables/(?P<table>\w+)\.md"$
  | ^<figure>\n--8<--\ "figures/(?P<figure>\w+)\.svg"\n
     <figcaption>(?P<caption>.*?)</figcaption>\n</figure>$
  | ^(?P<furniture></?(?:div|script)\b[^\n]*)$
  | ^(?P<part><figure>\n--8<--\ "[^"]*"\n</figure>)$
  | ^!!!\ note\ "(?P<note>[^"]*)"\n(?P<text>(?:\ {4}[^\n]*\n|\n)+)
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
LEFT_OVER = re.compile(r"^(--8<--.*|```.*|!!!.*|<\w+.*)", re.MULTILINE)


@dataclass(frozen=True)
class Part:
    """A piece of a chapter: its kind, its name, and the text it brings."""

    kind: str
    name: str = ""
    text: str = ""


def parts_of(page, markdown):
    """List the parts of a page in their order."""
    body = re.sub(r"\A---\n.*?\n---\n", "", markdown, flags=re.DOTALL)
    parts, end = [], 0
    for match in PART.finditer(body):
        parts.append(prose(page, body[end : match.start()]))
        parts.append(part(match))
        end = match.end()
    parts.append(prose(page, body[end:]))
    return parts


def part(match):
    """Tell which kind of part was found."""
    found = {key: text for key, text in match.groupdict().items() if text}
    match found:
        case {"module": module, "section": section}:
            return Part("section", section, module)
        case {"equation": name, "tex": tex}:
            return Part("equation", name, tex)
        case {"figure": name, "caption": caption}:
            return Part("figure", name, caption)
        case {"part": _}:  # a figure without a caption belongs to a script
            return Part("furniture")
        case {"note": title, "text": text}:
            return Part("note", title, text)
    ((kind, name),) = found.items()
    return Part(kind, name)


def prose(page, text):
    """Make sure that prose holds nothing but Markdown that all tools read."""
    if left := LEFT_OVER.search(text):
        raise BuildError(
            f"docs/{page}: found {left[0]!r}, which the notebook cannot "
            "take over. Expected a section, an equation, a program, a table, "
            "a figure, an exercise or a note in the form that CONTRIBUTING "
            "shows."
        )
    return Part("prose", text=text)
