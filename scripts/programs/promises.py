"""Check that the comment behind a print shows what it printed."""

import ast
import io
import tokenize


def broken_promises(name, source, prints):
    """List where a comment behind a print is not the text it printed.

    prints: (line number, text) for each call, in the order of printing.
    """
    broken = []
    for first, last, promised in promises(source):
        texts = [text for line, text in prints if first <= line <= last]
        printed = "".join(texts).removesuffix("\n")
        if printed != promised:
            broken.append(
                f"{name}, line {last}: the comment promises {promised!r}, "
                f"but the program printed {printed!r}. Write into the "
                "comment what is printed, or mend the code."
            )
    return broken


def promises(source):
    """List (first line, last line, comment) of each print with a comment."""
    comments = {
        token.start[0]: token.string.removeprefix("#").strip()
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type == tokenize.COMMENT
    }
    return [
        (node.lineno, node.end_lineno, comments[node.end_lineno])
        for node in ast.walk(ast.parse(source))
        if is_print(node) and node.end_lineno in comments
    ]


def is_print(node):
    """Tell whether a node of the syntax tree is a call of print."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
    )
