# Made from tests/golden/bstr/in.cdef by interop; do not edit.
import array as _a
import builtins as _b
import _typeshed as _s
import typing as _t
import interop.runtime.aio as _w

__all__ = ["changed", "ended", "ended_result", "kept", "length", "made", "peeked", "peeked_at", "permuted", "pushed", "same", "shouted", "total"]

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

# same(text: str | None) -> str | None
@_w.function
def same(text: _b.str | None) -> _b.str | None: ...

# made() -> str
@_w.function
def made() -> _b.str: ...

# changed(text: str) -> str
@_w.function
def changed(text: _b.str) -> _b.str: ...

# total(texts: sequence of str | None) -> int
@_w.function
def total(texts: _t.Sequence[_b.str | None]) -> _b.int: ...

# shouted(texts: list[str]) -> None
@_w.function
def shouted(texts: _b.list[_b.str]) -> None: ...

# peeked(text: str) -> None
@_w.function
def peeked(text: _b.str) -> None: ...

# kept(text: str) -> None
@_w.function
def kept(text: _b.str) -> None: ...

# peeked_at(text: str) -> None
@_w.function
def peeked_at(text: _b.str) -> None: ...

# pushed(names: sequence of str) -> list[str]
@_w.function
def pushed(names: _t.Sequence[_b.str]) -> _b.list[_b.str]: ...

# permuted(argv: list[str]) -> None
@_w.function
def permuted(argv: _b.list[_b.str]) -> None: ...

@_t.final
class ended_result(_s.structseq[_t.Any], _b.tuple[_b.int, _a.array[_b.int]]):
    __match_args__: _t.Final[_b.tuple[_t.Literal["result"], _t.Literal["values"]]] = ("result", "values",)
    @_b.property
    def result(self) -> _b.int: ...
    @_b.property
    def values(self) -> _a.array[_b.int]: ...

# ended(*, n: int | None = None, values: writable buffer | None = None) -> (result: int, values: array)
@_t.final
class _F_ended:
    __name__: _b.str
    __qualname__: _b.str
    @_t.overload
    def __call__(_self, *, n: _t.SupportsIndex | None = ..., values: None = ...) -> ended_result: ...
    @_t.overload
    def __call__(_self, *, n: _t.SupportsIndex | None = ..., values: _WritableBuffer) -> _b.tuple[_b.int, _b.int]: ...
    @_t.overload
    async def aio(_self, *, n: _t.SupportsIndex | None = ..., values: None = ...) -> ended_result: ...
    @_t.overload
    async def aio(_self, *, n: _t.SupportsIndex | None = ..., values: _WritableBuffer) -> _b.tuple[_b.int, _b.int]: ...
ended: _F_ended

