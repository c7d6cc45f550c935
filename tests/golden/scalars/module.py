"""single values"""

# Made from tests/golden/scalars/in.cdef by interop; do not edit.

from enum import IntEnum as _IntEnum, IntFlag as _IntFlag

from interop.runtime import library as _library

_native = _library.load(__name__, __file__, '_scalars', 'eaa8dba4bffe280b')
ffi = _native.ffi
lib = _native.lib
_loader = None


class color(_IntEnum):
    """C: enum color."""

    RED = 0
    GREEN = 5
    BLUE = 6


class access(_IntFlag):
    """what may be done"""

    READ = 1
    WRITE = 2


FIRST = -1
LAST = 1048576
RATIO = 0.25
NAME = 'scalars'
MASK = 255
ANSWER = 42
by_value = _native.stubs.by_value
fixed_width = _native.stubs.fixed_width
next_color = _native.stubs.next_color
allow = _native.stubs.allow
frexp = _native.stubs.frexp
frexp_result = _native.stubs.frexp_result
three = _native.stubs.three
three_result = _native.stubs.three_result
maybe = _native.stubs.maybe
maybe_result = _native.stubs.maybe_result
several = _native.stubs.several
several_result = _native.stubs.several_result

_native.stubs._interop_setup(ffi, _loader, {'color': color, 'access': access}, {})

__all__ = [
    "ANSWER",
    "FIRST",
    "LAST",
    "MASK",
    "NAME",
    "RATIO",
    "access",
    "allow",
    "by_value",
    "color",
    "fixed_width",
    "frexp",
    "frexp_result",
    "maybe",
    "maybe_result",
    "next_color",
    "several",
    "several_result",
    "three",
    "three_result",
]
