"""The C library behind module marshallers."""

# Made from tests/golden/marshallers/in.cdef by interop; do not edit.

from interop.runtime import library as _library
from interop.runtime import marshalling as _marshalling

_native = _library.load(__name__, __file__, '_marshallers', '2834ace28cbf4b93')
ffi = _native.ffi
lib = _native.lib
_loader = None
guid = _native.stubs.guid
event = _native.stubs.event
take = _native.stubs.take
change = _native.stubs.change
answer = _native.stubs.answer
later = _native.stubs.later
delay_or_not = _native.stubs.delay_or_not
shift = _native.stubs.shift
every = _native.stubs.every
flip_id = _native.stubs.flip_id
guid_make = _native.stubs.guid_make
guid_find = _native.stubs.guid_find
guid_next = _native.stubs.guid_next
event_delay = _native.stubs.event_delay

_native.stubs._interop_setup(ffi, _loader, {}, {})
_native.stubs._interop_marshallers(
    _marshalling.load(__name__, 'interop.marshallers.times:UnixTime', 'to_c from_c elements', "field 'when' of event"),
    _marshalling.load(__name__, 'interop.marshallers.identifiers:Guid', 'to_c from_c elements', "field 'key' of event"),
    _marshalling.load(__name__, 'interop.marshallers.paths:Path', 'to_c from_c elements', "field 'place' of event"),
    _marshalling.load(__name__, 'tests.support.marshallers:Simple', 'to_c from_c elements', "field 'kind' of event"),
    _marshalling.load(__name__, 'tests.support.marshallers:Logged', 'to_c from_c', "parameter 'x' of t_take()"),
    _marshalling.load(__name__, '.conv:Guid', 'to_c from_c', "parameter 'id' of t_flip_id()"),
)

__all__ = [
    "answer",
    "change",
    "delay_or_not",
    "event",
    "event_delay",
    "every",
    "flip_id",
    "guid",
    "guid_find",
    "guid_make",
    "guid_next",
    "later",
    "shift",
    "take",
]
