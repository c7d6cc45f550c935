# Made from tests/golden/lazy/in.cdef by interop; do not edit.
from _typeshed import ReadableBuffer
from _typeshed import WriteableBuffer
from collections.abc import Sequence
from enum import IntEnum
from typing import Any as _Any
from typing import SupportsIndex
from typing import overload

__all__ = ["encode", "ret", "text", "version_string"]

class ret(IntEnum):
    OK = 0
    BUF_ERROR = 10

ffi: _Any
lib: _Any

# version_string() -> str
def version_string() -> str: ...

# encode(from_: sequence or buffer of uint8_t, *, out_size: int | None = None, to: writable buffer | None = None) -> bytes
@overload
def encode(from_: ReadableBuffer | Sequence[SupportsIndex], *, out_size: SupportsIndex | None = ..., to: None = ...) -> bytes: ...
@overload
def encode(from_: ReadableBuffer | Sequence[SupportsIndex], *, out_size: SupportsIndex | None = ..., to: WriteableBuffer) -> int: ...

# text() -> str
def text() -> str: ...

