# Made from tests/golden/pointers/in.cdef by interop; do not edit.
import array as _a
import builtins as _b
import typing as _t
import interop.runtime.aio as _w

__all__ = ["array_made", "box_out", "lent", "made", "open_box", "same", "texts_made", "unannotated"]

ffi: _t.Any
lib: _t.Any

# made() -> str
@_w.function
def made() -> _b.str: ...

# lent() -> str | None
@_w.function
def lent() -> _b.str | None: ...

# array_made() -> array
@_w.function
def array_made() -> _a.array[_b.float]: ...

# texts_made() -> list[str]
@_w.function
def texts_made() -> _b.list[_b.str]: ...

# open_box(like: cdata) -> cdata
@_w.function
def open_box(like: _t.Any) -> _t.Any: ...

# box_out() -> cdata
@_w.function
def box_out() -> _t.Any: ...

# unannotated(x: cdata, y: cdata, z: cdata, callback: Callable[[int], int]) -> None
@_w.function
def unannotated(x: _t.Any, y: _t.Any, z: _t.Any, callback: _t.Callable[[_b.int], _t.SupportsIndex]) -> None: ...

# same(pointer: cdata) -> cdata
@_w.function
def same(pointer: _t.Any) -> _t.Any: ...

