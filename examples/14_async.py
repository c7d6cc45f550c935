"""C that is awaited: compressions side by side on worker threads, and POSIX requests that call back when done."""

from __future__ import annotations

import asyncio
import lzma as python_lzma
import os
import tempfile
import time
import zlib as python_zlib
from pathlib import Path

from bindings import lzma, posix_aio, zlib
from material import sources

TEXT = sources(2_000_000)
PIECES = 4
ROOM = 1 << 16


async def main() -> None:
    await compress_side_by_side()
    await read_in_the_background()
    await write_in_the_background()
    await failures()


async def compress_side_by_side() -> None:
    """Any function of a binding has a coroutine function in ``aio``; the loop goes on while C runs."""
    size = len(TEXT) // PIECES
    pieces = [TEXT[start : start + size] for start in range(0, len(TEXT), size)]
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            await asyncio.sleep(0.001)
            ticks += 1

    ticking = asyncio.create_task(tick())
    start = time.perf_counter()
    made = await asyncio.gather(
        *(zlib.compress2.aio(piece, level=9) for piece in pieces),
        *(lzma.easy_buffer_encode.aio(piece, preset=2) for piece in pieces),
    )
    seconds = time.perf_counter() - start
    ticking.cancel()
    by_zlib, by_lzma = made[: len(pieces)], made[len(pieces) :]
    assert b"".join(map(python_zlib.decompress, by_zlib)) == TEXT
    assert b"".join(map(python_lzma.decompress, by_lzma)) == TEXT
    assert ticks > 10
    print(f"{len(made)} compressions of {size / 1e6:.1f} MB took {seconds:.2f} s; the loop ticked {ticks} times")

    # What a call raises, await raises.
    try:
        await zlib.compress2.aio(TEXT, level=77)
    except zlib.ZlibError as error:
        print(f"a worker's exception: {error}")


async def read_in_the_background() -> None:
    """A function whose C calls back once, when it is done, gives a future if no callable is passed."""
    path = Path(asyncio.base_events.__file__)
    room = bytearray(path.stat().st_size)
    file = os.open(path, os.O_RDONLY)
    try:
        # All requests are on their way at once. What C fills is held where it is until C is done with it.
        view = memoryview(room)
        starts = range(0, len(room), ROOM // 8)
        counts = await asyncio.gather(*(posix_aio.read(file, view[at : at + ROOM // 8], at) for at in starts))
    finally:
        os.close(file)
    assert sum(counts) == len(room)
    assert bytes(room) == path.read_bytes()
    print(f"{len(counts)} requests read the {len(room):,} bytes of {path.name}")


async def write_in_the_background() -> None:
    with tempfile.TemporaryFile() as file:
        pieces = [bytes([65 + n]) * ROOM for n in range(26)]
        counts = await asyncio.gather(*(posix_aio.write(file.fileno(), p, n * ROOM) for n, p in enumerate(pieces)))
        assert file.read() == b"".join(pieces)
    print(f"{len(counts)} requests wrote {sum(counts):,} bytes")


async def failures() -> None:
    folder = os.open(".", os.O_RDONLY)
    try:
        await posix_aio.read(folder, bytearray(10))
    except IsADirectoryError as error:
        print(f"a request that failed: {error}")
    finally:
        os.close(folder)
    # A callable in place of the future: it is called on C's thread, and gets the plain values.
    told = asyncio.Event()
    loop, seen = asyncio.get_running_loop(), []
    posix_aio.read(-1, bytearray(10), 0, lambda count: (seen.append(count), loop.call_soon_threadsafe(told.set)))
    await asyncio.wait_for(told.wait(), 10)
    assert seen == [-1]
    print(f"the same told a callable {seen[0]}")


asyncio.run(main())
