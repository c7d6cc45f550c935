"""The binding of SQLite in cdefs/sqlite.cdef: what it promises, with unusual values and in unusual orders."""

from __future__ import annotations

import array
import gc
import importlib
import os
import sys
import threading
import time
import weakref
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.examples.conftest import missing

pytestmark = pytest.mark.slow

VALUES = [None, 0, -(2**63), 2**63 - 1, 0.0, -1.5, float("inf"), "", "naïve 🙂", "x" * 9999, b"", b"a\0b", bytes(9999)]


@pytest.fixture(scope="module")
def sqlite(site: Path) -> Iterator[ModuleType]:
    if (why := missing("sqlite.cdef")) is not None:
        pytest.skip(why)
    sys.path.insert(0, str(site))
    try:
        yield importlib.import_module("bindings.sqlite")
    finally:
        sys.path.remove(str(site))
        for name in [name for name in sys.modules if name.partition(".")[0] == "bindings"]:
            del sys.modules[name]


@pytest.fixture(autouse=True)
def nothing_stays_open(sqlite: ModuleType) -> Iterator[None]:
    yield
    gc.collect()
    classes = (sqlite.Database, sqlite.Statement, sqlite.Blob, sqlite.Backup)
    assert [each.live() for each in classes] == [0, 0, 0, 0]


@pytest.fixture
def db(sqlite: ModuleType) -> Iterator[Any]:
    with sqlite.Database(":memory:") as db:
        yield db


def bind(statement: Any, index: int, value: object) -> None:
    match value:
        case None:
            statement.bind_null(index)
        case int():
            statement.bind_int64(index, value)
        case float():
            statement.bind_double(index, value)
        case str():
            statement.bind_text(index, value)
        case _:
            statement.bind_blob(index, value)


def column(sqlite: ModuleType, statement: Any, index: int) -> object:
    match statement.column_type(index):
        case sqlite.NULL:
            return None
        case sqlite.INTEGER:
            return statement.column_int64(index)
        case sqlite.FLOAT:
            return statement.column_double(index)
        case sqlite.TEXT:
            return statement.column_text(index)
        case _:
            return statement.column_blob(index)


def one(db: Any, sql: str) -> Any:
    with db.prepare(sql) as statement:
        statement.step()
        return statement.column_text(0)


# Values


def test_every_value_goes_in_and_comes_back(sqlite: ModuleType, db: Any) -> None:
    db.exec("CREATE TABLE t(value)")
    with db.prepare("INSERT INTO t VALUES(?)") as insert:
        for value in VALUES:
            bind(insert, 1, value)
            assert insert.step() == sqlite.DONE
            insert.reset()
    assert (db.changes, db.total_changes, db.last_insert_rowid) == (1, len(VALUES), len(VALUES))
    with db.prepare("SELECT value FROM t ORDER BY rowid") as select:
        for value in VALUES:
            assert select.step() == sqlite.ROW
            read = column(sqlite, select, 0)
            assert (read, type(read)) == (value, type(value))
        assert select.step() == sqlite.DONE


def test_null_is_none_and_an_empty_blob_is_not(db: Any) -> None:
    with db.prepare("SELECT NULL, x'', ''") as select:
        select.step()
        assert [select.column_blob(i) for i in range(3)] == [None, b"", b""]
        assert [select.column_text(i) for i in range(3)] == [None, "", ""]


def test_values_out_of_range_are_refused(sqlite: ModuleType, db: Any) -> None:
    with db.prepare("SELECT ?") as select:
        with pytest.raises(OverflowError, match="value"):
            select.bind_int64(1, 2**63)
        with pytest.raises(TypeError, match="text"):
            select.bind_text(1, b"bytes")
        with pytest.raises(ValueError, match="surrogates"):
            select.bind_text(1, "\ud800")
        with pytest.raises(sqlite.SqliteError, match="column index out of range") as caught:
            select.bind_null(2)
        assert caught.value.status & 0xFF == sqlite.RANGE


def test_text_that_is_not_utf8_is_an_error(db: Any) -> None:
    with db.prepare("SELECT CAST(x'ff' AS TEXT)") as select:
        select.step()
        with pytest.raises(ValueError, match="utf-8"):
            select.column_text(0)
        assert select.column_blob(0) == b"\xff"


def test_parameters_have_names(sqlite: ModuleType, db: Any) -> None:
    with db.prepare("SELECT :first, @second, ?7") as select:
        assert select.bind_parameter_count == 7
        assert [select.bind_parameter_name(i) for i in (1, 2, 3, 7)] == [":first", "@second", None, "?7"]
        select.bind_text(select.bind_parameter_index("@second"), "here")
        with pytest.raises(sqlite.SqliteError, match="no such parameter"):
            select.bind_parameter_index(":third")
        select.step()
        assert [select.column_text(i) for i in range(3)] == [None, "here", None]
        select.reset()
        assert select.expanded_sql == "SELECT NULL, 'here', NULL"
        select.clear_bindings()
        select.step()
        assert select.column_text(1) is None


# Rows as a whole


def test_rows_are_lists_of_values(sqlite: ModuleType, db: Any) -> None:
    db.exec("CREATE TABLE t(id INTEGER PRIMARY KEY, value)")
    with db.prepare("INSERT INTO t(value) VALUES(?)") as insert:
        for value in VALUES:
            insert.run([value])
        assert not insert.busy
    with db.prepare("SELECT value, typeof(value) FROM t WHERE id >= ? AND id < ? ORDER BY id") as select:
        select.bind((1, len(VALUES) + 1))
        for _ in range(2):  # behind its end it starts anew
            rows = list(select)
            assert [row[0] for row in rows] == VALUES
            assert [type(row[0]) for row in rows] == list(map(type, VALUES))
            assert {row[1] for row in rows} == {"null", "integer", "real", "text", "blob"}
        with pytest.raises(sqlite.SqliteError, match="as many values"):
            select.bind([1])
        with pytest.raises(TypeError, match="expected int, float, str, bytes or None, got complex"):
            select.bind([1, 1j])


def test_what_a_run_was_given_is_not_kept(db: Any) -> None:
    with db.prepare("SELECT ?") as select:
        values = bytearray(1000)
        select.run([values])
        values.append(1)
        assert list(select) == [[None]]


def test_a_run_fails_with_its_reason_and_leaves_the_statement_ready(sqlite: ModuleType, db: Any) -> None:
    db.exec("CREATE TABLE t(value CHECK(value < 10))")
    with db.prepare("INSERT INTO t VALUES(?) RETURNING value") as insert:
        with pytest.raises(sqlite.SqliteError, match="CHECK constraint failed: value < 10"):
            insert.run([10])
        insert.run([9])
        insert.bind([8])
        assert list(insert) == [[8]]
    assert one(db, "SELECT sum(value) FROM t") == "17"


def test_rows_of_a_table_that_changes(sqlite: ModuleType, db: Any) -> None:
    db.exec("CREATE TABLE t(a); INSERT INTO t VALUES(1)")
    with db.prepare("SELECT * FROM t") as select:
        assert list(select) == [[1]]
        db.exec("ALTER TABLE t ADD COLUMN b")
        with pytest.raises(sqlite.SqliteError, match="the tables have changed"):
            list(select)
        assert list(select) == [[1, None]]


def test_an_interrupt_ends_a_statement_on_another_thread(sqlite: ModuleType, db: Any) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    with db.prepare(endless) as count:
        refused: list[str] = []

        def interrupt() -> None:
            time.sleep(0.05)
            try:
                count.step()
            except ValueError as error:
                refused.append(str(error))
            db.interrupt()

        thread = threading.Thread(target=interrupt)
        thread.start()
        with pytest.raises(sqlite.SqliteError, match="interrupted"):
            list(count)
        thread.join()
    assert refused == ["step(): argument 'stmt': the Statement is in use by another call"]


# Blobs


def test_memory_is_bound_where_it_lies(sqlite: ModuleType, db: Any) -> None:
    values = array.array("B", b"first")
    select = db.prepare("SELECT ?")
    select.bind_memory(1, values)
    values[0] = ord("F")
    with pytest.raises(BufferError):
        values.append(0)
    del values
    gc.collect()
    select.step()
    assert select.column_blob(0) == b"First"
    with pytest.raises(TypeError, match="expected a buffer of bytes, got list"):
        select.bind_memory(1, [1, 2])
    select.close()


def test_memory_is_let_go_when_other_memory_is_bound(sqlite: ModuleType, db: Any) -> None:
    with db.prepare("SELECT ?, ?") as select:
        first, second, third = bytearray(b"1"), bytearray(b"2"), bytearray(b"3")
        select.bind_memory(1, first)
        select.bind_memory(2, second)
        select.bind_memory(1, third)
        first.append(0)
        for kept in (second, third):
            with pytest.raises(BufferError):
                kept.append(0)
        with pytest.raises(sqlite.SqliteError, match="out of range"):
            select.bind_memory(3, first)
        assert list(select) == [[b"3", b"2"]]
    second.append(0)
    third.append(0)


def test_blobs_are_read_and_written_in_pieces(sqlite: ModuleType, db: Any) -> None:
    db.exec("CREATE TABLE t(data)")
    with db.prepare("INSERT INTO t VALUES(?)") as insert:
        insert.bind_zeroblob64(1, 1000)
        insert.step()
    with db.blob_open("main", "t", "data", 1, True) as blob:
        assert blob.size == 1000
        blob.write(b"middle", 500)
        assert blob.read() == bytes(500) + b"middle" + bytes(494)
        assert blob.read(offset=990) == bytes(10)
        room = bytearray(8)
        assert blob.read(499, into=room) == 8
        assert room == b"\0middle\0"
        for call in (lambda: blob.read(offset=1001), lambda: blob.write(b"long", 998), lambda: blob.reopen(2)):
            with pytest.raises((sqlite.SqliteError, ValueError)):
                call()
    with pytest.raises(sqlite.SqliteError, match="no such column"):
        db.blob_open("main", "t", "nothing", 1)


# Errors


def test_errors_have_the_words_of_sqlite(sqlite: ModuleType, db: Any) -> None:
    with pytest.raises(sqlite.CannotOpenError, match="unable to open database file") as caught:
        sqlite.Database("/no/such/folder/file")
    assert caught.value.status & 0xFF == sqlite.CANTOPEN
    with pytest.raises(sqlite.SqliteError, match='near "SELEKT": syntax error'):
        db.prepare("SELEKT 1")
    assert db.error_offset == 0
    db.exec("CREATE TABLE t(value UNIQUE, CHECK(value < 10))")
    with db.prepare("INSERT INTO t VALUES(?)") as insert:
        insert.bind_int64(1, 10)
        with pytest.raises(sqlite.ConstraintError, match="CHECK constraint failed: value < 10") as caught:
            insert.step()
        assert caught.value.status == sqlite.CONSTRAINT_CHECK
        insert.reset()
        insert.bind_int64(1, 9)
        insert.step()
    with pytest.raises(sqlite.ConstraintError, match="UNIQUE constraint failed") as caught:
        db.exec("INSERT INTO t VALUES(9)")
    assert (caught.value.status, db.extended_errcode) == (sqlite.CONSTRAINT_UNIQUE,) * 2
    with pytest.raises(sqlite.SqliteError, match="no such vfs: none"):
        sqlite.Database("x", vfs="none")


def test_a_database_is_named_by_a_path_of_any_bytes(sqlite: ModuleType, tmp_path: Path) -> None:
    for path in (tmp_path / "some.db", tmp_path / os.fsdecode(b"\xff.db")):
        with sqlite.Database(path) as db:
            db.exec("CREATE TABLE t(value)")
        assert path.exists()
    with pytest.raises(TypeError, match="filename"):
        sqlite.Database(5)


def test_words_of_another_failure_are_not_taken(sqlite: ModuleType, db: Any) -> None:
    with db.prepare("SELECT ?") as select:
        with pytest.raises(sqlite.TooBigError, match="string or blob too big"):
            select.bind_zeroblob64(1, 1 << 40)
        with pytest.raises(sqlite.RangeError, match="column index out of range"):
            select.bind_null(2)
        with pytest.raises(sqlite.TooBigError, match="string or blob too big"):
            select.bind_zeroblob64(1, 1 << 40)


def test_long_messages_are_cut_between_characters(sqlite: ModuleType, db: Any) -> None:
    for n in range(4):
        with pytest.raises(sqlite.SqliteError, match="no such"):
            db.exec(f"SELECT {'x' * n}{'ł' * 1000}")


def test_a_text_is_one_statement(sqlite: ModuleType, db: Any) -> None:
    db.prepare("SELECT 1; -- and a comment").close()
    for text, words in (
        ("SELECT 1; SELECT 2", "more than one"),
        ("-- nothing", "no statement"),
        ("SELECT 1; ?", "near"),
    ):
        with pytest.raises(sqlite.SqliteError, match=words):
            db.prepare(text)


def test_a_script_goes_statement_by_statement(db: Any) -> None:
    text, found = "SELECT 'ä'; SELECT 2 -- comment\n; ", []
    while text:
        statement, text = db.prepare_v3(text)
        if statement is not None:
            found.append(statement.sql)
            statement.close()
    assert found == ["SELECT 'ä';", " SELECT 2 -- comment\n;"]


# Closing


@pytest.mark.parametrize("order", ["dsb", "dbs", "sdb", "sbd", "bds", "bsd"])
def test_closing_in_any_order(sqlite: ModuleType, order: str) -> None:
    db = sqlite.Database(":memory:")
    db.exec("CREATE TABLE t(data); INSERT INTO t VALUES('text')")
    statement, blob = db.prepare("SELECT * FROM t"), db.blob_open("main", "t", "data", 1)
    statement.step()
    for letter in order:
        {"d": db, "s": statement, "b": blob}[letter].close()
    with pytest.raises(ValueError, match="the Statement is closed"):
        statement.step()
    with pytest.raises(ValueError, match="the Blob is closed"):
        blob.read()


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_what_is_dropped_closes_in_the_right_order(sqlite: ModuleType) -> None:
    statement = sqlite.Database(":memory:").prepare("SELECT 1")
    gc.collect()
    assert statement.step() == sqlite.ROW
    assert statement.database.autocommit


def test_a_backup_goes_in_steps(sqlite: ModuleType, db: Any) -> None:
    db.exec("CREATE TABLE t(data); INSERT INTO t VALUES(zeroblob(1000000))")
    with sqlite.Database(":memory:") as other:
        left = []
        with sqlite.Backup.start(other, db) as backup:
            while backup.step(64) != sqlite.DONE:
                left.append(backup.remaining)
            assert backup.pagecount > 200
        assert len(left) > 2
        assert left == sorted(left, reverse=True)
        assert one(other, "SELECT length(data) FROM t") == "1000000"
        with pytest.raises(sqlite.SqliteError, match="unknown database nothing"):
            sqlite.Backup.start(other, db, target_name="nothing")
        with pytest.raises(sqlite.SqliteError, match="must be distinct"):
            sqlite.Backup.start(db, db)


@pytest.mark.parametrize("first", ["target", "source"])
def test_a_backup_whose_database_is_closed(sqlite: ModuleType, first: str) -> None:
    source, target = sqlite.Database(":memory:"), sqlite.Database(":memory:")
    source.exec("CREATE TABLE t(data); INSERT INTO t VALUES(zeroblob(1000000))")
    backup = sqlite.Backup.start(target, source)
    backup.step(1)
    {"target": target, "source": source}[first].close()
    backup.close()
    source.close()
    target.close()


# Databases


def test_properties_of_a_database(sqlite: ModuleType, tmp_path: Path) -> None:
    path = str(tmp_path / "file.db")
    with sqlite.Database(path) as db:
        assert db.autocommit
        db.exec("CREATE TABLE t(id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL COLLATE NOCASE); BEGIN")
        assert (db.autocommit, db.txn_state()) == (False, sqlite.TXN_NONE)
        db.exec("INSERT INTO t(name) VALUES('a'); COMMIT")
        assert db.table_column_metadata("t", "name") == ("TEXT", "NOCASE", 1, 0, 0)
        assert db.db_filename() == path
        db.last_insert_rowid = 77
        assert db.last_insert_rowid == 77
        most = db.limit(sqlite.LIMIT_COLUMN, 10)
        assert db.limit(sqlite.LIMIT_COLUMN) == 10
        assert most > 10
    with sqlite.Database(path, sqlite.OPEN_READONLY) as db:
        assert db.db_readonly() == 1
        with pytest.raises(sqlite.SqliteError, match="readonly database"):
            db.exec("DELETE FROM t")


# Python in SQL


def rows_of(db: Any, sql: str) -> list[list[object]]:
    with db.prepare(sql) as statement:
        return list(statement)


@pytest.fixture
def table(db: Any) -> Any:
    db.exec("CREATE TABLE t(a, b); INSERT INTO t VALUES(1, 'x'), (2, NULL), (3, 'z')")
    return db


def test_exec_shows_rows(table: Any) -> None:
    rows: list[tuple[list[str | None], list[str]]] = []
    table.exec("SELECT a, b FROM t WHERE a < 3", lambda values, names: rows.append((values, names)))
    assert rows == [(["1", "x"], ["a", "b"]), (["2", None], ["a", "b"])]

    def stop(values: list[str | None], names: list[str]) -> None:
        raise KeyError(values[0])

    with pytest.raises(KeyError, match="1"):
        table.exec("SELECT a FROM t", stop)


def test_a_function_takes_and_gives_every_value(db: Any) -> None:
    db.create_function("same", 1, lambda values: values[0])
    db.create_function("count", -1, lambda values: len(values))
    with db.prepare("SELECT same(?), count(1, 2), count()") as select:
        for value in VALUES:
            select.bind([value])
            [(given, two, none)] = list(select)
            assert (given, type(given), two, none) == (value, type(value), 2, 0)
    assert rows_of(db, f"SELECT count({', '.join('1' * 100)})") == [[100]]


def test_what_a_function_raises_ends_the_statement(sqlite: ModuleType, table: Any) -> None:
    calls = []

    def fails(values: list[object]) -> None:
        calls.append(values)
        raise ZeroDivisionError(values)

    table.create_function("fails", 1, fails)
    with table.prepare("SELECT fails(a) FROM t") as select:
        for _ in range(2):
            with pytest.raises(ZeroDivisionError, match="1"):
                list(select)
    assert calls == [[1], [1]]
    with pytest.raises(sqlite.SqliteError, match="wrong number of arguments to function fails"):
        table.exec("SELECT fails(1, 2)")
    with pytest.raises(sqlite.SqliteError, match="misuse"):
        table.create_function("x" * 300, 1, fails)


def test_functions_live_until_they_are_replaced_or_the_database_closes(sqlite: ModuleType) -> None:
    def made() -> Any:
        return lambda *arguments: None

    with sqlite.Database(":memory:") as db:
        first, second, step, final, order, tracer = (made() for _ in range(6))
        kept = [weakref.ref(each) for each in (first, second, step, final, order, tracer)]
        db.create_function("f", 1, first)
        db.create_function("f", 1, second)
        db.create_aggregate("g", 1, step, final)
        db.create_collation("c", order)
        db.trace(tracer)
        del first, second, step, final, order, tracer
        gc.collect()
        assert [reference() is None for reference in kept] == [True, False, False, False, False, False]
    gc.collect()
    assert [reference() is None for reference in kept] == [True] * 6


def test_what_a_function_cannot_give_is_an_error(db: Any) -> None:
    db.create_function("wrong", 1, lambda values: [1])
    with pytest.raises(TypeError, match="int, float, str, bytes or None"):
        rows_of(db, "SELECT wrong(1)")


def test_an_aggregate_has_groups(table: Any) -> None:
    groups: dict[int, list[object]] = {}

    def step(group: int, values: list[object]) -> None:
        groups.setdefault(group, []).append(values[0])

    def final(group: int) -> str:
        return "".join(map(str, groups.pop(group, ["nothing"])))

    table.create_aggregate("joined", 1, step, final)
    assert rows_of(table, "SELECT joined(a) FROM t GROUP BY b IS NULL") == [["13"], ["2"]]
    assert rows_of(table, "SELECT joined(a), joined(b) FROM t WHERE 0") == [["nothing", "nothing"]]
    assert groups == {}


def test_a_step_that_returns_a_number_has_failed(sqlite: ModuleType, table: Any) -> None:
    table.create_aggregate("counted", 1, lambda group, values: 5, lambda group: group)
    with pytest.raises(sqlite.SqliteError, match="has not returned 0"):
        rows_of(table, "SELECT counted(a) FROM t")


def test_a_collation_orders(table: Any) -> None:
    table.create_collation("backwards", lambda a, b: (a < b) - (a > b))
    assert rows_of(table, "SELECT b FROM t WHERE b > '' ORDER BY b COLLATE backwards") == [["z"], ["x"]]


def test_a_trace_and_hooks(sqlite: ModuleType, table: Any) -> None:
    seen: list[object] = []
    table.trace(lambda sql, nanoseconds: seen.append((sql, nanoseconds >= 0)))
    table.update_hook(lambda *what: seen.append(what))
    table.exec("UPDATE t SET a = 9 WHERE a = 1")
    table.update_hook(None)
    table.exec("DELETE FROM t WHERE a = 9")
    assert seen == [
        (sqlite.UPDATE, "main", "t", 1),
        ("UPDATE t SET a = 9 WHERE a = 1", True),
        ("DELETE FROM t WHERE a = 9", True),
    ]


def test_a_progress_handler_ends_a_statement(sqlite: ModuleType, db: Any) -> None:
    calls = iter(range(100))
    db.progress_handler(1000, lambda: next(calls) == 5)
    with pytest.raises(sqlite.SqliteError, match="interrupted"):
        db.exec("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n")
    assert next(calls) == 6
    db.progress_handler(0, None)


def test_a_busy_handler_decides(sqlite: ModuleType, tmp_path: Path) -> None:
    path, calls = str(tmp_path / "file.db"), []
    with sqlite.Database(path) as first, sqlite.Database(path) as second:
        first.exec("CREATE TABLE t(a); BEGIN IMMEDIATE")
        second.busy_handler(lambda count: calls.append(count) or count < 3)
        with pytest.raises(sqlite.BusyError, match="database is locked"):
            second.exec("BEGIN IMMEDIATE")
        assert calls == [0, 1, 2, 3]


def test_threads_share_a_database_whose_functions_are_python(table: Any) -> None:
    """Nobody who has the lock of Python waits for that of the database."""
    table.create_function("slow", 1, lambda values: sum(range(1000)) and values[0])
    found: list[object] = []

    def use() -> None:
        with table.prepare("SELECT slow(a), b FROM t ORDER BY a") as select:
            for _ in range(50):
                found.append([select.step() and select.column_text(1) for _ in range(3)])
                select.reset()
                try:
                    table.exec("SELECT nothing")
                except Exception as error:
                    found.append(type(error).__name__)

    threads = [threading.Thread(target=use) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not any(thread.is_alive() for thread in threads)
    assert found.count(["x", None, "z"]) == found.count("SqliteError") == 200
