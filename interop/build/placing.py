"""Put a finished package where it belongs in one step, so that nobody ever imports half of one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

STAMP_FILE = "_build.json"
"""In every generated package: a digest of what it was built from."""

MARK = b"by interop; do not edit"
"""In every generated ``__init__.py``: what says that the package is ours to replace."""


class Occupied(Exception):
    """There is something at the target that this package did not make."""


@contextmanager
def staging(out: str, name: str) -> Iterator[str]:
    """An empty folder beside the target, on the same file system, in which the package is put together.

    Whatever is still there at the end, because something failed, is removed.
    """
    os.makedirs(out, exist_ok=True)
    folder = _new_folder(out, name)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _new_folder(out: str, name: str) -> str:
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
    with _locked(os.path.dirname(staged)):
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


@contextmanager
def _locked(folder: str) -> Iterator[None]:
    """Keep other builds from replacing packages in ``folder`` meanwhile, where the system has such locks."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _is_generated(name: str, module: str) -> bool:
    """Whether a build made the file: the fixed names, and the extension for this or another Python."""
    fixed = ("__init__.py", "__init__.pyi", "py.typed", "__pycache__", STAMP_FILE)
    return name in fixed or name.startswith(f"_{module}.")


def _copy(source: str, copy: str) -> None:
    if os.path.isdir(source) and not os.path.islink(source):
        shutil.copytree(source, copy, symlinks=True)
    else:
        shutil.copy2(source, copy, follow_symlinks=False)
