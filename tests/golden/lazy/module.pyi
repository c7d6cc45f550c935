# Made from tests/golden/lazy/in.cdef by interop; do not edit.
import builtins as _b
import enum as _e
import _typeshed as _s
import typing as _t

__all__ = ["aio", "encode", "ret", "text", "version_string"]

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
def version_string() -> _b.str: ...

# encode(from_: sequence or buffer of uint8_t, *, out_size: int | None = None, to: writable buffer | None = None) -> bytes
@_t.overload
def encode(from_: _ReadableBuffer | _t.Sequence[_t.SupportsIndex], *, out_size: _t.SupportsIndex | None = ..., to: None = ...) -> _b.bytes: ...
@_t.overload
def encode(from_: _ReadableBuffer | _t.Sequence[_t.SupportsIndex], *, out_size: _t.SupportsIndex | None = ..., to: _WritableBuffer) -> _b.int: ...

# text() -> str
def text() -> _b.str: ...

@_t.final
class _Aio:
    # encode(from_: sequence or buffer of uint8_t, *, out_size: int | None = None, to: writable buffer | None = None) -> bytes
    @_t.overload
    @_b.staticmethod
    async def encode(from_: _ReadableBuffer | _t.Sequence[_t.SupportsIndex], *, out_size: _t.SupportsIndex | None = ..., to: None = ...) -> _b.bytes: ...
    @_t.overload
    @_b.staticmethod
    async def encode(from_: _ReadableBuffer | _t.Sequence[_t.SupportsIndex], *, out_size: _t.SupportsIndex | None = ..., to: _WritableBuffer) -> _b.int: ...

    # text() -> str
    @_b.staticmethod
    async def text() -> _b.str: ...

    # version_string() -> str
    @_b.staticmethod
    async def version_string() -> _b.str: ...

aio: _Aio
