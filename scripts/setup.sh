# Sourced by the verbs: go to the repository and set up .venv, once, with what
# building needs, or if needs=test is set, with what the tests need, too.
# SIMPLENET_VERSIONS: locked (exactly the lock; by default), oldest (the lock,
# but the oldest NumPy that pyproject.toml allows), or newest (of everything).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if [[ ${needs-} == test ]]; then
    lock=scripts/requirements.txt
else
    lock=scripts/requirements-build.txt
fi
versions=${SIMPLENET_VERSIONS:-locked}
# A copy of the lock, under the name of what was installed
case $versions in
locked) stamp=.venv/${lock#scripts/} ;;
oldest | newest)
    lock=scripts/requirements.txt
    stamp=.venv/requirements-$versions.txt
    ;;
*)
    echo "Expected SIMPLENET_VERSIONS to be locked, oldest or newest," \
        "got: $versions" >&2
    exit 2
    ;;
esac

install() {
    local said=.venv/pip.log
    if ! .venv/bin/python -m pip install --disable-pip-version-check "$@" \
        2>"$said" | progress; then
        cat "$said" >&2
        exit 1
    fi
}

# Instead of two screens of pip, a count of packages: on a terminal one line
# that moves, elsewhere a line for every thirty
progress() {
    local count=0 total line
    total=$(grep --count == "$lock")
    while read -r line; do
        [[ $line =~ ^(Collecting|Processing|Ignoring) ]] || continue
        count=$((count + 1))
        if [ -t 1 ]; then
            printf '\r  %d of %d packages' "$count" "$total"
        elif ((count % 30 == 0)); then
            echo "  $count of $total packages"
        fi
    done
    if [ -t 1 ]; then echo; fi
}

python=${PYTHON:-python3}
if ! command -v "$python" >/dev/null && [[ -n ${PYTHON-} ]]; then
    echo "PYTHON: expected the name of a Python, found none called" \
        "'$python'. Correct the name, or unset PYTHON." >&2
    exit 1
fi

# Was this clone moved? What pip installed names the old place.
moved() {
    local key='s/^command = .* -m venv \(--[a-z-]* \)*//p' place
    place=$(sed -n "$key" .venv/pyvenv.cfg 2>/dev/null) || return 1
    [[ -n $place && $place != "$(cd .venv && pwd -P)" ]]
}

# Is all installed that this verb needs, or even all that any verb needs?
current() {
    cmp --silent "$lock" "$stamp" || {
        [[ $versions == locked ]] &&
            cmp --silent scripts/requirements.txt .venv/requirements.txt
    }
}

if ! current || moved; then
    found=$("$python" --version 2>/dev/null || echo none)
    if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
        2>/dev/null; then
        echo "Expected Python 3.11 or newer as '$python', found" \
            "$found. Install one, or name it:" \
            "PYTHON=python3.12 $0" >&2
        exit 1
    fi
    echo "Setting up .venv with $found, $versions versions: a minute, once."
    if ! "$python" -m venv $(moved && echo --clear) .venv; then
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
