"""The C library behind module errors."""

# Made from tests/golden/errors/in.cdef by interop; do not edit.

from enum import IntEnum as _IntEnum

from interop.runtime import library as _library
from interop.runtime.errors import CallError as _CallError
from interop.runtime.errors import statuses as _statuses

_native = _library.load(__name__, __file__, '_errors', '6e9b2019551a9977')
ffi = _native.ffi
lib = _native.lib
_loader = None


class status(_IntEnum):
    """C: enum status."""

    FINE = 0
    BROKEN = -1


class Fault(_CallError):
    """Raised by over_parameters(), with_message()."""


class MathFault(_CallError, OSError):
    """Raised by log()."""


class StoreError(_CallError):
    """Raised by store(), store_find(). By the status: StoreBusy, StoreMissing."""


class SystemFault(_CallError, OSError):
    """Raised by pointer_status()."""


class StoreBusy(StoreError):
    """C: STORE_BUSY (5)."""


class StoreMissing(StoreError, LookupError):
    """C: STORE_MISSING (6), STORE_GONE (8)."""


_statuses(StoreError, None, {5: StoreBusy, 6: StoreMissing, 8: StoreMissing})
STORE_OK = 0
STORE_BUSY = 5
STORE_MISSING = 6
STORE_ODD = 7
STORE_GONE = 8
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
store = _native.stubs.store
store_find = _native.stubs.store_find
hresult = _native.stubs.hresult
hresult_itself = _native.stubs.hresult_itself
ask = _native.stubs.ask
between = _native.stubs.between
all_or_nothing = _native.stubs.all_or_nothing

_native.stubs._interop_setup(ffi, _loader, {'status': status}, {'Fault': Fault, 'MathFault': MathFault, 'StoreError': StoreError, 'SystemFault': SystemFault, 'StoreBusy': StoreBusy, 'StoreMissing': StoreMissing})

__all__ = [
    "Fault",
    "MathFault",
    "STORE_BUSY",
    "STORE_GONE",
    "STORE_MISSING",
    "STORE_ODD",
    "STORE_OK",
    "StoreBusy",
    "StoreError",
    "StoreMissing",
    "SystemFault",
    "all_or_nothing",
    "ask",
    "between",
    "enum_status",
    "hresult",
    "hresult_itself",
    "log",
    "over_parameters",
    "pointer_status",
    "reason",
    "saved",
    "status",
    "status_kept",
    "status_only",
    "store",
    "store_find",
    "with_errno",
    "with_message",
]
