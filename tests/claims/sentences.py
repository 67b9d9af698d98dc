"""List every sentence that a reader sees, in one form: numbers as #."""

import ast
import io
import json
import re
import tokenize

from bs4 import Tag

from tests.oracle.agree import NUMBER
from tests.oracle.site import words_of

# What a sentence can stand in
BLOCKS = [
    *("p", "li", "h1", "h2", "h3", "h4", "figcaption", "caption", "summary"),
    *("td", "th", "label", "button", "dt", "dd", "blockquote"),
]
# Judged elsewhere: tests/oracle/ (outputs, tables of numbers); or no prose
ELSEWHERE = (
    ".program, .highlight, .numbers, .factors-table, .page-facts, .doc, "
    ".exercise-title, .exercise-links, .exercise-list, .exercise summary, "
    "nav, script"
)

# A sentence with one of these words can be wrong.
CHECKABLE = re.compile(
    r"#|\$|`|\b(?:"
    r"zero|one|ones|two|three|four|five|six|seven|eight|nine|ten|twelve|"
    r"sixteen|hundred|hundreds|thousand|million|half|third|tenth|once|twice|"
    r"both|first|second|last|next|only|all|every|everyone|each|no|none|"
    r"nobody|nothing|never|always|ever|same|equal|any|neither|either|other|"
    r"Alice|Bob|Charlie|Diana|Emily|Frank|female|male|women|woman|men|man|"
    r"label|labels|more|less|fewer|most|least|than|above|below|between|near|"
    r"nearer|far|almost|about|exactly|larger|smaller|longer|shorter|faster|"
    r"slower|higher|lower|better|worse|large|small|fast|slow|slowly|steep|"
    r"steepest|flat|rises?|falls?|falling|grows?|shrinks?|raises?|lowers?|"
    r"positive|negative|up|down|left|right|before|after|not|cannot|without|"
    r"must|agrees?|differ|different"
    r")\b",
    re.IGNORECASE,
)
KEPT = re.compile(r"(\$[^$]*\$|`[^`]*`)")  # formulas and code, as they are


def form(text):
    """Write each number of a sentence as #: (its form, its numbers)."""
    numbers = []

    def take(match):
        numbers.append(match[0])
        return "#"

    parts = KEPT.split(" ".join(text.split()))
    parts[::2] = [NUMBER.sub(take, part) for part in parts[::2]]
    return "".join(parts), numbers


def split(text):
    """Split a text into its sentences."""
    return [each for each in re.split(r"(?<=[.!?])\s+(?=\S)", text) if each]


def own_words(block):
    """The text of a block without the blocks within it."""
    copy = Tag(name="div")
    copy.contents = [
        child
        for child in block.children
        if not (isinstance(child, Tag) and child.find_parent(ELSEWHERE))
        and not (isinstance(child, Tag) and holds_block(child))
    ]
    return words_of(copy)


def holds_block(tag):
    return tag.name in (*BLOCKS, "ul", "ol", "table") or (
        tag.find(BLOCKS) is not None
    )


def of_page(page):
    """List a page's sentences, as they stand there."""
    found = []
    head = page.soup.select_one("meta[name=description]")
    if head:
        found += split(head["content"])
    article = page.article
    skipped = set(map(id, article.select(ELSEWHERE)))
    for row in article.select("tr"):
        if not inside(row, skipped):
            found.append(" | ".join(map(words_of, row.select("th, td"))))
    for block in article.find_all(BLOCKS):
        if block.name not in ("td", "th") and not inside(block, skipped):
            found += split(own_words(block))
    return list(dict.fromkeys(found))


def of_listings(pages):
    """List the comments and docstrings of all code that pages show, once."""
    found = {}
    for page in pages:
        for listing in page.article.select(".highlight code"):
            found |= dict.fromkeys(of_code(listing.text))
        for docstring in page.article.select(".doc-contents p"):
            found |= dict.fromkeys(split(words_of(docstring)))
    return list(found)


def of_checks(site, pages):
    """List what exercises tell who got something wrong."""
    texts = []
    for path in sorted(site.glob("exercises/*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "same":
                words = [each.value for each in node.keywords]
                pairs = [e for e in node.args if isinstance(e, ast.Tuple)]
                words += [each.elts[-1] for each in pairs]
                texts += [getattr(each, "value", "") for each in words]
    for page in pages:
        for box in page.soup.select("[data-check]"):
            need = json.loads(box["data-check"]).get("need", [])
            texts += [words for *_, words in need]
    sentences = [split(each) for each in texts if isinstance(each, str)]
    return list(dict.fromkeys(each for some in sentences for each in some))


def inside(tag, skipped):
    return id(tag) in skipped or any(id(p) in skipped for p in tag.parents)


def of_code(text):
    """List the comments and docstrings of a listing, if it is Python.

    Not what is behind a print: the build compares that with the output.
    """
    found = []
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(text).readline))
    except (tokenize.TokenError, IndentationError, SyntaxError):
        return found
    last = None  # the line and the column of the comment above
    for token in tokens:
        (line, column) = token.start
        if token.type == tokenize.COMMENT and "print(" not in token.line:
            words = token.string.lstrip("# ").strip()
            if last == (line - 1, column):
                words = f"{found.pop()} {words}"
            found.append(words)
            last = line, column
        elif token.type == tokenize.STRING and token.string[:3] == '"""':
            for part in re.split(r"\n\s*\n", token.string.strip('"')):
                found += split(" ".join(part.split()))
    return [part for each in found for part in split(each)]


def checkable(sentence):
    return CHECKABLE.search(form(sentence)[0]) is not None
