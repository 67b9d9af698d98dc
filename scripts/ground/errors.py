"""The one error that a contributor's mistake leads to."""


class BuildError(Exception):
    """Names the page or program, what was expected, what came, what to do."""
