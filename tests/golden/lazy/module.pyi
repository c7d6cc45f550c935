# Made from tests/golden/lazy/in.cdef by interop; do not edit.
import builtins as _b
import enum as _e
import _typeshed as _s
import typing as _t
import interop.runtime.aio as _w

__all__ = ["encode", "ret", "text", "version_string"]

class _Array(_t.Protocol):
    # NumPy's arrays are buffers on every Python, but say so to type checkers only from 3.12 on.
    @_b.property
    def __array_interface__(self) -> _b.dict[_b.str, _t.Any]: ...

_ReadableBuffer: _t.TypeAlias = _s.ReadableBuffer | _Array
_WritableBuffer: _t.TypeAlias = _s.WriteableBuffer | _Array

class ret(_e.IntEnum):
    OK = 0
    BUF_ERROR = 10

ffi: _t.Any
lib: _t.Any

# version_string() -> str
@_w.function
def version_string() -> _b.str: ...

# encode(from_: sequence or buffer of uint8_t, *, out_size: int | None = None, to: writable buffer | None = None) -> bytes
@_t.final
class _F_encode:
    __name__: _b.str
    __qualname__: _b.str
    @_t.overload
    def __call__(_self, from_: _ReadableBuffer | _t.Sequence[_t.SupportsIndex], *, out_size: _t.SupportsIndex | None = ..., to: None = ...) -> _b.bytes: ...
    @_t.overload
    def __call__(_self, from_: _ReadableBuffer | _t.Sequence[_t.SupportsIndex], *, out_size: _t.SupportsIndex | None = ..., to: _WritableBuffer) -> _b.int: ...
    @_t.overload
    async def aio(_self, from_: _ReadableBuffer | _t.Sequence[_t.SupportsIndex], *, out_size: _t.SupportsIndex | None = ..., to: None = ...) -> _b.bytes: ...
    @_t.overload
    async def aio(_self, from_: _ReadableBuffer | _t.Sequence[_t.SupportsIndex], *, out_size: _t.SupportsIndex | None = ..., to: _WritableBuffer) -> _b.int: ...
encode: _F_encode

# text() -> str
@_w.function
def text() -> _b.str: ...

