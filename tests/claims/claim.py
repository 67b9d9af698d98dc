"""Quote a sentence of a page, and say in code what must hold for it."""

import sys

from tests.oracle.agree import shows

WORDS = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven"),
    *("eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen"),
]


class Claims:
    """What is claimed on one page, and what is only quoted from it."""

    def __init__(self, page):
        self.page = page
        self.claims = {}  # sentence: (numbers, holds, where it is claimed)
        self.quotes = {}  # sentence: definition, opinion, …

    def says(self, sentence, *numbers, holds=None):
        """Claim a sentence; # in it stands for each of the numbers.

        numbers: what they must be, in full. holds: what else must be true;
        behind `lambda:` if it takes long.
        """
        caller = sys._getframe(1)
        where = f"{caller.f_code.co_filename}:{caller.f_lineno}"
        sentence = " ".join(sentence.split())
        if not numbers and holds is None:
            raise TypeError(f"{where}: nothing is claimed of {sentence!r}")
        self.claims[sentence] = numbers, holds, where

    def quotes_as(self, kind, sentences):
        """Quote definitions or opinions, with blank lines between them."""
        for each in sentences.split("\n\n"):
            if sentence := " ".join(each.split()):
                self.quotes[sentence] = kind

    def definitions(self, sentences):
        """What a word or a symbol means: true because it is said here."""
        self.quotes_as("definition", sentences)

    def opinions(self, sentences):
        """Advice, plans, judgements: nothing that a number decides."""
        self.quotes_as("opinion", sentences)

    def judged_elsewhere(self, by, sentences):
        """What another test looks at; by: which one."""
        self.quotes_as(f"judged by {by}", sentences)


def wrong_with(claim, found):
    """Say what is wrong with a claimed sentence, whose numbers are found."""
    try:
        return differs(claim, found)
    except Exception as error:  # a message without its sentence helps nobody
        return f"cannot be computed, {type(error).__name__}: {error}"


def differs(claim, found):
    numbers, holds, _ = claim
    numbers = [n() if callable(n) else n for n in numbers]
    if len(found) != len(numbers):
        return f"expected the numbers {numbers}, found {found}"
    for shown, value in zip(found, numbers, strict=True):
        # 22.5% may be written as 22%, but a boundary of 0.5 not as 0.
        if (shown == "0" and value != 0) or not shows(shown, value):
            return f"expected {value!r}, found {shown}"
    if callable(holds):
        holds = holds()
    return "" if holds is None or holds else "this does not hold"


def number(word):
    """Read a number word: nine is 9."""
    return WORDS.index(word.lower())


def rises(values):
    values = list(values)
    return values == sorted(values)


def falls(values):
    return rises(reversed(list(values)))


def near(value, other, within):
    return abs(value - other) <= within


def says_female(y_pred):
    return y_pred > 0.5


def says_male(y_pred):
    return y_pred < 0.5
