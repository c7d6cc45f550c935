# Made from tests/golden/text/in.cdef by interop; do not edit.
import builtins as _b
import typing as _t
import interop.runtime.aio as _w

__all__ = ["borrowed", "borrowed_latin", "borrowed_or_null", "changed", "copied", "ended", "filled", "latin", "listed", "maybe", "measured", "owned_or_null", "owned_wide", "plain", "units", "wide", "wide_room", "words"]

ffi: _t.Any
lib: _t.Any

# plain(text: str) -> int
@_w.function
def plain(text: _b.str) -> _b.int: ...

# maybe(text: str | None) -> int
@_w.function
def maybe(text: _b.str | None) -> _b.int: ...

# copied(text: str) -> int
@_w.function
def copied(text: _b.str) -> _b.int: ...

# latin(text: str) -> int
@_w.function
def latin(text: _b.str) -> _b.int: ...

# wide(text: str) -> int
@_w.function
def wide(text: _b.str) -> _b.int: ...

# units(a: str, b: str) -> int
@_w.function
def units(a: _b.str, b: _b.str) -> _b.int: ...

# listed(names: sequence of str) -> int
@_w.function
def listed(names: _t.Sequence[_b.str]) -> _b.int: ...

# ended(argv: sequence of str) -> int
@_w.function
def ended(argv: _t.Sequence[_b.str]) -> _b.int: ...

# borrowed() -> str
@_w.function
def borrowed() -> _b.str: ...

# borrowed_or_null() -> str | None
@_w.function
def borrowed_or_null() -> _b.str | None: ...

# owned_or_null() -> str | None
@_w.function
def owned_or_null() -> _b.str | None: ...

# borrowed_latin() -> str
@_w.function
def borrowed_latin() -> _b.str: ...

# owned_wide() -> str
@_w.function
def owned_wide() -> _b.str: ...

# words() -> list[str]
@_w.function
def words() -> _b.list[_b.str]: ...

# filled(*, size: int | None = None) -> str
@_w.function
def filled(*, size: _t.SupportsIndex | None = ...) -> _b.str: ...

# measured(*, size: int = 64) -> str
@_w.function
def measured(*, size: _t.SupportsIndex = ...) -> _b.str: ...

# changed(text: str, *, size: int = 64) -> str
@_w.function
def changed(text: _b.str, *, size: _t.SupportsIndex = ...) -> _b.str: ...

# wide_room() -> str
@_w.function
def wide_room() -> _b.str: ...

