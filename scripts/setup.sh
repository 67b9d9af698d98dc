# Sourced by the verbs: go to the repository and set up .venv, once.
# SIMPLENET_VERSIONS: locked (exactly the lock; by default), oldest (the lock,
# but the oldest NumPy that pyproject.toml allows), or newest (of everything).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

lock=scripts/requirements.txt
versions=${SIMPLENET_VERSIONS:-locked}
# A copy of the lock, under the name of what was installed
case $versions in
locked) stamp=.venv/requirements.txt ;;
oldest | newest) stamp=.venv/requirements-$versions.txt ;;
*)
    echo "Expected SIMPLENET_VERSIONS to be locked, oldest or newest," \
        "got: $versions" >&2
    exit 2
    ;;
esac

install() {
    .venv/bin/python -m pip install --disable-pip-version-check "$@"
}

if ! cmp --silent "$lock" "$stamp"; then
    python=${PYTHON:-python3}
    if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
        echo "Expected Python 3.11 or newer as '$python', found" \
            "$("$python" --version 2>&1 || echo none)." \
            "Install one, or name it: PYTHON=python3.12 $0" >&2
        exit 1
    fi
    echo "Setting up .venv with $("$python" --version), $versions versions:" \
        "a minute, once."
    if ! "$python" -m venv .venv; then
        echo "Expected 'python -m venv' to work. On Debian and Ubuntu:" \
            "sudo apt install python3-venv" >&2
        exit 1
    fi
    rm -f .venv/requirements*.txt
    if [ "$versions" = newest ]; then
        install --upgrade --upgrade-strategy eager --editable '.[docs,test]'
    else
        install --require-hashes --requirement "$lock"
    fi
    if [ "$versions" = oldest ]; then
        oldest=$(grep --only-matching 'numpy>=[0-9.]*' pyproject.toml)
        install "${oldest/>=/==}.*"
    fi
    cp "$lock" "$stamp"
fi

export PATH="$PWD/.venv/bin:$PATH"
export NO_MKDOCS_2_WARNING=1 # we stay on MkDocs 1; see pyproject.toml
