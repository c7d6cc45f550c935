"""The C library behind module callbacks."""

# Made from tests/golden/callbacks/in.cdef by interop; do not edit.

from interop.runtime import library as _library

_native = _library.load(__name__, __file__, '_callbacks', 'a7b3433e063d71f3')
ffi = _native.ffi
lib = _native.lib
_loader = None
hub = _native.stubs.hub
point = _native.stubs.point
malloc = _native.stubs.malloc
free = _native.stubs.free
each = _native.stubs.each
sort = _native.stubs.sort
make = _native.stubs.make
keep = _native.stubs.keep
once = _native.stubs.once
order = _native.stubs.order
open = _native.stubs.open
close = _native.stubs.close
on = _native.stubs.on

_native.stubs._interop_setup(ffi, _loader, {}, {})

__all__ = [
    "close",
    "each",
    "free",
    "hub",
    "keep",
    "make",
    "malloc",
    "on",
    "once",
    "open",
    "order",
    "point",
    "sort",
]
