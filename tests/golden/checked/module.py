"""The C library behind module checked."""

# Made from tests/golden/checked/in.cdef by interop; do not edit.

from interop.runtime import library as _library

_native = _library.load(__name__, __file__, '_checked', 'e40a2aa547f06832')
ffi = _native.ffi
lib = _native.lib
_loader = None
sum = _native.stubs.sum
decode = _native.stubs.decode
upper = _native.stubs.upper
total = _native.stubs.total
find = _native.stubs.find
made = _native.stubs.made
kept = _native.stubs.kept
add = _native.stubs.add
name = _native.stubs.name

_native.stubs._interop_setup(ffi, _loader, {}, {})

__all__ = [
    "add",
    "decode",
    "find",
    "kept",
    "made",
    "name",
    "sum",
    "total",
    "upper",
]
