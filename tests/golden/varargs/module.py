"""The C library behind module varargs."""

# Made from tests/golden/varargs/in.cdef by interop; do not edit.

from interop.runtime import library as _library

_native = _library.load(__name__, __file__, '_varargs', '1962549364ecb94d')
ffi = _native.ffi
lib = _native.lib
_loader = None
snprintf = _native.stubs.snprintf
syslog = _native.stubs.syslog
scan_any = _native.stubs.scan_any
scan_pair = _native.stubs.scan_pair
scan_pair_result = _native.stubs.scan_pair_result
print_pair = _native.stubs.print_pair
create = _native.stubs.create
open_file = _native.stubs.open_file

_native.stubs._interop_setup(ffi, _loader, {}, {})

__all__ = [
    "create",
    "open_file",
    "print_pair",
    "scan_any",
    "scan_pair",
    "scan_pair_result",
    "snprintf",
    "syslog",
]
