# Made from tests/golden/text/in.cdef by interop; do not edit.
import builtins as _b
import typing as _t

__all__ = ["aio", "borrowed", "borrowed_latin", "borrowed_or_null", "changed", "copied", "ended", "filled", "latin", "listed", "maybe", "measured", "owned_or_null", "owned_wide", "plain", "units", "wide", "wide_room", "words"]

ffi: _t.Any
lib: _t.Any

# plain(text: str) -> int
def plain(text: _b.str) -> _b.int: ...

# maybe(text: str | None) -> int
def maybe(text: _b.str | None) -> _b.int: ...

# copied(text: str) -> int
def copied(text: _b.str) -> _b.int: ...

# latin(text: str) -> int
def latin(text: _b.str) -> _b.int: ...

# wide(text: str) -> int
def wide(text: _b.str) -> _b.int: ...

# units(a: str, b: str) -> int
def units(a: _b.str, b: _b.str) -> _b.int: ...

# listed(names: sequence of str) -> int
def listed(names: _t.Sequence[_b.str]) -> _b.int: ...

# ended(argv: sequence of str) -> int
def ended(argv: _t.Sequence[_b.str]) -> _b.int: ...

# borrowed() -> str
def borrowed() -> _b.str: ...

# borrowed_or_null() -> str | None
def borrowed_or_null() -> _b.str | None: ...

# owned_or_null() -> str | None
def owned_or_null() -> _b.str | None: ...

# borrowed_latin() -> str
def borrowed_latin() -> _b.str: ...

# owned_wide() -> str
def owned_wide() -> _b.str: ...

# words() -> list[str]
def words() -> _b.list[_b.str]: ...

# filled(*, size: int | None = None) -> str
def filled(*, size: _t.SupportsIndex | None = ...) -> _b.str: ...

# measured(*, size: int = 64) -> str
def measured(*, size: _t.SupportsIndex = ...) -> _b.str: ...

# changed(text: str, *, size: int = 64) -> str
def changed(text: _b.str, *, size: _t.SupportsIndex = ...) -> _b.str: ...

# wide_room() -> str
def wide_room() -> _b.str: ...

@_t.final
class _Aio:
    # borrowed() -> str
    @_b.staticmethod
    async def borrowed() -> _b.str: ...

    # borrowed_latin() -> str
    @_b.staticmethod
    async def borrowed_latin() -> _b.str: ...

    # borrowed_or_null() -> str | None
    @_b.staticmethod
    async def borrowed_or_null() -> _b.str | None: ...

    # changed(text: str, *, size: int = 64) -> str
    @_b.staticmethod
    async def changed(text: _b.str, *, size: _t.SupportsIndex = ...) -> _b.str: ...

    # copied(text: str) -> int
    @_b.staticmethod
    async def copied(text: _b.str) -> _b.int: ...

    # ended(argv: sequence of str) -> int
    @_b.staticmethod
    async def ended(argv: _t.Sequence[_b.str]) -> _b.int: ...

    # filled(*, size: int | None = None) -> str
    @_b.staticmethod
    async def filled(*, size: _t.SupportsIndex | None = ...) -> _b.str: ...

    # latin(text: str) -> int
    @_b.staticmethod
    async def latin(text: _b.str) -> _b.int: ...

    # listed(names: sequence of str) -> int
    @_b.staticmethod
    async def listed(names: _t.Sequence[_b.str]) -> _b.int: ...

    # maybe(text: str | None) -> int
    @_b.staticmethod
    async def maybe(text: _b.str | None) -> _b.int: ...

    # measured(*, size: int = 64) -> str
    @_b.staticmethod
    async def measured(*, size: _t.SupportsIndex = ...) -> _b.str: ...

    # owned_or_null() -> str | None
    @_b.staticmethod
    async def owned_or_null() -> _b.str | None: ...

    # owned_wide() -> str
    @_b.staticmethod
    async def owned_wide() -> _b.str: ...

    # plain(text: str) -> int
    @_b.staticmethod
    async def plain(text: _b.str) -> _b.int: ...

    # units(a: str, b: str) -> int
    @_b.staticmethod
    async def units(a: _b.str, b: _b.str) -> _b.int: ...

    # wide(text: str) -> int
    @_b.staticmethod
    async def wide(text: _b.str) -> _b.int: ...

    # wide_room() -> str
    @_b.staticmethod
    async def wide_room() -> _b.str: ...

    # words() -> list[str]
    @_b.staticmethod
    async def words() -> _b.list[_b.str]: ...

aio: _Aio
