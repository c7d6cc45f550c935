"""The C library behind module layouts."""

# Made from tests/golden/layouts/in.cdef by interop; do not edit.

from enum import IntEnum as _IntEnum

from interop.runtime import library as _library

_native = _library.load(__name__, __file__, '_layouts', 'fa90254088179bb3')
ffi = _native.ffi
lib = _native.lib
_loader = None


class kind(_IntEnum):
    """C: enum ly_kind."""

    LY_INT = 1
    LY_REAL = 2
    LY_TEXT = 3


show = _native.stubs.show
put = _native.stubs.put
walk = _native.stubs.walk

_native.stubs._interop_setup(ffi, _loader, {'ly_kind': kind}, {})

__all__ = [
    "kind",
    "put",
    "show",
    "walk",
]
