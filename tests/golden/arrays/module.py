"""The C library behind module arrays."""

# Made from tests/golden/arrays/in.cdef by interop; do not edit.

from enum import IntEnum as _IntEnum

from interop.runtime import library as _library

_native = _library.load(__name__, __file__, '_arrays', 'a694eee112a2c2d4')
ffi = _native.ffi
lib = _native.lib
_loader = None


class suit(_IntEnum):
    """C: enum suit."""

    CLUBS = 0
    SPADES = 1


sum = _native.stubs.sum
sum_unpromised = _native.stubs.sum_unpromised
sum_pinned = _native.stubs.sum_pinned
sum_copied = _native.stubs.sum_copied
dot = _native.stubs.dot
area = _native.stubs.area
ended = _native.stubs.ended
unknown = _native.stubs.unknown
maybe = _native.stubs.maybe
three = _native.stubs.three
bytes = _native.stubs.bytes
scale = _native.stubs.scale
scale_always = _native.stubs.scale_always
fill = _native.stubs.fill
some = _native.stubs.some
counted = _native.stubs.counted
raw_bytes = _native.stubs.raw_bytes
lists = _native.stubs.lists
lists_result = _native.stubs.lists_result
range = _native.stubs.range
table = _native.stubs.table
primes = _native.stubs.primes
find = _native.stubs.find

_native.stubs._interop_setup(ffi, _loader, {'suit': suit}, {})

__all__ = [
    "area",
    "bytes",
    "counted",
    "dot",
    "ended",
    "fill",
    "find",
    "lists",
    "lists_result",
    "maybe",
    "primes",
    "range",
    "raw_bytes",
    "scale",
    "scale_always",
    "some",
    "suit",
    "sum",
    "sum_copied",
    "sum_pinned",
    "sum_unpromised",
    "table",
    "three",
    "unknown",
]
