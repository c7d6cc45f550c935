"""The C library behind module layouts."""

# Made from tests/golden/layouts/in.cdef by interop; do not edit.

from enum import IntEnum as _IntEnum

from interop.runtime import library as _library

_native = _library.load(__name__, __file__, '_layouts', '036b1302bc8a347c')
ffi = _native.ffi
lib = _native.lib
_loader = None


class kind(_IntEnum):
    """C: enum ly_kind."""

    LY_INT = 1
    LY_REAL = 2
    LY_TEXT = 3


Point = _native.stubs.Point
node = _native.stubs.node
value = _native.stubs.value
outer_items_inner = _native.stubs.outer_items_inner
outer_items = _native.stubs.outer_items
outer__interop_number = _native.stubs.outer__interop_number
outer = _native.stubs.outer
header = _native.stubs.header
aligned = _native.stubs.aligned
any = _native.stubs.any
same = _native.stubs.same
show = _native.stubs.show
put = _native.stubs.put
walk = _native.stubs.walk

_native.stubs._interop_setup(ffi, _loader, {'ly_kind': kind}, {})

__all__ = [
    "Point",
    "aligned",
    "any",
    "header",
    "kind",
    "node",
    "outer",
    "outer__interop_number",
    "outer_items",
    "outer_items_inner",
    "put",
    "same",
    "show",
    "value",
    "walk",
]
