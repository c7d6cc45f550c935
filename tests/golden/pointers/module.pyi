# Made from tests/golden/pointers/in.cdef by interop; do not edit.
import array as _a
import builtins as _b
import typing as _t

__all__ = ["aio", "array_made", "box_out", "lent", "made", "open_box", "same", "texts_made", "unannotated"]

ffi: _t.Any
lib: _t.Any

# made() -> str
def made() -> _b.str: ...

# lent() -> str | None
def lent() -> _b.str | None: ...

# array_made() -> array
def array_made() -> _a.array[_b.float]: ...

# texts_made() -> list[str]
def texts_made() -> _b.list[_b.str]: ...

# open_box(like: cdata) -> cdata
def open_box(like: _t.Any) -> _t.Any: ...

# box_out() -> cdata
def box_out() -> _t.Any: ...

# unannotated(x: cdata, y: cdata, z: cdata, callback: Callable[[int], int]) -> None
def unannotated(x: _t.Any, y: _t.Any, z: _t.Any, callback: _t.Callable[[_b.int], _t.SupportsIndex]) -> None: ...

# same(pointer: cdata) -> cdata
def same(pointer: _t.Any) -> _t.Any: ...

@_t.final
class _Aio:
    # array_made() -> array
    @_b.staticmethod
    async def array_made() -> _a.array[_b.float]: ...

    # box_out() -> cdata
    @_b.staticmethod
    async def box_out() -> _t.Any: ...

    # lent() -> str | None
    @_b.staticmethod
    async def lent() -> _b.str | None: ...

    # made() -> str
    @_b.staticmethod
    async def made() -> _b.str: ...

    # open_box(like: cdata) -> cdata
    @_b.staticmethod
    async def open_box(like: _t.Any) -> _t.Any: ...

    # same(pointer: cdata) -> cdata
    @_b.staticmethod
    async def same(pointer: _t.Any) -> _t.Any: ...

    # texts_made() -> list[str]
    @_b.staticmethod
    async def texts_made() -> _b.list[_b.str]: ...

    # unannotated(x: cdata, y: cdata, z: cdata, callback: Callable[[int], int]) -> None
    @_b.staticmethod
    async def unannotated(x: _t.Any, y: _t.Any, z: _t.Any, callback: _t.Callable[[_b.int], _t.SupportsIndex]) -> None: ...

aio: _Aio
