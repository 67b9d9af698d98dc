"""The kinds of faults, and the tests that should catch each."""

FITTING = {
    "browser": [
        "tests/oracle/test_playground_states.py",
        "tests/playground/test_playground_links.py",
        "tests/chapters/test_worked_numbers.py",
        "tests/chapters/test_factors.py",
        "tests/live/test_verdicts.py",
        "tests/pages/test_browser.py",
        "tests/pages/test_copy_buttons.py",
    ],
    "computed": [
        "tests/oracle",
        "tests/copies/test_archive_alone.py",
        "tests/gates/test_head.py",
        "tests/chapters/test_people_form.py",
        "tests/building/test_verify.py",
    ],
    "exercises": [
        "tests/oracle/test_exercise_answers.py",
        "tests/claims/test_claims.py",
        "tests/exercises/test_exercises.py",
        "tests/exercises/test_exercises_shown.py",
        "tests/exercises/test_teach.py",
        "tests/exercises/test_exercises_played.py",
    ],
    "formulas": [
        "tests/chapters/test_equations.py",
        "tests/claims",
        "tests/oracle/test_tables.py",
        "tests/playground/test_playground.py",
        "tests/oracle/test_playground_states.py",
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
        "tests/playground/test_playground.py",
    ],
    "forms": [
        "tests/oracle/test_forms.py",
        "tests/chapters/test_people_form.py",
        "tests/chapters/test_luck_form.py",
        "tests/oracle/test_tables.py",
    ],
    "simplenet": [
        "tests/package/test_activation.py",
        "tests/package/test_network.py",
        "tests/package/test_matrices.py",
        "tests/package/test_checks.py",
        "tests/package/test_door.py",
        "tests/package/test_any_argument.py",
        "tests/oracle",
        "tests/claims",
    ],
    "workflows": [
        "tests/workflows",
        "tests/workflows/test_workflows.py",
        "tests/copies/test_wheel.py",
        "tests/copies/test_archive_alone.py",
    ],
}
NOT_BUILT = {"workflows"}  # no page depends on these
