# Made from tests/golden/again/in.cdef by interop; do not edit.
import array as _a
import builtins as _b
import _typeshed as _s
import typing as _t
import interop.runtime.aio as _w

__all__ = ["getcwd", "list", "render", "unpack"]

class _Array(_t.Protocol):
    # NumPy's arrays are buffers on every Python, but say so to type checkers only from 3.12 on.
    @_b.property
    def __array_interface__(self) -> _b.dict[_b.str, _t.Any]: ...

_ReadableBuffer: _t.TypeAlias = _s.ReadableBuffer | _Array
_WritableBuffer: _t.TypeAlias = _s.WriteableBuffer | _Array

ffi: _t.Any
lib: _t.Any

# getcwd(*, size: int | None = None) -> str
@_w.function
def getcwd(*, size: _t.SupportsIndex | None = ...) -> _b.str: ...

# unpack(from_: sequence or buffer of uint8_t, *, n: int | None = None, to: writable buffer | None = None) -> bytes
@_t.final
class _F_unpack:
    __name__: _b.str
    __qualname__: _b.str
    @_t.overload
    def __call__(_self, from_: _ReadableBuffer | _t.Sequence[_t.SupportsIndex], *, n: _t.SupportsIndex | None = ..., to: None = ...) -> _b.bytes: ...
    @_t.overload
    def __call__(_self, from_: _ReadableBuffer | _t.Sequence[_t.SupportsIndex], *, n: _t.SupportsIndex | None = ..., to: _WritableBuffer) -> _b.int: ...
    @_t.overload
    async def aio(_self, from_: _ReadableBuffer | _t.Sequence[_t.SupportsIndex], *, n: _t.SupportsIndex | None = ..., to: None = ...) -> _b.bytes: ...
    @_t.overload
    async def aio(_self, from_: _ReadableBuffer | _t.Sequence[_t.SupportsIndex], *, n: _t.SupportsIndex | None = ..., to: _WritableBuffer) -> _b.int: ...
unpack: _F_unpack

# list(*, n: int | None = None, items: writable buffer | None = None) -> array
@_t.final
class _F_list:
    __name__: _b.str
    __qualname__: _b.str
    @_t.overload
    def __call__(_self, *, n: _t.SupportsIndex | None = ..., items: None = ...) -> _a.array[_b.int]: ...
    @_t.overload
    def __call__(_self, *, n: _t.SupportsIndex | None = ..., items: _WritableBuffer) -> _b.int: ...
    @_t.overload
    async def aio(_self, *, n: _t.SupportsIndex | None = ..., items: None = ...) -> _a.array[_b.int]: ...
    @_t.overload
    async def aio(_self, *, n: _t.SupportsIndex | None = ..., items: _WritableBuffer) -> _b.int: ...
list: _F_list

# render(value: int, *, size: int | None = None) -> str
@_w.function
def render(value: _t.SupportsIndex, *, size: _t.SupportsIndex | None = ...) -> _b.str: ...

