"""Say in words what a bare failure means, before its traceback: that nothing
was raised, or that something was waited for in vain."""

import inspect
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
TIME_OUTS = "TimeoutError", "TimeoutExpired"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    said = report.failed and in_words(call.excinfo, parameters(item))
    if said:
        report.longrepr = f"E   {said}\n{report.longreprtext}"
    return report


def parameters(item):
    """With what a test was called, as far as that can be read."""
    given = getattr(item, "callspec", None)
    named = given.params.items() if given else ()
    return ", ".join(
        f"{name} = {value!r:.80}"
        for name, value in named
        if not inspect.isfunction(value)
    )


def in_words(excinfo, given=""):
    """Say what happened where, or "" if the error itself does."""
    text, kind = str(excinfo.value), type(excinfo.value).__name__
    # A path is a text where there is no file, as in generated code.
    places = [(each, Path(each.path)) for each in excinfo.traceback]
    ours = [each for each, path in places if TESTS in path.parents]
    if not ours:
        return ""
    entry = ours[-1]
    wanted = refusal(entry)
    if "DID NOT RAISE" in text:
        what = f"expected {text.partition('RAISE ')[2]}, nothing was raised"
    elif kind in TIME_OUTS:
        what = f"waited in vain: {text.splitlines()[0]}"
    elif wanted and not isinstance(excinfo.value, AssertionError):
        what = f"expected {wanted}, got {kind}: {text}"
    else:
        return ""
    place = f"{entry.path.relative_to(TESTS.parent)}:{entry.lineno + 1}"
    code = " ".join(str(entry.statement).split())
    return f"{place}: {what}, by `{code}`" + (f" ({given})" if given else "")


def refusal(entry):
    """What is expected of a statement right below `with pytest.raises(…):`."""
    lines = entry.path.read_text("utf-8").splitlines()
    above = lines[entry.lineno - 1].strip()
    if above.startswith("with pytest.raises("):
        return above.removeprefix("with ").partition(" as ")[0].rstrip(":")
    return ""
