"""The kinds of faults, and the tests that should catch each."""

FITTING = {
    "computed": ["tests/oracle", "tests/copies/test_archive_alone.py"],
    "formulas": ["tests/test_equations.py", "tests/claims"],
    "sentences": ["tests/claims"],
    "figures": ["tests/oracle/test_pictures.py"],
    "looks": [
        "tests/claims",
        "tests/gates/test_head.py",
        "tests/gates/test_in_chromium.py",
    ],
    "forms": [
        "tests/test_people_form.py",
        "tests/test_luck_form.py",
        "tests/oracle/test_tables.py",
    ],
    "simplenet": [
        "tests/test_activation.py",
        "tests/test_network.py",
        "tests/oracle",
        "tests/claims",
    ],
    "workflows": ["tests/workflows", "tests/copies/test_wheel.py"],
}
NOT_BUILT = {"workflows"}  # no page depends on these
