"""Put a finished package where it belongs in one step, so that nobody ever imports half of one."""

from __future__ import annotations

import os
import shutil
from itertools import count

STAMP_FILE = "_build.json"
"""In every generated package: a digest of what it was built from."""

MARK = b"by interop; do not edit"
"""In every generated ``__init__.py``: what says that the package is ours to replace."""


class Occupied(Exception):
    """There is something at the target that this package did not make."""


def stage(out: str, name: str) -> str:
    """An empty folder beside the target, on the same file system, in which the package is put together."""
    os.makedirs(out, exist_ok=True)
    for number in count():
        folder = os.path.join(out, f".{name}-{os.getpid()}-{number}")
        try:
            # Not tempfile.mkdtemp: what it makes is private, and this folder becomes the package.
            os.mkdir(folder)
        except FileExistsError:
            continue
        return folder
    raise AssertionError("count() ends")


def check_target(target: str) -> None:
    """Raise ``Occupied`` unless ``target`` is free, or a package generated earlier."""
    if not os.path.lexists(target):
        return
    if not os.path.isdir(target):
        raise Occupied(f"'{target}' is there and is not a folder")
    python = [name for name in os.listdir(target) if name.endswith(".py")]
    if python and not _is_marked(os.path.join(target, "__init__.py")):
        raise Occupied(f"'{target}' holds Python code that interop did not generate")


def _is_marked(init: str) -> bool:
    try:
        with open(init, "rb") as file:
            return MARK in file.read()
    except FileNotFoundError:
        return False


def place(staged: str, target: str) -> None:
    """Make the staged folder the package at ``target``, in place of one that an earlier build generated.

    What users put beside the generated files (a shared library that is searched there first, say) stays.
    """
    if not os.path.isdir(target):
        os.rename(staged, target)
        return
    for name in os.listdir(target):
        if not _is_generated(name, os.path.basename(target)):
            _copy(os.path.join(target, name), os.path.join(staged, name))
    old = f"{staged}-old"
    os.rename(target, old)
    try:
        os.rename(staged, target)
    except OSError:
        os.rename(old, target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _is_generated(name: str, module: str) -> bool:
    """Whether a build made the file: the fixed names, and the extension for this or another Python."""
    fixed = ("__init__.py", "__init__.pyi", "py.typed", "__pycache__", STAMP_FILE)
    return name in fixed or name.startswith(f"_{module}.")


def _copy(source: str, copy: str) -> None:
    if os.path.isdir(source) and not os.path.islink(source):
        shutil.copytree(source, copy, symlinks=True)
    else:
        shutil.copy2(source, copy, follow_symlinks=False)
