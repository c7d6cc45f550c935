"""The checked build: a native function that breaks its declaration is reported by function and parameter."""

from __future__ import annotations

import array
import copy
import pickle
from collections.abc import Callable
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from interop import CallError, ContractViolation, InteropError
from tests.support.build import Bindings

Call = Callable[[ModuleType], Any]


@pytest.fixture(scope="module")
def t(bindings: Bindings) -> ModuleType:
    return bindings.get("faulty", "checked")


WORDS = ["one", "two", "three"]

VIOLATIONS: dict[str, tuple[str, str, Call]] = {
    "overrun": ("values", "C wrote past its end: it has 3 elements of 8 bytes", lambda t: t.overrun([1.0, 2.0, 3.0])),
    "overrun_new": ("values", "C wrote past its end: it has 5 elements of 4 bytes", lambda t: t.overrun_new(n=5)),
    "overrun_by_a_byte": ("values", "up to 1 byte behind", lambda t: t.overrun_by_a_byte(n=3)),
    "underrun": ("values", "C wrote before its start: it has 2 elements", lambda t: t.underrun(n=2)),
    "overrun_slot": ("value", "it has 1 element of 4 bytes", lambda t: t.overrun_slot()),
    "overrun_in_out_slot": ("value", "it has 1 element of 2 bytes", lambda t: t.overrun_in_out_slot(3)),
    "overrun_text": ("text", "it has 8 characters of 1 byte", lambda t: t.overrun_text(size=8)),
    "overrun_given": ("text", "it has 4 characters", lambda t: t.overrun_given("abc")),
    "overrun_and_fail": ("values", "C wrote past its end", lambda t: t.overrun_and_fail(n=3)),
    "overrun_second": ("second", "C wrote past its end", lambda t: t.overrun_second(n=3)),
    "overrun_made": ("text", "C wrote past its end: it has 1 element of 8 bytes", lambda t: t.overrun_made()),
    "change_in": ("values", "C changed element 2 of what it may only read", lambda t: t.change_in([1.0, 2.0, 3.0])),
    "change_one": ("value", "C changed element 0 of what it may only read", lambda t: t.change_one(1)),
    "change_text": ("text", "C changed character 1 of what it may only read", lambda t: t.change_text("text")),
    "change_wide": ("text", "C changed character 2 of what it may only read", lambda t: t.change_wide("text")),
    "change_texts": ("texts", "at [2]: C changed character 1 of a text", lambda t: t.change_texts(WORDS)),
    "swap_texts": ("texts", "C changed element 0 of what it may only read", lambda t: t.swap_texts(WORDS)),
    "unterminated": ("text", "text without a NUL into the room for 8 characters", lambda t: t.unterminated(size=8)),
    "nothing_written": ("value", "C reports success, but did not write it", lambda t: t.nothing_written()),
    "no_text_written": ("text", "C reports success, but did not write it", lambda t: t.no_text_written(size=8)),
    "no_elements_written": ("values", "C reports success, but did not write it", lambda t: t.no_elements_written(n=3)),
    "less_than_it_says": ("values", "did not write element 4", lambda t: t.less_than_it_says(n=5)),
    "overrun_record": ("point", "it has 1 element of 16 bytes", lambda t: t.overrun_record()),
    "overrun_own_record": ("point", "up to 8 bytes behind", lambda t: t.overrun_own_record(t.point(1.0, 2.0))),
    "overrun_records": ("points", "it has 2 elements of 16 bytes", lambda t: t.overrun_records([t.point()] * 2)),
    "change_record": ("point", "C changed element 0 of what it may only", lambda t: t.change_record(t.point(1.0, 2.0))),
    "change_records": ("points", "C changed element 1 of what", lambda t: t.change_records([t.point(1.0, 2.0)] * 2)),
    "change_person": ("person", "C changed element 0 of what it may", lambda t: t.change_person(t.person("Ada", 36))),
    "grow_overrun": ("text", "C wrote past its end: it has 1024 characters", lambda t: t.grow_overrun()),
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_a_violation_names_function_and_parameter(t: ModuleType, name: str) -> None:
    parameter, words, call = VIOLATIONS[name]
    with pytest.raises(ContractViolation) as caught:
        call(t)
    assert str(caught.value).startswith(f"{name}(): ")
    assert f"'{parameter}'" in str(caught.value)
    assert words in str(caught.value)
    assert (caught.value.function, caught.value.parameter) == (name, parameter)


def test_a_length_beyond_the_room_is_reported_as_ever(t: ModuleType) -> None:
    with pytest.raises(ValueError, match=r"more_than_there_is\(\): argument 'values': C reports 4 valid .* room for 3"):
        t.more_than_there_is(n=3)


def test_a_violation_is_an_error_of_its_own(t: ModuleType) -> None:
    with pytest.raises(ContractViolation) as caught:
        t.overrun_new(n=1)
    error = caught.value
    assert isinstance(error, InteropError)
    assert not isinstance(error, CallError | ValueError | TypeError)
    for again in (copy.copy(error), pickle.loads(pickle.dumps(error))):
        assert (str(again), again.function, again.parameter) == (str(error), "overrun_new", "values")


@pytest.mark.parametrize("make", [list, lambda v: array.array("d", v), np.array], ids=["list", "array", "numpy"])
def test_what_the_caller_has_is_whole_after_a_violation(t: ModuleType, make: Callable[[list[float]], Any]) -> None:
    values = make([1.0, 2.0, 3.0])
    with pytest.raises(ContractViolation, match="overrun"):
        t.overrun(values)
    assert list(values) == [1.0, 2.0, 3.0]
    with pytest.raises(ContractViolation, match="change_in"):
        t.change_in(values)
    assert list(values) == [1.0, 2.0, 3.0]


def test_nothing_behind_a_pinned_buffer_is_overwritten(t: ModuleType) -> None:
    whole = array.array("d", range(8))
    with pytest.raises(ContractViolation):
        t.overrun(memoryview(whole)[:4])
    assert list(whole) == list(range(8))


def test_a_record_is_whole_after_a_violation(t: ModuleType) -> None:
    point = t.point(1.0, 2.0)
    for function in (t.overrun_own_record, t.change_record):
        with pytest.raises(ContractViolation):
            function(point)
        assert point == t.point(1.0, 2.0)


def test_arrays_of_records_are_updated_as_ever(t: ModuleType) -> None:
    points = [t.point(1.0, 2.0), t.point(3.0, 4.0)]
    assert t.move(points) == 2
    assert points == [t.point(2.0, 2.0), t.point(4.0, 4.0)]
    structured = np.array([(1.0, 2.0), (3.0, 4.0)], dtype=[("x", "f8"), ("y", "f8")])
    assert t.move(structured) == 2
    assert structured["x"].tolist() == [2.0, 4.0]
    with pytest.raises(ContractViolation):
        t.overrun_records(structured)
    assert structured["x"].tolist() == [2.0, 4.0]


def test_interned_text_is_never_changed(t: ModuleType) -> None:
    text = "interned_by_python"
    with pytest.raises(ContractViolation):
        t.change_text(text)
    with pytest.raises(ContractViolation):
        t.change_texts([text])
    assert text == "".join(["interned", "_by_", "python"])


def test_a_pointer_into_an_argument_comes_back_as_one(t: ModuleType) -> None:
    assert t.inside("some text", b" ") == " text"
    assert t.rest("some text") == " text"


def test_what_is_not_written_is_zero_where_nobody_promised_it(t: ModuleType) -> None:
    assert list(t.part(n=8)) == [0, 1, 2, 3]
    assert t.maybe(1) == (1, 7)
    assert t.maybe(0) == (0, 0)


def test_one_buffer_passed_twice_is_one_buffer_for_c(t: ModuleType) -> None:
    values = np.array([1, 2, 3], dtype=np.int32)
    assert t.add_into(values, values, sum=values) == 3
    assert list(values) == [2, 4, 6]
    values = np.array([1, 2, 3], dtype=np.int32)
    assert t.add_into(values[1:], values[:2], sum=values[1:]) == 2
    assert list(values) == [1, 3, 6]


def test_the_rest_of_a_callers_larger_buffer_stays(t: ModuleType) -> None:
    values = array.array("i", [7] * 8)
    assert t.part(n=6, values=values) == 3
    assert list(values) == [0, 1, 2, 7, 7, 7, 7, 7]


@pytest.mark.parametrize("n", [0, 1, 7, 8, 9, 300, 5000])
def test_bytes_that_look_like_the_poison_are_bytes(t: ModuleType, n: int) -> None:
    assert t.fill_poison(n=n) == bytes((i * 89 + 0x4D) & 0xFF for i in range(n))


@pytest.mark.parametrize("n", [0, 1, 100, 100_000])
def test_arrays_of_any_size_pass(t: ModuleType, n: int) -> None:
    assert t.read_only([1] * n) == n
    assert t.read_only(np.ones(n, dtype=np.int32)) == n
