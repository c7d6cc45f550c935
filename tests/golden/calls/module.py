"""The C library behind module calls."""

# Made from tests/golden/calls/in.cdef by interop; do not edit.

from interop.runtime import library as _library

_native = _library.load(__name__, __file__, '_calls', '23b98281b84de43a')
ffi = _native.ffi
lib = _native.lib
_loader = None
add = _native.stubs.add
plus = _native.stubs.plus
keywords = _native.stubs.keywords
defaults = _native.stubs.defaults
default_before = _native.stubs.default_before
optional = _native.stubs.optional
fixed = _native.stubs.fixed
nothing = _native.stubs.nothing
cdecl = _native.stubs.cdecl

_native.stubs._interop_setup(ffi, _loader, {}, {})

__all__ = [
    "add",
    "cdecl",
    "default_before",
    "defaults",
    "fixed",
    "keywords",
    "nothing",
    "optional",
    "plus",
]
