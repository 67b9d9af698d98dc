"""The one error that a contributor's mistake leads to."""


class BuildError(Exception):
    """Names the page or program, what was expected, what came, what to do."""


class BrokenPromise(BuildError):
    """Work was done, but does not give what a text says that it gives."""

    def __init__(self, text, done):
        super().__init__(text)
        self.done = done


def all_of(calls):
    """Call each function, and return what they return.

    Raises one BuildError for all of them: who mends a mistake wants to know
    of the others, too. If all of them are broken promises, so is that.
    """
    results, errors = [], []
    for call in calls:
        try:
            results.append(call())
        except BuildError as error:
            results.append(getattr(error, "done", None))
            errors.append(error)
    text = "\n".join(map(str, errors))
    if errors and all(isinstance(each, BrokenPromise) for each in errors):
        raise BrokenPromise(text, results)
    if errors:
        raise BuildError(text)
    return results


def in_short(found):
    """Write a list so that a message stays readable, however long it is."""
    first = ", ".join(map(str, found[:5])) or "none"
    more = len(found) - 5
    return f"{first} and {more:,} more" if more > 0 else first
