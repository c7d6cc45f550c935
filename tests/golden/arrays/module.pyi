# Made from tests/golden/arrays/in.cdef by interop; do not edit.
from _typeshed import ReadableBuffer
from _typeshed import WriteableBuffer
from array import array
from collections.abc import Sequence
from enum import IntEnum
from typing import Any
from typing import Any as _Any
from typing import NamedTuple
from typing import SupportsFloat
from typing import SupportsIndex
from typing import overload

__all__ = ["area", "bytes", "counted", "dot", "ended", "fill", "lists", "lists_result", "maybe", "primes", "range", "raw_bytes", "scale", "scale_always", "some", "suit", "sum", "sum_copied", "sum_pinned", "sum_unpromised", "table", "three", "unknown"]

class suit(IntEnum):
    CLUBS = 0
    SPADES = 1

ffi: _Any
lib: _Any

# sum(values: sequence or buffer of double) -> float
def sum(values: ReadableBuffer | Sequence[SupportsFloat | SupportsIndex]) -> float: ...

# sum_unpromised(values: sequence or buffer of double) -> float
def sum_unpromised(values: ReadableBuffer | Sequence[SupportsFloat | SupportsIndex]) -> float: ...

# sum_pinned(values: sequence or buffer of double) -> float
def sum_pinned(values: ReadableBuffer | Sequence[SupportsFloat | SupportsIndex]) -> float: ...

# sum_copied(values: sequence or buffer of double) -> float
def sum_copied(values: ReadableBuffer | Sequence[SupportsFloat | SupportsIndex]) -> float: ...

# dot(a: sequence or buffer of double, b: sequence or buffer of double) -> float
def dot(a: ReadableBuffer | Sequence[SupportsFloat | SupportsIndex], b: ReadableBuffer | Sequence[SupportsFloat | SupportsIndex]) -> float: ...

# area(pixels: sequence or buffer of uint8_t, width: int, height: int) -> int
def area(pixels: ReadableBuffer | Sequence[SupportsIndex], width: SupportsIndex, height: SupportsIndex) -> int: ...

# ended(values: sequence or buffer of int) -> int
def ended(values: ReadableBuffer | Sequence[SupportsIndex]) -> int: ...

# unknown(values: sequence or buffer of int) -> int
def unknown(values: ReadableBuffer | Sequence[SupportsIndex]) -> int: ...

# maybe(values: sequence or buffer of int | None) -> int
def maybe(values: ReadableBuffer | Sequence[SupportsIndex] | None) -> int: ...

# three(vector: sequence or buffer of double) -> int
def three(vector: ReadableBuffer | Sequence[SupportsFloat | SupportsIndex]) -> int: ...

# bytes(data: bytes-like) -> int
def bytes(data: ReadableBuffer) -> int: ...

# scale(values: list or writable buffer of double, by: float) -> None
def scale(values: list[Any] | WriteableBuffer, by: SupportsFloat | SupportsIndex) -> None: ...

# scale_always(values: list or writable buffer of double) -> None
def scale_always(values: list[Any] | WriteableBuffer) -> None: ...

# fill(*, n: int | None = None, values: writable buffer | None = None) -> array
@overload
def fill(*, n: SupportsIndex | None = ..., values: None = ...) -> array[int]: ...
@overload
def fill(*, n: SupportsIndex | None = ..., values: WriteableBuffer) -> int: ...

# some(*, n: int | None = None, values: writable buffer | None = None) -> bytes
@overload
def some(*, n: SupportsIndex | None = ..., values: None = ...) -> bytes: ...
@overload
def some(*, n: SupportsIndex | None = ..., values: WriteableBuffer) -> int: ...

# counted(*, n: int | None = None, values: writable buffer | None = None) -> array
@overload
def counted(*, n: SupportsIndex | None = ..., values: None = ...) -> array[int]: ...
@overload
def counted(*, n: SupportsIndex | None = ..., values: WriteableBuffer) -> int: ...

# raw_bytes(*, n: int | None = None, data: writable buffer | None = None) -> bytes
@overload
def raw_bytes(*, n: SupportsIndex | None = ..., data: None = ...) -> bytes: ...
@overload
def raw_bytes(*, n: SupportsIndex | None = ..., data: WriteableBuffer) -> int: ...

class lists_result(NamedTuple):
    flags: list[bool]
    suits: list[suit | int]
    text: str

# lists(*, n: int | None = None, flags: writable buffer | None = None, suits: writable buffer | None = None, text: writable buffer | None = None) -> (flags: list[bool], suits: list[suit], text: str)
@overload
def lists(*, n: SupportsIndex | None = ..., flags: None = ..., suits: None = ..., text: None = ...) -> lists_result: ...
@overload
def lists(*, n: SupportsIndex | None = ..., flags: WriteableBuffer, suits: None = ..., text: None = ...) -> tuple[int, list[suit | int], str]: ...
@overload
def lists(*, n: SupportsIndex | None = ..., flags: None = ..., suits: WriteableBuffer, text: None = ...) -> tuple[list[bool], int, str]: ...
@overload
def lists(*, n: SupportsIndex | None = ..., flags: None = ..., suits: None = ..., text: WriteableBuffer) -> tuple[list[bool], list[suit | int], int]: ...

# range(n: int) -> array
def range(n: SupportsIndex) -> array[float]: ...

# table() -> array
def table() -> array[int]: ...

# primes() -> array
def primes() -> array[int]: ...

