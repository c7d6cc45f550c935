"""The C library behind module marshallers."""

# Made from tests/golden/marshallers/in.cdef by interop; do not edit.

from interop.runtime import library as _library
from interop.runtime import marshalling as _marshalling

_native = _library.load(__name__, __file__, '_marshallers', 'd2de38934f9c1a8f')
ffi = _native.ffi
lib = _native.lib
_loader = None
take = _native.stubs.take
change = _native.stubs.change
answer = _native.stubs.answer
later = _native.stubs.later
delay_or_not = _native.stubs.delay_or_not
shift = _native.stubs.shift
every = _native.stubs.every
flip_id = _native.stubs.flip_id

_native.stubs._interop_setup(ffi, _loader, {}, {})
_native.stubs._interop_marshallers(
    _marshalling.load(__name__, 'tests.support.marshallers:Logged', 'to_c from_c', "parameter 'x' of t_take()"),
    _marshalling.load(__name__, 'tests.support.marshallers:Simple', 'to_c from_c', 't_answer()'),
    _marshalling.load(__name__, 'interop.marshallers.times:UnixTime', 'to_c from_c elements', 't_later()'),
    _marshalling.load(__name__, '.conv:Guid', 'to_c from_c', "parameter 'id' of t_flip_id()"),
)

__all__ = [
    "answer",
    "change",
    "delay_or_not",
    "every",
    "flip_id",
    "later",
    "shift",
    "take",
]
