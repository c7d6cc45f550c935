"""The C library behind module lazy."""

# Made from tests/golden/lazy/in.cdef by interop; do not edit.

from enum import IntEnum as _IntEnum

import os as _os

from interop.runtime import library as _library
from interop.runtime.loading import LazyLib as _LazyLib
from interop.runtime.loading import Loader as _Loader

_native = _library.load(__name__, __file__, '_lazy', '1f1eb34ed63a3788')
ffi = _native.ffi
_loader = _Loader(__name__, _os.path.dirname(_os.path.abspath(__file__)), ('lzma', 'liblzma.so.5'))
_functions = {
    'lzma_version_string': 'const char *(*)(void)',
    'lzma_bound': 'size_t (*)(size_t)',
    'lzma_encode': 'lzma_ret (*)(const uint8_t *, size_t, uint8_t *, size_t *)',
    'lzma_text': 'char *(*)(void)',
}
_variables = {
    'lzma_level': 'int',
}
lib = _LazyLib(ffi, _loader, _functions, _variables, _native.lib)


class ret(_IntEnum):
    """C: lzma_ret."""

    OK = 0
    BUF_ERROR = 10


version_string = _native.stubs.version_string
encode = _native.stubs.encode
text = _native.stubs.text

_native.stubs._interop_setup(ffi, _loader, {'lzma_ret': ret}, {})

__all__ = [
    "encode",
    "ret",
    "text",
    "version_string",
]
