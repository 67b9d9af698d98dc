"""Say what a GitHub workflow does for an event: read it as GitHub would."""

import datetime
import re
from dataclasses import dataclass, field
from types import SimpleNamespace

MAIN, OTHER = "refs/heads/main", "refs/heads/other"
# Each event, and the ref that it comes with
EVENTS = {
    "push to main": ("push", MAIN),
    "push to another branch": ("push", OTHER),
    "pull request": ("pull_request", "refs/pull/1/merge"),
    "schedule": ("schedule", MAIN),
    "manual run on main": ("workflow_dispatch", MAIN),
    "manual run on another branch": ("workflow_dispatch", OTHER),
}


@dataclass(frozen=True)
class Context:
    """What expressions may ask: github.ref, steps.pages.outputs.…"""

    event_name: str
    ref: str
    more: dict = field(default_factory=dict)

    def look_up(self, path):
        found = {
            "github": {
                "event_name": self.event_name,
                "ref": self.ref,
                "ref_name": self.ref.rpartition("/")[2],
                "server_url": "https://host",
                "repository": "owner/name",
                "event": {},
            },
            **self.more,
        }
        for name in path.split("."):
            found = found.get(name, "") if isinstance(found, dict) else ""
        return found


TOKEN = re.compile(
    r"\s*('(?:[^']|'')*'|&&|\|\||==|!=|[!(),]|[\w.-]+)", re.ASCII
)


def evaluate(expression, context):
    """Work out an expression of GitHub: comparisons, and, or, not."""
    words = []
    text, at = str(expression).strip(), 0
    while at < len(text):
        token = TOKEN.match(text, at)
        if not token:
            raise ValueError(f"cannot read {text[at:]!r} in {expression!r}")
        at = token.end()
        words.append(as_python(token[1], context))
    # Only what as_python gives comes here: literals, operators, four names.
    names = SimpleNamespace(
        always=lambda: True,
        success=lambda: True,
        failure=lambda: False,
        cancelled=lambda: False,
        startsWith=lambda text, start: str(text).startswith(start),
        contains=lambda text, part: part in text,
    )
    return eval(" ".join(words), {"__builtins__": {}}, vars(names))


def as_python(word, context):
    if word in OPERATORS:
        return OPERATORS[word]
    if word.startswith("'"):
        return repr(word[1:-1].replace("''", "'"))
    if word in ("always", "success", "failure", "cancelled"):
        return word
    if word in ("startsWith", "contains"):
        return word
    if word in ("true", "false"):
        return word.capitalize()
    return repr(context.look_up(word))


OPERATORS = {"&&": "and", "||": "or", "!": "not"} | {
    each: each for each in ("==", "!=", "(", ")", ",")
}


def filled(text, context):
    """Fill in each ${{ … }} of a text."""
    return re.sub(
        r"\$\{\{(.*?)\}\}",
        lambda found: str(evaluate(found[1], context)),
        str(text),
    )


def triggers(workflow):
    """What starts a workflow; YAML reads its key `on` as True."""
    found = workflow.get("on", workflow.get(True))
    if isinstance(found, str):
        return {found: {}}
    if isinstance(found, list):
        return {name: {} for name in found}
    return {name: settings or {} for name, settings in found.items()}


def starts(workflow, event, ref):
    """Whether an event starts a workflow."""
    if event not in triggers(workflow):
        return False
    settings = triggers(workflow)[event]
    if event != "push":
        return True
    branch = ref.removeprefix("refs/heads/")
    wanted = settings.get("branches", [branch])
    return branch in wanted and not {"paths", "tags"} & settings.keys()


def jobs_that_run(workflow, event, ref):
    """List the jobs that an event runs, if each one before succeeds."""
    if not starts(workflow, event, ref):
        return []
    context = Context(event, ref)
    running = []
    for name, job in ordered(workflow["jobs"]):
        condition = str(job.get("if", "true")).strip()
        condition = condition.removeprefix("${{").removesuffix("}}")
        needs = needed(job)
        if all(n in running for n in needs) and evaluate(condition, context):
            running.append(name)
    return running


def needed(job):
    needs = job.get("needs", [])
    return [needs] if isinstance(needs, str) else needs


def ordered(jobs):
    """The jobs, each behind those that it needs."""
    left = dict(jobs)
    while left:
        name = next(n for n in left if not set(needed(left[n])) & left.keys())
        yield name, left.pop(name)


def days_of(cron, year=2026):
    """List the moments of a year at which a cron line comes."""
    minute, hour, day, month, weekday = (
        values(part, low, high)
        for part, (low, high) in zip(
            cron.split(),
            [(0, 59), (0, 23), (1, 31), (1, 12), (0, 6)],
            strict=True,
        )
    )
    found = []
    at = datetime.date(year, 1, 1)
    while at.year == year:
        sunday_first = (at.weekday() + 1) % 7
        if at.month in month and at.day in day and sunday_first in weekday:
            found += [
                datetime.datetime(at.year, at.month, at.day, h, m)
                for h in hour
                for m in minute
            ]
        at += datetime.timedelta(days=1)
    return found


def values(part, low, high):
    """Read one field of a cron line: *, 1, 1-5, */10, 1,15."""
    found = set()
    for each in part.split(","):
        span, _, step = each.partition("/")
        first, _, last = span.partition("-")
        if span == "*":
            first, last = low, high
        numbers = range(int(first), int(last or first) + 1, int(step or 1))
        if not numbers or numbers[0] < low or numbers[-1] > high:
            raise ValueError(f"{each!r} is not from {low} to {high}")
        found |= set(numbers)
    return sorted(found)
