"""Custom marshallers: their stages and life, where they stand in a call, and the ready ones."""

from __future__ import annotations

import copy
import errno
import inspect
import pickle
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from ipaddress import IPv4Address, IPv6Address
from pathlib import Path
from types import ModuleType
from typing import Any
from uuid import UUID

import pytest

import interop
from tests.conftest import Binding
from tests.support.leaks import balanced
from tests.support.marshallers import Counted, Rubbish, failing, log, meanwhile
from tests.support.refusals import refused

FEATURES = ("marshallers", "errors")

ID = UUID("00112233-4455-6677-8899-aabbccddeeff")


def at(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


@pytest.fixture(scope="module")
def t(binding: Binding) -> ModuleType:
    return binding("marshallers")


@pytest.fixture(autouse=True)
def nothing_is_leaked(t: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    log.clear()
    failing.clear()
    meanwhile.clear()
    monkeypatch.setattr(Counted, "bad", None)
    with balanced(t):
        yield


# The order of the stages


@pytest.mark.rules("R12.2", "R12.6")
def test_to_c_per_call(t: ModuleType) -> None:
    t.take(107, 0)
    assert log == ["new", "from_python 107", "to_c", "called", "free"]


@pytest.mark.rules("R12.6")
def test_a_failed_call_is_freed_without_called(t: ModuleType) -> None:
    with pytest.raises(interop.CallError):
        t.take(107, 1)
    assert log == ["new", "from_python 107", "to_c", "free"]


@pytest.mark.rules("R3.18", "R12.2", "R12.7")
def test_from_c_per_call(t: ModuleType) -> None:
    assert t.give(0) == 142
    assert log == ["new", "from_c 42", "called", "to_python", "free"]


@pytest.mark.rules("R12.8")
def test_both_ways_per_call_on_one_instance(t: ModuleType) -> None:
    assert t.change(107, 0) == 108
    assert log == ["new", "from_python 107", "to_c", "called", "from_c 8", "to_python", "free"]


@pytest.mark.rules("R1.31")
def test_a_marshaller_that_saves_errno_itself_must_restore_it(t: ModuleType, binding: Binding) -> None:
    errors = binding("errors")
    errors.set_errno(errno.ERANGE)
    meanwhile["from_c"] = lambda: errors.set_errno_unsaved(errno.EPERM)
    assert t.give_saving(0).x == 142
    assert interop.last_errno() == 0
    meanwhile["to_python"] = lambda: errors.set_errno(errno.EPERM)
    assert t.give_saving(0).x == 142
    assert interop.last_errno() == errno.EPERM


@pytest.mark.rules("R12.2", "R12.7")
def test_results_are_from_c(t: ModuleType) -> None:
    assert t.answer(107) == 108
    assert log == [
        *("new", "new", "from_python 107", "to_c", "called"),
        *("from_c 8", "called", "to_python", "free", "free"),
    ]


@pytest.mark.rules("R12.5")
def test_stateless(t: ModuleType) -> None:
    t.take_simply(107, 0)
    assert log == ["to_c 107", "free 7"]
    log.clear()
    assert t.give_simply(0) == 142
    assert log == ["from_c 42", "free 42"]


@pytest.mark.rules("R12.12")
def test_what_is_found_after_the_call_is_freed(t: ModuleType) -> None:
    assert t.change_simply(107, 0) == 108
    assert log == ["to_c 107", "from_c 8", "free 8"]


@pytest.mark.rules("R12.1", "R12.5")
def test_one_direction_needs_one_method(t: ModuleType) -> None:
    t.take_one_way("seven", 0)
    assert log == []


# Failures at each stage


@pytest.mark.rules("R12.12")
@pytest.mark.parametrize(
    ("stage", "entered", "seen"),
    [
        ("new", 0, ["new"]),
        ("from_python", 0, ["new", "from_python 107", "free"]),
        ("to_c", 0, ["new", "from_python 107", "to_c", "free"]),
        ("called", 1, ["new", "from_python 107", "to_c", "called", "free"]),
        ("from_c", 1, ["new", "from_python 107", "to_c", "called", "from_c 8", "free"]),
        ("to_python", 1, ["new", "from_python 107", "to_c", "called", "from_c 8", "to_python", "free"]),
    ],
)
def test_failing_per_call_stages(t: ModuleType, stage: str, entered: int, seen: list[str]) -> None:
    failing[stage] = ValueError("not today")
    before = t.entered()
    with refused(ValueError, "change(): argument 'x': not today") as caught:
        t.change(107, 0)
    assert isinstance(caught.value.__cause__, ValueError)
    assert t.entered() - before == entered
    assert log == seen


@pytest.mark.rules("R12.12")
@pytest.mark.parametrize(
    ("stage", "seen"),
    [("to_c", ["to_c 107"]), ("from_c", ["to_c 107", "from_c 8", "free 8"])],
)
def test_failing_stateless_stages(t: ModuleType, stage: str, seen: list[str]) -> None:
    failing[stage] = OverflowError("too much")
    with refused(OverflowError, "change_simply(): argument 'x': too much"):
        t.change_simply(107, 0)
    assert log == seen


@pytest.mark.rules("R12.12")
def test_what_was_converted_is_freed_if_the_call_never_happens_or_fails(t: ModuleType) -> None:
    with refused(TypeError, "status"):
        t.change_simply(107, "x")
    assert log == ["to_c 107", "free 7"]
    log.clear()
    with pytest.raises(interop.CallError):
        t.change_simply(107, 1)
    assert log == ["to_c 107", "free 7"]
    log.clear()
    with pytest.raises(interop.CallError):
        t.give_simply(1)
    assert log == []


@pytest.mark.parametrize("error", [KeyError("k"), KeyboardInterrupt(), RuntimeError("r")])
def test_other_exceptions_come_through_as_they_are(t: ModuleType, error: BaseException) -> None:
    failing["to_c"] = error
    with pytest.raises(type(error)) as caught:
        t.take(107, 0)
    assert caught.value is error


@pytest.mark.rules("R12.5")
@pytest.mark.parametrize("status", [0, 1])
@pytest.mark.parametrize("function", ["take", "take_simply"])
def test_exceptions_of_free_are_reported_not_raised(
    t: ModuleType, monkeypatch: pytest.MonkeyPatch, function: str, status: int
) -> None:
    reported: list[Any] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda args: reported.append(args.exc_value))
    failing["free"] = error = ValueError("free failed")
    if status:
        with pytest.raises(interop.CallError):
            getattr(t, function)(107, status)
    else:
        assert getattr(t, function)(107, status) is None
    assert reported == [error]


@pytest.mark.rules("R12.9")
def test_what_c_gave_reaches_every_marshaller_before_anything_is_converted(t: ModuleType) -> None:
    assert t.mix(0) == (101, "two", 103)
    log.clear()
    with refused(ValueError, "mix(): result 'text'"):
        t.mix(1)
    assert log == [
        *("new", "new", "from_c 1", "called", "from_c 3", "called"),
        *("free", "free"),
    ]


def test_the_native_value_is_checked_as_any_other(t: ModuleType) -> None:
    before = t.entered()
    with refused(OverflowError, "take_simply(): argument 'x'", "out of range for int") as caught:
        t.take_simply(1 << 40, 0)
    assert caught.value.__notes__ == [
        "the value is what the marshaller 'tests.support.marshallers:Simple' made of the argument"
    ]
    assert t.entered() == before
    assert log == [f"to_c {1 << 40}", f"free {(1 << 40) - 100}"]


@pytest.mark.parametrize("rubbish", [None, 3, "text", [1, 2], b"short", object(), [None] * 16, [300] * 16, 2.5, {}])
def test_rubbish_from_a_marshaller_is_refused(t: ModuleType, rubbish: object) -> None:
    Rubbish.value = rubbish
    with pytest.raises(interop.InteropError, match=r"first_byte_of_anything\(\): argument 'id'"):
        t.first_byte_of_anything("whatever")


def test_arguments_left_out(t: ModuleType) -> None:
    t.take_or_default()
    assert log == []
    t.take_or_default(107)
    assert log == ["to_c 107", "free 7"]
    assert str(inspect.signature(t.take_or_default)) == "(x=None, status=0)"
    assert t.delay_if_given() is None
    assert t.delay_if_given(at(5), 2) == at(7)
    assert t.delay_if_given(None) is None


# None


@pytest.mark.rules("R12.16")
def test_none_is_the_marshallers_business_where_it_is_allowed(t: ModuleType) -> None:
    assert t.delay_or_not(None, 3) is None
    assert log == ["to_c None", "from_c None"]
    assert t.delay_or_not(at(4), 3) == at(7)
    assert t.path_length_or_none(None) == 0
    assert t.some_home(1) is None


def test_none_in_place_of_all_elements(t: ModuleType) -> None:
    t.fail_at(1)
    assert t.calendar_or_none(at(5), 3) is None
    t.fail_at(1)
    with refused(ValueError, "calendar(): result: C gave NULL"):
        t.calendar(at(5), 3)
    assert t.calendar_or_none(at(5), 1) == [at(5)]
    assert "-> list[datetime.datetime] | None" in t.calendar_or_none.__doc__
    assert "times: sequence of datetime.datetime | None)" in t.latest_if_any.__doc__
    with refused(OverflowError, "latest_if_any(): result", "years 1 to 9999"):
        t.latest_if_any(None)


@pytest.mark.rules("R12.16")
def test_none_is_refused_elsewhere(t: ModuleType) -> None:
    with refused(TypeError, "take_simply(): argument 'x': expected a value, got None"):
        t.take_simply(None, 0)
    with refused(TypeError, "path_length(): argument 'path'"):
        t.path_length(None)
    with refused(TypeError, "latest(): argument 'times' at [1]"):
        t.latest([at(1), None])
    assert log == []


# Types with a marshaller, and elements


@pytest.mark.rules("R12.18")
def test_typedefs(t: ModuleType) -> None:
    assert t.later(at(1_000_000), 5) == at(1_000_005)
    assert t.delay(at(7), -10) == at(-3)
    assert t.now(0) == at(1_000_000_000)
    with pytest.raises(interop.CallError):
        t.now(1)


@pytest.mark.rules("R12.18")
def test_what_a_use_says_goes_before_its_type(t: ModuleType) -> None:
    assert t.later_by_milliseconds(at(1), 500) == at(1) + timedelta(milliseconds=500)


@pytest.mark.rules("R12.3", "R12.13")
def test_elements(t: ModuleType) -> None:
    assert t.latest([at(1), at(3), at(2)]) == at(3)
    assert t.latest((at(1),)) == at(1)
    assert t.every(at(5), n=3) == [at(5), at(6), at(7)]
    assert t.every(at(5), n=0) == []
    assert t.calendar(at(5), 3) == [at(5), at(6), at(7)]
    assert t.found(2) == [at(0), at(1)]
    assert t.path_lengths(["ab", Path("c/d")]) == 5


@pytest.mark.rules("R12.3", "R12.13", "R12.14")
def test_elements_are_converted_and_freed_one_by_one(t: ModuleType) -> None:
    assert t.latest_counted([101, 103]) == 103
    assert log == ["to_c 101", "to_c 103", "from_c 3", "free 3", "free 1", "free 3"]


@pytest.mark.rules("R12.3", "R12.12")
def test_elements_in_place(t: ModuleType) -> None:
    values = [101, 102]
    assert t.shift_counted(values, 10, 0) is None
    assert values == [111, 112]
    assert log == ["to_c 101", "to_c 102", "from_c 11", "from_c 12", "free 11", "free 12"]
    times = [at(1), at(2)]
    t.shift(times, 10, 0)
    assert times == [at(11), at(12)]


@pytest.mark.parametrize("bad", [101, 102, 103])
def test_an_element_that_cannot_go_to_c(t: ModuleType, bad: int) -> None:
    Counted.bad = bad
    values, before = [101, 102, 103], t.entered()
    with refused(ValueError, f"shift_counted(): argument 'times' at [{bad - 101}]: {bad} is bad"):
        t.shift_counted(values, 10, 0)
    assert values == [101, 102, 103]
    assert t.entered() == before
    assert [entry for entry in log if "free" in entry] == [f"free {value - 100}" for value in range(101, bad)]


@pytest.mark.parametrize("bad", [11, 12, 13])
def test_an_element_that_cannot_come_from_c(t: ModuleType, bad: int) -> None:
    Counted.bad = bad
    values = [101, 102, 103]
    with refused(ValueError, f"shift_counted(): argument 'times' at [{bad - 11}]: {bad} is bad"):
        t.shift_counted(values, 10, 0)
    assert values == [101, 102, 103]
    assert [entry for entry in log if "free" in entry] == ["free 11", "free 12", "free 13"]


def test_a_failed_call_changes_no_list(t: ModuleType) -> None:
    times = [at(1), at(2)]
    with pytest.raises(interop.CallError):
        t.shift(times, 10, 1)
    assert times == [at(1), at(2)]
    with refused(TypeError, "expected list, got tuple"):
        t.shift((at(1),), 10, 0)
    with refused(TypeError, "expected sequence, got int"):
        t.latest(3)


@pytest.mark.parametrize("stage", ["to_c", "from_c", "free"])
def test_a_list_that_a_marshaller_shortens(t: ModuleType, stage: str) -> None:
    values = [101, 102, 103]
    meanwhile[stage] = values.clear
    if stage == "free":
        t.shift_counted(values, 1, 0)
    else:
        with refused(ValueError, "shift_counted(): argument 'times': the list became shorter during the call"):
            t.shift_counted(values, 1, 0)
    assert values == []


def test_whole_arrays(t: ModuleType) -> None:
    span = range(3, 6)
    assert t.shift_span(span, 10, 0) == range(13, 16)
    assert span == range(3, 6)


# Ready ones


def test_times(t: ModuleType) -> None:
    paris = timezone(timedelta(hours=2))
    assert t.raw_seconds(datetime(1970, 1, 1, 2, 0, 1, tzinfo=paris)) == 1
    assert t.later(datetime(1969, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC), 0) == at(-1)
    with refused(ValueError, "later(): argument 'when'", "no time zone"):
        t.later(datetime(2000, 1, 1), 0)
    with refused(TypeError, "expected datetime, got int"):
        t.later(5, 0)
    with refused(OverflowError, "later(): result", "years 1 to 9999"):
        t.later(datetime.max.replace(tzinfo=UTC), 1)
    with refused(OverflowError, "later(): result", "years 1 to 9999"):
        t.later(datetime.min.replace(tzinfo=UTC), -1)


def test_file_times(t: ModuleType) -> None:
    moment = datetime(2024, 2, 29, 12, 30, 0, 123_456, tzinfo=UTC)
    assert t.filetime(moment, 10) == moment + timedelta(microseconds=1)
    with refused(OverflowError, "filetime(): argument 'time'", "1601"):
        t.filetime(datetime(1600, 12, 31, tzinfo=UTC), 0)
    with refused(OverflowError, "filetime(): result"):
        t.filetime(moment, 1 << 63)


def test_identifiers(t: ModuleType) -> None:
    assert t.first_byte(ID) == 0x00
    assert t.first_byte_of_guid(ID) == 0x33
    assert t.make_id(0) == UUID(bytes=bytes(range(16)))
    assert t.make_guid(0) == UUID("03020100-0504-0706-0809-0a0b0c0d0e0f")
    assert t.flip_id(ID) == UUID("ffeeddcc-bbaa-9988-7766-554433221100")
    with refused(TypeError, "first_byte(): argument 'id': expected UUID, got str"):
        t.first_byte(str(ID))


def test_addresses(t: ModuleType) -> None:
    assert t.next_ipv4(IPv4Address("192.0.2.1")) == IPv4Address("192.0.2.2")
    with refused(TypeError, "expected IPv4Address, got str"):
        t.next_ipv4("192.0.2.1")
    with refused(ValueError, "next_ipv6(): argument 'address': the scope 'eth0' does not fit"):
        t.next_ipv6(IPv6Address("fe80::1%eth0"))


def test_paths(t: ModuleType) -> None:
    assert t.path_length(Path("/usr/bin")) == t.path_length("/usr/bin") == 8
    assert t.home() == Path("/home/user")
    assert t.join(Path("/usr"), "b" * 400) == Path("/usr") / ("b" * 400)
    assert t.extend(Path("/a"), 1) == Path("/a/more")
    assert t.extend("/a", 0) == Path("/a")
    with refused(ValueError, "extend(): argument 'path'", "NULL"):
        t.extend("/a", 2)
    with refused(TypeError, "path_length(): argument 'path': expected a path of text, got bytes"):
        t.path_length(b"/usr")
    with refused(TypeError, "path_length(): argument 'path'"):
        t.path_length(3)
    with refused(ValueError, "some_home(): result"):
        t.some_home(2)


@pytest.mark.parametrize(
    "number",
    ["0", "-0", "1", "-1", "0.1", "79228162514264337593543950335", "-7.9228162514264337593543950335", "1E-28", "1E+28"],
)
def test_decimals(t: ModuleType, number: str) -> None:
    value = Decimal(number)
    negated = t.negate(value)
    assert negated == value.copy_negate()
    assert negated.is_signed() != value.is_signed()


@pytest.mark.parametrize("number", ["79228162514264337593543950336", "1E+29"])
def test_decimals_that_are_too_large(t: ModuleType, number: str) -> None:
    with refused(OverflowError, "negate(): argument 'decimal'", "too large"):
        t.negate(Decimal(number))


@pytest.mark.parametrize("number", ["1E-29", "NaN", "Infinity"])
def test_decimals_that_do_not_fit(t: ModuleType, number: str) -> None:
    with refused(ValueError, "negate(): argument 'decimal'"):
        t.negate(Decimal(number))


def test_decimal_text(t: ModuleType) -> None:
    assert t.echo_text(Decimal("1.50")) == Decimal("1.50")
    with refused(TypeError, "expected Decimal, got float"):
        t.echo_text(1.5)


def test_pointers(t: ModuleType) -> None:
    assert t.same("0x1234") == "0x1234"
    with refused(ValueError, "same(): argument 'pointer'"):
        t.same("no number")


@pytest.mark.rules("R12.20")
def test_one_marshaller_serves_all_threads(t: ModuleType) -> None:
    def work(start: int) -> bool:
        return all(t.later(at(i), 1) == at(i + 1) for i in range(start, start + 500))

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(work, range(0, 4000, 1000)))


# What Python sees


def test_signatures_and_docstrings(t: ModuleType) -> None:
    assert "later(when: datetime.datetime, by: int) -> datetime.datetime" in t.later.__doc__
    assert "latest(times: sequence of datetime.datetime) -> datetime.datetime" in t.latest.__doc__
    assert "shift(times: list[datetime.datetime], by: int, status: int) -> None" in t.shift.__doc__
    assert "times is updated in place" in t.shift.__doc__
    assert "updated in place" not in t.shift_span.__doc__
    assert "flip_id(id: uuid.UUID) -> uuid.UUID" in t.flip_id.__doc__
    assert "same(pointer: str) -> str" in t.same.__doc__
    assert "path_length(path: str | os.PathLike[str]) -> int" in t.path_length.__doc__
    assert "home() -> pathlib.Path" in t.home.__doc__
    assert "some_home(which: int) -> pathlib.Path | None" in t.some_home.__doc__
    assert "first_byte_of_anything(id: Any) -> int" in t.first_byte_of_anything.__doc__


# Records, and their fields


def test_a_record_with_a_marshaller(t: ModuleType) -> None:
    start = ID.int >> 96
    assert t.guid_start(ID) == start
    made = t.guid_make(5)
    assert made == UUID("00000005-0001-0002-0304-05060708090a")
    assert t.guid_next(made) == UUID(int=made.int + (1 << 96))
    assert t.guid_next_or_none() is None
    assert t.guid_next_or_none(None) is None
    assert t.guid_next_or_none(made) == UUID(int=made.int + (1 << 96))


@pytest.mark.rules("R12.3", "R12.13")
def test_arrays_of_records_with_a_marshaller(t: ModuleType) -> None:
    ids = t.guid_list(n=3)
    assert ids == [t.guid_make(i) for i in range(3)]
    assert t.guid_find(ids, ids[1]) == 1
    assert t.guid_find(ids, ID) == -1
    assert t.guid_next_all(ids) is None
    assert ids == [t.guid_make(i + 1) for i in range(3)]
    with refused(TypeError, "guid_find(): argument 'ids' at [1]: expected UUID, got int"):
        t.guid_find([ID, 3], ID)


def test_records_by_their_fields(t: ModuleType) -> None:
    moment = datetime(1969, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC)
    assert t.timespec_add(moment, 1_000) == at(0)
    assert t.timespec_add(moment, 999) == moment
    assert t.timespec_normal(moment) == moment
    assert t.timespec_now(0) == at(1_000_000_000) + timedelta(microseconds=5)
    with pytest.raises(interop.CallError):
        t.timespec_now(1)
    with refused(OverflowError, "timespec_now(): result 'time'", "years 1 to 9999"):
        t.timespec_now(-1)


@pytest.mark.parametrize(
    "rubbish",
    [None, 3, "text", b"x" * 15, b"x" * 17, bytearray(3), (1, 2), (1,) * 9, (1 << 40, 1, 1, bytes(8)), [1], object()],
)
def test_rubbish_in_a_records_place_is_refused(t: ModuleType, rubbish: object) -> None:
    Rubbish.value = rubbish
    if rubbish == (1, 2):
        assert t.guid_start_of("the rest is zero") == 1
        return
    with pytest.raises(interop.InteropError, match=r"guid_start_of\(\): argument 'id'"):
        t.guid_start_of("whatever")


@pytest.mark.rules("R12.17")
def test_fields_are_read_and_assigned_through_marshallers(t: ModuleType) -> None:
    event = t.event(7, when=at(5), alarms=[at(1), at(2)], key=ID, place=Path("/here"), kind=103)
    assert (event.id, event.when, event.alarms, event.key) == (7, at(5), [at(1), at(2)], ID)
    assert (event.place, event.kind) == (Path("/here"), 103)
    assert "when=datetime.datetime(1970, 1, 1, 0, 0, 5, tzinfo=datetime.timezone.utc)" in repr(event)
    later = t.event_next(event)
    assert (later.id, later.when, later.alarms) == (8, at(6), [at(1), at(3)])
    assert later.key == UUID(int=ID.int + (1 << 96))
    event.when = at(9)
    event.key = later.key
    t.event_delay(event, 1)
    assert (event.when, event.place, event.key) == (at(10), Path("/later"), later.key)
    assert copy.copy(event) == event
    assert pickle.loads(pickle.dumps(event)) == event
    assert t.event().when == at(0)


@pytest.mark.rules("R12.17")
def test_fields_that_cannot_be_converted_stay_as_they_are(t: ModuleType) -> None:
    event = t.event(when=at(5), key=ID)
    with refused(TypeError, "event.when: expected datetime, got int"):
        event.when = 3
    with refused(TypeError, "event.key: expected a value, got None"):
        event.key = None
    with refused(ValueError, "event.place", "room"):
        event.place = "x" * 40
    with refused(OverflowError, "event.kind", "3 bits"):
        event.kind = 108
    with refused(TypeError, "event.alarms at [1]: expected datetime, got str"):
        event.alarms = [at(1), "x"]
    with pytest.raises(interop.InteropError, match=r"event\.alarms"):
        event.alarms = [at(1)]
    assert event == t.event(when=at(5), key=ID)
    log.clear()
    event.kind = 104
    assert event.kind == 104
    assert log == ["to_c 104", "free 4", "from_c 4"]


@pytest.mark.rules("R12.17")
def test_fields_with_memory_of_their_own(t: ModuleType) -> None:
    note = t.note("/a/b", [at(10), at(20)])
    assert (note.file, note.times, note.writer) == (Path("/a/b"), [at(10), at(20)], None)
    assert t.note_length(note) == 34
    note.writer = Path("me")
    assert t.note_length(note) == 36
    made = t.note_make()
    assert (made.file, made.times, made.writer) == (Path("/made"), [at(1), at(2), at(3)], None)
