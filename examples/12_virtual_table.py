"""Python objects as tables of SQLite: the methods of a class are the functions of a sqlite3_module."""

from __future__ import annotations

import sysconfig
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from bindings import sqlite

ffi = sqlite.ffi
Row = tuple[Any, ...]


class Cursor:
    """One pass over the rows."""

    def __init__(self) -> None:
        self.anchor = ffi.new("sqlite_anchor *")
        self.rows: Iterator[tuple[int, Row]] = iter(())
        self.current: tuple[int, Row] | None = None


class Table:
    """A sequence of rows. SQLite may ask for one of them by its number; all else it looks for by itself."""

    BY_ROWID = 1

    def __init__(self, columns: str, rows: Sequence[Row]) -> None:
        self.columns = columns
        self.rows = rows
        self.anchor = ffi.new("sqlite_anchor *")
        self.cursors: dict[object, Cursor] = {}
        self.passes: Counter[str] = Counter()

    def connect(self, db: sqlite.Database, arguments: list[str], error: object) -> tuple[None, object]:
        db.declare_vtab(f"CREATE TABLE x({self.columns})")
        return None, ffi.cast("sqlite3_vtab *", self.anchor)

    def best_index(self, vtab: object, info: Any) -> None:
        info.estimatedCost = float(len(self.rows))
        for place in range(info.nConstraint):
            wanted = info.aConstraint[place]
            if wanted.iColumn == -1 and wanted.op == sqlite.INDEX_CONSTRAINT_EQ and wanted.usable:
                info.aConstraintUsage[place].argvIndex = 1
                info.idxNum, info.estimatedCost = self.BY_ROWID, 1.0
                return

    def disconnect(self, vtab: object) -> None:
        assert not self.cursors

    def open(self, vtab: object) -> tuple[None, object]:
        cursor = Cursor()
        address = ffi.cast("sqlite3_vtab_cursor *", cursor.anchor)
        self.cursors[address] = cursor
        return None, address

    def close(self, address: object) -> None:
        del self.cursors[address]

    def filter(self, address: object, number: int, text: str | None, values: list[object]) -> None:
        cursor = self.cursors[address]
        if number == self.BY_ROWID:
            rowid = sqlite.read_value(values[0])
            there = isinstance(rowid, int) and 0 <= rowid < len(self.rows)
            cursor.rows = iter([(rowid, self.rows[rowid])] if there else [])  # type: ignore[index,list-item]
        else:
            cursor.rows = enumerate(self.rows)
        self.passes["one row" if number == self.BY_ROWID else "all rows"] += 1
        self.next(address)

    def next(self, address: object) -> None:
        cursor = self.cursors[address]
        cursor.current = next(cursor.rows, None)

    def eof(self, address: object) -> bool:
        return self.cursors[address].current is None

    def column(self, address: object, context: sqlite.Context, column: int) -> None:
        current = self.cursors[address].current
        assert current is not None
        context.result(current[1][column])

    def rowid(self, address: object) -> tuple[None, int]:
        current = self.cursors[address].current
        assert current is not None
        return None, current[0]


def modules() -> list[Row]:
    """The modules of the standard library: name, package, lines, bytes."""
    folder = Path(sysconfig.get_paths()["stdlib"])
    rows: list[Row] = []
    for path in sorted(folder.glob("*.py")) + sorted(folder.glob("[a-z]*/*.py")):
        data = path.read_bytes()
        package = None if path.parent == folder else path.parent.name
        rows.append((path.stem, package, data.count(b"\n"), len(data)))
    return rows


def select(db: sqlite.Database, sql: str) -> list[Row]:
    with db.prepare(sql) as statement:
        return [tuple(row) for row in statement]


def raises(call: Callable[[], object]) -> str:
    try:
        call()
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    raise AssertionError("nothing was raised")


rows = modules()
table = Table("name TEXT, package TEXT, lines INTEGER, bytes INTEGER", rows)
with sqlite.Database(":memory:") as db:
    # A module without create, and with connect, is a table of the same name in every database.
    db.create_module("modules", sqlite.Module.from_methods(table))
    start = time.perf_counter()
    ((count, lines),) = select(db, "SELECT count(*), sum(lines) FROM modules")
    took = time.perf_counter() - start
    assert (count, lines) == (len(rows), sum(row[2] for row in rows))
    print(f"{count:,} modules of {lines:,} lines, counted by SQL in {took * 1000:.1f} ms")

    longest = select(db, "SELECT name, lines FROM modules ORDER BY lines DESC LIMIT 3")
    assert [line for _, line in longest] == sorted((row[2] for row in rows), reverse=True)[:3]
    print("the longest:", ", ".join(f"{name} ({lines:,})" for name, lines in longest))

    grouped = select(db, "SELECT package, sum(bytes) FROM modules GROUP BY package ORDER BY 2 DESC LIMIT 3")
    expected = Counter[str | None]()
    for _, package, _, size in rows:
        expected[package] += size
    assert [tuple(row) for row in grouped] == expected.most_common(3)
    print("by package:", ", ".join(f"{package or 'none'} {size:,} bytes" for package, size in grouped))

    # With a table of SQLite's own, by the number of the row: one pass that finds one row for each.
    db.exec("CREATE TABLE wanted(id INTEGER); INSERT INTO wanted VALUES (3), (1), (4)")
    joined = select(db, "SELECT m.name FROM wanted CROSS JOIN modules AS m ON m.rowid = wanted.id")
    assert joined == [(rows[number][0],) for number in (3, 1, 4)]
    print(f"joined: {', '.join(name for (name,) in joined)}; passes: {dict(table.passes)}")

    # What a method raises is raised from the call during which it was called.
    table.rows = [*rows[:9], ("broken", None, object(), 0)]
    print("a value that SQL does not know:", raises(lambda: select(db, "SELECT sum(lines) FROM modules")))
    table.rows = rows
    assert len(select(db, "SELECT * FROM modules")) == len(rows)
    assert not table.cursors
    print("no methods:", raises(lambda: sqlite.Module.from_methods(rows)))

print(f"all of it checked; databases, statements still open: {sqlite.Database.live()}, {sqlite.Statement.live()}")
