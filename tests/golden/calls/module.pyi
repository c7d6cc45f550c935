# Made from tests/golden/calls/in.cdef by interop; do not edit.
from typing import Any as _Any
from typing import SupportsFloat
from typing import SupportsIndex
from typing_extensions import deprecated

__all__ = ["add", "cdecl", "default_before", "defaults", "fixed", "keywords", "nothing", "optional", "plus"]

ffi: _Any
lib: _Any

# add(a: int, b: int) -> int
def add(a: SupportsIndex, b: SupportsIndex) -> int: ...

# plus(a: int, second: int) -> int
@deprecated('use add')
def plus(a: SupportsIndex, second: SupportsIndex) -> int: ...

# keywords(in_: int, lambda_: int, self: int, args: int) -> int
def keywords(in_: SupportsIndex, lambda_: SupportsIndex, self: SupportsIndex, args: SupportsIndex) -> int: ...

# defaults(a: int, b: int | None = None, c: int | None = None, d: str = 'x') -> int
def defaults(a: SupportsIndex, b: SupportsIndex | None = ..., c: SupportsIndex | None = ..., d: str = ...) -> int: ...

# default_before(value: int, last: float = 0.5, *, level: int = 7) -> int
def default_before(value: SupportsIndex, last: SupportsFloat | SupportsIndex = ..., *, level: SupportsIndex = ...) -> int: ...

# optional(flag: int | None = None, pointer: int | None = None) -> int
def optional(flag: SupportsIndex | None = ..., pointer: SupportsIndex | None = ...) -> int: ...

# fixed(first: int) -> int
def fixed(first: SupportsIndex) -> int: ...

# nothing() -> None
def nothing() -> None: ...

# cdecl(a: int) -> int
def cdecl(a: SupportsIndex) -> int: ...

