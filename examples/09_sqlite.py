"""A database of many rows through the binding of SQLite, compared with Python's own sqlite3 on the same file.

How many rows is the first argument: ``python examples/09_sqlite.py 1000000``.
"""

from __future__ import annotations

import random
import sqlite3 as python_sqlite
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bindings import sqlite

Row = tuple[int, str, str, float, str | None]
Value = int | float | str | bytes | None

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
TABLE = """CREATE TABLE trip(id INTEGER PRIMARY KEY, rider TEXT NOT NULL, station TEXT NOT NULL,
                             km REAL NOT NULL CHECK(km >= 0), note TEXT)"""
STATIONS = ("Köln Hbf", "Gare de Lyon", "Ørestad", "Łódź Fabryczna", "東京", "Plaza de Armas")
QUERIES = (
    "SELECT id, rider, station, km, note FROM trip",
    "SELECT id, km FROM trip WHERE km > 40",
    "SELECT station, count(*), avg(km), max(note) FROM trip GROUP BY station ORDER BY station",
    "SELECT rider, sum(km) FROM trip GROUP BY rider HAVING count(*) > 2 ORDER BY 2 DESC LIMIT 1000",
)


def trips(count: int) -> Iterator[Row]:
    """The same rows every time."""
    chance = random.Random(count)
    for i in range(count):
        x = chance.random()
        note = f"left at {STATIONS[i % 6]} on day {i % 365}" if i % 7 == 0 else None
        yield i, f"rider {int(x * count) // 4}", STATIONS[int(x * 1e6) % 6], round(50 * x * x, 3), note


def load(db: sqlite.Database, rows: list[Row]) -> None:
    db.exec(TABLE)
    db.exec("BEGIN")
    with db.prepare("INSERT INTO trip VALUES(?, ?, ?, ?, ?)", sqlite.PREPARE_PERSISTENT) as insert:
        for row in rows:
            insert.run(row)
    db.exec("COMMIT")


def load_singly(db: sqlite.Database, rows: list[Row]) -> None:
    """The same by the functions that SQLite has, value by value."""
    db.exec("BEGIN")
    with db.prepare("INSERT INTO trip VALUES(?, ?, ?, ?, ?)") as insert:
        for number, rider, station, km, note in rows:
            insert.bind_int64(1, number)
            insert.bind_text(2, rider)
            insert.bind_text(3, station)
            insert.bind_double(4, km)
            if note is None:
                insert.bind_null(5)
            else:
                insert.bind_text(5, note)
            insert.step()
            insert.reset()
    db.exec("COMMIT")


def timed(what: str, began: float, ours: float) -> None:
    """How long a part took: ours, then (up to now) Python's."""
    theirs = time.perf_counter() - ours
    print(f"{what:<46}{(ours - began) * 1e9 / COUNT:7.0f}{theirs * 1e9 / COUNT:9.0f}")


folder = tempfile.TemporaryDirectory()
path, copy = Path(folder.name, "trips.db"), Path(folder.name, "python.db")
data = list(trips(COUNT))
print(f"SQLite {sqlite.libversion()}, {COUNT:,} rows")

# Errors have SQLite's own words, also where there is no database to ask for them.
with sqlite.Database(":memory:") as db:
    for wrong in (lambda: sqlite.Database("/no/such/folder/trips.db"), lambda: db.prepare("SELEKT 1")):
        try:
            wrong()
        except sqlite.SqliteError as error:
            print(error)

# What is in the database, put there and read by both. The other writes a file of its own.
with sqlite.Database(str(path)) as db, python_sqlite.connect(copy) as other:
    print(f"\n{'nanoseconds per row':<46}interop   Python")
    start = time.perf_counter()
    load(db, data)
    half = time.perf_counter()
    other.execute(TABLE)
    other.executemany("INSERT INTO trip VALUES(?, ?, ?, ?, ?)", data)
    other.commit()
    timed("insert", start, half)
    for query in QUERIES:
        start = time.perf_counter()
        with db.prepare(query) as statement:
            ours = 0
            for _ in statement:
                ours += 1
        half = time.perf_counter()
        theirs = 0
        for _ in other.execute(query):
            theirs += 1
        timed(query[:44], start, half)
        assert ours == theirs
        with db.prepare(query) as statement:
            assert [tuple(row) for row in statement] == other.execute(query).fetchall()

    # The same by SQLite's own functions, one call per value.
    start = time.perf_counter()
    with db.prepare(QUERIES[0]) as trip:
        number, text, real = trip.column_int64, trip.column_text, trip.column_double
        total = 0.0
        while trip.step() == sqlite.ROW:
            row = number(0), text(1), text(2), real(3), text(4)
            total += row[3]
    half = time.perf_counter()
    assert total == sum(row[3] for row in other.execute(QUERIES[0]))
    timed("the first query, value by value", start, half)
    start = time.perf_counter()
    db.exec("DELETE FROM trip")
    load_singly(db, data)
    half = time.perf_counter()
    other.execute("DELETE FROM trip")
    other.executemany("INSERT INTO trip VALUES(?, ?, ?, ?, ?)", data)
    other.commit()
    timed("all rows again, value by value", start, half)

    # Functions, aggregates and orders written in Python.
    groups: dict[int, set[object]] = {}

    def step(group: int, values: list[Value]) -> None:
        groups.setdefault(group, set()).add(values[0])

    def final(group: int, context: sqlite.Context) -> None:
        context.result(len(groups.pop(group, ())))

    def reverse(context: sqlite.Context, values: list[Value]) -> None:
        context.result(values[0][::-1] if isinstance(values[0], str) else None)

    db.create_function("reverse", 1, reverse, flags=sqlite.DETERMINISTIC)
    db.create_aggregate("different", 1, step, final)
    db.create_collation("length", lambda a, b: len(a) - len(b))
    with db.prepare("SELECT reverse(station), different(rider) FROM trip GROUP BY station COLLATE length") as found:
        print("\nreverse and different, grouped by a length:", *(f"{name} {riders}," for name, riders in found))

    # A blob is read and written in pieces, in the memory of whoever wants it.
    db.exec("CREATE TABLE photo(data); INSERT INTO photo VALUES(zeroblob(1000000))")
    with db.blob_open("main", "photo", "data", 1, True) as blob:
        for offset in range(0, blob.size, 100_000):
            blob.write(bytes([offset // 100_000]) * 100_000, offset)
        room = bytearray(50_000)
        blob.read(275_000, into=room)
        assert room == b"\2" * 25_000 + b"\3" * 25_000

    # A backup goes on while others work.
    with sqlite.Database(":memory:") as target, sqlite.Backup.start(target, db) as backup:
        progress = []
        while backup.step(COUNT // 300) != sqlite.DONE:
            progress.append(f"{100 - 100 * backup.remaining // backup.pagecount}%")
        print(f"\nbackup of {backup.pagecount} pages: {', '.join(progress)}, done")

print(f"all of it checked; databases, statements still open: {sqlite.Database.live()}, {sqlite.Statement.live()}")
folder.cleanup()
