# Made from tests/golden/calls/in.cdef by interop; do not edit.
import builtins as _b
import typing as _t
import interop.runtime.aio as _w
import typing_extensions as _x

__all__ = ["add", "cdecl", "default_before", "defaults", "fixed", "keywords", "nothing", "optional", "plus"]

ffi: _t.Any
lib: _t.Any

# add(a: int, b: int) -> int
def add(a: _t.SupportsIndex, b: _t.SupportsIndex) -> _b.int: ...

# plus(a: int, second: int) -> int
@_t.final
class _F_plus:
    __name__: _b.str
    __qualname__: _b.str
    @_x.deprecated('use add')
    def __call__(_self, a: _t.SupportsIndex, second: _t.SupportsIndex) -> _b.int: ...
    @_x.deprecated('use add')
    async def aio(_self, a: _t.SupportsIndex, second: _t.SupportsIndex) -> _b.int: ...
plus: _F_plus

# keywords(in_: int, lambda_: int, self: int, args: int) -> int
@_w.function
def keywords(in_: _t.SupportsIndex, lambda_: _t.SupportsIndex, self: _t.SupportsIndex, args: _t.SupportsIndex) -> _b.int: ...

# defaults(a: int, b: int | None = None, c: int | None = None, d: str = 'x') -> int
@_w.function
def defaults(a: _t.SupportsIndex, b: _t.SupportsIndex | None = ..., c: _t.SupportsIndex | None = ..., d: _b.str = ...) -> _b.int: ...

# default_before(value: int, last: float = 0.5, *, level: int = 7) -> int
@_w.function
def default_before(value: _t.SupportsIndex, last: _t.SupportsFloat | _t.SupportsIndex = ..., *, level: _t.SupportsIndex = ...) -> _b.int: ...

# optional(flag: int | None = None, pointer: int | None = None) -> int
@_w.function
def optional(flag: _t.SupportsIndex | None = ..., pointer: _t.SupportsIndex | None = ...) -> _b.int: ...

# fixed(first: int) -> int
@_w.function
def fixed(first: _t.SupportsIndex) -> _b.int: ...

# nothing() -> None
@_w.function
def nothing() -> None: ...

# cdecl(a: int) -> int
@_w.function
def cdecl(a: _t.SupportsIndex) -> _b.int: ...

