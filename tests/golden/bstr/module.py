"""The C library behind module bstr."""

# Made from tests/golden/bstr/in.cdef by interop; do not edit.

from interop.runtime import library as _library

_native = _library.load(__name__, __file__, '_bstr', '7a724fda6ba380ab')
ffi = _native.ffi
lib = _native.lib
_loader = None
length = _native.stubs.length
same = _native.stubs.same
made = _native.stubs.made
changed = _native.stubs.changed
total = _native.stubs.total
shouted = _native.stubs.shouted
peeked = _native.stubs.peeked
kept = _native.stubs.kept
peeked_at = _native.stubs.peeked_at
pushed = _native.stubs.pushed
permuted = _native.stubs.permuted
ended = _native.stubs.ended
ended_result = _native.stubs.ended_result

_native.stubs._interop_setup(ffi, _loader, {}, {})

__all__ = [
    "changed",
    "ended",
    "ended_result",
    "kept",
    "length",
    "made",
    "peeked",
    "peeked_at",
    "permuted",
    "pushed",
    "same",
    "shouted",
    "total",
]
