"""The kinds of faults, and the tests that should catch each."""

FITTING = {
    "browser": [
        "tests/oracle/test_playground_states.py",
        "tests/test_playground_links.py",
        "tests/test_worked_numbers.py",
        "tests/test_factors.py",
        "tests/test_verdicts.py",
    ],
    "computed": [
        "tests/oracle",
        "tests/copies/test_archive_alone.py",
        "tests/gates/test_head.py",
        "tests/test_people_form.py",
    ],
    "exercises": [
        "tests/oracle/test_exercise_answers.py",
        "tests/test_exercises.py",
        "tests/test_exercises_shown.py",
        "tests/test_teach.py",
        "tests/test_exercises_played.py",
    ],
    "formulas": [
        "tests/test_equations.py",
        "tests/claims",
        "tests/oracle/test_tables.py",
        "tests/test_playground.py",
    ],
    "sentences": ["tests/claims"],
    "figures": [
        "tests/oracle/test_pictures.py",
        "tests/gates/test_head.py",
    ],
    "looks": [
        "tests/claims",
        "tests/gates/test_head.py",
        "tests/gates/test_in_chromium.py",
    ],
    "forms": [
        "tests/oracle/test_forms.py",
        "tests/test_people_form.py",
        "tests/test_luck_form.py",
        "tests/oracle/test_tables.py",
    ],
    "simplenet": [
        "tests/test_activation.py",
        "tests/test_network.py",
        "tests/test_matrices.py",
        "tests/test_checks.py",
        "tests/test_door.py",
        "tests/test_any_argument.py",
        "tests/oracle",
        "tests/claims",
    ],
    "workflows": [
        "tests/workflows",
        "tests/test_workflows.py",
        "tests/copies/test_wheel.py",
        "tests/copies/test_archive_alone.py",
    ],
}
NOT_BUILT = {"workflows"}  # no page depends on these
