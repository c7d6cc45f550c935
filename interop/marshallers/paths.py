"""``pathlib.Path`` from and to text, for ``[string] const char *``."""

from __future__ import annotations

import os
from pathlib import Path as _Path
from typing import ClassVar


class Path:
    """Takes whatever names a file (a str, a Path, anything with ``__fspath__``), gives a Path.

    Names that are not UTF-8 pass where the declaration says ``encoding("utf-8", "surrogateescape")``. None stays None
    where the declaration says ``unique``."""

    python_type: ClassVar[str] = "pathlib.Path"
    accepted_type: ClassVar[str] = "str | os.PathLike[str]"

    def to_c(self, value: str | os.PathLike[str] | None, /) -> str | None:
        if value is None:
            return None
        name = os.fspath(value)
        if not isinstance(name, str):
            raise TypeError(f"expected a path of text, got {type(name).__name__}")
        return name

    def from_c(self, native: str | None, /) -> _Path | None:
        return None if native is None else _Path(native)
