"""Callables that give C arrays, texts and records which it frees, and what custom marshallers are to callbacks."""

from __future__ import annotations

import array
import gc
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import PurePath
from types import ModuleType
from typing import Any
from uuid import UUID

import numpy as np
import pytest

from tests.conftest import Binding
from tests.support import marshallers
from tests.support.leaks import balanced
from tests.support.refusals import refused

FEATURES = ("handed",)

DAY = timedelta(days=1)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def t(binding: Binding) -> ModuleType:
    return binding("handed")


@pytest.fixture(autouse=True)
def nothing_leaks(t: ModuleType) -> Iterator[None]:
    marshallers.log.clear()
    with balanced(t):
        yield
        gc.collect()
    marshallers.failing.clear()
    marshallers.meanwhile.clear()
    marshallers.Counted.bad = None


# Blocks that C takes over


@pytest.mark.rules("R3.33", "R9.18")
@pytest.mark.parametrize(
    "values",
    [
        *([1, 2, 3], (1, 2, 3), range(1, 4), array.array("i", [1, 2, 3])),
        *(np.array([1, 2, 3], np.int32), np.array([1, 50, 2, 50, 3, 50], np.int32)[::2]),
    ],
)
def test_a_result_that_c_takes_over(t: ModuleType, values: Any) -> None:
    assert t.add_up(lambda start: values, 0) == 6


def test_a_result_may_be_empty_or_not_there(t: ModuleType) -> None:
    assert (t.add_up(lambda start: [], 0), t.left()) == (0, 0)
    assert (t.add_up(lambda start: None, 0), t.left()) == (-1, 0)
    assert t.add_up(lambda start: range(start, start + 1000), 5) == sum(range(5, 1005))


def test_what_c_expects(t: ModuleType) -> None:
    assert t.expect(lambda n: [n] * n, 3) == 9
    assert t.expect(lambda n: [], 0) == 0
    with refused(ValueError, "exact()", "result", "C expects 3 elements, but there are 2"):
        t.expect(lambda n: [1, 2], 3)
    with refused(TypeError, "exact()", "result", "None"):
        t.expect(lambda n: None, 3)
    with refused(ValueError, "exact()", "result", "size_is is -1"):
        t.expect(lambda n: [], -1)


def test_bytes_that_c_takes_over(t: ModuleType) -> None:
    assert t.load(lambda name: name.encode(), "ab") == 97 + 98
    assert t.load(lambda name: memoryview(b"\1\2\3\4")[::2], "") == 4
    assert t.load(lambda name: None, "") == -1
    with refused(OverflowError, "loader()", "256"):
        t.load(lambda name: bytes(256), "")
    with refused(TypeError, "loader()", "result", "str"):
        t.load(lambda name: name, "ab")


def test_a_zero_ends_a_result(t: ModuleType) -> None:
    assert t.end(lambda: [1, 2, 3]) == 6
    assert t.end(lambda: array.array("i", [4])) == 4
    assert t.end(list) == 0
    with refused(ValueError, "ender()", "result at [1]", "zero element would end the array early"):
        t.end(lambda: [1, 0, 3])


@pytest.mark.rules("R3.38", "R3.40")
def test_an_out_pointer_that_c_frees(t: ModuleType) -> None:
    assert t.list(lambda: (0, [0.5, 2])) == 2.5
    assert t.list(lambda: (None, array.array("d", [1.5]))) == 1.5
    for wrong, error in (
        ((0, [1.0, "x"]), TypeError),
        ((0, [0.0] * 128), OverflowError),
        (("x", [1.0]), TypeError),
        ([1.0], TypeError),
        ((0, None), TypeError),
        ((0, 5), TypeError),
        ((0, (x for x in (1.0, 2.0))), TypeError),
        ((0, {1.0}), TypeError),
        ((0, array.array("i", [1])), TypeError),
    ):
        with refused(error, "lister()"):
            t.list(lambda wrong=wrong: wrong)
        assert t.left() == 0


def test_a_length_in_bytes(t: ModuleType) -> None:
    assert t.bytes(lambda: (0, [1, 2, 3])) == 6006


def test_one_length_for_two_arrays(t: ModuleType) -> None:
    assert t.pair(lambda: (0, [1, 2], [0.5, 1.0])) == 2.5
    with refused(ValueError, "pairs()", "values", "1 elements, but 'n' counts 2 in another value"):
        t.pair(lambda: (0, [1, 2], [0.5]))
    assert t.left() == 0


def test_the_result_tells_the_length(t: ModuleType) -> None:
    assert t.count(lambda: [1, 2, 3]) == 6
    with pytest.raises(ZeroDivisionError):
        t.count(lambda: [1 // 0])
    assert t.left() == 0


@pytest.mark.rules("R3.38")
def test_what_c_passes_is_replaced(t: ModuleType) -> None:
    seen: list[Any] = []

    def change(values: Any) -> Any:
        seen.append(values)
        return 0, [10, *values, 20]

    assert t.change(change, 3) == 36
    assert list(seen[0]) == [1, 2, 3]
    assert t.change(lambda values: (0, values[:1]), 3) == 1
    assert t.change(lambda values: (0, []), 3) == 0


@pytest.mark.rules("R3.40")
def test_what_c_passes_stays_after_an_exception(t: ModuleType) -> None:
    with refused(TypeError, "changer()", "'values' at [1]", "str"):
        t.change(lambda values: (0, [1, "x"]), 3)
    for status in ("x", 1 << 40):
        with pytest.raises((TypeError, OverflowError)):
            t.change(lambda values, status=status: (status, [1]), 3)


def test_the_address_of_an_array_that_is_only_in(t: ModuleType) -> None:
    assert t.peek(sum, 3) == 6
    with refused(ValueError, "peeker()", "values", "NULL"):
        t.peek(sum, -1)


# Texts


@pytest.mark.rules("R9.18")
def test_completion_as_readline_asks_for_it(t: ModuleType) -> None:
    assert t.complete(lambda text, start, end: [text, text * 2, "ä"], "ab") == (3, "ab|abab|ä")
    assert t.complete(lambda text, start, end: (), "ab") == (0, "")
    assert t.complete(lambda text, start, end: None, "ab") == (-1, "")
    for wrong, error in ((None, TypeError), (5, TypeError), ("b\0", ValueError)):
        with refused(error, "completer()", "result at [1]"):
            t.complete(lambda text, start, end, wrong=wrong: ["a", wrong], "ab")
    for other in ("ab", b"ab", 5, {"a"}, iter(["a"])):
        with refused(TypeError, "completer()", "result", "a sequence of str"):
            t.complete(lambda text, start, end, other=other: other, "ab")


@pytest.mark.parametrize("names", [[], ["one"], ["one", None, "drei ä"], ("x" * 1000, "\U0001f600")])
def test_an_array_of_text_that_c_frees(t: ModuleType, names: Any) -> None:
    count, text = t.names(lambda: (0, names), size=2000)
    assert (count, text) == (len(names), "|".join("NULL" if name is None else name for name in names))


@pytest.mark.rules("R3.40")
@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize("bad", [5, "\ud800", "a\0b", b"bytes"])
def test_a_text_that_cannot_be_converted(t: ModuleType, place: int, bad: Any) -> None:
    names: list[Any] = ["one", "two", "three"]
    names[place] = bad
    for call in (t.names, lambda f: t.fill(f, 3), lambda f: t.fill_some(f, 4), lambda f: t.fill_ended(f, 4)):
        with refused((TypeError, ValueError), f"[{place}]"):
            call(lambda: (0, names))
        assert t.left() == 0


def test_text_into_an_array_of_cs(t: ModuleType) -> None:
    assert t.fill(lambda: (0, ["a", "b"]), 2) == (0, "a|b")
    assert t.fill(lambda *, n: (0, [str(i) for i in range(n)]), 4) == (0, "0|1|2|3")
    assert t.fill(lambda: (0, []), 0) == (0, "")
    with refused(ValueError, "filler()", "names", "room for 2 elements, but there are 3"):
        t.fill(lambda: (0, ["a", "b", "c"]), 2)
    assert t.left() == 0
    with refused(ValueError, "filler()", "names", "room for 2 elements, but there are 1"):
        t.fill(lambda: (0, ["a"]), 2)
    with refused(ValueError, "filler()", "names", "size_is is -1"):
        t.fill(lambda: (0, []), -1)
    with refused(TypeError, "filler()", "result", "str"):
        t.fill(lambda: ("x", ["a", "b"]), 2)
    assert t.left() == 0


def test_an_exception_leaves_an_array_of_text_zero(t: ModuleType) -> None:
    for call in (lambda f: t.fill(f, 3), lambda f: t.fill_some(f, 3), lambda f: t.fill_ended(f, 3)):
        with pytest.raises(ZeroDivisionError):
            call(lambda: 1 // 0)
        assert t.left() == 0


def test_a_part_of_an_array_of_text(t: ModuleType) -> None:
    assert t.fill_some(lambda: (0, ["a", None]), 4) == (2, "a|NULL")
    assert t.fill_some(lambda: (0, []), 4) == (0, "")
    with refused(ValueError, "some()", "names", "up to 2 elements", "3"):
        t.fill_some(lambda: (0, ["a", "b", "c"]), 2)


def test_null_behind_texts(t: ModuleType) -> None:
    assert t.fill_ended(lambda: (0, ["a", "b"]), 3) == (2, "a|b")
    assert t.fill_ended(lambda: (0, []), 1) == (0, "")
    with refused(ValueError, "ended()", "names", "room for 3 with the zero that ends them", "room for 2"):
        t.fill_ended(lambda: (0, ["a", "b"]), 2)
    with refused(ValueError, "ended()", "names", "room for 0"):
        t.fill_ended(lambda: (0, []), 0)


def test_wide_text(t: ModuleType) -> None:
    assert t.fill_wide(lambda: (0, ["äb", "\U0001f600"]), 2)[1] == "3"


@pytest.mark.rules("R3.34")
def test_texts_that_are_changed_in_place(t: ModuleType) -> None:
    def rename(names: list[str | None]) -> None:
        assert names == ["one", "two", "three", None][: len(names)]
        names[0] = "eins"
        names[-1] = None

    assert t.rename(rename, 2)[1] == "eins|NULL"
    assert t.rename(rename, 4)[1] == "eins|two|three|NULL"
    assert t.rename(lambda names: None, 4)[1] == "one|two|three|NULL"
    # The texts that C has stay where something is wrong.
    for wrong in (lambda names: names.append("x"), lambda names: names.clear(), lambda names: names.__setitem__(1, 5)):
        with pytest.raises((TypeError, ValueError), match="names"):
            t.rename(wrong, 3)


def test_texts_in_place_up_to_their_end(t: ModuleType) -> None:
    assert t.shrink(lambda names: names.pop(), 3) == (2, "one|two")
    assert t.shrink(lambda names: names.clear(), 3) == (0, "")
    assert t.shrink(list.reverse, 3) == (3, "three|two|one")
    with refused(ValueError, "shrinker()", "names", "room for 5", "room for 4"):
        t.shrink(lambda names: names.append("x"), 3)


def test_an_array_of_text_is_replaced(t: ModuleType) -> None:
    assert t.replace(lambda names: [*names, "new"], 2) == (3, "even|odd|new")
    assert t.replace(lambda names: [], 2) == (0, "")
    with refused(TypeError, "replacer()", "'names' at [1]"):
        t.replace(lambda names: ["a", 5], 2)


@pytest.mark.rules("R9.18")
def test_texts_that_are_lent_at_once(t: ModuleType) -> None:
    def lend() -> tuple[str, str, str]:
        return "a" * 5000, "b" * 5000, "c" * 5000

    assert (t.lend_three(lend, 0), t.lend_three(lend, 1)) == (5000, 5000)
    # On a thread of C's own, after the call that passed the callable: none is under way to which it could be lent.
    t.lend_later(lend)
    assert [t.lent_later() for _ in range(3)] == [5000] * 3
    t.lend_later(None)


def test_a_list_that_changes_while_it_is_converted(t: ModuleType) -> None:
    names: list[Any] = []
    numbers: list[Any] = []

    class Clears:
        def __index__(self) -> int:
            numbers.clear()
            gc.collect()
            return 1

    class Text(str):
        def encode(self, *args: Any) -> bytes:
            names.clear()
            return super().encode(*args)

    numbers.extend([1 << 20, Clears(), *(i << 20 for i in range(3, 100))])
    with refused(ValueError, "numbers()", "result", "chang"):
        t.add_up(lambda start: numbers, 0)
    names.extend([Text("a"), *(str(i) * 50 for i in range(100))])
    assert t.names(lambda: (0, names), size=10000)[0] in (101, len(names))

    class Status:
        def __index__(self) -> int:
            names.clear()
            return 0

    names[:] = ["one", "two"]
    assert t.names(lambda: (Status(), names)) == (0, "")
    names[:] = ["one", "two"]
    data = bytearray(b"ab")
    assert t.load(lambda name: data, "") == 97 + 98


# Records that own text


def test_records_that_c_frees(t: ModuleType) -> None:
    assert t.enter(lambda: (0, [t.entry("a", 1), t.entry(None, 2)])) == (0, "a=1|NULL=2")
    assert t.enter(lambda: (0, []))[1] == ""
    assert t.enter_room(lambda *, n: (0, [t.entry(str(i), i) for i in range(n)]), 3) == (0, "0=0|1=1|2=2")
    assert t.enter_one(lambda number: t.entry("x" * number, number), 3) == (1, "xxx=3")
    assert t.enter_one(lambda number: None, 3) == (0, "")


@pytest.mark.rules("R3.40")
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_record_that_cannot_be_converted(t: ModuleType, place: int) -> None:
    entries: list[Any] = [t.entry("a", 1), t.entry("b", 2), t.entry("c", 3)]
    entries[place] = 5
    for call in (t.enter, lambda f: t.enter_room(f, 3)):
        with refused(TypeError, f"'entries' at [{place}]", "int"):
            call(lambda: (0, entries))
        assert t.left() == 0
    with refused(TypeError, "one()", "result", "int"):
        t.enter_one(lambda number: 5, 3)
    with refused(ValueError, "entry_room()", "room for 2"):
        t.enter_room(lambda: (0, [t.entry("a", 1)]), 2)


@pytest.mark.rules("R3.38")
def test_records_that_are_replaced(t: ModuleType) -> None:
    assert t.enter_other(lambda entry: t.entry(entry.name * 2, entry.value + 1))[1] == "firstfirst=2"
    assert t.enter_other(lambda entry: None)[1] == ""
    with refused(TypeError, "other()", "entry", "int"):
        t.enter_other(lambda entry: 5)
    assert t.enter_again(lambda entries: [*entries, t.entry("new", 7)], 2) == (3, "even=0|odd=1|new=7")
    assert t.enter_again(lambda entries: [], 2) == (0, "")
    with refused(TypeError, "entry_changer()", "'entries' at [1]"):
        t.enter_again(lambda entries: [entries[0], 5], 2)


@pytest.mark.rules("R3.34")
def test_records_that_are_changed_in_place(t: ModuleType) -> None:
    def revise(entries: list[Any]) -> None:
        entries[0].name = "first"
        entries[-1] = t.entry(None, 9)

    assert t.revise(revise, 3)[1] == "first=0|odd=1|NULL=9"
    assert t.revise(lambda entries: None, 2)[1] == "even=0|odd=1"
    for wrong in (lambda entries: entries.pop(), lambda entries: entries.__setitem__(1, 5)):
        with pytest.raises((TypeError, ValueError), match="entries"):
            t.revise(wrong, 3)


# Arrays that end with zero


def test_arrays_that_end_with_zero(t: ModuleType) -> None:
    def double(values: Any) -> None:
        for i, value in enumerate(values):
            values[i] = 2 * value

    assert t.enlarge(double, 3) == 246
    assert t.enlarge(lambda values: values.pop(), 3) == 12
    assert t.enlarge(lambda values: None, 0) == 0
    with refused(ValueError, "enlarger()", "values", "room for 5", "room for 4"):
        t.enlarge(lambda values: values.append(4), 3)
    with refused(ValueError, "enlarger()", "'values' at [1]", "zero"):
        t.enlarge(lambda values: values.__setitem__(1, 0), 3)

    def upper(data: bytearray) -> None:
        data[:] = data.upper()

    assert t.raise_(upper)[1] == "BYTES"
    assert t.fill_up(lambda: (0, [1, 2]), 5) == 12
    assert t.fill_up(lambda *, n: (0, [3] * (n - 1)), 5) == 3333
    with refused(ValueError, "up_to()", "values", "room for 3 with the zero", "room for 2"):
        t.fill_up(lambda: (0, [1, 2]), 2)


# Memory that C has none of, threads, functions of C's


@pytest.mark.parametrize(
    "call",
    [
        lambda t: t.add_up(lambda start: [1, 2], 0),
        lambda t: t.list(lambda: (0, [1.0])),
        lambda t: t.pair(lambda: (0, [1, 2], [0.5, 1.0])),
        lambda t: t.change(lambda values: (0, [10, *values]), 3),
        lambda t: t.complete(lambda text, start, end: [text, "b", "c"], "a"),
        lambda t: t.names(lambda: (0, ["a", None, "c"])),
        lambda t: t.fill(lambda: (0, ["a", "b", "c"]), 3),
        lambda t: t.rename(lambda names: names.__setitem__(0, "x"), 3),
        lambda t: t.replace(lambda names: ["a", "b"], 2),
        lambda t: t.enter(lambda: (0, [t.entry("a", 1), t.entry("b", 2)])),
        lambda t: t.enter_room(lambda: (0, [t.entry("a", 1), t.entry("b", 2)]), 2),
        lambda t: t.enter_one(lambda number: t.entry("a", 1), 1),
        lambda t: t.enter_again(lambda entries: [*entries, t.entry("new", 7)], 2),
        lambda t: t.revise(lambda entries: entries.reverse(), 2),
    ],
)
def test_the_allocator_fails(t: ModuleType, call: Callable[[Any], Any]) -> None:
    before = t.allocated()
    call(t)
    needed = t.allocated() - before
    assert needed > 0
    raised = 0
    for k in range(1, needed + 1):
        t.fail_at(k)
        try:
            call(t)
        except MemoryError:
            raised += 1
        except ValueError:
            pass  # what C would have passed to the callable it could not make itself
        finally:
            t.fail_at(0)
    assert raised > 0


def test_threads(t: ModuleType) -> None:
    assert t.add_up_in_threads(lambda start: [start, 1], 8) == 8 * sum(range(51))
    results: list[Any] = []
    threads = [threading.Thread(target=lambda: results.append(t.names(lambda: (0, ["one", "two"])))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [(2, "one|two")] * 8


def test_an_exception_on_a_thread(t: ModuleType) -> None:
    with pytest.raises((ZeroDivisionError, ExceptionGroup)):
        t.add_up_in_threads(lambda start: [1 // start], 2)


@pytest.mark.rules("R9.5", "R3.23")
def test_functions_of_cs_that_give_arrays(t: ModuleType) -> None:
    assert list(t.counting()(5)) == [5, 6, 7]
    status, values = t.listing()()
    assert (status, list(values)) == (0, [0.5, 1.5])
    assert t.completing()("x", 0, 1) == ["x", "more"]
    assert t.filling()(n=2) == (0, ["name", "name"])
    assert t.entering()() == (0, [t.entry("c", 5)])
    status, values = t.changing()([1, 2, 3])
    assert (status, list(values)) == (0, [30])
    assert t.add_up(t.counting(), 5) == 18
    assert t.complete(t.completing(), "x") == (2, "x|more")


# Custom marshallers


def test_a_type_with_a_marshaller(t: ModuleType) -> None:
    assert t.postponed(lambda when, days: when + days * DAY, EPOCH, 3) == EPOCH + 3 * DAY
    assert t.ask(lambda: (0, EPOCH + DAY)) == (0, EPOCH + DAY)
    assert t.delayed(lambda when: (0, when + DAY), EPOCH) == (0, EPOCH + DAY)
    with refused(TypeError, "postpone()", "result", "datetime"):
        t.postponed(lambda when, days: 5, EPOCH, 3)
    with refused(TypeError, "clock()", "now", "None"):
        t.ask(lambda: (0, None))
    with refused(OverflowError, "clock()", "result"):
        t.ask(lambda: (1 << 40, EPOCH))
    assert t.left() == 0


def test_elements_with_a_marshaller(t: ModuleType) -> None:
    assert t.timed(lambda times: sum((time - EPOCH).days for time in times), 3) == 3
    seen: list[Any] = []

    def shift(times: list[datetime]) -> None:
        seen.append(times)
        times[:] = [time + DAY for time in times]

    assert t.shifted(shift, 3) == 6 * 86400
    assert seen == [[EPOCH + DAY, EPOCH + 2 * DAY, EPOCH + 3 * DAY]]
    with refused(TypeError, "shift()", "'times' at [1]", "int"):
        t.shifted(lambda times: times.__setitem__(1, 5), 3)
    with refused(ValueError, "shift()", "times", "room for 3", "4"):
        t.shifted(lambda times: times.append(EPOCH), 3)
    assert t.dated(lambda: (0, [EPOCH + DAY, EPOCH])) == 86400
    assert t.dated(lambda: (0, (EPOCH + day * DAY for day in range(3)))) == 3 * 86400
    for place in range(3):
        times: list[Any] = [EPOCH] * 3
        times[place] = "x"
        with refused(TypeError, "dates()", f"'times' at [{place}]", "str"):
            t.dated(lambda times=times: (0, times))
        assert t.left() == 0
    assert t.joined(lambda paths: len(paths) if all(isinstance(path, PurePath) for path in paths) else -1) == 2


def test_records_and_fields_with_a_marshaller(t: ModuleType) -> None:
    number = UUID(int=7)
    assert t.same_id(lambda given: UUID(int=given.int + 1), number) == UUID(int=8)
    meeting = t.meeting(EPOCH, 30)

    def meet(meeting: Any) -> int:
        meeting.start += DAY
        return 0

    assert t.met(meet, meeting) == 0
    assert meeting.start == EPOCH + DAY


def test_text_with_a_marshaller(t: ModuleType) -> None:
    assert t.found(lambda path: path / "b", "/a") == (1, "/a/b")
    assert t.found(lambda path: "plain", "/a") == (1, "plain")


def test_a_whole_array_with_a_marshaller(t: ModuleType) -> None:
    assert t.spanned(lambda span: (0, range(span.start + 1, span.stop + 1)), 3) == 456
    with refused(ValueError, "spans()", "values", "room for 3", "2"):
        t.spanned(lambda span: (0, range(2)), 3)
    block = bytearray(UUID(int=7).bytes)
    assert t.flipped(lambda given: (0, UUID(int=given.int + 1)), block) == 0
    assert bytes(block) == UUID(int=8).bytes


def test_none_and_null_for_a_marshaller(t: ModuleType) -> None:
    seen: list[Any] = []
    assert t.maybe_later(lambda when: when + DAY, 1) == 2
    assert t.maybe_later(lambda when: seen.append(when), 0) == 1
    assert t.maybe_later(lambda when: seen.append(when) or EPOCH, 0) == 1
    assert seen == [None, None]
    with refused(TypeError, "maybe()", "when", "None"):
        t.maybe_later(lambda when: None, 1)


@pytest.mark.rules("R12.2", "R12.7", "R12.24")
def test_the_stages_of_a_marshaller_for_each_call(t: ModuleType) -> None:
    assert t.watched(lambda x: marshallers.stage("runs", x) or 5, 1) == 5
    assert marshallers.log == ["new", "from_c 1", "to_python", "runs 101", "called", "free"]
    marshallers.log.clear()
    assert t.picked(lambda x: x + 1, 1) == 2
    # What comes from C is C's own, and what goes there is its own from then on.
    assert marshallers.log == ["from_c 1", "new", "from_python 102", "to_c", "free"]


@pytest.mark.rules("R12.8", "R12.24")
def test_one_marshaller_serves_both_ways(t: ModuleType) -> None:
    assert t.turned(lambda x: (0, x + 1), 1) == (0, 2)
    assert marshallers.log == ["new", "from_c 1", "to_python", "called", "from_python 102", "to_c", "free"]


@pytest.mark.rules("R12.12", "R12.24")
def test_what_never_reaches_c_is_freed(t: ModuleType) -> None:
    assert t.made(lambda: (0, 101, 102)) == (0, 1, 2)
    assert marshallers.log == ["to_c 101", "to_c 102"]
    marshallers.log.clear()
    marshallers.Counted.bad = 102
    with refused(ValueError, "make()", "second", "102 is bad"):
        t.made(lambda: (0, 101, 102))
    assert (marshallers.log, t.left()) == (["to_c 101", "free 1"], 0)


@pytest.mark.rules("R12.24")
@pytest.mark.parametrize("where", ["new", "from_c", "to_python", "called", "from_python", "to_c"])
def test_a_stage_that_raises(t: ModuleType, where: str) -> None:
    marshallers.failing[where] = LookupError(where)
    value = 1
    with pytest.raises(LookupError, match=where):
        t.turned(lambda x: (0, x), value)
    assert marshallers.log.count("free") == (where != "new")


def test_an_exception_of_free_is_reported(t: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    caught: list[Any] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda args: caught.append(args.exc_type))
    marshallers.failing["free"] = LookupError("free")
    assert t.turned(lambda x: (0, x + 1), 1) == (0, 2)
    assert caught == [LookupError]


def test_what_a_marshaller_makes_is_checked(t: ModuleType) -> None:
    with pytest.raises(OverflowError, match="result") as caught:
        t.picked(lambda x: 1 << 40, 1)
    assert "tests.support.marshallers:Logged" in caught.value.__notes__[0]


def test_functions_of_cs_with_marshallers(t: ModuleType) -> None:
    assert t.postponing()(EPOCH, 3) == EPOCH + 3 * DAY
    times = [EPOCH, EPOCH + DAY]
    t.shifting()(times)
    assert times == [EPOCH + DAY, EPOCH + 2 * DAY]
    assert t.postponed(t.postponing(), EPOCH, 1) == EPOCH + DAY


def test_marshallers_on_threads(t: ModuleType) -> None:
    wrong: list[Any] = []

    def work(number: int) -> None:
        for day in range(100):
            if t.postponed(lambda when, days: when + days * number * DAY, EPOCH, day) != EPOCH + number * day * DAY:
                wrong.append((number, day))

    threads = [threading.Thread(target=work, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
