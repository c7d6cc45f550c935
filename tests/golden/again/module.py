"""The C library behind module again."""

# Made from tests/golden/again/in.cdef by interop; do not edit.

from interop.runtime import library as _library

_native = _library.load(__name__, __file__, '_again', 'c1da01c6400c5a29')
ffi = _native.ffi
lib = _native.lib
_loader = None
getcwd = _native.stubs.getcwd
unpack = _native.stubs.unpack
list = _native.stubs.list
render = _native.stubs.render

_native.stubs._interop_setup(ffi, _loader, {}, {})

__all__ = [
    "getcwd",
    "list",
    "render",
    "unpack",
]
