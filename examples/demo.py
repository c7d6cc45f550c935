"""What the example bindings do on real input, how fast, and how that compares. Run by ``make demo``."""

from __future__ import annotations

import asyncio
import ctypes
import ctypes.util
import inspect
import lzma as python_lzma
import math
import os
import time
import zlib as python_zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
from bindings import expat, kernels, libc, libm, lzma, net, posix_aio, sqlite, system, zlib, zstream
from material import nanoseconds, seconds, sources, words

import interop

CDEFS = Path(__file__).resolve().parents[1] / "cdefs"


def main() -> None:
    print("interop: annotated C declarations in, compiled bindings out\n")
    what_was_bound()
    what_one_declaration_becomes()
    compression()
    the_c_library()
    structs()
    structs_of_functions()
    arrays_of_structs()
    objects()
    asyncio.run(awaiting())
    errors()
    speed()


def section(title: str) -> None:
    print(f"\n--- {title} " + "-" * (90 - len(title)))


def row(what: str, result: str, check: str = "") -> None:
    print(f"  {what:<25}{result:<45}{check}")


def lines_of(path: Path) -> int:
    """Lines that declare something."""
    text = path.read_text()
    return sum(bool(line.strip()) and not line.strip().startswith("/*") for line in text.splitlines())


def what_was_bound() -> None:
    section("what was bound, without a line of glue")
    for module, how in (
        (zlib, "linked, checked against zlib.h"),
        (libc, "linked, checked against seven headers"),
        (libm, "linked, checked against math.h"),
        (lzma, "by name alone, opened by the first call"),
        (system, "linked, checked against six headers"),
        (net, "linked, checked against five headers"),
        (zstream, "linked, checked against zlib.h"),
        (kernels, "compiled in, checked against kernels.h"),
        (sqlite, "linked, checked against sqlite3.h"),
        (expat, "linked, checked against expat.h"),
        (posix_aio, "linked, checked against aio.h"),
    ):
        name = module.__name__.rpartition(".")[2]
        functions = [value for value in vars(module).values() if inspect.isroutine(value)]
        declared = lines_of(CDEFS / f"{name}.cdef")
        row(f"{name}.cdef", f"{declared} lines declare {len(functions)} functions", how)


def what_one_declaration_becomes() -> None:
    section("what one declaration becomes")
    path = CDEFS / "zlib.cdef"
    text = path.read_text()
    end = text.index(";", text.index("int compress2"))
    start = text.rindex("\n[success", 0, end) + 1
    print("".join(f"  {line}\n" for line in text[start : end + 1].splitlines()))
    print("".join(f"  {line}".rstrip() + "\n" for line in (inspect.getdoc(zlib.compress2) or "").splitlines()), end="")


def compression() -> None:
    section("real data: Python's standard library as one text")
    data = sources()
    packed = zlib.compress2(data, level=1)
    assert python_zlib.decompress(packed) == data
    row("zlib.compress2", f"{len(data):,} bytes -> {len(packed):,}", "Python's zlib reads it back")
    assert zlib.uncompress(packed) == data
    row("zlib.uncompress", f"{len(packed):,} bytes -> {len(data):,}", "the data again, its size not told")
    assert zlib.crc32(data) == python_zlib.crc32(data)
    row("zlib.crc32", f"{zlib.crc32(data):08x}", "as Python's zlib says")
    part = data[:3_000_000]
    xz = lzma.easy_buffer_encode(part, preset=0)
    assert python_lzma.decompress(xz) == part
    row("lzma.easy_buffer_encode", f"{len(part):,} bytes -> {len(xz):,}", "Python's lzma reads it back")
    assert lzma.crc32(data) == zlib.crc32(data)
    row("lzma.crc32", f"{lzma.crc32(data):08x}", "two libraries, one checksum")


def the_c_library() -> None:
    section("the C library: text, numbers, arrays, files")
    assert libc.getcwd() == os.getcwd()
    row("libc.getcwd()", shortened(libc.getcwd()), "in room that grows if it must")
    row("libc.getenv('NOT_SET')", repr(libc.getenv("NOT_SET")), "NULL, where the declaration allows it")
    number, rest = libc.strtol("299792458 m/s")
    row("libc.strtol(...)", f"{number}, {rest!r}", "two results: the number, and what is left")
    loads = libc.getloadavg()
    row("libc.getloadavg()", f"array({loads.typecode!r}, {[round(x, 2) for x in loads]})", "an array as long as C says")
    fraction, exponent = libm.frexp(math.pi)
    assert (fraction, exponent) == math.frexp(math.pi)
    row("libm.frexp(pi)", f"{fraction:.6f}, {exponent}", "as Python's math says")
    reader, writer = libc.pipe()
    libc.write(writer, memoryview(b"pinned, not copied"))
    row("libc.pipe, write, read", repr(libc.read(reader, nbytes=64)), "bytes in and out")
    for fd in (reader, writer):
        libc.close(fd)


def structs() -> None:
    section("structs: in and out, nested, in lists, at a fixed address")
    name = system.uname()
    assert (name.sysname, name.machine) == (os.uname().sysname, os.uname().machine)
    row(
        "system.uname()", shortened(f"{name.sysname} {name.release} {name.machine}"), "text in fields of a fixed length"
    )
    info = system.stat(__file__)
    changed = info.st_mtim.tv_sec * 10**9 + info.st_mtim.tv_nsec
    assert (info.st_size, changed) == (os.stat(__file__).st_size, os.stat(__file__).st_mtime_ns)
    row(
        "system.stat(...)",
        f"changed at {info.st_mtim.tv_sec}.{info.st_mtim.tv_nsec:09}",
        "a struct in a struct, seen where it is",
    )
    date = system.tm(tm_year=101, tm_mon=9, tm_mday=40, tm_isdst=-1)
    system.mktime(date)
    row("system.mktime(...)", f"October 40 is {system.strftime('%A, %B %-d', date)}", "what goes in is put right")
    found = net.getaddrinfo("127.0.0.1", "443", net.addrinfo(ai_socktype=net.SOCK_STREAM))
    row(
        "net.getaddrinfo(...)",
        f"{len(found.ai_addr or b'')} bytes of address",
        "a list that C allocates, read and freed",
    )
    stream, data, packed = zstream.z_stream(), sources(1_000_000), bytearray()
    zstream.deflateInit2(stream)
    for start in range(0, len(data), 50_000):
        packed += zstream.deflate_step(stream, memoryview(data)[start : start + 50_000], destLen=100_000).dest
    packed += zstream.deflate_step(stream, b"", destLen=100_000, flush=zstream.FINISH).dest
    zstream.deflateEnd(stream)
    assert python_zlib.decompress(packed) == data
    row("zstream.deflate", f"{stream.total_in:,} bytes -> {stream.total_out:,}", "in 20 pieces, one z_stream")


class Memory:
    """An allocator for zlib: what it has given out, by its address."""

    def __init__(self) -> None:
        self.blocks: dict[object, object] = {}
        self.given = 0

    def zalloc(self, items: int, size: int) -> object:
        if self.given == 4:
            raise MemoryError("four blocks are enough")
        self.given += 1
        block = zstream.ffi.new("char[]", items * size)
        self.blocks[block] = block
        return block

    def zfree(self, block: object) -> None:
        del self.blocks[block]


def structs_of_functions() -> None:
    section("structs of function pointers, filled with methods")
    memory = Memory()
    stream = zstream.z_stream.from_methods(memory)
    zstream.inflateInit2(stream)
    text = zstream.inflate_step(stream, python_zlib.compress(b"from memory of Python's")).dest.decode()
    there = len(memory.blocks)
    zstream.inflateEnd(stream)
    assert memory.blocks == {}
    row("z_stream.from_methods", repr(text), f"blocks given: {there}, and back again")
    assert stream.zalloc == memory.zalloc
    failed(lambda: zstream.deflateInit2(stream))
    assert memory.blocks == {}


def arrays_of_structs() -> None:
    section("a million structs in NumPy, no copy")
    count = 1_000_000
    layout = [("position", "f4", 3), ("velocity", "f4", 3), ("mass", "f4"), ("id", "u4")]
    particles = np.zeros(count, layout)
    particles["position"], particles["mass"] = 1, 1
    there = int(kernels.ffi.cast("uintptr_t", kernels.where(particles)))
    assert there == particles.ctypes.data
    row("kernels.where(particles)", f"{there:#x} in C", f"{particles.ctypes.data:#x} in NumPy")
    took = seconds(lambda: kernels.step(particles, 0.001))
    assert 0 < particles["position"][0, 0] < 1
    row("kernels.step(particles)", f"{took * 1e9 / count:.1f} ns per particle", f"{particles.nbytes:,} bytes in place")


def objects() -> None:
    section("handles as classes: a database and a parser, with handlers in Python")
    rows = words(100_000)
    with sqlite.Database(":memory:") as db:
        db.exec(
            "CREATE TABLE word(id INTEGER, file TEXT, line INTEGER, place REAL, word TEXT, number REAL, bytes BLOB)"
        )
        start = time.perf_counter()
        with db.prepare("INSERT INTO word VALUES(?, ?, ?, ?, ?, ?, ?)") as insert:
            for word in rows:
                insert.run(word)
        took = (time.perf_counter() - start) * 1e9 / len(rows)
        row("sqlite.Statement.run", f"{len(rows):,} rows, {took:.0f} ns each", "seven values of every type in a call")
        with db.prepare("SELECT * FROM word") as select:
            start = time.perf_counter()
            found = list(select)
        took = (time.perf_counter() - start) * 1e9 / len(rows)
        assert list(map(tuple, found)) == rows
        row("for row in statement", f"{len(rows):,} rows, {took:.0f} ns each", "the same values again")
        db.create_function("backwards", 1, lambda values: str(values[0])[::-1])
        with db.prepare("SELECT backwards(file) FROM word LIMIT 1") as select:
            assert list(select) == [[rows[0][1][::-1]]]
            row("db.create_function", f"backwards(file) is {rows[0][1][::-1]!r}", "SQL calls Python")
    names: list[str] = []
    xml = (
        b"<files>"
        + b"".join(b"<file name='%s'/>" % name.encode() for name in sorted({w[1] for w in rows}))
        + b"</files>"
    )
    with expat.Parser() as parser:
        parser.start_element = lambda name, attributes: names.extend(attributes[1::2])
        parser.parse(xml, True)
    assert names == sorted({word[1] for word in rows})
    row("expat.Parser.parse", f"{len(xml):,} bytes, {len(names)} elements", "a handler is a property")


def shortened(text: str) -> str:
    return text if len(text) <= 42 else f"...{text[-39:]}"


async def awaiting() -> None:
    section("await: on worker threads, and through callbacks of C's own threads")
    data = sources(2_000_000)
    packed = await asyncio.gather(*(zlib.compress2.aio(data, level=level) for level in (1, 6, 9)))
    assert all(python_zlib.decompress(each) == data for each in packed)
    sizes = ", ".join(f"{len(each):,}" for each in packed)
    row("zlib.compress2.aio", f"{len(data):,} bytes -> {sizes}", "three at once, on worker threads")
    path = Path(__file__)
    room, file = bytearray(path.stat().st_size), os.open(path, os.O_RDONLY)
    try:
        count = await posix_aio.read(file, room)
    finally:
        os.close(file)
    assert bytes(room) == path.read_bytes()
    row("posix_aio.read", f"{count:,} bytes of {path.name}", "aio_read's own thread says when it is done")


def errors() -> None:
    section("what goes wrong is an exception that says what")
    failed(lambda: libc.open("/no/such/file", libc.O_RDONLY))
    failed(lambda: zlib.uncompress(b"this was never compressed"))
    failed(lambda: libm.log(-1.0))
    failed(lambda: lzma.stream_buffer_decode(b"no .xz stream", out_size=100))
    failed(lambda: libc.getenv("nul\0inside"))
    failed(lambda: zlib.crc32([1, 2, 300]))
    failed(lambda: libm.ldexp(1.0, 2**40))
    failed(lambda: net.getaddrinfo("no such host.invalid", req=net.addrinfo(ai_flags=net.AI_NUMERICHOST)))
    failed(lambda: system.timespec(tv_nsec=2**64))
    failed(lambda: system.utsname(sysname="x" * 65))


def failed(call: Callable[[], object]) -> None:
    try:
        call()
    except (interop.InteropError, OSError, MemoryError) as error:
        kinds = [c.__name__ for c in type(error).__mro__ if c.__module__ == "builtins"]
        print(f"  {type(error).__name__:<20}{kinds[0]:<20}{error}")
    else:
        raise AssertionError("nothing was raised")


def speed() -> None:
    section("speed: the same work done by others")
    data = sources(4_000_000)
    packed, size = python_zlib.compress(data), len(data)
    ratio("compress 4 MB", lambda: zlib.compress2(data, level=1), lambda: python_zlib.compress(data, 1))
    ratio(
        "uncompress 4 MB",
        lambda: zlib.uncompress(packed, destLen=size),
        lambda: python_zlib.decompress(packed, bufsize=size),
    )
    print(f"\n  {'nanoseconds per call':<35}{'interop':>9}{'cffi':>9}{'ctypes':>9}{'Python':>9}")
    for name, ours, by_cffi, by_ctypes, own in calls():
        times = [nanoseconds(ours), nanoseconds(by_cffi), nanoseconds(by_ctypes)]
        shown = "".join(f"{t:9.0f}" for t in times) + (f"{nanoseconds(own):9.0f}" if own is not None else "        -")
        print(f"  {name:<35}{shown}")
    print("\n  cffi: API mode with a wrapper as one writes it by hand; ctypes: the same with argtypes;")
    print("  Python: the function of its standard library, where there is one.")


def ratio(what: str, ours: Callable[[], object], pythons: Callable[[], object]) -> None:
    own, other = seconds(ours), seconds(pythons)
    row(what, f"{own * 1000:.1f} ms", f"{other * 1000:.1f} ms by Python's zlib module: {other / own:.2f} x its speed")


Call = Callable[[], object]


def calls() -> list[tuple[str, Call, Call, Call, Call | None]]:
    """Rows of the table: ours, cffi by hand, ctypes by hand, Python's own."""
    c = ctypes.CDLL(None)
    m = ctypes.CDLL(ctypes.util.find_library("m"))
    z = ctypes.CDLL(ctypes.util.find_library("z"))

    m.hypot.restype, m.hypot.argtypes = ctypes.c_double, [ctypes.c_double, ctypes.c_double]
    m.frexp.restype, m.frexp.argtypes = ctypes.c_double, [ctypes.c_double, ctypes.POINTER(ctypes.c_int)]
    c.getenv.restype, c.getenv.argtypes = ctypes.c_char_p, [ctypes.c_char_p]
    z.crc32.restype, z.crc32.argtypes = ctypes.c_ulong, [ctypes.c_ulong, ctypes.c_char_p, ctypes.c_uint]

    def frexp_ctypes(x: float) -> tuple[float, int]:
        exponent = ctypes.c_int()
        return m.frexp(x, ctypes.byref(exponent)), exponent.value

    def frexp_cffi(x: float) -> tuple[float, int]:
        exponent = libm.ffi.new("int *")
        return libm.lib.frexp(x, exponent), exponent[0]

    def getenv_ctypes(name: str) -> str | None:
        value = c.getenv(name.encode())
        return None if value is None else value.decode()

    def getenv_cffi(name: str) -> str | None:
        value = libc.lib.getenv(name.encode())
        return None if value == libc.ffi.NULL else libc.ffi.string(value).decode()

    def crc32_cffi(data: bytes) -> int:
        crc: int = zlib.lib.crc32(0, zlib.ffi.from_buffer(data), len(data))
        return crc

    block = os.urandom(64)
    return [
        (
            "hypot: two numbers in, one out",
            lambda: libm.hypot(3.0, 4.0),
            lambda: libm.lib.hypot(3.0, 4.0),
            lambda: m.hypot(3.0, 4.0),
            lambda: math.hypot(3.0, 4.0),
        ),
        (
            "frexp: one in, two out",
            lambda: libm.frexp(1e10),
            lambda: frexp_cffi(1e10),
            lambda: frexp_ctypes(1e10),
            lambda: math.frexp(1e10),
        ),
        (
            "getenv: text in, text out",
            lambda: libc.getenv("PATH"),
            lambda: getenv_cffi("PATH"),
            lambda: getenv_ctypes("PATH"),
            lambda: os.environ.get("PATH"),
        ),
        (
            "crc32: 64 bytes in",
            lambda: zlib.crc32(block),
            lambda: crc32_cffi(block),
            lambda: z.crc32(0, block, len(block)),
            lambda: python_zlib.crc32(block),
        ),
    ]


if __name__ == "__main__":
    started = time.perf_counter()
    main()
    print(f"\nall of it checked, in {time.perf_counter() - started:.1f} s")
