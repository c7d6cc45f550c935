"""The C library behind module handles."""

# Made from tests/golden/handles/in.cdef by interop; do not edit.

from interop.runtime import library as _library

_native = _library.load(__name__, __file__, '_handles', '42fd09416c7a5231')
ffi = _native.ffi
lib = _native.lib
_loader = None
db = _native.stubs.db
row = _native.stubs.row
descriptor = _native.stubs.descriptor
db_close = _native.stubs.db_close
db_open = _native.stubs.db_open
db_memory = _native.stubs.db_memory
db_count = _native.stubs.db_count
db_first = _native.stubs.db_first
row_db = _native.stubs.row_db
row_value = _native.stubs.row_value
row_set_value = _native.stubs.row_set_value
row_next = _native.stubs.row_next
adopt = _native.stubs.adopt
open = _native.stubs.open
row_label = _native.stubs.row_label
swap = _native.stubs.swap
next = _native.stubs.next
next_result = _native.stubs.next_result
read = _native.stubs.read
db_main = _native.stubs.db_main

_native.stubs._interop_setup(ffi, _loader, {}, {})

__all__ = [
    "adopt",
    "db",
    "db_close",
    "db_count",
    "db_first",
    "db_main",
    "db_memory",
    "db_open",
    "descriptor",
    "next",
    "next_result",
    "open",
    "read",
    "row",
    "row_db",
    "row_label",
    "row_next",
    "row_set_value",
    "row_value",
    "swap",
]
