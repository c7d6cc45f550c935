"""Where the stub runtime's C headers are: in the installed package, in a checkout, or unpacked from a zip file."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from functools import cache
from importlib.resources import files


@cache
def include_dir() -> str:
    """The folder to give to the C compiler so that ``#include "interop/..."`` finds the stub runtime."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    installed = os.path.join(package, "native")
    checkout = os.path.join(os.path.dirname(package), "native", "include")
    for folder in (installed, checkout):
        if os.path.isdir(os.path.join(folder, "interop")):
            return folder
    return _unpack()


def _unpack() -> str:
    """A temporary copy, for an installation inside a zip file, which no C compiler can look into."""
    folder = tempfile.mkdtemp(prefix="interop-include-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    target = os.path.join(folder, "interop")
    os.mkdir(target)
    for header in files("interop").joinpath("native", "interop").iterdir():
        with open(os.path.join(target, header.name), "wb") as copy:
            copy.write(header.read_bytes())
    return folder
