"""The C library behind module errors."""

# Made from tests/golden/errors/in.cdef by interop; do not edit.

from enum import IntEnum as _IntEnum

from interop.runtime import aio as _aio
from interop.runtime import library as _library
from interop.runtime.errors import CallError as _CallError

_native = _library.load(__name__, __file__, '_errors', 'ad01f64d346fbca2')
ffi = _native.ffi
lib = _native.lib
_loader = None


class status(_IntEnum):
    """C: enum status."""

    FINE = 0
    BROKEN = -1


class SystemFault(_CallError, OSError):
    """Raised by pointer_status()."""


class Fault(_CallError):
    """Raised by with_message(), over_parameters()."""


class MathFault(_CallError, OSError):
    """Raised by log()."""


reason = _native.stubs.reason
status_only = _native.stubs.status_only
status_kept = _native.stubs.status_kept
enum_status = _native.stubs.enum_status
with_errno = _native.stubs.with_errno
pointer_status = _native.stubs.pointer_status
with_message = _native.stubs.with_message
over_parameters = _native.stubs.over_parameters
log = _native.stubs.log
saved = _native.stubs.saved
between = _native.stubs.between
all_or_nothing = _native.stubs.all_or_nothing
aio = _aio.functions(__name__, (
    reason,
    status_only,
    status_kept,
    enum_status,
    with_errno,
    pointer_status,
    with_message,
    over_parameters,
    log,
    saved,
    between,
    all_or_nothing,
))

_native.stubs._interop_setup(ffi, _loader, {'status': status}, {'SystemFault': SystemFault, 'Fault': Fault, 'MathFault': MathFault})

__all__ = [
    "Fault",
    "MathFault",
    "SystemFault",
    "aio",
    "all_or_nothing",
    "between",
    "enum_status",
    "log",
    "over_parameters",
    "pointer_status",
    "reason",
    "saved",
    "status",
    "status_kept",
    "status_only",
    "with_errno",
    "with_message",
]
