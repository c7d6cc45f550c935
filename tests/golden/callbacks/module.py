"""The C library behind module callbacks."""

# Made from tests/golden/callbacks/in.cdef by interop; do not edit.

from interop.runtime import library as _library
from interop.runtime import marshalling as _marshalling
from interop.runtime.errors import CallError as _CallError

_native = _library.load(__name__, __file__, '_callbacks', '5e5a54773a72a24a')
ffi = _native.ffi
lib = _native.lib
_loader = None


class GoneWrong(_CallError):
    """Raised by walk()."""


hub = _native.stubs.hub
point = _native.stubs.point
malloc = _native.stubs.malloc
free = _native.stubs.free
complete = _native.stubs.complete
list = _native.stubs.list
reorder = _native.stubs.reorder
postponed = _native.stubs.postponed
each = _native.stubs.each
each_held = _native.stubs.each_held
again = _native.stubs.again
sort = _native.stubs.sort
make = _native.stubs.make
keep = _native.stubs.keep
once = _native.stubs.once
order = _native.stubs.order
words = _native.stubs.words
walk = _native.stubs.walk
write = _native.stubs.write
read = _native.stubs.read
end = _native.stubs.end
open = _native.stubs.open
close = _native.stubs.close
on = _native.stubs.on
offer = _native.stubs.offer
choose = _native.stubs.choose
finished_outcome = _native.stubs.finished_outcome

_native.stubs._interop_setup(ffi, _loader, {}, {'GoneWrong': GoneWrong})
_native.stubs._interop_marshallers(
    _marshalling.load(__name__, 'interop.marshallers.times:UnixTime', 'to_c from_c', 'g_postponed()'),
)

__all__ = [
    "GoneWrong",
    "again",
    "choose",
    "close",
    "complete",
    "each",
    "each_held",
    "end",
    "finished_outcome",
    "free",
    "hub",
    "keep",
    "list",
    "make",
    "malloc",
    "offer",
    "on",
    "once",
    "open",
    "order",
    "point",
    "postponed",
    "read",
    "reorder",
    "sort",
    "walk",
    "words",
    "write",
]
