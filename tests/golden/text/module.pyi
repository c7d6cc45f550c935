# Made from tests/golden/text/in.cdef by interop; do not edit.
from collections.abc import Sequence
from typing import Any as _Any
from typing import SupportsIndex

__all__ = ["borrowed", "borrowed_latin", "borrowed_or_null", "changed", "copied", "ended", "filled", "latin", "listed", "maybe", "measured", "owned_or_null", "owned_wide", "plain", "units", "wide", "wide_room", "words"]

ffi: _Any
lib: _Any

# plain(text: str) -> int
def plain(text: str) -> int: ...

# maybe(text: str | None) -> int
def maybe(text: str | None) -> int: ...

# copied(text: str) -> int
def copied(text: str) -> int: ...

# latin(text: str) -> int
def latin(text: str) -> int: ...

# wide(text: str) -> int
def wide(text: str) -> int: ...

# units(a: str, b: str) -> int
def units(a: str, b: str) -> int: ...

# listed(names: sequence of str) -> int
def listed(names: Sequence[str]) -> int: ...

# ended(argv: sequence of str) -> int
def ended(argv: Sequence[str]) -> int: ...

# borrowed() -> str
def borrowed() -> str: ...

# borrowed_or_null() -> str | None
def borrowed_or_null() -> str | None: ...

# owned_or_null() -> str | None
def owned_or_null() -> str | None: ...

# borrowed_latin() -> str
def borrowed_latin() -> str: ...

# owned_wide() -> str
def owned_wide() -> str: ...

# words() -> list[str]
def words() -> list[str]: ...

# filled(*, size: int | None = None) -> str
def filled(*, size: SupportsIndex | None = ...) -> str: ...

# measured(*, size: int = 64) -> str
def measured(*, size: SupportsIndex = ...) -> str: ...

# changed(text: str, *, size: int = 64) -> str
def changed(text: str, *, size: SupportsIndex = ...) -> str: ...

# wide_room() -> str
def wide_room() -> str: ...

