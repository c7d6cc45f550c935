"""Handles: opened by C, held by an object, closed exactly once, never while a call uses them and never used after."""

from __future__ import annotations

import array
import gc
import inspect
import random
import re
import threading
import time
import warnings
import weakref
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

import interop
from tests.conftest import Binding
from tests.support.keywords import keeps_what_was_given
from tests.support.leaks import balanced
from tests.support.refusals import refused

FEATURES = ("handles",)

OPENED, FAILED, FAILED_WITH_ONE, NOTHING = range(4)


@pytest.fixture(scope="module")
def t(binding: Binding) -> ModuleType:
    return binding("handles")


@pytest.fixture(autouse=True)
def nothing_stays_open(t: ModuleType) -> Iterator[None]:
    with balanced(t):
        yield
        gc.collect()
        assert t.open_now() == 0
        assert (t.db.live(), t.row.live(), t.slot.live()) == (0, 0, 0)
        assert t.misuses() == 0


def test_help_shows_a_class(t: ModuleType) -> None:
    assert str(inspect.signature(t.db)) == "(name)"
    assert inspect.getdoc(t.db) == "a data base\n\ndb(name: str)\n\nC: t_db *t_db_open(const char *name);"
    assert inspect.getdoc(t.db.count) == "count: int\n\nC: t_db_count()."
    assert inspect.getdoc(t.db.extent) == "extent: (rows: int, opened: int)\n\nC: t_db_extent()."
    assert inspect.getdoc(t.row.value) == "value: int\n\nC: t_row_value()."


def test_a_class_is_called_with_names_that_are_strings(t: ModuleType) -> None:
    with pytest.raises(TypeError, match="keywords must be strings"):
        t.db(**{1: "data"})


def test_an_address_given_by_name_outlives_the_callers_dictionary(t: ModuleType) -> None:
    assert keeps_what_was_given(t.db.from_address, "address", "owns")


# One at a time


@pytest.mark.rules("R10.1")
def test_none_is_no_handle_and_c_is_not_entered(t: ModuleType) -> None:
    opened = t.opened()
    for call in (lambda: t.db_first(None), lambda: t.swap(None, t.how.REPLACE), lambda: t.slot_value(None)):
        with pytest.raises(TypeError, match="None"):
            call()
    assert (t.opened(), t.misuses()) == (opened, 0)


@pytest.mark.rules("R10.4")
def test_a_number_is_not_used_again_while_a_call_has_it(t: ModuleType) -> None:
    class Closes:
        def __index__(self) -> int:
            slot.close()
            others.append(t.slot.take())
            return 1000

    others: list[Any] = []
    slot = t.slot.take()
    number = slot.address
    assert slot.plus(Closes()) == 1100 + number
    assert others[0].address != number
    with t.slot.take() as free_by_now:
        assert free_by_now.address == number
    others[0].close()


@pytest.mark.rules("R10.4")
def test_threads_that_close_and_open_never_see_another_ones(t: ModuleType) -> None:
    def work() -> None:
        for _ in range(300):
            with t.slot.take() as slot:
                number = slot.address
                try:
                    seen = shared[0].value()
                except ValueError:
                    seen = None
                if slot.value() != 100 + number or seen not in (None, 100 + shared_number):
                    wrong.append(seen)

    wrong: list[object] = []
    shared = [t.slot.take()]
    shared_number = shared[0].address
    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    shared[0].close()
    for thread in threads:
        thread.join()
    assert wrong == []


@pytest.mark.rules("R10.16")
def test_a_bare_address_is_no_argument(t: ModuleType) -> None:
    with t.db("a") as db:
        with refused(TypeError, "db_wait()", "db", "int"):
            t.db_wait(db.address, 0)
        with refused(TypeError, "db_wait()", "db", "CData"):
            t.db_wait(t.ffi.cast("t_db *", db.address), 0)
        db.close()
        with refused(ValueError, "the db is closed"):
            db.address  # noqa: B018


@pytest.mark.rules("R10.17")
def test_a_finaliser_that_fails_to_close_raises_nothing(t: ModuleType) -> None:
    db = t.db("a")
    number = db.address
    t.refuse_to_close(1)
    try:
        with pytest.warns(ResourceWarning):
            del db
    finally:
        t.refuse_to_close(0)
    t.db.from_address(number).close()
    # A handle may go on any thread.
    kept = [t.db("a")]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        thread = threading.Thread(target=kept.clear)
        thread.start()
        thread.join()
    assert t.open_now() == 0


@pytest.mark.rules("R10.13")
def test_an_object_that_does_not_own_counts_but_never_closes(t: ModuleType) -> None:
    class Closes:
        def __index__(self) -> int:
            view.close()
            assert view.closed
            return 0

    with t.db("a") as db:
        view = t.db.from_address(db.address, owns=False)
        assert t.db.live() == 1
        assert t.db_wait(view, Closes()) == 1
        with refused(ValueError, "db_wait()", "the db is closed"):
            t.db_wait(view, 0)
        t.db.from_address(db.address, owns=False)
        assert db.name == "a"


@pytest.mark.rules("R10.5")
def test_a_result_is_an_object_that_closes(t: ModuleType) -> None:
    db = t.db_open("a")
    assert isinstance(db, t.db)
    assert (db.closed, db.name, t.db.live()) == (False, "a", 1)
    db.close()
    assert (db.closed, t.db.live(), t.open_now()) == (True, 0, 0)
    db.close()


def test_a_with_block_closes(t: ModuleType) -> None:
    with t.db("a") as db:
        assert db.count == 0
    assert db.closed
    with pytest.raises(ValueError, match="closed"), db:
        pass


@pytest.mark.rules("R10.5")
def test_an_object_that_goes_closes_and_warns(t: ModuleType) -> None:
    db = t.db("a")
    with pytest.warns(ResourceWarning, match="unclosed db"):
        del db
    assert t.open_now() == 0


@pytest.mark.rules("R10.3")
def test_a_closed_handle_is_refused(t: ModuleType) -> None:
    db = t.db("a")
    db.close()
    with refused(ValueError, "db_wait()", "db", "the db is closed"):
        t.db_wait(db, 0)
    with refused(ValueError, "the db is closed"):
        db.wait(0)
    with pytest.raises(ValueError, match="closed"):
        db.name  # noqa: B018
    assert "closed" in repr(db)


def test_none_is_refused_unless_unique(t: ModuleType) -> None:
    with t.db("a") as db:
        with refused(TypeError, "db_same()", "a", "db", "None"):
            t.db_same(None, db)
        assert db.same(None) == 0
        assert db.same(db) == 1


def test_another_object_is_refused(t: ModuleType) -> None:
    with t.db("a") as db, db.first() as row:
        with refused(TypeError, "db_wait()", "db", "db", "row"):
            t.db_wait(row, 0)
        with refused(TypeError, "db_wait()", "db", "db", "int"):
            t.db_wait(1, 0)


def test_null_is_an_error_unless_unique(t: ModuleType) -> None:
    with refused(ValueError, "db_open()", "NULL"):
        t.db("")
    assert t.db_open_or_none("") is None


# Out parameters


@pytest.mark.rules("R10.10")
def test_an_object_that_was_made_for_a_call_that_never_was_closes_nothing(t: ModuleType) -> None:
    opened = t.opened()
    with refused(TypeError, "db_make()", "how"):
        t.db.make("how")
    with t.db("a") as db:
        with refused(TypeError, "swap()", "how"):
            t.swap(db, "how")
        assert db.name == "a"
    assert (t.opened(), t.open_now(), t.misuses()) == (opened + 1, 0, 0)


@pytest.mark.rules("R10.12")
def test_what_c_finds_where_it_is_to_put_a_handle_is_an_invalid_one(t: ModuleType) -> None:
    assert tuple(t.slot_found()) == (-1, None)


@pytest.mark.rules("R10.9")
def test_an_out_handle_of_a_failed_call_is_closed(t: ModuleType) -> None:
    before = t.opened()
    with t.db.make(OPENED) as db:
        assert db.name == "made"
    for how in (FAILED, FAILED_WITH_ONE):
        with pytest.raises(Exception, match="db_make"):
            t.db.make(how)
    with refused(ValueError, "db_make()", "db", "NULL"):
        t.db.make(NOTHING)
    assert t.db_make_or_none(NOTHING) is None
    assert t.opened() == before + 2


@pytest.mark.rules("R10.8")
def test_several_out_handles(t: ModuleType) -> None:
    first, second = t.two(0)
    second.close()
    first.close()
    with refused(ValueError, "two()", "second", "NULL"):
        t.two(1)
    assert t.open_now() == 0


# Depending on each other


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_child_keeps_its_parent_open(t: ModuleType) -> None:
    row = t.db("a").first()
    gc.collect()
    assert row.value == 7
    assert t.open_now() == 2
    row.close()
    gc.collect()


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_the_parent_goes_after_the_child(t: ModuleType) -> None:
    db = t.db("a")
    row = db.first()
    del db
    del row
    gc.collect()
    assert t.open_now() == 0


def test_closing_the_parent_closes_the_children_first(t: ModuleType) -> None:
    db = t.db("a")
    rows = [db.first() for _ in range(5)]
    rows[1].close()
    db.close()
    assert all(row.closed for row in rows)
    assert t.open_now() == 0
    with pytest.raises(ValueError, match="closed"):
        rows[0].value  # noqa: B018


def test_a_borrowed_handle_is_not_closed(t: ModuleType) -> None:
    with t.db("a") as db:
        row = db.first()
        borrowed = row.db
        assert borrowed.name == "a"
        assert borrowed.same(db) == 1
        borrowed.close()
        assert db.name == "a"
        again = row.db
        row.close()
        assert again.closed
        assert not db.closed


def test_what_a_borrowed_handle_comes_from_stays_open_while_a_call_has_it(t: ModuleType) -> None:
    class Closes:
        def __index__(self) -> int:
            db.close()
            seen.append(t.open_now())
            return 1

    seen: list[int] = []
    for use in (t.row_wait, t.db_wait):
        db = t.db("a")
        borrowed = db.front() if use is t.row_wait else db.front().db
        assert use(borrowed, Closes()) == 1
        assert (borrowed.closed, t.open_now()) == (True, 0)
    assert seen == [1, 1]


def test_closing_waits_for_a_call_that_has_a_borrowed_handle(t: ModuleType) -> None:
    db = t.db("a")
    front = db.front()
    borrowed = front.db
    seen: list[int] = []
    thread = threading.Thread(target=lambda: seen.append(borrowed.wait(150)))
    thread.start()
    time.sleep(0.05)
    with refused(ValueError, "db_close()", "the db is in use"):
        t.db_close(db)
    db.close()
    assert (db.closed, front.closed, borrowed.closed, t.open_now()) == (True, True, True, 1)
    with refused(ValueError, "db_wait()", "the db is closed"):
        borrowed.wait(0)
    with refused(ValueError, "row_value()", "the row is closed"):
        t.row_value(front)
    thread.join()
    assert seen == [1]
    assert t.open_now() == 0


def test_what_is_borrowed_is_refused_while_its_owner_is_taken_over(t: ModuleType) -> None:
    class Uses:
        def __index__(self) -> int:
            with refused(ValueError, "db_wait()", "the row is being taken over by another call"):
                borrowed.wait(0)
            return 0

    with t.db("a") as db:
        row = db.first()
        borrowed = row.db
        db.adopt(row, Uses())
        assert (row.closed, borrowed.closed) == (True, True)


def test_a_borrowed_handle_lets_its_closed_owner_go(t: ModuleType) -> None:
    db = t.db("a")
    front = db.front()
    inner = front.db
    db.close()
    gone = weakref.ref(db)
    del db
    assert gone() is None
    assert (front.closed, inner.closed) == (True, True)


@pytest.mark.rules("R4.7")
def test_what_c_keeps_lives_as_long_as_the_handle(t: ModuleType) -> None:
    with t.db("a") as db:
        values = array.array("i", [1, 2, 3])
        db.watch(values)
        db.label("".join(["la", "bel"]))
        gc.collect()
        assert db.labelled() == "label"
        values[0] = 10
        assert db.watched() == 15
        with pytest.raises(BufferError):
            values.append(4)
        kept = weakref.ref(values)
        del values
        assert db.watched() == 15
    gc.collect()
    assert kept() is None


# What belongs to a handle


def test_memory_of_a_handle_is_seen_where_it_is(t: ModuleType) -> None:
    with t.db("a") as db:
        table = db.table()
        assert list(table) == table.tolist() == [0, 1, 4, 9]
        assert (len(table), table[-1], list(table[1:3])) == (4, 9, [1, 4])
        with pytest.raises(TypeError, match="const"):
            table[0] = 1
        assert memoryview(table).readonly
        block = db.block()
        block[0] = 255
        assert db.block()[0] == 255
        assert bytes(db.bytes(1))[0] == 255
        assert db.bytes(0) is None


def test_memory_of_a_closed_handle_is_not_seen(t: ModuleType) -> None:
    db = t.db("a")
    table, block = db.table(), db.block()
    part = table[1:]
    db.close()
    for use in (
        lambda: table[0],
        lambda: list(table),
        lambda: table.tolist(),
        lambda: part[0],
        lambda: table[1:],
        lambda: memoryview(table),
        lambda: table == [0, 1, 4, 9],
        lambda: repr(table),
        lambda: block.__setitem__(0, 1),
    ):
        with refused(ValueError, "the db", "is closed"):
            use()


def test_a_buffer_of_a_handles_memory_keeps_it_open(t: ModuleType) -> None:
    db = t.db("a")
    with memoryview(db.table()) as view:
        db.close()
        assert db.closed
        assert t.open_now() == 1
        assert view.tolist() == [0, 1, 4, 9]
    assert t.open_now() == 0


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_memory_keeps_its_handle_alive(t: ModuleType) -> None:
    table = t.db("a").table()
    gc.collect()
    assert list(table) == [0, 1, 4, 9]
    del table


@pytest.mark.parametrize("use", ["index", "value", "values", "slice"])
def test_memory_is_there_while_python_code_converts_for_it(t: ModuleType, use: str) -> None:
    class Closes:
        def __index__(self) -> int:
            db.close()
            seen.append(t.open_now())
            return 1

    db, seen = t.db("a"), list[int]()
    block = db.block()
    match use:
        case "index":
            block[1] = 3
            assert block[Closes()] == 3
        case "value":
            block[0] = Closes()
        case "values":
            block[:1] = [Closes()]
        case "slice":
            assert block[Closes() :] is not None
    assert seen == [1]
    assert t.open_now() == 0
    with refused(ValueError, "the db", "is closed"):
        block[0]


def test_what_c_keeps_cannot_be_a_copy(t: ModuleType) -> None:
    with t.db("a") as db, refused(TypeError, "db_watch()", "values", "pinned"):
        db.watch([1, 2, 3])


# Taking over


def test_a_handle_that_c_takes_over_is_gone(t: ModuleType) -> None:
    with t.db("a") as db:
        row = db.first()
        db.adopt(row, 0)
        assert row.closed
        with refused(ValueError, "the row is closed"):
            db.adopt(row, 0)


def test_a_handle_that_c_refuses_to_take_stays(t: ModuleType) -> None:
    with t.db("a") as db, db.first() as row:
        with pytest.raises(Exception, match="db_adopt"):
            db.adopt(row, 1)
        assert row.value == 7


def test_the_close_function_itself_takes_over(t: ModuleType) -> None:
    db = t.db("a")
    t.db_close(db)
    assert db.closed


def test_close_raises_what_the_function_says(t: ModuleType) -> None:
    db = t.db("a")
    t.refuse_to_close(1)
    try:
        with pytest.raises(Exception, match="db_close"):
            t.db_close(db)
        assert not db.closed
    finally:
        t.refuse_to_close(0)
    db.close()


def test_detach_and_from_address(t: ModuleType) -> None:
    db = t.db("a")
    number = db.detach()
    assert db.closed
    assert (t.db.live(), t.open_now()) == (0, 1)
    view = t.db.from_address(number, owns=False)
    assert view.name == "a"
    view.close()
    assert t.open_now() == 1
    with t.db.from_address(number) as again:
        assert again.address == number
    with pytest.raises(ValueError, match="0 is no db"):
        t.db.from_address(0)


# In and out


@pytest.mark.rules("R10.11")
def test_an_unchanged_value_is_the_same_object(t: ModuleType) -> None:
    db = t.db("a")
    address = db.address
    assert t.swap(db, t.how.KEEP) is db
    assert (db.closed, db.address, t.db.live()) == (False, address, 1)
    with pytest.raises(interop.CallError):
        t.swap(db, t.how.KEEP_AND_FAIL)
    assert db.name == "a"
    db.close()


@pytest.mark.rules("R10.11")
def test_another_value_is_a_new_object_and_the_old_one_is_closed(t: ModuleType) -> None:
    db = t.db("a")
    new = t.swap(db, t.how.REPLACE)
    assert new is not db
    assert (db.closed, new.closed, new.name, t.db.live(), t.open_now()) == (True, False, "new", 1, 1)
    db.close()
    assert new.name == "new"
    with refused(ValueError, "swap()", "the db is closed"):
        t.swap(db, t.how.KEEP)
    new.close()


@pytest.mark.rules("R10.11")
def test_none_is_refused_for_a_handle_that_is_in_and_out(t: ModuleType) -> None:
    opened = t.opened()
    with refused(TypeError, "swap()", "db", "None"):
        t.swap(None, t.how.REPLACE)
    assert t.opened() == opened
    with t.swap_or_none(None, t.how.REPLACE) as db:
        assert db.name == "new"
    assert t.swap_or_none(None, t.how.KEEP) is None
    with t.swap_or_begin(how=t.how.REPLACE) as db:
        assert db.name == "new"


@pytest.mark.rules("R10.11")
def test_null_afterwards_is_none_or_an_error(t: ModuleType) -> None:
    db = t.db("a")
    assert t.swap_or_none(db, t.how.CLEAR) is None
    assert db.closed
    db = t.db("a")
    with refused(ValueError, "swap()", "db", "NULL"):
        t.swap(db, t.how.CLEAR)
    assert (db.closed, t.open_now(), t.db.live()) == (True, 0, 0)


@pytest.mark.rules("R10.9")
def test_what_a_failed_call_replaced_is_closed(t: ModuleType) -> None:
    for how in (t.how.REPLACE_AND_FAIL, t.how.CLEAR_AND_FAIL):
        db = t.db("a")
        with pytest.raises(interop.CallError):
            t.swap(db, how)
        assert (db.closed, t.open_now(), t.db.live()) == (True, 0, 0)


@pytest.mark.rules("R10.8")
def test_a_later_result_that_cannot_be_read_leaves_one_owner(t: ModuleType) -> None:
    db = t.db("a")
    with refused(ValueError, "swap_named()", "name"):
        t.swap_named(db, t.how.REPLACE, size=8)
    assert (db.closed, t.open_now(), t.db.live()) == (True, 0, 0)
    db = t.db("a")
    with refused(ValueError, "swap_named()", "name"):
        t.swap_named(db, t.how.KEEP, size=8)
    assert db.name == "a"
    db.close()


@pytest.mark.rules("R10.11")
def test_a_handle_in_use_or_with_children_cannot_be_replaced(t: ModuleType) -> None:
    with t.db("a") as db, db.first() as row:
        with refused(ValueError, "swap()", "the db is in use"):
            t.swap(db, t.how.KEEP)
        with refused(ValueError, "swap()", "the db belongs to another object"):
            t.swap(row.db, t.how.KEEP)


@pytest.mark.rules("R10.11")
def test_what_was_borrowed_from_a_replaced_handle_goes_with_it(t: ModuleType) -> None:
    db = t.db("a")
    front = db.front()
    with t.swap(db, t.how.REPLACE):
        assert front.closed
        with refused(ValueError, "row_value()", "the row is closed"):
            t.row_value(front)


def test_what_c_keeps_is_kept_for_the_new_handle(t: ModuleType) -> None:
    for before in (t.db("a"), None):
        values = array.array("i", [1, 2, 3])
        new = t.swap_watched(before, t.how.REPLACE, values)
        kept = weakref.ref(values)
        del values
        gc.collect()
        assert new.watched() == 6
        assert kept() is not None
        new.close()
        gc.collect()
        assert kept() is None
    values = array.array("i", [4, 5])
    kept = weakref.ref(values)
    with t.open_watching(values) as opened:
        del values
        assert opened.watched() == 9
    gc.collect()
    assert kept() is None


def test_what_was_kept_for_the_old_handle_is_kept_for_the_new_one(t: ModuleType) -> None:
    db, values = t.db("a"), array.array("i", [1, 2, 3])
    db.watch(values)
    kept = weakref.ref(values)
    del values
    new = t.swap_watched(db, t.how.REPLACE, array.array("i", [9]))
    gc.collect()
    assert kept() is not None
    new.close()
    assert kept() is None


def test_what_was_kept_for_a_handle_that_c_clears_goes_with_it(t: ModuleType) -> None:
    db, values = t.db("a"), array.array("i", [1, 2, 3])
    db.watch(values)
    kept = weakref.ref(values)
    del values
    assert t.swap_or_none(db, t.how.CLEAR) is None
    assert (db.closed, kept()) == (True, None)


def test_a_new_handle_depends_on_the_parent_of_the_old_one(t: ModuleType) -> None:
    db = t.db("a")
    row = db.first()
    row.value = 1
    new = t.swap_row(row, t.how.REPLACE)
    assert (row.closed, new.value, db.count) == (True, 7, 1)
    db.close()
    assert new.closed


@pytest.mark.rules("R10.13")
def test_borrowed_handles_that_are_in_and_out(t: ModuleType) -> None:
    with t.db("a") as db:
        result, front = t.next_front(None, db)
        assert (result, front.value) == (1, 5)
        result, end = t.next_front(front, db)
        assert (result, end) == (0, None)
        assert front.value == 5
    assert front.closed


def test_a_number_that_is_in_and_out(t: ModuleType) -> None:
    slot = t.slot.take()
    assert t.slot_swap(slot, t.how.KEEP) is slot
    new = t.slot_swap(slot, t.how.REPLACE)
    assert (slot.closed, new.value()) == (True, 101)
    with refused(ValueError, "slot_swap()", "slot"):
        t.slot_swap(new, t.how.CLEAR)
    assert new.closed


def test_a_parent_that_is_closed_while_a_call_may_replace_its_child(t: ModuleType) -> None:
    class Closes:
        def __index__(self) -> int:
            db.close()
            return int(t.how.KEEP)

    db = t.db("a")
    row = db.first()
    assert t.swap_row(row, Closes()) is row
    assert (db.closed, row.closed, t.open_now()) == (True, True, 0)


def test_a_handle_that_may_be_replaced_is_refused_meanwhile(t: ModuleType) -> None:
    def between() -> None:
        with refused(ValueError, "the db is being taken over by another call"):
            db.wait(0)
        with pytest.raises(ValueError, match="being taken over"):
            db.close()

    db = t.db("a")
    result, new = t.swap_calling(db, t.how.REPLACE, between)
    assert (result, db.closed) == (0, True)
    db = new

    def fails() -> None:
        raise KeyError("between")

    with pytest.raises(KeyError, match="between"):
        t.swap_calling(db, t.how.REPLACE, fails)
    assert (db.closed, t.open_now()) == (True, 0)


# Numbers


def test_a_number_is_a_handle_too(t: ModuleType) -> None:
    slots = [t.slot.take() for _ in range(8)]
    assert [slot.value() for slot in slots] == [100 + i for i in range(8)]
    with refused(ValueError, "slot_take()"):
        t.slot.take()
    for slot in slots:
        slot.close()


def test_any_number_but_the_invalid_one_is_a_handle(t: ModuleType) -> None:
    with pytest.raises(ValueError, match="-1 is no slot"):
        t.slot.from_address(-1)
    with t.slot.from_address(0, owns=False) as zero:
        assert zero.address == 0
        assert repr(zero) == "<slot at 0x0>"


# The class


def test_properties_iterators_and_methods(t: ModuleType) -> None:
    with t.db("a") as db:
        db.name = "renamed"
        assert db.name == "renamed"
        with pytest.raises(AttributeError):
            del db.name
        with pytest.raises(AttributeError):
            db.count = 1
        assert db.extent == (0, 1)  # what C stores is read; it takes no value
        with pytest.raises(AttributeError):
            db.extent = (1, 1)
        db.secret = "kept"
        assert db.labelled() == "kept"
        with pytest.raises(AttributeError):
            db.secret  # noqa: B018
        with db.first() as row:
            assert list(row) == [0, 1, 2]
            row.value = 9
            assert row.value == 9
        assert str(inspect.signature(t.db.wait)) == "(self, /, milliseconds)"
        assert db.wait(milliseconds=0) == 1
        with pytest.raises(TypeError, match="at most"):
            db.wait(0, 1)


def test_handles_may_be_referenced_weakly(t: ModuleType) -> None:
    db = t.db("a")
    reference = weakref.ref(db)
    db.close()
    assert reference() is db
    del db
    assert reference() is None


def test_a_weak_reference_does_not_give_a_handle_back_that_is_being_closed(t: ModuleType) -> None:
    seen: list[object] = []
    db = t.db("a")
    reference = weakref.ref(db)
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.showwarning = lambda *args, **kwargs: seen.append(reference())
        del db
    assert seen == [None]


def test_a_child_that_goes_while_its_parent_closes_it(t: ModuleType) -> None:
    db = t.db("a")
    row = db.first()
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.showwarning = lambda *args, **kwargs: db.close()
        del row
    assert t.open_now() == 0


# Threads


@pytest.mark.rules("R10.4", "R10.11")
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_threads_that_use_replace_and_close_the_same_handles(t: ModuleType) -> None:
    shared = [t.db("a") for _ in range(3)]
    wrong: list[BaseException] = []

    def work(seed: int) -> None:
        chance = random.Random(seed)
        for _ in range(400):
            place = chance.randrange(len(shared))
            db = shared[place]
            try:
                match chance.randrange(6):
                    case 0:
                        shared[place] = t.swap(db, t.how.REPLACE)
                    case 1:
                        assert t.swap(db, t.how.KEEP) is db
                    case 2:
                        shared[place] = t.swap_or_none(db, t.how.CLEAR) or t.db("a")
                    case 3:
                        db.close()
                        shared[place] = t.db("a")
                    case 4:
                        db.first().close()
                    case _:
                        assert db.wait(0) == 1
            except ValueError as refused:
                if not re.search("is closed|in use|being taken over", str(refused)):
                    wrong.append(refused)
            except BaseException as other:
                wrong.append(other)

    threads = [threading.Thread(target=work, args=(seed,)) for seed in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for db in shared:
        db.close()
    gc.collect()
    assert (wrong, t.misuses()) == ([], 0)


@pytest.mark.rules("R10.2")
def test_closing_waits_for_a_call_on_another_thread(t: ModuleType) -> None:
    db = t.db("a")
    seen = []
    thread = threading.Thread(target=lambda: seen.append(db.wait(100)))
    thread.start()
    time.sleep(0.03)
    db.close()
    assert db.closed
    thread.join()
    assert seen == [1]
    assert t.open_now() == 0


def test_an_exclusive_handle_is_used_by_one_call_at_a_time(t: ModuleType) -> None:
    with t.db("a") as db, db.first() as row, db.first() as other:
        seen: list[int] = []
        thread = threading.Thread(target=lambda: seen.append(row.wait(150)))
        thread.start()
        time.sleep(0.05)
        with refused(ValueError, "row_value()", "the row is in use by another call"):
            t.row_value(row)
        with refused(ValueError, "db_adopt()", "the row is in use by another call"):
            db.adopt(row, 0)
        assert other.value == 7
        thread.join()
        assert seen == [1]
        assert row.value == 7


def test_what_was_opened_through_a_borrowed_handle_holds_its_owner(t: ModuleType) -> None:
    db = t.db("a")
    row = db.first()
    inner = row.db.first()
    seen: list[int] = []
    thread = threading.Thread(target=lambda: seen.append(inner.wait(150)))
    thread.start()
    while not seen and not inner.closed:
        # It belongs to the database of the row, and is in use on the other thread.
        row.close()
        db.close()
    assert (row.closed, inner.closed, db.closed, t.open_now()) == (True, True, True, 3)
    thread.join()
    assert (seen, t.open_now(), t.misuses()) == ([1], 0, 0)


def test_what_is_borrowed_cannot_be_detached(t: ModuleType) -> None:
    with t.db("a") as db, db.first() as row:
        for borrowed in (db.front(), row.db):
            with pytest.raises(ValueError, match="belongs to another object"):
                borrowed.detach()
            assert not borrowed.closed


@pytest.mark.rules("R10.5")
def test_many_threads_close_once(t: ModuleType) -> None:
    for _ in range(50):
        db = t.db("a")
        threads = [threading.Thread(target=db.close) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert t.open_now() == 0


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_chain_of_handles_of_any_length_ends(t: ModuleType) -> None:
    for ends_first in (True, False):
        first = db = t.db("first")
        for _ in range(60_000):
            row = db.first()
            db = row.db
        if ends_first:
            first.close()
            assert (db.closed, row.closed) == (True, True)
        del first, db, row
        assert t.row.live() == t.db.live() == 0


def test_closing_a_parent_raises_although_children_go_first(t: ModuleType) -> None:
    db = t.db("parent")
    address = db.address
    row = db.first()
    t.refuse_to_close(1)
    try:
        with pytest.raises(interop.CallError):
            db.close()
    finally:
        t.refuse_to_close(0)
    assert (row.closed, db.closed) == (True, True)
    t.db.from_address(address).close()


@pytest.mark.parametrize("address", [1 << 32, (1 << 32) + 1, -(1 << 31) - 1, 1 << 64, -(1 << 200)])
def test_a_number_with_more_bits_than_a_handle_is_none(t: ModuleType, address: int) -> None:
    with pytest.raises(ValueError, match="is no slot"):
        t.slot.from_address(address, owns=False)


@pytest.mark.parametrize("address", [1 << 64, (1 << 64) + 16, -(1 << 63) - 1])
def test_an_address_with_too_many_bits_is_none(t: ModuleType, address: int) -> None:
    with pytest.raises(ValueError, match="is no db"):
        t.db.from_address(address, owns=False)
