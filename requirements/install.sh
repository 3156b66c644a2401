#!/bin/sh
# install.sh PYTHON FILE: puts the packages of one hashed requirements file into .venv.
# uv does it in a third of the time; where pip can't get uv, or uv can't get the packages, pip does it all.
set -eu
python=$1
file=$2

python=$("${python:-python3}" -c 'import sys; print(sys.executable); sys.exit(sys.version_info < (3, 11))') || {
    echo "Python 3.11 or newer is needed: install it, or name it with PY=/path/to/python3" >&2
    exit 1
}
log=$(mktemp)
trap 'rm -f "$log"' EXIT
hashed="--no-deps --require-hashes --only-binary :all:"

with_uv() {
    [ -x .tools/bin/uv ] ||
        "$python" -m pip install -qq --disable-pip-version-check $hashed --target .tools -r requirements/tools.txt || return 1
    [ -x .venv/bin/python ] || .tools/bin/uv venv -q --python "$python" .venv || return 1
    .tools/bin/uv pip install -q --python .venv/bin/python $hashed -r "$file"
}

with_pip() {
    [ -x .venv/bin/pip ] || { rm -rf .venv && "$python" -m venv .venv; } &&  # what uv made holds no pip
        .venv/bin/python -m pip install -qq --disable-pip-version-check $hashed -r "$file"
}

echo "Installing $file into .venv"
with_uv 2>"$log" && exit
echo "uv can't do it here, so pip does: a minute or two"
with_pip && exit
cat "$log" >&2
echo "The packages could not be installed. On Debian the venv module is the package python3-venv." >&2
exit 1
