"""Compress and uncompress more than fits into the memory that is allowed, through zlib's own streams."""

from __future__ import annotations

import os
import resource
import threading
import time
import zlib as python_zlib
from collections.abc import Iterator

from bindings import zlib, zstream
from material import sources

TOTAL = 128 << 20
ALLOWED = 64 << 20
CHUNK = 64 << 10


def chunks() -> Iterator[bytes]:
    """As much text as is wanted, of which only one piece exists at a time."""
    text = sources(4_000_000)
    for start in range(0, TOTAL, CHUNK):
        at = start % (len(text) - CHUNK)
        yield text[at : at + CHUNK]


def megabytes(size: float) -> str:
    return f"{size / (1 << 20):.0f} MiB"


# As C does it: the pointers in the record say where the input is and where the output goes, and zlib moves them on.
# The buffers must live as long as the pointers, and nobody but us knows that: hence the names.
ffi = zstream.ffi
stream = zstream.z_stream()
zstream.deflateInit2(stream, windowBits=31)
text, room = sources(CHUNK), bytearray(CHUNK)
source, target = ffi.from_buffer("Bytef[]", text), ffi.from_buffer("Bytef[]", room, require_writable=True)
stream.next_in, stream.avail_in = source, len(source)
stream.next_out, stream.avail_out = target, len(target)
assert zstream.deflate(stream, zstream.FINISH) == zstream.STREAM_END
zstream.deflateEnd(stream)
packed = room[: stream.total_out]
assert python_zlib.decompress(packed, wbits=31) == text
assert stream.next_in == source + len(text)
print(f"deflate: {stream.total_in:,} bytes become {stream.total_out:,} in the format of gzip")

# A copy of a stream is another object at another address, which zlib finds out and refuses.
stream = zstream.z_stream()
zstream.inflateInit2(stream)
try:
    zstream.inflate_step(zstream.z_stream(state=stream.state), packed)
except zstream.StreamError as error:
    print(f"a copy of a stream: {error}; is that STREAM_ERROR? {error.status == zstream.STREAM_ERROR}")
zstream.inflateEnd(stream)

# From here on all of it would not fit: as text, there is more of it than this process may still allocate.
with open("/proc/self/statm", "rb") as statm:
    used = int(statm.read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + ALLOWED, resource.RLIM_INFINITY))
try:
    bytes(TOTAL)
except MemoryError:
    print(f"{megabytes(TOTAL)} at once: MemoryError, as {megabytes(ALLOWED)} are allowed")

# One thread compresses into a pipe, the other uncompresses what comes out of it; zlib runs without the GIL.
reader, writer = os.pipe()


def compress() -> None:
    # Closed whatever happens, so that nobody waits for the rest.
    with open(writer, "wb", buffering=0) as pipe:
        stream = zstream.z_stream()
        zstream.deflateInit2(stream, level=zstream.BEST_SPEED)
        for chunk in chunks():
            rest = memoryview(chunk)
            while rest:
                _, used, out = zstream.deflate_step(stream, rest, destLen=CHUNK)
                rest = rest[used:]
                pipe.write(out)
        status = zstream.OK
        while status != zstream.STREAM_END:
            status, _, out = zstream.deflate_step(stream, b"", destLen=CHUNK, flush=zstream.FINISH)
            pipe.write(out)
        zstream.deflateEnd(stream)


before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10
start = time.perf_counter()
thread = threading.Thread(target=compress)
thread.start()
stream = zstream.z_stream()
zstream.inflateInit2(stream)
checksum = piped = 0
room = bytearray(4 * CHUNK)
with open(reader, "rb", buffering=0) as pipe:
    while piece := pipe.read(CHUNK):
        piped += len(piece)
        rest = memoryview(piece)
        while True:
            # Into the same room each time: with a buffer of the caller's the call says how much of it is filled.
            _, used, filled = zstream.inflate_step(stream, rest, dest=room)
            checksum = zlib.crc32(memoryview(room)[:filled], crc=checksum)
            rest = rest[used:]
            if not rest and filled < len(room):
                break
zstream.inflateEnd(stream)
thread.join()
took = time.perf_counter() - start
grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10) - before

expected = 0
for chunk in chunks():
    expected = zlib.crc32(chunk, crc=expected)
assert (stream.total_out, stream.total_in, checksum) == (TOTAL, piped, expected)
assert grown < ALLOWED // 2
print(f"{megabytes(stream.total_out)} through a pipe as {megabytes(piped)}, in pieces of {CHUNK >> 10} KiB")
print(f"their checksum is right; the memory in use grew by {grown / (1 << 20):.1f} MiB; {took:.1f} s")
