# Made from tests/golden/pointers/in.cdef by interop; do not edit.
from array import array
from typing import Any
from typing import Any as _Any

__all__ = ["array_made", "box_out", "lent", "made", "open_box", "same", "texts_made", "unannotated"]

ffi: _Any
lib: _Any

# made() -> str
def made() -> str: ...

# lent() -> str | None
def lent() -> str | None: ...

# array_made() -> array
def array_made() -> array[float]: ...

# texts_made() -> list[str]
def texts_made() -> list[str]: ...

# open_box(like: cdata) -> cdata
def open_box(like: Any) -> Any: ...

# box_out() -> cdata
def box_out() -> Any: ...

# unannotated(x: cdata, y: cdata, z: cdata, callback: cdata) -> None
def unannotated(x: Any, y: Any, z: Any, callback: Any) -> None: ...

# same(pointer: cdata) -> cdata
def same(pointer: Any) -> Any: ...

