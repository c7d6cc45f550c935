# Made from tests/golden/again/in.cdef by interop; do not edit.
from _typeshed import ReadableBuffer
from _typeshed import WriteableBuffer
from array import array
from collections.abc import Sequence
from typing import Any as _Any
from typing import SupportsIndex
from typing import overload

__all__ = ["getcwd", "list", "render", "unpack"]

ffi: _Any
lib: _Any

# getcwd(*, size: int = 64) -> str
def getcwd(*, size: SupportsIndex = ...) -> str: ...

# unpack(from_: sequence or buffer of uint8_t, *, n: int | None = None, to: writable buffer | None = None) -> bytes
@overload
def unpack(from_: ReadableBuffer | Sequence[SupportsIndex], *, n: SupportsIndex | None = ..., to: None = ...) -> bytes: ...
@overload
def unpack(from_: ReadableBuffer | Sequence[SupportsIndex], *, n: SupportsIndex | None = ..., to: WriteableBuffer) -> int: ...

# list(*, n: int | None = None, items: writable buffer | None = None) -> array
@overload
def list(*, n: SupportsIndex | None = ..., items: None = ...) -> array[int]: ...
@overload
def list(*, n: SupportsIndex | None = ..., items: WriteableBuffer) -> int: ...

# render(value: int, *, size: int | None = None) -> str
def render(value: SupportsIndex, *, size: SupportsIndex | None = ...) -> str: ...

