# Sourced by the verbs: go to the repository and set up .venv, once.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

lock=scripts/requirements.txt
stamp=.venv/requirements.txt # a copy of the lock that was installed

if ! cmp --silent "$lock" "$stamp"; then
    python=${PYTHON:-python3}
    if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
        echo "Expected Python 3.11 or newer as '$python', found" \
            "$("$python" --version 2>&1 || echo none)." \
            "Install one, or name it: PYTHON=python3.12 $0" >&2
        exit 1
    fi
    echo "Setting up .venv with $("$python" --version): a minute, once."
    if ! "$python" -m venv .venv; then
        echo "Expected 'python -m venv' to work. On Debian and Ubuntu:" \
            "sudo apt install python3-venv" >&2
        exit 1
    fi
    .venv/bin/python -m pip install --disable-pip-version-check \
        --require-hashes --requirement "$lock"
    cp "$lock" "$stamp"
fi

export PATH="$PWD/.venv/bin:$PATH"
export NO_MKDOCS_2_WARNING=1 # we stay on MkDocs 1; see pyproject.toml
