# Made from tests/golden/scalars/in.cdef by interop; do not edit.
import builtins as _b
import enum as _e
import _typeshed as _s
import typing as _t
import interop.runtime.aio as _w

__all__ = ["ANSWER", "FIRST", "LAST", "MASK", "NAME", "RATIO", "access", "allow", "by_value", "color", "fixed_width", "frexp", "frexp_result", "maybe", "maybe_result", "next_color", "several", "several_result", "three", "three_result"]

class color(_e.IntEnum):
    RED = 0
    GREEN = 5
    BLUE = 6

class access(_e.IntFlag):
    READ = 1
    WRITE = 2

FIRST: _t.Final[_b.int]
LAST: _t.Final[_b.int]
RATIO: _t.Final[_b.float]
NAME: _t.Final[_b.str]
MASK: _t.Final[_b.int]
ANSWER: _t.Final[_b.int]
ffi: _t.Any
lib: _t.Any

# by_value(a: int, b: int, c: int, d: float, e: float, f: float, g: bool, h: bytes, i: str) -> int
@_w.function
def by_value(a: _t.SupportsIndex, b: _t.SupportsIndex, c: _t.SupportsIndex, d: _t.SupportsFloat | _t.SupportsIndex, e: _t.SupportsFloat | _t.SupportsIndex, f: _t.SupportsFloat | _t.SupportsIndex, g: _b.bool | _b.int, h: _b.bytes | _b.bytearray, i: _b.str) -> _b.int: ...

# fixed_width(a: int, b: int, c: int, d: int, e: str, f: str) -> int
@_w.function
def fixed_width(a: _t.SupportsIndex, b: _t.SupportsIndex, c: _t.SupportsIndex, d: _t.SupportsIndex, e: _b.str, f: _b.str) -> _b.int: ...

# next_color(c: color) -> color
@_w.function
def next_color(c: color | _t.SupportsIndex) -> color | _b.int: ...

# allow(a: access, really: bool) -> access
@_w.function
def allow(a: access | _t.SupportsIndex, really: _b.bool | _b.int) -> access | _b.int: ...

@_t.final
class frexp_result(_s.structseq[_t.Any], _b.tuple[_b.float, _b.int]):
    __match_args__: _t.Final[_b.tuple[_t.Literal["result"], _t.Literal["exp"]]] = ("result", "exp",)
    @_b.property
    def result(self) -> _b.float: ...
    @_b.property
    def exp(self) -> _b.int: ...

# frexp(x: float) -> (result: float, exp: int)
@_w.function
def frexp(x: _t.SupportsFloat | _t.SupportsIndex) -> frexp_result: ...

@_t.final
class three_result(_s.structseq[_t.Any], _b.tuple[_b.int, _b.float]):
    __match_args__: _t.Final[_b.tuple[_t.Literal["out"], _t.Literal["both"]]] = ("out", "both",)
    @_b.property
    def out(self) -> _b.int: ...
    @_b.property
    def both(self) -> _b.float: ...

# three(in_: int, both: float) -> (out: int, both: float)
@_w.function
def three(in_: _t.SupportsIndex, both: _t.SupportsFloat | _t.SupportsIndex) -> three_result: ...

@_t.final
class maybe_result(_s.structseq[_t.Any], _b.tuple[_b.int, _b.int | None]):
    __match_args__: _t.Final[_b.tuple[_t.Literal["result"], _t.Literal["both"]]] = ("result", "both",)
    @_b.property
    def result(self) -> _b.int: ...
    @_b.property
    def both(self) -> _b.int | None: ...

# maybe(in_: int | None, both: int | None) -> (result: int, both: int | None)
@_w.function
def maybe(in_: _t.SupportsIndex | None, both: _t.SupportsIndex | None) -> maybe_result: ...

@_t.final
class several_result(_s.structseq[_t.Any], _b.tuple[_b.float, _b.int, _b.int, color | _b.int]):
    __match_args__: _t.Final[_b.tuple[_t.Literal["main_one"], _t.Literal["result"], _t.Literal["first"], _t.Literal["c"]]] = ("main_one", "result", "first", "c",)
    @_b.property
    def main_one(self) -> _b.float: ...
    @_b.property
    def result(self) -> _b.int: ...
    @_b.property
    def first(self) -> _b.int: ...
    @_b.property
    def c(self) -> color | _b.int: ...

# several() -> (main_one: float, result: int, first: int, c: color)
@_w.function
def several() -> several_result: ...

