# Made from tests/golden/varargs/in.cdef by interop; do not edit.
import builtins as _b
import _typeshed as _s
import typing as _t
import interop.runtime.aio as _w

__all__ = ["create", "open_file", "print_pair", "scan_any", "scan_pair", "scan_pair_result", "snprintf", "syslog"]

ffi: _t.Any
lib: _t.Any

# snprintf(format: str, *args: what the format takes, maxlen: int | None = None) -> str
@_w.function
def snprintf(format: _b.str, *args: _t.SupportsIndex | _t.SupportsFloat | _b.str | _b.bytes | None, maxlen: _t.SupportsIndex | None = ...) -> _b.str: ...

# syslog(pri: int, fmt: str, *args: what the format takes) -> None
def syslog(pri: _t.SupportsIndex, fmt: _b.str, *args: _t.SupportsIndex | _t.SupportsFloat | _b.str | _b.bytes | None) -> None: ...

# scan_any(s: str, format: str, *args: int | float | str | bytes | cdata | None) -> int
@_w.function
def scan_any(s: _b.str, format: _b.str, *args: _t.SupportsIndex | _b.float | _b.str | _b.bytes | None) -> _b.int: ...

@_t.final
class scan_pair_result(_s.structseq[_t.Any], _b.tuple[_b.int, _b.str]):
    __match_args__: _t.Final[_b.tuple[_t.Literal["number"], _t.Literal["word"]]] = ("number", "word",)
    @_b.property
    def number(self) -> _b.int: ...
    @_b.property
    def word(self) -> _b.str: ...

# scan_pair(s: str, word: str) -> (number: int, word: str)
@_w.function
def scan_pair(s: _b.str, word: _b.str) -> scan_pair_result: ...

# print_pair(format: str, a: int, b: str) -> int
@_w.function
def print_pair(format: _b.str, a: _t.SupportsIndex, b: _b.str) -> _b.int: ...

# create(file: str, oflag: int, mode: int) -> None
@_w.function
def create(file: _b.str, oflag: _t.SupportsIndex, mode: _t.SupportsIndex) -> None: ...

# open_file(file: str, oflag: int) -> None
@_w.function
def open_file(file: _b.str, oflag: _t.SupportsIndex) -> None: ...

