# Made from tests/golden/scalars/in.cdef by interop; do not edit.
from enum import IntEnum
from enum import IntFlag
from typing import Any as _Any
from typing import Final
from typing import NamedTuple
from typing import SupportsFloat
from typing import SupportsIndex

__all__ = ["ANSWER", "FIRST", "LAST", "MASK", "NAME", "RATIO", "access", "allow", "by_value", "color", "fixed_width", "frexp", "frexp_result", "maybe", "maybe_result", "next_color", "several", "several_result", "three", "three_result"]

class color(IntEnum):
    RED = 0
    GREEN = 5
    BLUE = 6

class access(IntFlag):
    READ = 1
    WRITE = 2

FIRST: Final[int]
LAST: Final[int]
RATIO: Final[float]
NAME: Final[str]
MASK: Final[int]
ANSWER: Final[int]
ffi: _Any
lib: _Any

# by_value(a: int, b: int, c: int, d: float, e: float, f: float, g: bool, h: bytes, i: str) -> int
def by_value(a: SupportsIndex, b: SupportsIndex, c: SupportsIndex, d: SupportsFloat | SupportsIndex, e: SupportsFloat | SupportsIndex, f: SupportsFloat | SupportsIndex, g: bool | int, h: bytes | bytearray, i: str) -> int: ...

# fixed_width(a: int, b: int, c: int, d: int, e: str, f: str) -> int
def fixed_width(a: SupportsIndex, b: SupportsIndex, c: SupportsIndex, d: SupportsIndex, e: str, f: str) -> int: ...

# next_color(c: color) -> color
def next_color(c: color | SupportsIndex) -> color | int: ...

# allow(a: access, really: bool) -> access
def allow(a: access | SupportsIndex, really: bool | int) -> access | int: ...

class frexp_result(NamedTuple):
    result: float
    exp: int

# frexp(x: float) -> (result: float, exp: int)
def frexp(x: SupportsFloat | SupportsIndex) -> frexp_result: ...

class three_result(NamedTuple):
    out: int
    both: float

# three(in_: int, both: float) -> (out: int, both: float)
def three(in_: SupportsIndex, both: SupportsFloat | SupportsIndex) -> three_result: ...

class maybe_result(NamedTuple):
    result: int
    both: int | None

# maybe(in_: int | None, both: int | None) -> (result: int, both: int | None)
def maybe(in_: SupportsIndex | None, both: SupportsIndex | None) -> maybe_result: ...

class several_result(NamedTuple):
    main_one: float
    result: int
    first: int
    c: color | int

# several() -> (main_one: float, result: int, first: int, c: color)
def several() -> several_result: ...

