# Made from tests/golden/checked/in.cdef by interop; do not edit.
import array as _a
import builtins as _b
import _typeshed as _s
import typing as _t
import interop.runtime.aio as _w

__all__ = ["add", "decode", "find", "kept", "made", "name", "sum", "total", "upper"]

class _Array(_t.Protocol):
    # NumPy's arrays are buffers on every Python, but say so to type checkers only from 3.12 on.
    @_b.property
    def __array_interface__(self) -> _b.dict[_b.str, _t.Any]: ...

_ReadableBuffer: _t.TypeAlias = _s.ReadableBuffer | _Array
_WritableBuffer: _t.TypeAlias = _s.WriteableBuffer | _Array

ffi: _t.Any
lib: _t.Any

# sum(values: sequence or buffer of double) -> float
@_w.function
def sum(values: _ReadableBuffer | _t.Sequence[_t.SupportsFloat | _t.SupportsIndex]) -> _b.float: ...

# decode(from_: sequence or buffer of uint8_t, *, n: int | None = None, to: writable buffer | None = None) -> array
@_t.final
class _F_decode:
    __name__: _b.str
    __qualname__: _b.str
    @_t.overload
    def __call__(_self, from_: _ReadableBuffer | _t.Sequence[_t.SupportsIndex], *, n: _t.SupportsIndex | None = ..., to: None = ...) -> _a.array[_b.int]: ...
    @_t.overload
    def __call__(_self, from_: _ReadableBuffer | _t.Sequence[_t.SupportsIndex], *, n: _t.SupportsIndex | None = ..., to: _WritableBuffer) -> _b.int: ...
    @_t.overload
    async def aio(_self, from_: _ReadableBuffer | _t.Sequence[_t.SupportsIndex], *, n: _t.SupportsIndex | None = ..., to: None = ...) -> _a.array[_b.int]: ...
    @_t.overload
    async def aio(_self, from_: _ReadableBuffer | _t.Sequence[_t.SupportsIndex], *, n: _t.SupportsIndex | None = ..., to: _WritableBuffer) -> _b.int: ...
decode: _F_decode

# upper(text: str, *, size: int | None = None) -> str
@_w.function
def upper(text: _b.str, *, size: _t.SupportsIndex | None = ...) -> _b.str: ...

# total(texts: sequence of str) -> int
@_w.function
def total(texts: _t.Sequence[_b.str]) -> _b.int: ...

# find(text: str, letter: bytes) -> str
@_w.function
def find(text: _b.str, letter: _b.bytes | _b.bytearray) -> _b.str: ...

# made() -> str
@_w.function
def made() -> _b.str: ...

# kept(values: sequence or buffer of int) -> None
@_w.function
def kept(values: _ReadableBuffer | _t.Sequence[_t.SupportsIndex]) -> None: ...

# add(a: int, b: int) -> int
@_w.function
def add(a: _t.SupportsIndex, b: _t.SupportsIndex) -> _b.int: ...

# name(*, size: int | None = None) -> str
@_w.function
def name(*, size: _t.SupportsIndex | None = ...) -> _b.str: ...

