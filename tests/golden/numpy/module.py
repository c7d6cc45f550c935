"""The C library behind module numpy."""

# Made from tests/golden/numpy/in.cdef by interop; do not edit.

from interop.runtime import library as _library

_native = _library.load(__name__, __file__, '_numpy', 'b9973e9e165f23c5')
ffi = _native.ffi
lib = _native.lib
_loader = None
length = _native.stubs.length
fill = _native.stubs.fill
both = _native.stubs.both
table = _native.stubs.table

_native.stubs._interop_setup(ffi, _loader, {}, {})

__all__ = [
    "both",
    "fill",
    "length",
    "table",
]
