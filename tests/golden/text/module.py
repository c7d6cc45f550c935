"""The C library behind module text."""

# Made from tests/golden/text/in.cdef by interop; do not edit.

from interop.runtime import library as _library

_native = _library.load(__name__, __file__, '_text', '2f20508de44b6f80')
ffi = _native.ffi
lib = _native.lib
_loader = None
plain = _native.stubs.plain
maybe = _native.stubs.maybe
copied = _native.stubs.copied
latin = _native.stubs.latin
wide = _native.stubs.wide
units = _native.stubs.units
listed = _native.stubs.listed
ended = _native.stubs.ended
borrowed = _native.stubs.borrowed
borrowed_or_null = _native.stubs.borrowed_or_null
owned_or_null = _native.stubs.owned_or_null
borrowed_latin = _native.stubs.borrowed_latin
owned_wide = _native.stubs.owned_wide
words = _native.stubs.words
filled = _native.stubs.filled
measured = _native.stubs.measured
changed = _native.stubs.changed
wide_room = _native.stubs.wide_room

_native.stubs._interop_setup(ffi, _loader, {}, {})

__all__ = [
    "borrowed",
    "borrowed_latin",
    "borrowed_or_null",
    "changed",
    "copied",
    "ended",
    "filled",
    "latin",
    "listed",
    "maybe",
    "measured",
    "owned_or_null",
    "owned_wide",
    "plain",
    "units",
    "wide",
    "wide_room",
    "words",
]
