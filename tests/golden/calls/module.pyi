# Made from tests/golden/calls/in.cdef by interop; do not edit.
import builtins as _b
import typing as _t
import typing_extensions as _x

__all__ = ["add", "aio", "cdecl", "default_before", "defaults", "fixed", "keywords", "nothing", "optional", "plus"]

ffi: _t.Any
lib: _t.Any

# add(a: int, b: int) -> int
def add(a: _t.SupportsIndex, b: _t.SupportsIndex) -> _b.int: ...

# plus(a: int, second: int) -> int
@_x.deprecated('use add')
def plus(a: _t.SupportsIndex, second: _t.SupportsIndex) -> _b.int: ...

# keywords(in_: int, lambda_: int, self: int, args: int) -> int
def keywords(in_: _t.SupportsIndex, lambda_: _t.SupportsIndex, self: _t.SupportsIndex, args: _t.SupportsIndex) -> _b.int: ...

# defaults(a: int, b: int | None = None, c: int | None = None, d: str = 'x') -> int
def defaults(a: _t.SupportsIndex, b: _t.SupportsIndex | None = ..., c: _t.SupportsIndex | None = ..., d: _b.str = ...) -> _b.int: ...

# default_before(value: int, last: float = 0.5, *, level: int = 7) -> int
def default_before(value: _t.SupportsIndex, last: _t.SupportsFloat | _t.SupportsIndex = ..., *, level: _t.SupportsIndex = ...) -> _b.int: ...

# optional(flag: int | None = None, pointer: int | None = None) -> int
def optional(flag: _t.SupportsIndex | None = ..., pointer: _t.SupportsIndex | None = ...) -> _b.int: ...

# fixed(first: int) -> int
def fixed(first: _t.SupportsIndex) -> _b.int: ...

# nothing() -> None
def nothing() -> None: ...

# cdecl(a: int) -> int
def cdecl(a: _t.SupportsIndex) -> _b.int: ...

@_t.final
class _Aio:
    # add(a: int, b: int) -> int
    @_b.staticmethod
    async def add(a: _t.SupportsIndex, b: _t.SupportsIndex) -> _b.int: ...

    # cdecl(a: int) -> int
    @_b.staticmethod
    async def cdecl(a: _t.SupportsIndex) -> _b.int: ...

    # default_before(value: int, last: float = 0.5, *, level: int = 7) -> int
    @_b.staticmethod
    async def default_before(value: _t.SupportsIndex, last: _t.SupportsFloat | _t.SupportsIndex = ..., *, level: _t.SupportsIndex = ...) -> _b.int: ...

    # defaults(a: int, b: int | None = None, c: int | None = None, d: str = 'x') -> int
    @_b.staticmethod
    async def defaults(a: _t.SupportsIndex, b: _t.SupportsIndex | None = ..., c: _t.SupportsIndex | None = ..., d: _b.str = ...) -> _b.int: ...

    # fixed(first: int) -> int
    @_b.staticmethod
    async def fixed(first: _t.SupportsIndex) -> _b.int: ...

    # keywords(in_: int, lambda_: int, self: int, args: int) -> int
    @_b.staticmethod
    async def keywords(in_: _t.SupportsIndex, lambda_: _t.SupportsIndex, self: _t.SupportsIndex, args: _t.SupportsIndex) -> _b.int: ...

    # nothing() -> None
    @_b.staticmethod
    async def nothing() -> None: ...

    # optional(flag: int | None = None, pointer: int | None = None) -> int
    @_b.staticmethod
    async def optional(flag: _t.SupportsIndex | None = ..., pointer: _t.SupportsIndex | None = ...) -> _b.int: ...

    # plus(a: int, second: int) -> int
    @_x.deprecated('use add')
    @_b.staticmethod
    async def plus(a: _t.SupportsIndex, second: _t.SupportsIndex) -> _b.int: ...

aio: _Aio
