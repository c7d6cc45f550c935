"""Compress several megabytes with the zlib binding, and let Python's own zlib check every result."""

from __future__ import annotations

import zlib as python_zlib
from typing import Any

from bindings import zlib
from material import sources

# Only what must be said: the source's length, the room for the result and its final length are the stub's business.
data = sources()
packed = zlib.compress2(data, level=zlib.BEST_SPEED)
print(f"zlib {zlib.zlibVersion()}: {len(data):,} bytes of Python source become {len(packed):,}")
assert python_zlib.decompress(packed) == data

# uncompress is not told how much comes out. It is called again with twice the room until that is enough.
assert zlib.uncompress(packed) == data
assert zlib.uncompress(python_zlib.compress(bytes(20_000_000))) == bytes(20_000_000)

# Any buffer goes in, where it lies; a caller's buffer may be filled in place of a new object.
room = bytearray(zlib.compressBound(len(data)))
written = zlib.compress2(memoryview(data), level=zlib.BEST_SPEED, dest=room)
assert room[:written] == packed
print(f"the same into a buffer of the caller's: {written:,} bytes written")

# Checksums of parts, chained and combined.
first, second = data[:3_000_000], data[3_000_000:]
checksum = zlib.crc32(second, crc=zlib.crc32(first))
assert checksum == python_zlib.crc32(data) == zlib.crc32_combine(zlib.crc32(first), zlib.crc32(second), len(second))
assert zlib.adler32(data) == python_zlib.adler32(data)
print(f"crc32 {checksum:08x}, adler32 {zlib.adler32(data):08x}, as Python's own zlib says")

# Faults have the library's own words, and its status.
try:
    zlib.uncompress(packed[:-1000])
except zlib.ZlibError as error:
    print(f"cut short: {error}; is that DATA_ERROR? {error.status == zlib.DATA_ERROR}")

text: Any = "text"
try:
    zlib.compress2(text)
except TypeError as error:
    print(f"text: {error}")
