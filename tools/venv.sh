#!/bin/sh
# Make the virtual environment in the folder $1, with $PYTHON or the newest Python from 3.11 on that is installed.
# Whatever is missing for building extensions is said in one sentence that names the package to install.
set -eu

fail() {
    printf 'error: %s\n' "$1" >&2
    exit 1
}

supported() { # a shim of a version manager may exist for a Python that does not: only running it tells
    "$1" -c 'import sys; sys.exit(sys.implementation.name != "cpython" or sys.version_info < (3, 11))' >/dev/null 2>&1
}

folder=$1
if [ -n "${PYTHON:-}" ]; then
    supported "$PYTHON" || fail "PYTHON=$PYTHON is no CPython of version 3.11 or newer"
else
    for PYTHON in python3.14 python3.13 python3.12 python3.11 python3 ''; do
        [ -n "$PYTHON" ] && supported "$PYTHON" && break
    done
    [ -n "$PYTHON" ] || fail "no Python 3.11 or newer is installed; install one ('apt-get install python3'), or set PYTHON"
fi
version=$("$PYTHON" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
"$PYTHON" -c 'import venv, ensurepip' 2>/dev/null ||
    fail "this Python $version lacks the venv module; install it with 'apt-get install python$version-venv'"
"$PYTHON" -c 'import os, sys, sysconfig; sys.exit(not os.path.exists(sysconfig.get_path("include") + "/Python.h"))' ||
    fail "Python.h of Python $version is not installed; install it with 'apt-get install python$version-dev'"
command -v "${CC:-cc}" >/dev/null || command -v gcc >/dev/null || command -v clang >/dev/null ||
    fail "no C compiler is installed; install one with 'apt-get install gcc', or set CC"

printf 'making %s with Python %s\n' "$folder" "$version"
"$PYTHON" -m venv --clear "$folder"
