# Made from tests/golden/numpy/in.cdef by interop; do not edit.
import builtins as _b
import numpy.typing as _n
import _typeshed as _s
import typing as _t
import interop.runtime.aio as _w

__all__ = ["both", "fill", "length", "table"]

class _Array(_t.Protocol):
    # NumPy's arrays are buffers on every Python, but say so to type checkers only from 3.12 on.
    @_b.property
    def __array_interface__(self) -> _b.dict[_b.str, _t.Any]: ...

_ReadableBuffer: _t.TypeAlias = _s.ReadableBuffer | _Array
_WritableBuffer: _t.TypeAlias = _s.WriteableBuffer | _Array

ffi: _t.Any
lib: _t.Any

# length(text: str) -> int
@_w.function
def length(text: _b.str) -> _b.int: ...

# fill(*, n: int | None = None, values: writable buffer | None = None) -> ndarray
@_t.final
class _F_fill:
    __name__: _b.str
    __qualname__: _b.str
    @_t.overload
    def __call__(_self, *, n: _t.SupportsIndex | None = ..., values: None = ...) -> _n.NDArray[_t.Any]: ...
    @_t.overload
    def __call__(_self, *, n: _t.SupportsIndex | None = ..., values: _WritableBuffer) -> _b.int: ...
    @_t.overload
    async def aio(_self, *, n: _t.SupportsIndex | None = ..., values: None = ...) -> _n.NDArray[_t.Any]: ...
    @_t.overload
    async def aio(_self, *, n: _t.SupportsIndex | None = ..., values: _WritableBuffer) -> _b.int: ...
fill: _F_fill

# both(values: list or writable buffer of double, *, bytes: writable buffer | None = None) -> bytes
@_t.final
class _F_both:
    __name__: _b.str
    __qualname__: _b.str
    @_t.overload
    def __call__(_self, values: _b.list[_t.Any] | _WritableBuffer, *, bytes: None = ...) -> _b.bytes: ...
    @_t.overload
    def __call__(_self, values: _b.list[_t.Any] | _WritableBuffer, *, bytes: _WritableBuffer) -> _b.int: ...
    @_t.overload
    async def aio(_self, values: _b.list[_t.Any] | _WritableBuffer, *, bytes: None = ...) -> _b.bytes: ...
    @_t.overload
    async def aio(_self, values: _b.list[_t.Any] | _WritableBuffer, *, bytes: _WritableBuffer) -> _b.int: ...
both: _F_both

# table() -> ndarray
@_w.function
def table() -> _n.NDArray[_t.Any]: ...

