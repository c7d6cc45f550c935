"""The C library behind module pointers."""

# Made from tests/golden/pointers/in.cdef by interop; do not edit.

from interop.runtime import library as _library

_native = _library.load(__name__, __file__, '_pointers', '82e87dc27a3901ae')
ffi = _native.ffi
lib = _native.lib
_loader = None
made = _native.stubs.made
lent = _native.stubs.lent
array_made = _native.stubs.array_made
texts_made = _native.stubs.texts_made
open_box = _native.stubs.open_box
box_out = _native.stubs.box_out
unannotated = _native.stubs.unannotated
same = _native.stubs.same

_native.stubs._interop_setup(ffi, _loader, {}, {})

__all__ = [
    "array_made",
    "box_out",
    "lent",
    "made",
    "open_box",
    "same",
    "texts_made",
    "unannotated",
]
