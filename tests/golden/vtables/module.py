"""The C library behind module vtables."""

# Made from tests/golden/vtables/in.cdef by interop; do not edit.

from interop.runtime import library as _library

_native = _library.load(__name__, __file__, '_vtables', '484db66fcd079d5b')
ffi = _native.ffi
lib = _native.lib
_loader = None
pair = _native.stubs.pair
ops = _native.stubs.ops
plugin = _native.stubs.plugin
run = _native.stubs.run
update = _native.stubs.update
get = _native.stubs.get
plug = _native.stubs.plug

_native.stubs._interop_setup(ffi, _loader, {}, {})

__all__ = [
    "get",
    "ops",
    "pair",
    "plug",
    "plugin",
    "run",
    "update",
]
