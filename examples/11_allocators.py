"""zlib on memory that Python gives out: two methods of an object are the allocator of a stream."""

from __future__ import annotations

import zlib as python_zlib
from typing import Any

from bindings import zstream
from material import sources

ffi = zstream.ffi


class Allocator:
    """Counts what it gives out, keeps it until it comes back, and has only so much."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.blocks: dict[object, Any] = {}
        self.used = self.most = self.served = 0

    def zalloc(self, items: int, size: int) -> object:
        if self.used + items * size > self.limit:
            raise MemoryError(f"{items * size} bytes more than the {self.used} of {self.limit} that are in use")
        block = ffi.new("char[]", items * size)
        self.blocks[block] = block
        self.used += items * size
        self.most = max(self.most, self.used)
        self.served += 1
        return block

    def zfree(self, block: object) -> None:
        self.used -= len(self.blocks.pop(block))

    def __str__(self) -> str:
        return f"{self.served} blocks given, at most {self.most:,} bytes at a time, {len(self.blocks)} not back yet"


def compress(allocator: Allocator, data: bytes, level: int, memLevel: int = 8) -> bytes:
    """One text through a stream of its own."""
    stream = zstream.z_stream.from_methods(allocator)
    zstream.deflateInit2(stream, level=level, memLevel=memLevel)
    try:
        out, rest, status = [], memoryview(data), zstream.OK
        while status != zstream.STREAM_END:
            status, used, piece = zstream.deflate_step(stream, rest, flush=zstream.FINISH)
            out.append(piece)
            rest = rest[used:]
        return b"".join(out)
    finally:
        zstream.deflateEnd(stream)


text = sources(1_000_000)
allocator = Allocator(1 << 20)
packed = compress(allocator, text, level=9)
assert python_zlib.decompress(packed) == text
assert not allocator.blocks
assert allocator.used == 0
print(f"deflate: {len(text):,} bytes become {len(packed):,}: {allocator}")
small = Allocator(1 << 20)
compress(small, text, level=1, memLevel=1)
assert small.most < allocator.most
print(f"with memLevel 1: {small}")

stream = zstream.z_stream.from_methods(allocator)
zstream.inflateInit2(stream)
assert stream.zalloc == allocator.zalloc
unpacked, rest, status = bytearray(), memoryview(packed), zstream.OK
while status != zstream.STREAM_END:
    status, used, piece = zstream.inflate_step(stream, rest)
    unpacked += piece
    rest = rest[used:]
assert unpacked == text
print(f"inflate: {len(unpacked):,} bytes again: {allocator}")
zstream.inflateEnd(stream)
assert not allocator.blocks

# Too little memory is an error of the allocator's own, raised from the call for which it was too little. What zlib had
# by then has been given back.
for limit in (0, 10_000, 100_000):
    poor = Allocator(limit)
    try:
        compress(poor, text, level=6)
    except MemoryError as error:
        print(f"{limit:,} bytes: {type(error).__name__}: {error}; {len(poor.blocks)} blocks not back")
    assert not poor.blocks

# Left out, zlib has an allocator of its own, which can be called from here.
stream = zstream.z_stream()
zstream.deflateInit2(stream)
block = stream.zalloc(10, 100)
stream.zfree(block)
print(f"zlib's own: {stream.zalloc.__name__} gave {block}")
zstream.deflateEnd(stream)
