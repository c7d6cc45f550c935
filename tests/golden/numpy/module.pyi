# Made from tests/golden/numpy/in.cdef by interop; do not edit.
from _typeshed import WriteableBuffer
from numpy.typing import NDArray
from typing import Any
from typing import Any as _Any
from typing import SupportsIndex
from typing import overload

__all__ = ["both", "fill", "length", "table"]

ffi: _Any
lib: _Any

# length(text: str) -> int
def length(text: str) -> int: ...

# fill(*, n: int | None = None, values: writable buffer | None = None) -> ndarray
@overload
def fill(*, n: SupportsIndex | None = ..., values: None = ...) -> NDArray[Any]: ...
@overload
def fill(*, n: SupportsIndex | None = ..., values: WriteableBuffer) -> int: ...

# both(values: list or writable buffer of double, *, bytes: writable buffer | None = None) -> bytes
@overload
def both(values: list[Any] | WriteableBuffer, *, bytes: None = ...) -> bytes: ...
@overload
def both(values: list[Any] | WriteableBuffer, *, bytes: WriteableBuffer) -> int: ...

# table() -> ndarray
def table() -> NDArray[Any]: ...

