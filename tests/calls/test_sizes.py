"""Sizes: whatever C is told is true of the memory it is given, each time it is called, and whatever comes back."""

from __future__ import annotations

import array
import ctypes
import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

import interop
from tests.conftest import Binding
from tests.support.leaks import balanced, same_references
from tests.support.refusals import refused

FEATURES = ("sizes",)


@pytest.fixture(scope="module")
def t(binding: Binding) -> ModuleType:
    return binding("sizes")


@pytest.fixture(autouse=True)
def nothing_is_leaked(t: ModuleType) -> Iterator[None]:
    t.forget()
    with balanced(t):
        yield


def told(t: ModuleType) -> list[int]:
    """What the calls of C were told, in order."""
    return [each for each in map(t.told, range(16)) if each != -1]


def ints(*values: int) -> array.array[int]:
    return array.array("i", values)


# Called again


@pytest.mark.parametrize(("given", "seen"), [((), 7), ((5,), 5)])
def test_a_default_is_the_same_for_every_call_of_grow(t: ModuleType, given: tuple[int, ...], seen: int) -> None:
    assert t.grow_state(*given) == ("enough", 99)
    assert told(t) == [seen] * 9  # 4, 8 ... 1024


def test_a_count_is_the_same_for_every_call_of_grow(t: ModuleType) -> None:
    assert list(t.grow_counted([1, 2, 3])) == list(range(600))
    assert told(t) == [3] * 3  # 256, 512, 1024


@pytest.mark.parametrize("name", ["grow_position", "grow_position_inout"])
def test_a_fixed_position_starts_anew_for_every_call_of_grow(t: ModuleType, name: str) -> None:
    assert getattr(t, name)() == b"A" * 10
    assert told(t) == [0, 0, 0]


def test_a_query_leaves_the_other_slots_as_they_were(t: ModuleType) -> None:
    values, state = t.query_state()
    assert (list(values), state) == ([0, 1, 2], 99)
    assert told(t) == [7, 7]


def test_grow_stays_within_the_type_of_the_size(t: ModuleType) -> None:
    assert t.grow_small() == "at last"
    assert told(t) == [3, 6, 12, 24, 48, 96, 192, 255]


def test_a_query_that_fails_is_a_failed_call(t: ModuleType) -> None:
    assert t.query_status(0) == "abc"
    entered = t.entered()
    with pytest.raises(interop.CallError) as caught:
        t.query_status(-5)
    assert caught.value.status == -5
    assert t.entered() == entered + 1


# In bytes


@pytest.mark.parametrize(("size", "items"), [(0, 0), (1, 1), (4, 1), (11, 3), (4099, 1025)])
def test_room_in_bytes_is_rounded_up(t: ModuleType, size: int, items: int) -> None:
    values = t.fill_bytes(bytes=size)
    assert values.tobytes() == b"\1" * size + b"\0" * (4 * items - size)


def test_a_buffer_for_a_size_in_bytes_holds_the_last_element_too(t: ModuleType) -> None:
    small, large = ints(0, 0), ints(0, 0, 0)
    entered = t.entered()
    with refused(ValueError, "fill_bytes()", "values", "2", "3"):
        t.fill_bytes(bytes=11, values=small)
    assert (small, t.entered()) == (ints(0, 0), entered)
    assert t.fill_bytes(bytes=11, values=large) == 3


def test_an_array_must_hold_every_byte_that_c_reads(t: ModuleType) -> None:
    assert t.sum_bytes(ints(1, 1), 8, 1) == t.sum_bytes(ints(1, 1), 7, 1) == t.sum_bytes(ints(1, 1), 4, 2) == 2
    entered = t.entered()
    for size, factor in ((9, 1), (11, 1), (4, 3)):
        with refused(ValueError, "sum_bytes()", "values", "3", "2"):
            t.sum_bytes(ints(1, 1), size, factor)
    assert t.entered() == entered


def test_wide_text_is_counted_in_bytes_where_c_counts_them(t: ModuleType) -> None:
    width = ctypes.sizeof(ctypes.c_wchar)
    assert t.wide_bytes("hello") == 5 * width
    assert t.fill_wide(bytes=4 * width) == "www"
    assert t.fill_wide(bytes=2 * width - 1) == ""


# Expressions


def test_an_array_of_text_in_bytes_is_one_of_pointers(t: ModuleType) -> None:
    assert t.texts_length(["one", "three"]) == 8
    assert t.texts_fill(room=24) == ["text 0", "text 1"]
    assert t.texts_fill(room=8) == ["text 0"]
    texts = ["one", "three"]
    t.texts_upper(texts)
    assert texts == ["ONE", "THREE"]
    assert t.texts_made(3) == ["text 0", "text 1", "text 2"]


def test_records_that_c_made_and_counts_in_bytes_are_freed(t: ModuleType) -> None:
    assert [(each.id, each.label) for each in t.labels_made(3)] == [(0, "text 0"), (1, "text 1"), (2, "text 2")]


def test_a_callable_sees_and_gives_texts_in_bytes(t: ModuleType) -> None:
    assert t.label(lambda texts: (0, [f"{text}!" for text in texts])) == (0, "one! two!")
    assert t.label(lambda texts: (0, [*texts, "three"])) == (0, "one two three")
    with refused(ValueError, "room for up to 3 elements, but there are 4"):
        t.label(lambda texts: (0, [*texts, *texts]))
    assert t.list(lambda: (0, ["a", "b"])) == (0, "a b")
    assert t.list(lambda: (0, [])) == (0, "")
    with refused(ValueError, "NUL"):
        t.list(lambda: (0, ["a", "b\0"]))


def test_text_must_be_as_long_as_the_expression_says(t: ModuleType) -> None:
    assert t.sum_text("abcd", 2) == sum(b"abcd")
    entered = t.entered()
    for n in (3, 500):
        with refused(ValueError, "sum_text()", "text", str(2 * n), "4"):
            t.sum_text("abcd", n)
    with refused(ValueError, "sum_text()", "text", "-2"):
        t.sum_text("abcd", -1)
    assert t.entered() == entered


@pytest.mark.parametrize("values", [[], [1, 2, 3], [1] * 300], ids=len)
def test_a_replaceable_array_keeps_the_zero_that_ends_it(t: ModuleType, values: list[int]) -> None:
    total, came = t.sum_ended(values)
    assert (total, list(came)) == (sum(values), values)


def test_a_product_is_not_cut_to_the_type_of_its_factors(t: ModuleType) -> None:
    assert t.sum_cells(b"\1\2\3\4", 2, 2) == 10
    entered = t.entered()
    for height in (65536, 65537):
        with refused(ValueError, "sum_cells()", "cells", str(65536 * height)):
            t.sum_cells(b"\1", 65536, height)
    assert t.entered() == entered


@pytest.mark.parametrize("side", [1 << 32, 1 << 40, -(1 << 63)])
def test_a_product_beyond_all_memory_is_refused(t: ModuleType, side: int) -> None:
    assert t.fill_cells(2, 3) == b"\1" * 6
    entered = t.entered()
    with refused(ValueError, "fill_cells()", "cells", "size_is is beyond all bounds"):
        t.fill_cells(side, side)
    assert t.entered() == entered


def test_an_unsigned_size_is_never_taken_for_a_negative_one(t: ModuleType) -> None:
    with refused(ValueError, "fill_unsigned()", "values", "size_is is beyond all bounds"):
        t.fill_unsigned(n=(1 << 64) - 1)
    with pytest.raises(MemoryError):
        t.fill_unsigned(n=1 << 62)


@pytest.mark.parametrize("name", ["sum_quotient", "sum_remainder"])
def test_a_division_by_zero_is_no_size(t: ModuleType, name: str) -> None:
    entered = t.entered()
    with refused(ValueError, f"{name}()", "values", "size_is"):
        getattr(t, name)([1], 1, 0)
    assert t.entered() == entered


def test_divided_sizes_are_checked(t: ModuleType) -> None:
    assert t.sum_quotient([1, 2], 4, 2) == t.sum_remainder([1, 2], 5, 3) == 3
    with refused(ValueError, "sum_quotient()", "values", "3", "2"):
        t.sum_quotient([1, 2], 6, 2)
    with refused(ValueError, "sum_quotient()", "values", str(1 << 31)):
        t.sum_quotient([1, 2], -(1 << 31), -1)


def test_a_requirement_stands_before_the_sizes_that_it_guards(t: ModuleType) -> None:
    assert t.sum_quotient_required([1, 2], 4, 2) == 3
    with refused(ValueError, "sum_quotient_required()", "'divisor != 0' does not hold"):
        t.sum_quotient_required([1], 1, 0)


def test_what_a_null_pointer_would_hold_counts_as_zero_in_a_size(t: ModuleType) -> None:
    assert t.sum_after(2, [1, 2, 3]) == 6
    assert t.sum_after(None, [5]) == 5
    for n, values in ((2, [1, 2]), (None, [])):
        with refused(ValueError, "sum_after()", "values"):
            t.sum_after(n, values)


def test_what_a_null_pointer_would_hold_counts_as_zero_in_a_condition(t: ModuleType) -> None:
    assert t.status_by(None, 3) == (0, None)
    assert t.status_by(9, 0) == (1, 0)
    with pytest.raises(interop.CallError):
        t.status_by(9, 3)


# Left out


def test_a_buffer_that_only_the_caller_can_provide_is_required(t: ModuleType) -> None:
    buffer = ints(0)
    assert t.one(value=buffer) == 1
    assert buffer == ints(1)
    with refused(TypeError, "one()", "value", "None"):
        t.one(value=None)
    with pytest.raises(TypeError, match="value"):
        t.one()


@pytest.mark.parametrize("given", [(), (None,)], ids=["nothing", "None"])
def test_what_is_optional_passes_null(t: ModuleType, given: tuple[None, ...]) -> None:
    assert t.upper(*given) is None
    assert t.shout_texts(*given) == t.shout_texts_or_null(*given) == -1
    assert t.replace(*given) == t.replace_or_null(*given) == "there was none"


def test_what_is_optional_may_be_given(t: ModuleType) -> None:
    assert t.upper("abc") == "ABC"
    assert t.replace("abc") == t.replace_or_null("abc") == "there was one"
    for shout in (t.shout_texts, t.shout_texts_or_null):
        texts = ["a", "bc"]
        assert shout(texts) == 2
        assert texts == ["A", "BC"]


# Failing half-way


def test_owned_elements_are_freed_when_an_earlier_result_cannot_be_converted(t: ModuleType) -> None:
    freed = t.freed()
    with refused(ValueError, "spoil_then_list()", "text"):
        t.spoil_then_list()
    assert t.freed() == freed + 5


def test_owned_elements_are_freed_when_the_call_fails(t: ModuleType) -> None:
    assert t.list_status(3, 0) == ["name"] * 3
    freed = t.freed()
    with pytest.raises(interop.CallError):
        t.list_status(3, -1)
    assert t.freed() == freed + 4


@pytest.mark.rules("R7.7")
@pytest.mark.parametrize(("status", "error"), [(0, ValueError), (-1, interop.CallError)])
def test_a_reported_number_that_is_none_frees_the_block_alone(
    t: ModuleType, status: int, error: type[Exception]
) -> None:
    freed = t.freed()
    with refused(error, "list_status()"):
        t.list_status(-1, status)
    assert t.freed() == freed + 1


class _Clears:
    """An integer that empties a list while it is converted."""

    def __init__(self, target: list[Any], value: int) -> None:
        self.target, self.value = target, value

    def __index__(self) -> int:
        self.target.clear()
        return self.value


def test_nothing_is_stored_where_a_later_list_became_shorter(t: ModuleType) -> None:
    first, second = ["a"], ["b", "c"]
    with refused(ValueError, "shout_both()", "second", "shorter"):
        t.shout_both(first, second, _Clears(second, 1))
    assert (first, second) == (["a"], [])


@pytest.mark.parametrize("reported", [-1, 0, 2, 9])
def test_what_is_written_back_always_hides_no_failure(t: ModuleType, reported: int) -> None:
    values = [1, 2, 3]
    with pytest.raises(interop.CallError) as caught:
        t.keep(values, reported, 5)
    assert caught.value.status == 5
    assert values == [42, 42, 42]


def test_what_cannot_be_written_back_hides_no_failure(t: ModuleType) -> None:
    values = [1, 2, 3]
    with pytest.raises(interop.CallError):
        t.keep(values, _Clears(values, 2), 5)


# Alignment


def misaligned(count: int) -> memoryview:
    """Items of int32_t that begin at an odd address."""
    return memoryview(bytearray(4 * count + 1))[1:].cast("i")


def test_c_gets_aligned_memory_for_a_buffer_that_is_not(t: ModuleType) -> None:
    view = misaligned(10)
    with same_references(view):
        assert t.misalignment(view) == 0


def test_a_misaligned_buffer_is_updated_in_place(t: ModuleType) -> None:
    view = misaligned(4)
    t.count_up(view)
    assert view.tolist() == [1, 2, 3, 4]
    view = misaligned(4)
    assert t.count_filled(n=3, values=view) == 3
    assert view.tolist() == [1, 2, 3, 0]


def test_a_misaligned_buffer_cannot_be_pinned(t: ModuleType) -> None:
    with refused(ValueError, "misalignment_pinned()", "values", "not aligned", "int32_t"):
        t.misalignment_pinned(misaligned(4))


# What Python raises


@pytest.mark.skipif(sys.version_info < (3, 12), reason="only C exports buffers before Python 3.12")
@pytest.mark.parametrize("error", [KeyError, MemoryError, KeyboardInterrupt])
def test_an_exporters_own_exception_comes_through(t: ModuleType, error: type[BaseException]) -> None:
    class Exporter:
        asked = 0

        def __buffer__(self, flags: int) -> memoryview:
            self.asked += 1
            raise error("mine")

    exporter = Exporter()
    with pytest.raises(error, match="mine"):
        t.misalignment(exporter)
    assert exporter.asked == 1


def test_the_cause_of_a_refusal_keeps_its_traceback(t: ModuleType) -> None:
    assert t.length("ľ") == 1
    with refused(ValueError, "length()", "text") as caught:
        t.length("日本")
    cause = caught.value.__cause__
    assert isinstance(cause, UnicodeEncodeError)
    assert cause.__traceback__ is not None


def test_an_interruption_while_a_number_is_shown_comes_through(t: ModuleType) -> None:
    class Number(int):
        def __repr__(self) -> str:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        t.echo(Number(1 << 40))


def test_a_number_with_too_many_digits_is_refused_all_the_same(t: ModuleType) -> None:
    with refused(OverflowError, "echo()", "value"):
        t.echo(1 << 5 * sys.int_info.default_max_str_digits)


@pytest.mark.ordinary("C writes what it may only read, which is reported")
def test_each_further_call_gets_its_in_parameters_as_they_were(t: ModuleType) -> None:
    numbers = [1, 2]
    assert t.grow_scribbling(numbers, "abc") == "as given"
    assert numbers == [1, 2]
