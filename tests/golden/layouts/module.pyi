# Made from tests/golden/layouts/in.cdef by interop; do not edit.
import enum as _e
import typing as _t

__all__ = ["kind", "put", "show", "walk"]

class kind(_e.IntEnum):
    LY_INT = 1
    LY_REAL = 2
    LY_TEXT = 3

ffi: _t.Any
lib: _t.Any

# show(value: cdata) -> None
def show(value: _t.Any) -> None: ...

# put(header: cdata) -> None
def put(header: _t.Any) -> None: ...

# walk(outer: cdata, aligned: cdata, partial: cdata) -> None
def walk(outer: _t.Any, aligned: _t.Any, partial: _t.Any) -> None: ...

