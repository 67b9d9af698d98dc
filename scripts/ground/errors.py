"""The one error that a contributor's mistake leads to."""


class BuildError(Exception):
    """Names the page or program, what was expected, what came, what to do."""


def all_of(calls):
    """Call each function, and return what they return.

    Raises one BuildError for all of them: who mends a mistake wants to know
    of the others, too.
    """
    results, problems = [], []
    for call in calls:
        try:
            results.append(call())
        except BuildError as error:
            problems.append(str(error))
    if problems:
        raise BuildError("\n".join(problems))
    return results
