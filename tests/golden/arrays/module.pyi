# Made from tests/golden/arrays/in.cdef by interop; do not edit.
import array as _a
import builtins as _b
import enum as _e
import _typeshed as _s
import typing as _t
import interop.runtime.aio as _w

__all__ = ["area", "bytes", "counted", "dot", "ended", "fill", "find", "lists", "lists_result", "maybe", "primes", "range", "raw_bytes", "scale", "scale_always", "some", "suit", "sum", "sum_copied", "sum_pinned", "sum_unpromised", "table", "three", "unknown"]

class _Array(_t.Protocol):
    # NumPy's arrays are buffers on every Python, but say so to type checkers only from 3.12 on.
    @_b.property
    def __array_interface__(self) -> _b.dict[_b.str, _t.Any]: ...

_ReadableBuffer: _t.TypeAlias = _s.ReadableBuffer | _Array
_WritableBuffer: _t.TypeAlias = _s.WriteableBuffer | _Array

class suit(_e.IntEnum):
    CLUBS = 0
    SPADES = 1

ffi: _t.Any
lib: _t.Any

# sum(values: sequence or buffer of double) -> float
@_w.function
def sum(values: _ReadableBuffer | _t.Sequence[_t.SupportsFloat | _t.SupportsIndex]) -> _b.float: ...

# sum_unpromised(values: sequence or buffer of double) -> float
@_w.function
def sum_unpromised(values: _ReadableBuffer | _t.Sequence[_t.SupportsFloat | _t.SupportsIndex]) -> _b.float: ...

# sum_pinned(values: sequence or buffer of double) -> float
@_w.function
def sum_pinned(values: _ReadableBuffer | _t.Sequence[_t.SupportsFloat | _t.SupportsIndex]) -> _b.float: ...

# sum_copied(values: sequence or buffer of double) -> float
@_w.function
def sum_copied(values: _ReadableBuffer | _t.Sequence[_t.SupportsFloat | _t.SupportsIndex]) -> _b.float: ...

# dot(a: sequence or buffer of double, b: sequence or buffer of double) -> float
@_w.function
def dot(a: _ReadableBuffer | _t.Sequence[_t.SupportsFloat | _t.SupportsIndex], b: _ReadableBuffer | _t.Sequence[_t.SupportsFloat | _t.SupportsIndex]) -> _b.float: ...

# area(pixels: sequence or buffer of uint8_t, width: int, height: int) -> int
@_w.function
def area(pixels: _ReadableBuffer | _t.Sequence[_t.SupportsIndex], width: _t.SupportsIndex, height: _t.SupportsIndex) -> _b.int: ...

# ended(values: sequence or buffer of int) -> int
@_w.function
def ended(values: _ReadableBuffer | _t.Sequence[_t.SupportsIndex]) -> _b.int: ...

# unknown(values: sequence or buffer of int) -> int
@_w.function
def unknown(values: _ReadableBuffer | _t.Sequence[_t.SupportsIndex]) -> _b.int: ...

# maybe(values: sequence or buffer of int | None) -> int
@_w.function
def maybe(values: _ReadableBuffer | _t.Sequence[_t.SupportsIndex] | None) -> _b.int: ...

# three(vector: sequence or buffer of double) -> int
@_w.function
def three(vector: _ReadableBuffer | _t.Sequence[_t.SupportsFloat | _t.SupportsIndex]) -> _b.int: ...

# bytes(data: bytes-like) -> int
@_w.function
def bytes(data: _ReadableBuffer) -> _b.int: ...

# scale(values: list or writable buffer of double, by: float) -> None
@_w.function
def scale(values: _b.list[_t.Any] | _WritableBuffer, by: _t.SupportsFloat | _t.SupportsIndex) -> None: ...

# scale_always(values: list or writable buffer of double) -> None
@_w.function
def scale_always(values: _b.list[_t.Any] | _WritableBuffer) -> None: ...

# fill(*, n: int | None = None, values: writable buffer | None = None) -> array
@_t.final
class _F_fill:
    __name__: _b.str
    __qualname__: _b.str
    @_t.overload
    def __call__(_self, *, n: _t.SupportsIndex | None = ..., values: None = ...) -> _a.array[_b.int]: ...
    @_t.overload
    def __call__(_self, *, n: _t.SupportsIndex | None = ..., values: _WritableBuffer) -> _b.int: ...
    @_t.overload
    async def aio(_self, *, n: _t.SupportsIndex | None = ..., values: None = ...) -> _a.array[_b.int]: ...
    @_t.overload
    async def aio(_self, *, n: _t.SupportsIndex | None = ..., values: _WritableBuffer) -> _b.int: ...
fill: _F_fill

# some(*, n: int | None = None, values: writable buffer | None = None) -> bytes
@_t.final
class _F_some:
    __name__: _b.str
    __qualname__: _b.str
    @_t.overload
    def __call__(_self, *, n: _t.SupportsIndex | None = ..., values: None = ...) -> _b.bytes: ...
    @_t.overload
    def __call__(_self, *, n: _t.SupportsIndex | None = ..., values: _WritableBuffer) -> _b.int: ...
    @_t.overload
    async def aio(_self, *, n: _t.SupportsIndex | None = ..., values: None = ...) -> _b.bytes: ...
    @_t.overload
    async def aio(_self, *, n: _t.SupportsIndex | None = ..., values: _WritableBuffer) -> _b.int: ...
some: _F_some

# counted(*, n: int | None = None, values: writable buffer | None = None) -> array
@_t.final
class _F_counted:
    __name__: _b.str
    __qualname__: _b.str
    @_t.overload
    def __call__(_self, *, n: _t.SupportsIndex | None = ..., values: None = ...) -> _a.array[_b.int]: ...
    @_t.overload
    def __call__(_self, *, n: _t.SupportsIndex | None = ..., values: _WritableBuffer) -> _b.int: ...
    @_t.overload
    async def aio(_self, *, n: _t.SupportsIndex | None = ..., values: None = ...) -> _a.array[_b.int]: ...
    @_t.overload
    async def aio(_self, *, n: _t.SupportsIndex | None = ..., values: _WritableBuffer) -> _b.int: ...
counted: _F_counted

# raw_bytes(*, n: int | None = None, data: writable buffer | None = None) -> bytes
@_t.final
class _F_raw_bytes:
    __name__: _b.str
    __qualname__: _b.str
    @_t.overload
    def __call__(_self, *, n: _t.SupportsIndex | None = ..., data: None = ...) -> _b.bytes: ...
    @_t.overload
    def __call__(_self, *, n: _t.SupportsIndex | None = ..., data: _WritableBuffer) -> _b.int: ...
    @_t.overload
    async def aio(_self, *, n: _t.SupportsIndex | None = ..., data: None = ...) -> _b.bytes: ...
    @_t.overload
    async def aio(_self, *, n: _t.SupportsIndex | None = ..., data: _WritableBuffer) -> _b.int: ...
raw_bytes: _F_raw_bytes

@_t.final
class lists_result(_s.structseq[_t.Any], _b.tuple[_b.list[_b.bool], _b.list[suit | _b.int], _b.str]):
    __match_args__: _t.Final[_b.tuple[_t.Literal["flags"], _t.Literal["suits"], _t.Literal["text"]]] = ("flags", "suits", "text",)
    @_b.property
    def flags(self) -> _b.list[_b.bool]: ...
    @_b.property
    def suits(self) -> _b.list[suit | _b.int]: ...
    @_b.property
    def text(self) -> _b.str: ...

# lists(*, n: int | None = None, flags: writable buffer | None = None, suits: writable buffer | None = None, text: writable buffer | None = None) -> (flags: list[bool], suits: list[suit], text: str)
@_t.final
class _F_lists:
    __name__: _b.str
    __qualname__: _b.str
    @_t.overload
    def __call__(_self, *, n: _t.SupportsIndex | None = ..., flags: None = ..., suits: None = ..., text: None = ...) -> lists_result: ...
    @_t.overload
    def __call__(_self, *, n: _t.SupportsIndex | None = ..., flags: _WritableBuffer, suits: None = ..., text: None = ...) -> _b.tuple[_b.int, _b.list[suit | _b.int], _b.str]: ...
    @_t.overload
    def __call__(_self, *, n: _t.SupportsIndex | None = ..., flags: None = ..., suits: _WritableBuffer, text: None = ...) -> _b.tuple[_b.list[_b.bool], _b.int, _b.str]: ...
    @_t.overload
    def __call__(_self, *, n: _t.SupportsIndex | None = ..., flags: None = ..., suits: None = ..., text: _WritableBuffer) -> _b.tuple[_b.list[_b.bool], _b.list[suit | _b.int], _b.int]: ...
    @_t.overload
    async def aio(_self, *, n: _t.SupportsIndex | None = ..., flags: None = ..., suits: None = ..., text: None = ...) -> lists_result: ...
    @_t.overload
    async def aio(_self, *, n: _t.SupportsIndex | None = ..., flags: _WritableBuffer, suits: None = ..., text: None = ...) -> _b.tuple[_b.int, _b.list[suit | _b.int], _b.str]: ...
    @_t.overload
    async def aio(_self, *, n: _t.SupportsIndex | None = ..., flags: None = ..., suits: _WritableBuffer, text: None = ...) -> _b.tuple[_b.list[_b.bool], _b.int, _b.str]: ...
    @_t.overload
    async def aio(_self, *, n: _t.SupportsIndex | None = ..., flags: None = ..., suits: None = ..., text: _WritableBuffer) -> _b.tuple[_b.list[_b.bool], _b.list[suit | _b.int], _b.int]: ...
lists: _F_lists

# range(n: int) -> array
@_w.function
def range(n: _t.SupportsIndex) -> _a.array[_b.float]: ...

# table() -> array
@_w.function
def table() -> _a.array[_b.int]: ...

# primes() -> array
@_w.function
def primes() -> _a.array[_b.int]: ...

# find(values: sequence or buffer of int, value: int) -> int | None
@_w.function
def find(values: _ReadableBuffer | _t.Sequence[_t.SupportsIndex], value: _t.SupportsIndex) -> _b.int | None: ...

