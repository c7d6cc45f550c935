"""A library without headers: liblzma is found by its name, opened by the first call, and checked by Python's lzma."""

from __future__ import annotations

import lzma as python_lzma
import zlib as python_zlib

from bindings import lzma
from material import sources

import interop

# Before the first call nothing is opened, so a program may still say where the library is.
asked: list[str] = []


def resolver(name: str, module: str) -> str | None:
    asked.append(name)
    return None  # go on searching as usual


interop.set_resolver(lzma, resolver)
try:
    print(f"liblzma {lzma.version_string()}; the resolver was asked for {' and '.join(asked)}")
except interop.LibraryNotFoundError as error:
    raise SystemExit(f"this example needs liblzma:\n{error}") from None

data = sources(3_000_000)
packed = lzma.easy_buffer_encode(data, preset=1)
print(f"{len(data):,} bytes become {len(packed):,}")
assert python_lzma.decompress(packed) == data
assert lzma.stream_buffer_decode(python_lzma.compress(data, preset=0), out_size=len(data)).out == data

# liblzma's CRC-32 and zlib's are two implementations of one checksum.
assert lzma.crc32(data) == python_zlib.crc32(data)
print(f"crc32 {lzma.crc32(data):08x}, crc64 {lzma.crc64(data):016x}")

# Enumerations in and out: by name, as a number, and in errors.
assert lzma.check_is_supported(lzma.check.CRC64)
for check in (lzma.check.NONE, lzma.check.SHA256):
    assert python_lzma.decompress(lzma.easy_buffer_encode(data[:1000], check=check)) == data[:1000]
for what, call in (
    ("too little room", lambda: lzma.stream_buffer_decode(packed, out_size=1000)),
    ("too little memory", lambda: lzma.stream_buffer_decode(packed, memlimit=1000, out_size=len(data))),
    ("no .xz stream", lambda: lzma.stream_buffer_decode(b"no .xz stream", out_size=1000)),
):
    try:
        call()
    except lzma.LzmaError as error:
        print(f"{what}: {error.status!r}")
