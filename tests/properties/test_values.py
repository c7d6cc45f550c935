"""Properties of single calls: values come back as they went, in means in, and only the declared extent is written."""

from __future__ import annotations

import array
import math
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import Binding
from tests.support.leaks import balanced
from tests.support.refusals import refused
from tests.support.strategies import (
    INT32,
    TEXT,
    beyond,
    elements_of,
    holders,
    integers_of,
    number_lists,
    numbers,
    text_of,
)
from tests.support.types import INTEGERS

FEATURES = ("arrays", "bstr", "ownership", "scalars", "strings")

quick = settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def scalars(binding: Binding) -> ModuleType:
    return binding("scalars")


@pytest.fixture(scope="module")
def arrays(binding: Binding) -> ModuleType:
    return binding("arrays")


@pytest.fixture(scope="module")
def ownership(binding: Binding) -> ModuleType:
    return binding("ownership")


@pytest.fixture(scope="module")
def strings(binding: Binding) -> ModuleType:
    return binding("strings")


@quick
@given(data=st.data())
def test_integers_round_trip(scalars: ModuleType, data: st.DataObject) -> None:
    integer = data.draw(st.sampled_from(INTEGERS))
    value = data.draw(integers_of(integer))
    for way in ("echo", "read", "write"):
        assert getattr(scalars, f"{way}_{integer.name}")(value) == value
    span = integer.high - integer.low + 1
    assert getattr(scalars, f"next_{integer.name}")(value) == (value + 1 - integer.low) % span + integer.low


@quick
@given(data=st.data())
def test_integers_out_of_range_are_refused(scalars: ModuleType, data: st.DataObject) -> None:
    integer = data.draw(st.sampled_from(INTEGERS))
    value = data.draw(beyond(integer))
    for way in ("echo", "read", "write", "next"):
        with refused(OverflowError, f"{way}_{integer.name}()"):
            getattr(scalars, f"{way}_{integer.name}")(value)


@quick
@given(value=st.floats())
def test_floats_round_trip(scalars: ModuleType, value: float) -> None:
    for name in ("double", "ldouble"):
        came = getattr(scalars, f"echo_{name}")(value)
        assert came == value or (math.isnan(came) and math.isnan(value))
        assert math.copysign(1, came) == math.copysign(1, value) or math.isnan(value)


@quick
@given(value=st.floats(width=32))
def test_floats_of_four_bytes_round_trip(scalars: ModuleType, value: float) -> None:
    came = scalars.echo_float(value)
    assert came == value or (math.isnan(came) and math.isnan(value))


@quick
@given(value=st.floats(allow_nan=False, allow_infinity=False))
def test_a_float_rounds_as_c_rounds_or_is_refused(scalars: ModuleType, value: float) -> None:
    with np.errstate(over="ignore"):
        rounded = float(np.float32(value))
    if math.isinf(rounded):
        with refused(OverflowError, "echo_float()"):
            scalars.echo_float(value)
    else:
        assert scalars.echo_float(value) == rounded


@quick
@given(code=st.integers(0, 0xFFFFFFFF))
def test_every_code_is_a_character_or_refused(scalars: ModuleType, code: int) -> None:
    if code <= 0x10FFFF:
        assert scalars.code32(code) == chr(code)
    else:
        with refused(ValueError, "code32()"):
            scalars.code32(code)


@quick
@given(text=TEXT)
def test_text_round_trips(strings: ModuleType, text: str) -> None:
    room = 4 * len(text) + 1
    with balanced(strings):
        assert strings.echo(text) == text
        assert strings.duplicate(text) == text
        assert strings.put(text, size=room) == text
        assert strings.upper(text, size=room).encode() == text.encode().upper()
        for name in ("wide", "16", "32"):
            assert getattr(strings, f"duplicate_{name}")(text) == text
            assert getattr(strings, f"put_{name}")(text, size=room) == text


@quick
@given(data=st.data(), encoding=st.sampled_from([("latin", "latin-1"), ("cp1252", "cp1252"), ("jis", "shift_jis")]))
def test_text_round_trips_in_every_encoding(
    strings: ModuleType, data: st.DataObject, encoding: tuple[str, str]
) -> None:
    name, codec = encoding
    text = data.draw(text_of(codec))
    encoded = getattr(strings, f"bytes_{name}")(text)
    assert encoded == text.encode(codec)
    assert getattr(strings, f"text_{name}")(encoded) == encoded.decode(codec)


@quick
@given(text=st.text(max_size=30))
def test_any_text_is_passed_or_refused(strings: ModuleType, text: str) -> None:
    try:
        expected = len(text.encode()) if "\0" not in text else None
    except UnicodeEncodeError:
        expected = None
    if expected is None:
        with refused(ValueError, "length()", "text"):
            strings.length(text)
    else:
        assert strings.length(text) == expected


@quick
@given(data=st.binary(max_size=40).filter(lambda data: 0 not in data))
def test_any_bytes_from_c_are_read_or_refused(strings: ModuleType, data: bytes) -> None:
    try:
        expected = data.decode()
    except UnicodeDecodeError:
        with refused(ValueError, "text_utf8()"):
            strings.text_utf8(data)
    else:
        assert strings.text_utf8(data) == expected


@quick
@given(names=st.lists(TEXT, max_size=20))
def test_lists_of_text_round_trip(strings: ModuleType, names: list[str]) -> None:
    kept = list(names)
    with balanced(strings):
        assert strings.total_length(names) == sum(len(name.encode()) for name in names)
        assert strings.argc(names) == len(names)
        assert names == kept


@quick
@given(names=st.lists(TEXT, max_size=20), text=TEXT)
def test_text_that_both_sides_own_round_trips(ownership: ModuleType, names: list[str], text: str) -> None:
    kept = list(names)
    with balanced(ownership):
        assert ownership.replace(text, 0) == text
        ownership.shout_all(names, 3)
    assert [name.encode() for name in names] == [name.encode().upper() for name in kept]


@quick
@given(text=TEXT, size=st.integers(0, 40))
def test_text_that_fits_comes_whole_and_is_never_read_past_the_room(strings: ModuleType, text: str, size: int) -> None:
    encoded = text.encode()
    try:
        expected = encoded[:size].decode()
    except UnicodeDecodeError:
        with refused(ValueError, "put()"):
            strings.put(text, size=size)
    else:
        assert strings.put(text, size=size) == expected


@quick
@given(data=st.data())
def test_in_arrays_are_bit_for_bit_what_they_were(arrays: ModuleType, data: st.DataObject) -> None:
    number = data.draw(numbers)
    values = data.draw(number_lists(number))
    argument = data.draw(holders(number, values))
    came = getattr(arrays, f"copy_{number.name}")(argument)
    assert array.array(number.code, came if isinstance(came, bytes) else list(came)) == array.array(number.code, values)
    getattr(arrays, f"sum_{number.name}")(argument)
    assert array.array(number.code, list(argument)) == array.array(number.code, values)


@quick
@given(data=st.data())
def test_a_callee_that_writes_cannot_change_an_in_array(arrays: ModuleType, data: st.DataObject) -> None:
    values = data.draw(st.lists(st.integers(-(1 << 31), (1 << 31) - 1), max_size=50))
    argument = data.draw(holders(INT32, values))
    arrays.scribble(argument)
    assert list(argument) == values


@quick
@given(data=st.data())
def test_inout_arrays_are_updated_in_place(arrays: ModuleType, data: st.DataObject) -> None:
    number = data.draw(numbers.filter(lambda number: not number.is_float))
    values = data.draw(number_lists(number))
    argument = data.draw(holders(number, values))
    getattr(arrays, f"scale_{number.name}")(argument, 1)
    assert list(argument) == values
    getattr(arrays, f"scale_{number.name}")(argument, 0)
    assert list(argument) == [0] * len(values)


@quick
@given(
    length=st.integers(0, 40),
    before=st.integers(0, 8),
    after=st.integers(0, 8),
    start=st.integers(0, 100),
    data=st.data(),
)
def test_write_back_changes_exactly_the_declared_extent(
    arrays: ModuleType, length: int, before: int, after: int, start: int, data: st.DataObject
) -> None:
    number = data.draw(numbers)
    whole = array.array(number.code, [101] * (before + length + after))
    part = memoryview(whole)[before : before + length + after]
    assert getattr(arrays, f"fill_{number.name}")(start % 20, n=length, values=part) == length
    assert list(whole[:before]) == [101] * before
    assert list(whole[before : before + length]) == [start % 20 + i for i in range(length)]
    assert list(whole[before + length :]) == [101] * after


@quick
@given(values=st.lists(st.integers(-1000, 1000), max_size=20), keep=st.integers(-3, 25))
def test_the_valid_part_is_written_back_or_nothing(arrays: ModuleType, values: list[int], keep: int) -> None:
    kept = list(values)
    if 0 <= keep <= len(values):
        arrays.keep_first(values, keep)
        assert values == [-value for value in kept[:keep]] + kept[keep:]
    else:
        with refused(ValueError, "keep_first()"):
            arrays.keep_first(values, keep)
        assert values == kept


@quick
@given(data=st.data())
def test_a_bad_element_anywhere_is_refused_and_changes_nothing(arrays: ModuleType, data: st.DataObject) -> None:
    number = data.draw(numbers)
    values: list[Any] = data.draw(st.lists(elements_of(number), min_size=1, max_size=30))
    place = data.draw(st.integers(0, len(values) - 1))
    values[place] = data.draw(st.sampled_from(["x", None, b"1", 1j]))
    kept = list(values)
    entered = arrays.entered()
    for function in (f"sum_{number.name}", f"copy_{number.name}"):
        with refused(TypeError, f"{function}()", str(place)):
            getattr(arrays, function)(values)
    with refused(TypeError, f"scale_{number.name}()", str(place)):
        getattr(arrays, f"scale_{number.name}")(values, 1)
    assert values == kept
    assert arrays.entered() == entered


@quick
@given(text=st.text(st.characters(exclude_categories=["Cs"])), trail=st.none() | st.binary(min_size=1, max_size=1))
def test_a_bstr_comes_back_whole(binding: Binding, text: str, trail: bytes | None) -> None:
    bstr = binding("bstr")
    data = text.encode("utf-16-le") + (trail or b"")
    with balanced(bstr):
        back = bstr.make(data)
        assert back == text
        assert bstr.bytes(back, capacity=len(data)) == data
        assert bstr.replace(back, 0) == text
        assert bstr.length(text) == len(text.encode("utf-16-le")) // 2
