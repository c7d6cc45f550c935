"""A database of a million rows through the binding of SQLite: results and speed, compared with Python's own sqlite3.

The rows are the words of the standard library's sources. How many is the first argument: ``python 09_sqlite.py 50000``.
"""

from __future__ import annotations

import sqlite3 as python_sqlite
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from bindings import sqlite
from material import Word, compared, mapped, words

Value = int | float | str | bytes | None

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
ROUNDS = 3
TABLE = """CREATE TABLE word(id INTEGER PRIMARY KEY, file TEXT NOT NULL, line INTEGER NOT NULL CHECK(line > 0),
                             place REAL NOT NULL, word TEXT NOT NULL, number REAL, bytes BLOB)"""
INSERT = "INSERT INTO word VALUES(?, ?, ?, ?, ?, ?, ?)"
ALL = "SELECT id, file, line, place, word, number, bytes FROM word"
QUERIES = {
    "every row": ALL,
    "rows of three columns": "SELECT id, line, word FROM word WHERE place < 0.5",
    "few rows of many": "SELECT word, line FROM word WHERE word LIKE 'sql%'",
    "a table of groups": "SELECT file, count(*), max(line), avg(place), total(number) FROM word GROUP BY file",
    "the most frequent": "SELECT word, count(*) FROM word GROUP BY word ORDER BY 2 DESC, 1 LIMIT 1000",
    "a function in Python": "SELECT word, backwards(word) FROM word",
    "an aggregate in Python": "SELECT file, longest(word) FROM word GROUP BY file",
    "a collation in Python": "SELECT DISTINCT word FROM word WHERE id < 20000 ORDER BY word COLLATE by_length",
}


# Functions, aggregates and orders of SQL, written in Python. Both modules get the same ones.


def backwards(text: Value) -> Value:
    return text[::-1] if isinstance(text, str) else None


class Longest:
    """An aggregate: an object for each group."""

    def __init__(self) -> None:
        self.word = ""

    def step(self, word: str) -> None:
        if (len(word), word) > (len(self.word), self.word):
            self.word = word

    def finalize(self) -> str:
        return self.word


def by_length(a: str, b: str) -> int:
    x, y = (len(a), a), (len(b), b)
    return (x > y) - (x < y)


class Aggregate(Protocol):
    def step(self, word: str, /) -> None: ...
    def finalize(self) -> Value: ...


def add_aggregate(db: sqlite.Database, name: str, arguments: int, made: Callable[[], Aggregate]) -> None:
    """SQLite numbers the groups, of which it may aggregate several at a time; each gets an object here."""
    groups: dict[int, Aggregate] = {}

    def step(group: int, values: list[Value]) -> None:
        if (state := groups.get(group)) is None:
            state = groups[group] = made()
        state.step(*values)  # type: ignore[arg-type]

    def final(group: int) -> Value:
        return (groups.pop(group, None) or made()).finalize()

    db.create_aggregate(name, arguments, step, final, flags=sqlite.DETERMINISTIC)


# What both do.


def load(db: sqlite.Database, rows: list[Word]) -> None:
    db.exec("DELETE FROM word; BEGIN")
    with db.prepare(INSERT, sqlite.PREPARE_PERSISTENT) as insert:
        for row in rows:
            insert.run(row)
    db.exec("COMMIT")


def load_singly(db: sqlite.Database, rows: list[Word]) -> None:
    """The same by the functions that SQLite has, value by value."""
    db.exec("DELETE FROM word; BEGIN")
    with db.prepare(INSERT, sqlite.PREPARE_PERSISTENT) as insert:
        for number, file, line, place, word, value, data in rows:
            insert.bind_int64(1, number)
            insert.bind_text(2, file)
            insert.bind_int64(3, line)
            insert.bind_double(4, place)
            insert.bind_text(5, word)
            if value is None:
                insert.bind_null(6)
            else:
                insert.bind_double(6, value)
            insert.bind_blob(7, data)
            insert.step()
            insert.reset()
    db.exec("COMMIT")


def load_other(other: python_sqlite.Connection, rows: list[Word]) -> None:
    other.execute("DELETE FROM word")
    other.executemany(INSERT, rows)
    other.commit()


def count(db: sqlite.Database, query: str) -> int:
    found = 0
    with db.prepare(query) as statement:
        for _ in statement:
            found += 1
    return found


def count_other(other: python_sqlite.Connection, query: str) -> int:
    found = 0
    for _ in other.execute(query):
        found += 1
    return found


def count_singly(db: sqlite.Database) -> int:
    """Every row by SQLite's own functions, one call for each value."""
    found = 0
    with db.prepare(ALL) as row:
        step, integer, text, real, blob = (
            row.step,
            row.column_int64,
            row.column_text,
            row.column_double,
            row.column_blob,
        )
        while step() == sqlite.ROW:
            _ = integer(0), text(1), integer(2), real(3), text(4), real(5), blob(6)
            found += 1
    return found


def show(what: str, ours: Callable[[], object], others: Callable[[], object], rows: int) -> None:
    mine, theirs = compared(ours, others, ROUNDS)
    print(f"{what:<40}{mine * 1e9 / rows:9.0f}{theirs * 1e9 / rows:9.0f}{theirs / mine:9.2f}")


folder = tempfile.TemporaryDirectory()
path, copy = Path(folder.name, "words.db"), Path(folder.name, "python.db")
data = words(COUNT)
libraries = " and ".join(mapped("libsqlite3")) or "one that is built in"
print(f"SQLite {sqlite.libversion()} here, {python_sqlite.sqlite_version} in Python's sqlite3 ({libraries})")
print(f"{len(data):,} words, such as {data[len(data) // 2]}")

# Errors have SQLite's own words, also where there is no database to ask for them.
with sqlite.Database(":memory:") as db:
    for wrong in (lambda: sqlite.Database("/no/such/folder/words.db"), lambda: db.prepare("SELEKT 1")):
        try:
            wrong()
        except sqlite.SqliteError as error:
            print(error)

with sqlite.Database(str(path)) as db, python_sqlite.connect(copy) as other:
    db.exec(TABLE)
    other.execute(TABLE)
    db.create_function("backwards", 1, lambda values: backwards(*values))
    other.create_function("backwards", 1, backwards)
    add_aggregate(db, "longest", 1, Longest)
    other.create_aggregate("longest", 1, Longest)
    db.create_collation("by_length", by_length)
    other.create_collation("by_length", by_length)

    print(f"\n{f'ns of processor time per row, of {ROUNDS}':<40}{'interop':>9}{'sqlite3':>9}{'ratio':>9}")
    show("load", lambda: load(db, data), lambda: load_other(other, data), COUNT)
    for what, query in QUERIES.items():
        with db.prepare(query) as statement:
            assert [tuple(row) for row in statement] == other.execute(query).fetchall(), what
        show(what, lambda: count(db, query), lambda: count_other(other, query), COUNT)  # noqa: B023
    assert count_singly(db) == COUNT
    show("every row, value by value", lambda: count_singly(db), lambda: count_other(other, ALL), COUNT)
    show("load, value by value", lambda: load_singly(db, data), lambda: load_other(other, data), COUNT)
    assert other.execute("SELECT count(*), sum(line) FROM word").fetchone() == (COUNT, sum(row[2] for row in data))
    with db.prepare(ALL) as statement:
        assert all(tuple(row) == word for row, word in zip(statement, data, strict=True))

    # exec gives rows as text, to a callable that may end it.
    first: list[str | None] = []
    db.exec("SELECT DISTINCT file FROM word LIMIT 3", lambda values, names: first.extend(values))
    print(f"\nthe first files: {', '.join(map(str, first))}")

    # Whoever locks a database keeps others waiting: a busy handler says for how long.
    tries: list[int] = []

    def again(tried: int) -> bool:
        tries.append(tried)
        return tried < 2

    db.exec("BEGIN EXCLUSIVE")
    with sqlite.Database(str(path)) as second:
        second.busy_handler(again)
        try:
            second.exec("DELETE FROM word")
        except sqlite.SqliteError as error:
            print(f"after {len(tries)} tries: {error}")
    db.exec("ROLLBACK")

    # What is run, and how long it takes.
    traced: list[str] = []
    db.trace(lambda sql, nanoseconds: traced.append(sql))
    with db.prepare("SELECT count(*) FROM word WHERE line = :line AND word = :word") as named:
        named.bind_int64(named.bind_parameter_index(":line"), 1)
        named.bind_text(named.bind_parameter_index(":word"), "import")
        list(named)
    print(f"traced: {traced[-1]}")

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
        while backup.step(max(COUNT // 300, 1)) != sqlite.DONE:
            progress.append(f"{100 - 100 * backup.remaining // backup.pagecount}%")
        assert count(target, "SELECT 1 FROM word") == COUNT
        print(f"backup of {backup.pagecount} pages: {', '.join(progress)}, done")

# What Python raises inside of SQLite reaches whoever asked SQLite.
with sqlite.Database(":memory:") as db:
    db.create_function("inverse", 1, lambda values: 1 / values[0])  # type: ignore[operator]
    try:
        db.exec("SELECT inverse(0)")
    except ZeroDivisionError as error:
        print(f"SELECT inverse(0): {error!r}")

print(f"all of it checked; databases, statements still open: {sqlite.Database.live()}, {sqlite.Statement.live()}")
folder.cleanup()
