"""Write the piece of Markdown that shows one exercise on a page."""

import json
from html import escape
from types import SimpleNamespace

from scripts.exercises.complete import exercise_program
from scripts.exercises.read import read_exercises
from scripts.ground.errors import BuildError, all_of
from scripts.pages.sentences import fill_facts

PAGE_PART = """\
<section class="exercise" id="exercise-{name}" data-exercise="{name}" \
data-kind="{kind}" data-check="{check}" role="group" \
aria-labelledby="title-{name}" data-search-exclude markdown>

<p class="exercise-title" id="title-{name}">{title}</p>

{question}

{more}

{hints}

<details class="exercise-answer" markdown>
<summary>{last}</summary>

{answer}

</details>

{links}

</section>
"""
HINT = """\
<details class="exercise-hint" markdown>
<summary>Hint {number}</summary>

{text}

</details>
"""
CODE = """\
``` python
{code}
```
"""
LINKS = """\
<p class="exercise-links" markdown>
[Download {name}.py](/exercises/{name}.py){{ download="{name}.py" }}
It checks itself: `python {name}.py`
</p>
"""
CHOICES = '<div class="exercise-choices" markdown>\n\n{}\n\n</div>'
NAMES = {"abs": abs, "max": max, "min": min, "round": round}


def exercise_files(facts):
    """Give the files of all exercises, {name below docs/generated: text}."""
    found = read_exercises().values()
    parts = all_of([lambda each=each: files_of(each, facts) for each in found])
    return {name: text for files in parts for name, text in files.items()}


def files_of(exercise, facts):
    """Give an exercise's place on a page, and its program."""
    name = exercise.name
    files = {f"exercises/{name}.md": fragment(exercise, facts)}
    if exercise.kind == "write":
        question = filled(exercise, exercise.question, facts)
        files[f"exercises/{name}.py"] = exercise_program(exercise, question)
    return files


def filled(exercise, text, facts):
    return fill_facts(f"exercises/{exercise.name}.py", text, facts)


def fragment(exercise, facts):
    """Show an exercise: question, what is asked, hints, and the answer."""
    write = exercise.kind == "write"
    hints = [
        HINT.format(number=number, text=text)
        for number, text in enumerate(exercise.hints, start=1)
    ]
    text = PAGE_PART.format(
        name=exercise.name,
        kind=exercise.kind,
        check=escape(json.dumps(check_of(exercise, facts))),
        title=exercise.title,
        question=exercise.question,
        more=more(exercise),
        hints="\n".join(hints),
        last="Solution" if write else "Answer",
        answer=answer(exercise),
        links=LINKS.format(name=exercise.name) if write else "",
    )
    return filled(exercise, text, facts)


def more(exercise):
    """Show what stands below the question."""
    if exercise.kind == "write":
        code = exercise.cell("starter")
        return CODE.format(code=code)
    if choices := exercise.said.get("choices"):
        return CHOICES.format("\n".join(f"- {each}" for each in choices))
    return ""


def answer(exercise):
    reason = exercise.said.get("reason", "")
    if exercise.kind != "write":
        return reason
    code = exercise.cell("solution")
    return CODE.format(code=code) + f"\n{reason}"


def check_of(exercise, facts):
    """Give what the page's script compares a guess, or a state, with."""
    if exercise.kind == "write":
        return {}
    if exercise.kind == "explore":
        return {"need": need_of(exercise, facts)}
    if "choices" in exercise.said:
        return choice_of(exercise, facts)
    return number_of(exercise, facts)


def need_of(exercise, facts):
    """List what a state has to be; a text with a blank is an expression."""
    return [
        [
            *(what, relation),
            value(exercise, asked, facts) if " " in str(asked) else asked,
            filled(exercise, words, facts),
        ]
        for what, relation, asked, words in exercise.said["need"]
    ]


def choice_of(exercise, facts):
    """Tell which choice is right: the one whose condition holds."""
    choices = exercise.said["choices"]
    right = [
        each for each, when in choices.items() if value(exercise, when, facts)
    ]
    if len(right) != 1:
        raise BuildError(
            f"docs/exercises/{exercise.name}.py: expected one choice to be "
            f"right, found {right}. Mend the choices."
        )
    return {"answer": right[0], "wrong": wrong_of(exercise, facts, str)}


def number_of(exercise, facts):
    """Give the number to guess, and what wrong ones tell of a reader."""
    said = exercise.said
    wrong = wrong_of(
        exercise, facts, lambda each: value(exercise, each, facts)
    )
    return {
        "answer": value(exercise, said["answer"], facts),
        "within": said.get("within", 0),
        "wrong": [*wrong.items()],
    }


def wrong_of(exercise, facts, read):
    found = {}
    for each, words in exercise.said["wrong"].items():
        if (guess := read(each)) in found:
            raise BuildError(
                f"docs/exercises/{exercise.name}.py: two wrong answers are "
                f"{guess}, {each!r} and one above. A reader would see the "
                "words of one only. Say both in one text."
            )
        found[guess] = filled(exercise, words, facts)
    return found


def value(exercise, expression, facts):
    """Work out what an expression in facts and programs' values gives."""
    try:
        names = facts | programs_in(facts)
        return eval(expression, {"__builtins__": NAMES}, names)
    except Exception as error:
        raise BuildError(
            f"docs/exercises/{exercise.name}.py: {expression!r} is no "
            f"expression in facts ({error}). Correct it, or add the fact."
        ) from error


def programs_in(facts):
    """Let an expression say what a page does: training.losses[-1]."""
    programs = {}
    for name, value in facts.items():
        stem, _, own = name.partition(".")
        programs.setdefault(stem, {})[own] = value
    return {
        stem: SimpleNamespace(**values)
        for stem, values in programs.items()
        if "" not in values
    }
