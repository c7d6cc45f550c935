"""Structures of function pointers that real libraries take: zlib's allocators, SQLite's virtual tables and files."""

from __future__ import annotations

import copy
import gc
import importlib
import sqlite3 as python_sqlite
import sys
import threading
import weakref
import zlib as python_zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.examples.conftest import missing

pytestmark = pytest.mark.slow

TEXT = b"".join(b"line %d of the text\n" % n for n in range(20_000))


@pytest.fixture(scope="module")
def bindings(site: Path) -> Iterator[Callable[[str], ModuleType]]:
    sys.path.insert(0, str(site))
    try:
        yield lambda name: importlib.import_module(f"bindings.{name}")
    finally:
        sys.path.remove(str(site))
        for name in [name for name in sys.modules if name.partition(".")[0] == "bindings"]:
            del sys.modules[name]


@pytest.fixture
def zstream(bindings: Callable[[str], ModuleType]) -> ModuleType:
    return bindings("zstream")


@pytest.fixture
def sqlite(bindings: Callable[[str], ModuleType]) -> Iterator[ModuleType]:
    if (why := missing("sqlite.cdef")) is not None:
        pytest.skip(why)
    module = bindings("sqlite")
    yield module
    gc.collect()
    assert [each.live() for each in (module.Database, module.Statement)] == [0, 0]


# zlib


class Allocator:
    """Gives out memory of cffi's; the block numbered ``fails_at`` is refused."""

    def __init__(self, ffi: Any, fails_at: int = -1) -> None:
        self.ffi = ffi
        self.fails_at = fails_at
        self.given = 0
        self.blocks: dict[object, Any] = {}

    def zalloc(self, items: int, size: int) -> object:
        self.given += 1
        if self.given == self.fails_at:
            raise MemoryError(f"no block {self.given}")
        block = self.ffi.new("char[]", items * size)
        self.blocks[block] = block
        return block

    def zfree(self, block: object) -> None:
        del self.blocks[block]


def compress(zstream: ModuleType, stream: Any) -> bytes:
    zstream.deflateInit2(stream)
    try:
        status, used, out = zstream.deflate_step(stream, TEXT, flush=zstream.FINISH, destLen=len(TEXT))
        assert (status, used) == (zstream.STREAM_END, len(TEXT))
        return bytes(out)
    finally:
        zstream.deflateEnd(stream)


def uncompress(zstream: ModuleType, stream: Any, data: bytes) -> bytes:
    """In two pieces, since zlib allocates its window only for a stream that goes on."""
    zstream.inflateInit2(stream)
    try:
        _, used, first = zstream.inflate_step(stream, data, destLen=100)
        status, _, rest = zstream.inflate_step(stream, data[used:], destLen=len(TEXT))
        assert status == zstream.STREAM_END
        return bytes(first + rest)
    finally:
        zstream.inflateEnd(stream)


def test_zlib_on_memory_of_pythons(zstream: ModuleType) -> None:
    allocator = Allocator(zstream.ffi)
    packed = compress(zstream, zstream.z_stream.from_methods(allocator))
    assert python_zlib.decompress(packed) == TEXT
    assert allocator.given > 3
    assert allocator.blocks == {}
    assert uncompress(zstream, zstream.z_stream.from_methods(allocator), packed) == TEXT
    assert allocator.blocks == {}


@pytest.mark.parametrize("packs", [True, False])
def test_an_allocator_that_raises(zstream: ModuleType, packs: bool) -> None:
    packed = python_zlib.compress(TEXT)
    refused = 0
    for number in range(1, 20):
        allocator = Allocator(zstream.ffi, number)
        stream = zstream.z_stream.from_methods(allocator)
        message = ""
        try:
            compress(zstream, stream) if packs else uncompress(zstream, stream, packed)
        except MemoryError as error:
            message = str(error)
        assert message == (f"no block {number}" if allocator.given >= number else "")
        refused += bool(message)
        assert allocator.blocks == {}, f"block {number} was refused"
    assert refused == (5 if packs else 2)


def test_a_free_function_that_raises(zstream: ModuleType) -> None:
    allocator = Allocator(zstream.ffi)
    stream = zstream.z_stream.from_methods(allocator)
    zstream.deflateInit2(stream)
    first, *_ = allocator.blocks
    del allocator.blocks[first]
    with pytest.raises(KeyError) as caught:
        zstream.deflateEnd(stream)
    assert caught.value.args == (first,)


def test_allocators_live_as_long_as_the_stream(zstream: ModuleType) -> None:
    allocator = Allocator(zstream.ffi)
    blocks, gone = allocator.blocks, weakref.ref(allocator)
    stream = zstream.z_stream.from_methods(allocator)
    zstream.deflateInit2(stream)
    del allocator
    gc.collect()
    assert blocks
    zstream.deflateEnd(stream)
    assert not blocks
    assert gone() is not None
    other = copy.copy(stream)
    del stream
    gc.collect()
    assert other.zalloc.__self__ is gone()
    del other
    gc.collect()
    assert gone() is None


def test_zlibs_own_allocator_can_be_called(zstream: ModuleType) -> None:
    stream = zstream.z_stream()
    assert (stream.zalloc, stream.zfree) == (None, None)
    zstream.inflateInit2(stream)
    block = stream.zalloc(10, 10)
    assert block != zstream.ffi.NULL
    stream.zfree(block)
    zstream.inflateEnd(stream)


def test_streams_on_several_threads(zstream: ModuleType) -> None:
    left: list[object] = []

    def work() -> None:
        for _ in range(5):
            allocator = Allocator(zstream.ffi)
            packed = compress(zstream, zstream.z_stream.from_methods(allocator))
            left.append(allocator.blocks or python_zlib.decompress(packed) != TEXT)

    threads = [threading.Thread(target=work) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert left == [False] * 60


# A virtual table


class Numbers:
    """The numbers up to ``count``, and what ``fails`` names raises."""

    def __init__(self, sqlite: ModuleType, count: int = 5, fails: str = "") -> None:
        self.sqlite = sqlite
        self.count = count
        self.fails = fails
        self.anchors: dict[object, object] = {}
        self.rows: dict[object, int] = {}
        self.tables = 0

    def may_fail(self, name: str) -> None:
        if name == self.fails:
            raise LookupError(name)

    def room(self, spelling: str) -> object:
        anchor = self.sqlite.ffi.new("sqlite_anchor *")
        address = self.sqlite.ffi.cast(spelling, anchor)
        self.anchors[address] = anchor
        return address

    def connect(self, db: Any, arguments: list[str], error: object) -> tuple[None, object]:
        self.may_fail("connect")
        assert arguments[:3] == ["numbers", "main", "numbers"]
        db.declare_vtab("CREATE TABLE x(n INTEGER, square INTEGER)")
        self.tables += 1
        return None, self.room("sqlite3_vtab *")

    def best_index(self, vtab: object, info: Any) -> None:
        self.may_fail("best_index")

    def disconnect(self, vtab: object) -> None:
        self.tables -= 1
        del self.anchors[vtab]
        self.may_fail("disconnect")

    def open(self, vtab: object) -> tuple[None, object]:
        self.may_fail("open")
        cursor = self.room("sqlite3_vtab_cursor *")
        self.rows[cursor] = 0
        return None, cursor

    def close(self, cursor: object) -> None:
        del self.rows[cursor], self.anchors[cursor]
        self.may_fail("close")

    def filter(self, cursor: object, number: int, text: str | None, values: list[object]) -> None:
        assert (number, text, values) == (0, None, [])
        self.may_fail("filter")
        self.rows[cursor] = 0

    def next(self, cursor: object) -> None:
        self.may_fail("next")
        self.rows[cursor] += 1

    def eof(self, cursor: object) -> bool:
        self.may_fail("eof")
        return self.rows[cursor] >= self.count

    def column(self, cursor: object, context: Any, column: int) -> None:
        self.may_fail("column")
        context.result(self.rows[cursor] ** (column + 1))

    def rowid(self, cursor: object) -> tuple[None, int]:
        self.may_fail("rowid")
        return None, self.rows[cursor]


def select(db: Any, sql: str) -> list[tuple[object, ...]]:
    with db.prepare(sql) as statement:
        return [tuple(row) for row in statement]


def test_a_virtual_table(sqlite: ModuleType) -> None:
    numbers = Numbers(sqlite)
    with sqlite.Database(":memory:") as db:
        db.create_module("numbers", sqlite.Module.from_methods(numbers))
        gc.collect()
        assert select(db, "SELECT * FROM numbers WHERE n > 2") == [(3, 9), (4, 16)]
        assert select(db, "SELECT rowid FROM numbers")[-1] == (4,)
        joined = "SELECT count(*) FROM numbers a, numbers b WHERE a.n < b.n"
        assert select(db, joined) == [(10,)]
        assert numbers.tables == 1
    assert (numbers.tables, numbers.anchors) == (0, {})


METHODS = ["connect", "best_index", "open", "filter", "next", "eof", "column", "rowid", "close"]


@pytest.mark.parametrize("fails", METHODS)
def test_a_method_that_raises(sqlite: ModuleType, fails: str) -> None:
    numbers = Numbers(sqlite)
    with sqlite.Database(":memory:") as db:
        db.create_module("numbers", sqlite.Module.from_methods(numbers))
        numbers.fails = fails
        with pytest.raises(LookupError, match=fails):
            select(db, "SELECT n, rowid FROM numbers")
        numbers.fails = ""
        assert len(select(db, "SELECT n, rowid FROM numbers")) == 5
        assert numbers.rows == {}
    assert (numbers.tables, numbers.anchors) == (0, {})


def test_a_required_method_is_missing(sqlite: ModuleType) -> None:
    with pytest.raises(TypeError, match="object objects have no method 'connect', which C needs"):
        sqlite.Module.from_methods(object())


def test_the_database_keeps_the_module_and_lets_it_go(sqlite: ModuleType) -> None:
    numbers = Numbers(sqlite)
    gone = weakref.ref(numbers)
    db = sqlite.Database(":memory:")
    db.create_module("numbers", sqlite.Module.from_methods(numbers))
    del numbers
    gc.collect()
    assert len(select(db, "SELECT * FROM numbers")) == 5
    assert gone() is not None
    db.close()
    del db
    gc.collect()
    assert gone() is None


# Files


class Bytes:
    """A file system with files that are bytes, to be read only."""

    IO = ("close", "read", "write", "truncate", "sync", "file_size", "lock", "unlock", "check_reserved_lock")
    MORE = ("file_control", "sector_size", "device_characteristics")
    SHARED = ("shm_map", "shm_lock", "shm_barrier", "shm_unmap", "fetch", "unfetch")

    def __init__(self, sqlite: ModuleType, files: dict[str, bytes]) -> None:
        self.sqlite = sqlite
        self.files = files
        self.opened: dict[object, bytes] = {}
        self.locks: list[int] = []
        self.io = sqlite.IoMethods.from_methods(Bytes.File(self), version=1)
        self.name = sqlite.ffi.new("char[]", b"bytes")
        room = sqlite.ffi.sizeof("sqlite3_file")
        self.vfs = sqlite.Vfs.from_methods(self, version=1, file_room=room, path_room=100, name=self.name)

    def open(self, vfs: object, path: str | None, file: Any, flags: int) -> tuple[int | None, int]:
        if path is None or path not in self.files:
            return self.sqlite.CANTOPEN, 0
        file.pMethods = self.sqlite.ffi.from_buffer("sqlite3_io_methods[]", self.io)
        self.opened[file] = self.files[path]
        return None, self.sqlite.OPEN_READONLY

    def access(self, vfs: object, path: str, flags: int) -> tuple[None, int]:
        return None, int(path in self.files and flags == self.sqlite.ACCESS_EXISTS)

    def full_pathname(self, vfs: object, path: str) -> tuple[None, str]:
        return None, path

    def randomness(self, vfs: object, count: int) -> tuple[int, bytes]:
        return count, bytes(count)

    def current_time(self, vfs: object) -> tuple[None, float]:
        return None, 2460000.5

    class File:
        """What is the same for all of its files."""

        def __init__(self, of: Bytes) -> None:
            self.of = weakref.proxy(of)

        def close(self, file: object) -> None:
            del self.of.opened[file]

        def read(self, file: object, offset: int, amount: int) -> tuple[int | None, bytes]:
            data = self.of.opened[file][offset : offset + amount]
            return None if len(data) == amount else self.of.sqlite.IOERR_SHORT_READ, data.ljust(amount, b"\0")

        def file_size(self, file: object) -> tuple[None, int]:
            return None, len(self.of.opened[file])

        def lock(self, file: object, level: int) -> None:
            self.of.locks.append(level)

        def unlock(self, file: object, level: int) -> None:
            self.of.locks.append(-level)

        def check_reserved_lock(self, file: object) -> tuple[None, int]:
            return None, 0

        def file_control(self, file: object, operation: int, argument: object) -> int:
            return int(self.of.sqlite.NOTFOUND)

        def sector_size(self, file: object) -> int:
            return 512

        def device_characteristics(self, file: object) -> int:
            return 0


@pytest.fixture
def database(tmp_path: Path) -> bytes:
    path = tmp_path / "real.db"
    with python_sqlite.connect(path) as db:
        db.execute("CREATE TABLE t(a, b)")
        db.executemany("INSERT INTO t VALUES(?, ?)", [(n, f"row {n}") for n in range(5000)])
        db.commit()
    db.close()
    return path.read_bytes()


def test_a_database_in_bytes(sqlite: ModuleType, database: bytes) -> None:
    files = Bytes(sqlite, {"real": database})
    sqlite.vfs_register(files.vfs)
    try:
        with sqlite.Database("real", sqlite.OPEN_READONLY, "bytes") as db:
            assert select(db, "SELECT count(*), sum(a), max(b) FROM t") == [(5000, 4999 * 2500, "row 999")]
            with pytest.raises(sqlite.SqliteError, match="readonly"):
                db.exec("DELETE FROM t")
        assert files.opened == {}
        assert files.locks
        with pytest.raises(sqlite.SqliteError):
            sqlite.Database("other", sqlite.OPEN_READONLY, "bytes")
        files.files["broken"] = database[: len(database) // 2]
        with sqlite.Database("broken", sqlite.OPEN_READONLY, "bytes") as db, pytest.raises(sqlite.SqliteError):
            select(db, "SELECT sum(a) FROM t")
    finally:
        sqlite.vfs_unregister(files.vfs)


def test_a_file_that_raises(sqlite: ModuleType, database: bytes) -> None:
    files = Bytes(sqlite, {"real": database})

    def read(file: object, offset: int, amount: int) -> tuple[None, bytes]:
        raise LookupError("no such sector")

    files.io.read = read
    sqlite.vfs_register(files.vfs)
    try:
        with pytest.raises(LookupError, match="no such"), sqlite.Database("real", sqlite.OPEN_READONLY, "bytes") as db:
            select(db, "SELECT * FROM t")
    finally:
        sqlite.vfs_unregister(files.vfs)
    assert files.opened == {}


def test_every_method_of_a_file_is_called_through_cs_pointers(sqlite: ModuleType) -> None:
    ffi = sqlite.ffi
    called: list[tuple[object, ...]] = []

    class File:
        def __getattr__(self, name: str) -> Callable[..., object]:
            def method(file: object, *rest: object) -> object:
                called.append((name, *rest))
                results = {"read": (None, b"abc"), "file_size": (None, 99), "check_reserved_lock": (None, 1)}
                return results.get(name, (None, ffi.NULL) if name == "fetch" else 0)

            return method

    file = ffi.new("sqlite3_file *")
    record = sqlite.IoMethods.from_methods(File(), version=3)
    io = ffi.from_buffer("sqlite3_io_methods[]", record)[0]
    buffer, size, flag, memory = ffi.new("char[3]"), ffi.new("sqlite3_int64 *"), ffi.new("int *"), ffi.new("void **")
    assert io.xRead(file, buffer, 3, 7) == 0
    assert ffi.buffer(buffer)[:] == b"abc"
    assert io.xWrite(file, b"xyz", 3, 8) == 0
    assert io.xFileSize(file, size) == 0
    assert size[0] == 99
    assert io.xCheckReservedLock(file, flag) == 0
    assert flag[0] == 1
    assert [io.xTruncate(file, 5), io.xSync(file, 2), io.xLock(file, 1), io.xUnlock(file, 0)] == [0] * 4
    assert [io.xFileControl(file, 4, ffi.NULL), io.xSectorSize(file), io.xDeviceCharacteristics(file)] == [0] * 3
    assert [io.xShmMap(file, 1, 2, 3, memory), io.xShmLock(file, 1, 2, 3), io.xShmUnmap(file, 1)] == [0] * 3
    io.xShmBarrier(file)
    assert [io.xFetch(file, 1, 2, memory), io.xUnfetch(file, 1, ffi.NULL), io.xClose(file)] == [0] * 3
    assert len(called) == len(Bytes.IO + Bytes.MORE + Bytes.SHARED) == 18
    assert {name for name, *_ in called} == {*Bytes.IO, *Bytes.MORE, *Bytes.SHARED}
    assert ("write", b"xyz", 8) in called
    assert ("shm_lock", 1, 2, 3) in called
