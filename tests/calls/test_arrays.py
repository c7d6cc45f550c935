"""Arrays: in, out, in-out; what is accepted; sizes and lengths; owned and lent arrays; copied and pinned."""

from __future__ import annotations

import array
import copy
import ctypes
import gc
import mmap
import pickle
import resource
import subprocess
import sys
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from tests.conftest import Binding
from tests.support.leaks import balanced, left_behind, same_references
from tests.support.refusals import refused
from tests.support.types import NUMBERS, NumberArray

FEATURES = ("arrays",)

numbers = pytest.mark.parametrize("number", NUMBERS, ids=str)


@pytest.fixture(scope="module")
def t(binding: Binding) -> ModuleType:
    return binding("arrays")


@pytest.fixture(autouse=True)
def nothing_is_leaked(t: ModuleType) -> Iterator[None]:
    with balanced(t):
        yield


def address_of(buffer: Any) -> int:
    """Where a writable buffer's memory begins."""
    return ctypes.addressof(ctypes.c_char.from_buffer(buffer))


# What is accepted

Make = Callable[[ModuleType, NumberArray, list[int]], Any]


def as_mmap(_: ModuleType, number: NumberArray, values: list[int]) -> Any:
    data = array.array(number.code, values).tobytes()
    mapped = mmap.mmap(-1, max(len(data), 1))
    mapped[: len(data)] = data
    return memoryview(mapped)[: len(data)].cast(number.code)


KINDS: dict[str, Make] = {
    "list": lambda t, number, values: list(values),
    "array": lambda t, number, values: array.array(number.code, values),
    "memoryview": lambda t, number, values: memoryview(array.array(number.code, values)),
    "bytearray_view": lambda t, number, values: memoryview(bytearray(array.array(number.code, values).tobytes())).cast(
        number.code
    ),
    "numpy": lambda t, number, values: np.array(values, dtype=number.numpy),
    "ctypes": lambda t, number, values: (number.ctype * len(values))(*values),
    "cdata": lambda t, number, values: t.ffi.new(f"{c_name(number)}[]", values),
    "mmap": as_mmap,
}
"""Mutable objects that hold an array of numbers."""

FROZEN: dict[str, Make] = {
    "tuple": lambda t, number, values: tuple(values),
    "bytes_view": lambda t, number, values: memoryview(array.array(number.code, values).tobytes()).cast(number.code),
    "read_only_view": lambda t, number, values: memoryview(array.array(number.code, values)).toreadonly(),
    "read_only_numpy": lambda t, number, values: frozen(np.array(values, dtype=number.numpy)),
}
"""Objects that hold an array of numbers and cannot be written."""

kinds = pytest.mark.parametrize("kind", KINDS)
frozen_kinds = pytest.mark.parametrize("kind", FROZEN)


def frozen(values: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    values.flags.writeable = False
    return values


def c_name(number: NumberArray) -> str:
    return number.name if number.name in ("double", "float", "long") else f"{number.name}_t"


@numbers
@pytest.mark.parametrize("kind", [*KINDS, *FROZEN])
def test_an_in_array_is_any_sequence_or_buffer_of_the_format(t: ModuleType, number: NumberArray, kind: str) -> None:
    make = KINDS.get(kind) or FROZEN[kind]
    argument = make(t, number, [1, 2, 3, 4])
    with same_references(argument):
        assert getattr(t, f"sum_{number.name}")(argument) == 10.0
    assert list(argument) == [1, 2, 3, 4]


@numbers
def test_an_out_array_is_created_and_returned(t: ModuleType, number: NumberArray) -> None:
    came = getattr(t, f"fill_{number.name}")(5, n=3)
    if number.name == "uint8":
        assert came == bytes([5, 6, 7])
    else:
        assert isinstance(came, array.array)
        assert came.itemsize == ctypes.sizeof(number.ctype)
        assert (came.typecode in "fd") == number.is_float
        assert list(came) == [5, 6, 7]


CHANGES: dict[str, Callable[[Any], Any]] = {
    "append": lambda items: items.append(9),
    "extend": lambda items: items.extend(array.array(items.typecode, range(100))),
    "insert": lambda items: items.insert(0, 9),
    "pop": lambda items: [items.pop(), items.pop(0)],
    "empty": lambda items: items.__delitem__(slice(None)),
    "replace": lambda items: items.__setitem__(slice(1, 2), array.array(items.typecode, [1] * 50)),
    "reverse": lambda items: items.reverse(),
    "read": lambda items: items.frombytes(bytes(items.itemsize * 1000)),
    "join": lambda items: items + items,
    "repeat": lambda items: items.__imul__(7),
    "slice": lambda items: items[1:],
    "copy": copy.deepcopy,
    "pickle": lambda items: pickle.loads(pickle.dumps(items)),
    "bytes": lambda items: (bytes(items), items.tobytes(), items.buffer_info()[1]),
    "text": repr,
    "view": lambda items: [(view.format, view.itemsize, view.nbytes, view.readonly) for view in [memoryview(items)]],
    "size": sys.getsizeof,
    "tracked": gc.is_tracked,
}
"""What one may do to an array of the module array."""


@numbers
@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("n", [0, 3, 1000])
def test_a_new_array_is_as_any_other(t: ModuleType, number: NumberArray, change: str, n: int) -> None:
    came = getattr(t, f"fill_{number.name}")(5, n=n)
    if number.name == "uint8":
        return
    other = array.array(came.typecode, came.tolist())
    assert (type(came), sys.getsizeof(came)) == (array.array, sys.getsizeof(other))
    both = []
    for items in (came, other):
        try:
            both.append(CHANGES[change](items))
        except IndexError as error:
            both.append(str(error))
    if both[0] is not came:
        assert both[0] == both[1]
    assert (came, sys.getsizeof(came)) == (other, sys.getsizeof(other))


def test_a_new_array_is_let_go(t: ModuleType) -> None:
    t.fill_double(5, n=3)  # the first of a type keeps one for those that follow
    with same_references(array.array):
        came = t.fill_double(5, n=3)
        assert sys.getrefcount(came) == 2
        view = memoryview(came)
        with pytest.raises(BufferError):
            came.append(1.0)
        view.release()
        gone: list[object] = []
        weak = weakref.ref(came, gone.append)
        del came
        assert gone == [weak]

    def each() -> None:
        t.fill_double(5, n=3)
        t.fill_int32(5, n=1000).append(1)

    blocks, _ = left_behind(each, 1000)
    assert blocks < 0.5


@pytest.mark.skipif(sys.platform != "linux", reason="what ru_maxrss counts is another unit elsewhere")
@pytest.mark.ordinary("out memory is poisoned")
def test_room_that_c_does_not_write_is_not_touched(t: ModuleType, mode: str) -> None:
    if mode == "copy":
        pytest.skip("private memory is zeroed by hand")
    n, before = 1 << 27, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert list(t.take(3, n=n)) == [1, 2, 3]
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < n * 4 // 1024 // 2


@pytest.mark.rules("R3.15", "R3.16")
@numbers
@kinds
def test_an_inout_array_is_updated_in_place(t: ModuleType, number: NumberArray, kind: str) -> None:
    argument = KINDS[kind](t, number, [1, 2, 3])
    with same_references(argument):
        assert getattr(t, f"scale_{number.name}")(argument, 3) is None
    assert list(argument) == [3, 6, 9]


@numbers
@frozen_kinds
def test_an_inout_array_that_cannot_be_written_is_refused(t: ModuleType, number: NumberArray, kind: str) -> None:
    argument = FROZEN[kind](t, number, [1, 2, 3])
    entered = t.entered()
    with refused(TypeError, f"scale_{number.name}()", "values"):
        getattr(t, f"scale_{number.name}")(argument, 3)
    assert list(argument) == [1, 2, 3]
    assert t.entered() == entered


@numbers
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "list"])
def test_an_out_array_fills_the_callers_buffer(t: ModuleType, number: NumberArray, kind: str) -> None:
    argument = KINDS[kind](t, number, [0, 0, 0, 9])
    assert getattr(t, f"fill_{number.name}")(5, n=3, values=argument) == 3
    assert list(argument) == [5, 6, 7, 9]


@numbers
def test_both_ends_of_a_copy(t: ModuleType, number: NumberArray) -> None:
    came = getattr(t, f"copy_{number.name}")([3, 1, 2])
    assert list(came) == [3, 1, 2]
    assert list(getattr(t, f"copy_{number.name}")(array.array(number.code, [7]))) == [7]


def test_bytes_and_bytearray_are_arrays_of_uint8(t: ModuleType) -> None:
    assert t.sum_uint8(b"\1\2\3") == 6
    assert t.sum_uint8(bytearray(b"\1\2\3")) == 6
    buffer = bytearray(b"\1\2\3")
    t.scale_uint8(buffer, 2)
    assert buffer == b"\2\4\6"
    with refused(TypeError, "scale_uint8()", "values", "bytes"):
        t.scale_uint8(b"\1\2\3", 2)


def test_formats_of_the_same_kind_and_size_are_one(t: ModuleType) -> None:
    assert t.sum_int64(array.array("q", [1, 2])) == t.sum_int64(array.array("l", [1, 2])) == 3
    assert t.sum_long(array.array("q", [1, 2])) == 3
    assert t.sum_int32(np.array([1, 2], dtype="<i4")) == 3


def test_an_array_of_several_dimensions_is_passed_in_memory_order(t: ModuleType) -> None:
    assert t.sum_double(np.ones((2, 3))) == 6
    grid = np.ones((2, 3), dtype="int32")
    t.scale_int32(grid, 5)
    assert grid.tolist() == [[5] * 3] * 2


@pytest.mark.rules("R7.21")
@pytest.mark.parametrize(
    ("kind", "argument"),
    [
        ("array", array.array("f", [1, 2])),
        ("array", array.array("q", [1, 2])),
        ("memoryview", memoryview(b"\0" * 16)),
        ("bytes", b"\0" * 16),
        ("bytearray", bytearray(16)),
        ("ndarray", np.zeros(2, dtype="float32")),
        ("ndarray", np.zeros(2, dtype=">f8")),
        ("ndarray", np.zeros(2, dtype="int64")),
        ("ndarray", np.zeros(2, dtype="complex128")),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, str) else value,
)
def test_a_buffer_of_another_format_is_refused(t: ModuleType, kind: str, argument: Any) -> None:
    for function in (t.sum_double, t.scale_double):
        more = () if function is t.sum_double else (2.0,)
        with refused(TypeError, "double()", "values", "double"):
            function(argument, *more)
    with refused(TypeError, "fill_double()", "values", "double"):
        t.fill_double(1.0, n=1, values=argument)


def test_signed_and_unsigned_formats_are_told_apart(t: ModuleType) -> None:
    with refused(TypeError, "sum_int32()", "values", "int32_t"):
        t.sum_int32(array.array("I", [1]))
    with refused(TypeError, "sum_uint32()", "values", "uint32_t"):
        t.sum_uint32(np.array([1], dtype="int32"))


@pytest.mark.parametrize("argument", [7, 1.5, object(), {1: 2}, "12", {1.0}, None], ids=lambda v: type(v).__name__)
def test_what_is_no_array_is_refused(t: ModuleType, argument: object) -> None:
    entered = t.entered()
    with refused(TypeError, "sum_double()", "values", type(argument).__name__.removesuffix("Type")):
        t.sum_double(argument)
    with refused(TypeError, "scale_double()", "values"):
        t.scale_double(argument, 2)
    assert t.entered() == entered


@pytest.mark.parametrize("values", [["x"], [1.0, None], [1, [2]]], ids=repr)
def test_an_element_of_another_type_is_named_by_its_index(t: ModuleType, values: list[object]) -> None:
    with refused(TypeError, "sum_double()", "values", str(len(values) - 1)):
        t.sum_double(values)


def test_an_element_out_of_range_is_named_by_its_index(t: ModuleType) -> None:
    with refused(OverflowError, "sum_uint8()", "values", "2", "256"):
        t.sum_uint8([0, 255, 256])
    with refused(OverflowError, "sum_int32()", "values", "0"):
        t.sum_int32([1 << 31])
    with refused(OverflowError, "sum_float()", "values", "1"):
        t.sum_float([0.0, 1e39])


def test_float_elements_are_not_made_into_integers(t: ModuleType) -> None:
    with refused(TypeError, "sum_int32()", "values", "1"):
        t.sum_int32([1, 2.0])


# Contiguity


def test_a_non_contiguous_in_array_is_copied(t: ModuleType) -> None:
    whole = np.arange(10.0)
    assert t.sum_double(whole[::2]) == 20
    assert t.sum_double(whole[::-1]) == 45
    assert t.sum_double(np.asfortranarray(np.arange(6.0).reshape(2, 3))) == 15
    assert t.sum_int32(memoryview(array.array("i", range(6)))[::2]) == 6


def test_a_non_contiguous_inout_array_is_copied_back(t: ModuleType) -> None:
    whole = np.arange(6.0)
    t.scale_double(whole[::2], 10)
    assert whole.tolist() == [0, 1, 20, 3, 40, 5]
    items = array.array("i", range(6))
    t.scale_int32(memoryview(items)[::-2], 10)
    assert items.tolist() == [0, 10, 2, 30, 4, 50]


@pytest.mark.rules("R7.17")
def test_a_non_contiguous_array_is_seen_in_c_order(t: ModuleType) -> None:
    table = np.asfortranarray(np.arange(6, dtype="int32").reshape(2, 3))
    assert list(t.copy_int32(table)) == [0, 1, 2, 3, 4, 5]


def test_arrays_without_dimensions_or_without_elements_are_no_crash(t: ModuleType) -> None:
    assert t.sum_double(np.zeros((0, 3))) == 0
    assert t.sum_double(np.zeros((3, 0))) == 0
    assert t.sum_double(np.broadcast_to(np.float64(2), (4,))) == 8
    assert t.sum_double(np.array(5.0)) == 5


def test_formats_that_only_look_alike_are_refused(t: ModuleType) -> None:
    with refused(TypeError, "sum_uint8()", "values"):
        t.sum_uint8(np.array([True]))
    with refused(TypeError, "sum_uint8()", "values"):
        t.sum_uint8(np.array([b"a"], dtype="S1"))
    with refused(TypeError, "sum_double()", "values"):
        t.sum_double(np.zeros(2, dtype=[("x", "f8")]))
    with refused(TypeError, "sum_int64()", "values"):
        t.sum_int64(np.array(["2020-01-01"], dtype="datetime64[D]"))
    with refused(TypeError, "copy_bool()", "src"):
        t.copy_bool(np.array([2], dtype="uint8"))


# Elements without an array code


@pytest.mark.rules("R7.16")
def test_arrays_of_bool(t: ModuleType) -> None:
    assert t.bools(n=3) == [False, True, False]
    assert all(type(each) is bool for each in t.bools(n=3))
    assert t.copy_bool([True, False, True]) == [True, False, True]
    assert t.copy_bool(np.array([True, False])) == [True, False]
    values = [True, False, False]
    t.reverse_bool(values)
    assert values == [False, False, True]


def test_arrays_of_enums(t: ModuleType) -> None:
    came = t.suits(n=4)
    assert came == [0, 3, 4, 9]
    assert came[:3] == [t.suit.CLUBS, t.suit.HEARTS, t.suit.SPADES]
    assert [type(each) for each in came] == [t.suit, t.suit, t.suit, int]
    assert t.copy_suit([t.suit.HEARTS, 4]) == [t.suit.HEARTS, t.suit.SPADES]
    values = [t.suit.CLUBS, 99]
    t.reverse_suit(values)
    assert values == [99, t.suit.CLUBS]


@pytest.mark.rules("R2.6", "R6.21")
def test_arrays_of_char_are_bytes(t: ModuleType) -> None:
    assert t.copy_char(b"a\0b") == b"a\0b"
    assert t.copy_char(bytearray(b"xyz")) == b"xyz"
    buffer = bytearray(b"abc")
    t.reverse_char(buffer)
    assert buffer == b"cba"
    with refused(TypeError, "reverse_char()", "values", "bytes"):
        t.reverse_char(b"abc")


@pytest.mark.parametrize("name", ["wchar", "char16", "char32"])
def test_arrays_of_wide_characters_are_str(t: ModuleType, name: str) -> None:
    assert getattr(t, f"copy_{name}")("a\0é€") == "a\0é€"
    assert getattr(t, f"copy_{name}")("") == ""
    with refused(TypeError, f"copy_{name}()", "src"):
        getattr(t, f"copy_{name}")(b"abc")


def test_an_out_array_of_codes_that_are_no_characters_is_an_error(t: ModuleType) -> None:
    assert t.wide_noise(0x1F600, n=2) == "\U0001f600" * 2
    with refused(ValueError, "wide_noise()", "values"):
        t.wide_noise(0x110000, n=2)


def test_arrays_of_long_double_are_lists(t: ModuleType) -> None:
    assert t.fill_ldouble(0.5, n=3) == [0.5, 1.5, 2.5]
    assert t.sum_ldouble([1, 2.5]) == 3.5
    values = [1.0, 2.0]
    t.scale_ldouble(values, 2)
    assert values == [2.0, 4.0]


# Sizes


@pytest.mark.rules("R7.1")
def test_a_size_is_filled_from_its_array_and_is_no_argument(t: ModuleType) -> None:
    assert t.sum_double([1.0, 2.0]) == 3
    with pytest.raises(TypeError):
        t.sum_double([1.0, 2.0], 2)
    with pytest.raises(TypeError, match="n"):
        t.sum_double([1.0, 2.0], n=2)


def test_a_size_behind_a_pointer_is_filled_from_its_array(t: ModuleType) -> None:
    assert t.sum_counted([1.0, 2.0, 3.0]) == 6
    assert t.sum_counted([]) == 0


def test_arrays_that_share_a_size_must_agree(t: ModuleType) -> None:
    assert t.dot([1, 2, 3], [4, 5, 6]) == 32
    entered = t.entered()
    with refused(ValueError, "dot()", "b", "2", "3"):
        t.dot([1, 2, 3], [4, 5])
    with refused(ValueError, "dot()"):
        t.dot(array.array("d", [1]), np.zeros(2))
    assert t.entered() == entered


def test_an_out_array_takes_its_size_from_an_in_array(t: ModuleType) -> None:
    assert list(t.copy_int32([1, 2, 3])) == [1, 2, 3]
    target = array.array("i", [0] * 5)
    assert t.copy_int32([1, 2, 3], dst=target) == 3
    assert list(target) == [1, 2, 3, 0, 0]


def test_a_callers_buffer_that_is_too_small_is_refused(t: ModuleType) -> None:
    entered = t.entered()
    with refused(ValueError, "copy_int32()", "dst", "3", "2"):
        t.copy_int32([1, 2, 3], dst=array.array("i", [0, 0]))
    with refused(ValueError, "fill_double()", "values", "4", "2"):
        t.fill_double(1.0, n=4, values=array.array("d", [0, 0]))
    assert t.entered() == entered


def test_a_callers_buffer_gives_the_capacity_when_none_is_given(t: ModuleType) -> None:
    buffer = array.array("d", [0] * 4)
    assert t.fill_double(1.0, values=buffer) == 4
    assert list(buffer) == [1, 2, 3, 4]


def test_a_callers_buffer_must_be_writable(t: ModuleType) -> None:
    with refused(TypeError, "fill_uint8()", "values", "bytes"):
        t.fill_uint8(1, n=2, values=b"\0\0")
    with refused(TypeError, "fill_double()", "values"):
        t.fill_double(1, n=2, values=frozen(np.zeros(2)))
    with refused(TypeError, "fill_double()", "values", "tuple"):
        t.fill_double(1, n=2, values=(0.0, 0.0))


def test_the_capacity_of_an_out_array_is_a_keyword(t: ModuleType) -> None:
    with pytest.raises(TypeError):
        t.fill_double(1.0, 4)
    with pytest.raises(TypeError, match="n"):
        t.fill_double(1.0)


def test_a_capacity_its_type_cannot_hold_is_an_overflow_error(t: ModuleType) -> None:
    for n in (-1, 1 << 64):
        with refused(OverflowError, "fill_double()", "n"):
            t.fill_double(1.0, n=n)


@pytest.mark.rules("R7.23")
@pytest.mark.parametrize("n", [1 << 60, 1 << 61, (1 << 64) - 1])
def test_a_capacity_no_memory_can_hold_is_an_error_and_no_crash(t: ModuleType, n: int) -> None:
    entered = t.entered()
    with pytest.raises((MemoryError, OverflowError, ValueError)):
        t.fill_double(1.0, n=n)
    with pytest.raises((MemoryError, OverflowError, ValueError)):
        t.two_outs(n=n)
    assert t.entered() == entered


def test_an_expression_over_several_parameters_leaves_them_arguments(t: ModuleType) -> None:
    assert t.sum_grid([1.0] * 6, 3, 2) == 6
    assert t.sum_grid(width=1, height=1, cells=[5.0]) == 5
    assert list(t.fill_grid(width=3, height=2)) == [0, 1, 2, 3, 4, 5]


def test_an_array_smaller_than_its_expression_is_refused(t: ModuleType) -> None:
    entered = t.entered()
    with refused(ValueError, "sum_grid()", "cells", "6", "5"):
        t.sum_grid([1.0] * 5, 3, 2)
    assert t.entered() == entered


def test_an_array_larger_than_its_expression_is_accepted(t: ModuleType) -> None:
    assert t.sum_grid([1.0] * 7, 3, 2) == 6


def test_an_expression_that_is_negative_or_overflows_is_an_error_and_no_crash(t: ModuleType) -> None:
    entered = t.entered()
    with refused(ValueError, "fill_grid()", "cells"):
        t.fill_grid(width=-1, height=5)
    with refused(ValueError, "sum_grid()", "cells"):
        t.sum_grid([1.0], -1, 5)
    assert t.entered() == entered


def test_a_length_its_type_cannot_hold_is_an_overflow_error(t: ModuleType) -> None:
    assert t.count_small(bytes(127)) == 127
    entered = t.entered()
    for length in (128, 200, 256, 70_000):
        with refused(OverflowError, "count_small()", "values", str(length)):
            t.count_small(bytes(length))
    assert t.entered() == entered


def test_sizes_in_bytes(t: ModuleType) -> None:
    assert t.sum_bytes([1.0, 2.0, 3.0]) == 6
    assert t.sum_bytes(array.array("d", [1, 2])) == 3
    assert t.pattern(size=4) == bytes([0, 7, 14, 21])
    buffer = bytearray(b"\x00\xff\x0f")
    t.invert(buffer)
    assert buffer == b"\xff\x00\xf0"
    assert t.pattern(size=2, data=buffer) == 2
    assert buffer == b"\x00\x07\xf0"


def test_void_with_a_size_in_bytes_takes_any_buffer(t: ModuleType) -> None:
    data = array.array("d", [1.5, 2.5])
    expected = t.checksum(data.tobytes())
    assert t.checksum(data) == expected
    assert t.checksum(np.array([1.5, 2.5])) == expected
    assert t.checksum(memoryview(data)) == expected
    assert t.checksum(bytearray(data.tobytes())) == expected
    assert t.checksum(b"") == 1


def test_void_with_a_size_takes_no_list_of_objects(t: ModuleType) -> None:
    for argument in ("text", 5, object()):
        with refused(TypeError, "checksum()", "data", type(argument).__name__):
            t.checksum(argument)


def test_a_size_that_only_c_knows(t: ModuleType) -> None:
    buffer = array.array("i", [0, 0, 0, 5])
    t.fill_three(values=buffer)
    assert list(buffer) == [7, 8, 9, 5]
    assert t.sum_three([1, 2, 3]) == 6
    assert t.sum_three(array.array("i", [1, 2, 3, 4])) == 6


def test_arrays_declared_with_a_length(t: ModuleType) -> None:
    assert list(t.unit_vector()) == [1, 0, 0.5]
    assert t.norm3([3, 4, 0]) == 5
    vector = [1.0, 2.0, 3.0]
    t.scale3(vector, 2)
    assert vector == [2, 4, 6]


def test_an_array_shorter_than_declared_is_refused(t: ModuleType) -> None:
    for function in (t.norm3, lambda values: t.scale3(values, 2.0)):
        with refused(ValueError, "3()", "vector", "3", "2"):
            function([1.0, 2.0])


# Lengths


@pytest.mark.rules("R7.2")
def test_what_comes_back_has_the_valid_length(t: ModuleType) -> None:
    assert list(t.positives([1, -2, 3, -4])) == [1, 3]
    assert list(t.take(3, n=10)) == [1, 2, 3]
    assert list(t.take(30, n=2)) == [1, 2]
    assert t.read_some(4, n=10) == b"rrrr"
    assert t.read_some(0, n=10) == b""


def test_a_callers_buffer_returns_the_valid_length(t: ModuleType) -> None:
    buffer = array.array("i", [9] * 4)
    assert t.positives([1, -2, 3, -4], dst=buffer) == 2
    assert list(buffer)[:2] == [1, 3]
    room = bytearray(8)
    assert t.read_some(3, n=8, buffer=room) == 3
    assert room == b"rrr\0\0\0\0\0"


@pytest.mark.rules("R7.4")
@pytest.mark.parametrize("reported", [-1, 5, 1 << 40, -(1 << 40)])
def test_a_length_that_is_negative_or_beyond_the_room_is_an_error(t: ModuleType, reported: int) -> None:
    for function in (t.report, t.report_by):
        with refused(ValueError, "report", "values", str(reported)):
            function(reported, n=4)
        buffer = array.array("i", [0] * 4)
        with refused(ValueError, "report", "values"):
            function(reported, n=4, values=buffer)


def test_a_failing_status_is_checked_before_the_length(t: ModuleType) -> None:
    with refused(Exception, "read_some()") as caught:
        t.read_some(-1, n=4)
    assert not isinstance(caught.value, ValueError)


@pytest.mark.rules("R7.8")
def test_only_the_valid_part_is_written_back(t: ModuleType) -> None:
    values = [1, 2, 3, 4]
    t.keep_first(values, keep=2)
    assert values == [-1, -2, 3, 4]


# Ended by a zero element


def test_arrays_ended_by_a_zero_element(t: ModuleType) -> None:
    assert t.sum_terminated([1, 2, 3]) == 6
    assert t.sum_terminated([]) == 0
    assert t.sum_terminated(array.array("i", [4, 5])) == 9
    assert list(t.primes()) == [2, 3, 5, 7]
    assert list(t.make_terminated(3)) == [1, 2, 3]
    assert list(t.make_terminated(0)) == []


def test_a_zero_inside_an_array_ended_by_zero_is_refused(t: ModuleType) -> None:
    entered = t.entered()
    for values in ([1, 0, 2], array.array("i", [1, 0, 2])):
        with refused(ValueError, "sum_terminated()", "values", "1"):
            t.sum_terminated(values)
    assert t.entered() == entered


def test_a_terminated_out_array_ends_before_its_zero(t: ModuleType) -> None:
    assert (list(t.primes_below(12, room=32).primes), t.primes_below(12, room=32).result) == ([2, 3, 5, 7, 11], 5)
    assert list(t.primes_below(12, room=5).primes) == [2, 3, 5, 7, 11]
    assert list(t.primes_below(12, room=3).primes) == [2, 3, 5]
    assert list(t.primes_below(2, room=3).primes) == []
    assert list(t.primes_below(2, room=0).primes) == []


def test_a_terminated_out_array_in_the_callers_buffer(t: ModuleType) -> None:
    room = array.array("i", [9] * 8)
    assert t.primes_below(12, primes=room).primes == 5
    assert list(room[:6]) == [2, 3, 5, 7, 11, 0]


def test_a_terminated_inout_list_becomes_shorter(t: ModuleType) -> None:
    values = [1, 2, 3, 4, 5]
    assert t.remove_even(values) is None
    assert values == [1, 3, 5]
    values = [2, 4]
    t.remove_even(values)
    assert values == []
    t.remove_even(values)
    assert values == []


def test_a_terminated_inout_buffer_is_copied_in_and_back(t: ModuleType) -> None:
    values = array.array("i", [1, 2, 3, 4, 5])
    t.remove_even(values)
    assert list(values) == [1, 3, 5, 0, 5]
    t.remove_even_or_none(None)


def test_what_cannot_be_a_terminated_inout_array(t: ModuleType) -> None:
    for unfit in ((1, 2), b"1234", None, t.ffi.new("int[2]", [1, 2])):
        with refused(TypeError, "remove_even()", "values"):
            t.remove_even(unfit)
    values = [1, 0, 2]
    with refused(ValueError, "remove_even()", "values", "1"):
        t.remove_even(values)
    assert values == [1, 0, 2]


# Arrays that the callee made or lends


@pytest.mark.rules("R5.3", "R7.12")
def test_owned_arrays_are_read_and_freed(t: ModuleType) -> None:
    freed = t.freed()
    assert list(t.make_range(n=4)) == [0, 1, 2, 3]
    assert list(t.make_range(n=0)) == []
    assert list(t.make_counted(3, 3)) == [1, 2, 3]
    assert list(t.make_array(4)) == [1, 2, 3, 4]
    assert list(t.make_array(0)) == []
    assert t.freed() == freed + 5


@pytest.mark.rules("R7.11")
def test_unique_arrays_may_be_none(t: ModuleType) -> None:
    assert t.make_range_or_null(n=0) is None
    assert list(t.make_range_or_null(n=2)) == [0, 1]


def test_null_where_an_array_was_expected_is_an_error(t: ModuleType) -> None:
    t.fail_at(1)
    with refused(ValueError, "make_range()", "NULL"):
        t.make_range(n=3)
    with refused(ValueError, "make_array()", "values", "NULL"):
        t.make_array(-1)


@pytest.mark.rules("R5.4")
def test_lent_arrays_are_copied_and_not_freed(t: ModuleType) -> None:
    freed = t.freed()
    assert list(t.table()) == [1, 2, 4, 8]
    assert list(t.lend_array()) == [10, 20, 30]
    assert t.freed() == freed
    t.table()[0] = 99
    assert t.table()[0] == 1


@pytest.mark.rules("R7.4")
@pytest.mark.parametrize("reported", [-1, -(1 << 62)])
def test_an_owned_array_of_negative_length_is_an_error_and_freed(t: ModuleType, reported: int) -> None:
    with refused(ValueError, "make_counted()", str(reported)):
        t.make_counted(3, reported)
    with refused(ValueError, "make_array_badly()", "values", str(reported)):
        t.make_array_badly(reported)


# NULL and nothing


@pytest.mark.rules("R4.5")
def test_an_empty_array_passes_an_address(t: ModuleType) -> None:
    for nothing in (list[float](), (), array.array("d"), np.zeros(0), memoryview(array.array("d"))):
        assert t.is_null(nothing) == 0


@pytest.mark.rules("R3.17", "R4.5", "R7.11")
def test_none_passes_null_and_no_elements(t: ModuleType) -> None:
    assert t.is_null(None) == -1


def test_none_is_refused_where_unique_is_not_said(t: ModuleType) -> None:
    with refused(TypeError, "sum_double()", "values", "None"):
        t.sum_double(None)
    with refused(TypeError, "scale_double()", "values", "None"):
        t.scale_double(None, 1)


def test_empty_arrays_come_back_empty(t: ModuleType) -> None:
    assert list(t.fill_double(1, n=0)) == []
    assert t.fill_uint8(1, n=0) == b""
    assert t.bools(n=0) == []
    assert t.copy_wchar("") == ""
    empty = list[int]()
    t.scale_int32(empty, 2)
    assert empty == []


def with_another_array(t: ModuleType, another: str) -> list[str]:
    """What is printed for new arrays of 0, 3 and 1000 doubles where `another` is found in the place of array.array."""
    assert t.__file__ is not None
    folder = Path(t.__file__).parents[1]
    script = f"""
import array, sys, types
sys.path.insert(0, {str(folder.parent)!r})
import {folder.name}.t_arrays as t
class Empty(array.array):
    __slots__ = ()
class Full(array.array):
    pass
sys.modules["array"] = types.ModuleType("array")
sys.modules["array"].array = {another}
for n in (0, 3, 1000):
    try:
        made = t.fill_double(5.0, n=n)
        print(type(made).__name__, len(made), sum(made))
    except TypeError as error:
        print(error)
"""
    command = [sys.executable, "-X", "faulthandler", "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


@pytest.mark.parametrize("another", ["array.array", "lambda *given: array.array(*given)", "Empty", "Full"])
def test_new_arrays_are_arrays_whatever_makes_the_first(t: ModuleType, another: str) -> None:
    sums = [sum(5.0 + i for i in range(n)) for n in (0, 3, 1000)]
    assert with_another_array(t, another) == [f"array {n} {s}" for n, s in zip((0, 3, 1000), sums, strict=True)]


def test_an_array_that_is_smaller_than_what_was_asked_for_is_refused(t: ModuleType) -> None:
    lines = with_another_array(t, "lambda *given: array.array('b', [0])")
    assert lines[1:] == [f"array.array made {n} bytes where {8 * n} are needed" for n in (3, 1000)]


# Copied and pinned


@pytest.mark.rules("R3.10", "R3.12", "R3.13", "R3.19")
@pytest.mark.ordinary("C writes what it may only read, which is reported")
def test_in_means_in(t: ModuleType) -> None:
    for make in KINDS.values():
        argument = make(t, NUMBERS[6], [1, 2, 3])
        t.scribble(argument)
        assert list(argument) == [1, 2, 3]


@pytest.mark.rules("R3.12")
def test_pin_opts_out_of_the_copy(t: ModuleType) -> None:
    argument = array.array("i", [1, 2, 3])
    t.scribble_pinned(argument)
    assert list(argument) == [0x55555555] * 3


@pytest.mark.ordinary("C gets guarded copies")
@pytest.mark.rules("R4.2")
def test_a_const_in_array_is_pinned_where_the_buffer_matches(t: ModuleType, mode: str) -> None:
    argument = array.array("i", [1, 2, 3])
    assert (t.address(argument) == address_of(argument)) == (mode != "copy")
    assert t.address_pinned(argument) == address_of(argument)
    assert t.address_copied(argument) != address_of(argument)


@pytest.mark.rules("R7.31")
def test_a_part_of_a_buffer_is_passed_as_a_view(t: ModuleType, mode: str) -> None:
    argument = array.array("i", range(6))
    part = memoryview(argument)[2:5]
    assert t.sum_int32(part) == 9
    t.scale_int32(part, 10)
    assert list(argument) == [0, 1, 20, 30, 40, 5]
    if mode not in ("copy", "checked"):
        assert t.address(part) == address_of(argument) + 2 * argument.itemsize


@pytest.mark.rules("R4.2")
@pytest.mark.ordinary("C gets guarded copies")
def test_an_inout_buffer_is_pinned(t: ModuleType, mode: str) -> None:
    argument = array.array("i", [1, 2, 3])
    assert (t.address_written(argument) == address_of(argument)) == (mode != "copy")


@pytest.mark.ordinary("C gets guarded copies")
def test_the_callers_out_buffer_is_pinned(t: ModuleType, mode: str) -> None:
    argument = array.array("i", [1, 2, 3])
    result, valid = t.address_filled(n=3, values=argument)
    assert (result == address_of(argument)) == (mode != "copy")
    assert valid == 3


@pytest.mark.rules("R4.7")
def test_a_buffer_may_be_resized_right_after_the_call(t: ModuleType) -> None:
    buffer = bytearray(b"\1\2")
    t.sum_uint8(buffer)
    t.scale_uint8(buffer, 2)
    t.fill_uint8(1, n=2, values=buffer)
    with refused(TypeError):
        t.sum_double(buffer)
    with refused(ValueError):
        t.fill_uint8(1, n=5, values=buffer)
    buffer.extend(b"more")


def test_the_same_buffer_may_be_passed_twice(t: ModuleType, mode: str) -> None:
    buffer = array.array("i", [1, 2])
    t.add_both(buffer, buffer)
    if mode != "copy":
        assert list(buffer) == [12, 13]
    values = [1, 2]
    assert t.dot(np.ones(3), np.ones(3)) == 3
    t.add_both(values, [0, 0])
    assert values == [2, 3]


@pytest.mark.rules("R3.8", "R3.14", "R7.9")
@pytest.mark.ordinary("out memory is poisoned")
def test_an_out_array_starts_as_zero(t: ModuleType) -> None:
    for n in (0, 1, 7, 1000, 100_000):
        result, values = t.count_nonzero(n=n)
        assert result == 0
        assert len(values) == n


def test_several_out_arrays_share_a_capacity(t: ModuleType) -> None:
    both = t.two_outs(n=3)
    assert list(both.whole) == [0, 1, 2]
    assert list(both.halves) == [0, 0.5, 1]
    whole = array.array("i", [7] * 3)
    came = t.two_outs(n=3, whole=whole)
    assert came.whole == 3
    assert list(came.halves) == [0, 0.5, 1]
    assert list(whole) == [0, 1, 2]


# Failing calls


def test_a_failed_call_writes_nothing_into_a_list(t: ModuleType) -> None:
    values = [1, 2]
    with refused(Exception, "scale_status()"):
        t.scale_status(values, 5)
    assert values == [1, 2]
    t.scale_status(values, 0)
    assert values == [2, 4]


def test_copy_keeps_what_a_failed_call_wrote_out_of_a_buffer(t: ModuleType) -> None:
    values = array.array("i", [1, 2])
    with refused(Exception, "scale_status_copied()"):
        t.scale_status_copied(values, 5)
    assert list(values) == [1, 2]
    t.scale_status_copied(values, 0)
    assert list(values) == [2, 4]
    with refused(Exception, "fill_status_copied()"):
        t.fill_status_copied(7, n=2, values=values)
    assert list(values) == [2, 4]


def test_what_a_failed_call_wrote_into_pinned_memory_stays(t: ModuleType, mode: str) -> None:
    values = array.array("i", [1, 2])
    with refused(Exception, "scale_status()"):
        t.scale_status(values, 5)
    assert list(values) == ([1, 2] if mode == "copy" else [2, 4])


def test_always_writes_back_even_if_the_call_failed(t: ModuleType) -> None:
    values = [1, 2]
    with refused(Exception, "scale_status_always()"):
        t.scale_status_always(values, 5)
    assert values == [2, 4]


def test_a_failed_call_returns_no_array(t: ModuleType) -> None:
    with refused(Exception, "fill_status()"):
        t.fill_status(5, n=3)
    with refused(Exception, "make_array_status()"):
        t.make_array_status(3, 5)
    assert list(t.make_array_status(3, 0)) == [1, 2, 3]


# Room that is asked for, or found by trying


def test_query_asks_for_the_room_first(t: ModuleType) -> None:
    before = t.entered()
    assert list(t.query()) == [0, 1, 4, 9, 16]
    assert t.entered() - before == 2


def test_grow_calls_again_with_twice_the_room(t: ModuleType) -> None:
    before = t.entered()
    assert list(t.grow(10)) == list(range(10))
    assert t.entered() - before == 4  # room for 2, 4, 8, 16
    assert list(t.grow(0)) == []
    assert list(t.grow(64)) == list(range(64))


def test_grow_ends_at_its_limit(t: ModuleType) -> None:
    with refused(Exception, "grow()"):
        t.grow(65)


def test_grow_does_not_happen_when_the_caller_gave_the_size(t: ModuleType) -> None:
    before = t.entered()
    with refused(Exception, "grow()"):
        t.grow(10, n=4)
    assert t.entered() - before == 1


# Pointers into what was passed


@pytest.mark.parametrize("make", [list, lambda values: array.array("i", values)])
def test_a_pointer_into_an_array_is_an_index(t: ModuleType, make: Callable[[list[int]], Any]) -> None:
    values = make([30, 10, 20])
    assert [t.find(values, each) for each in (30, 20, 40)] == [0, 2, None]
    assert t.find([], 1) is None
    assert t.into(values, 4) == 1
    assert t.into(values, 12) == 3  # the end, as C's searches give it
    assert t.find_byte(b"hello", ord("l")) == 2


def test_a_pointer_that_leads_elsewhere_is_an_error(t: ModuleType) -> None:
    for offset in (-4, 16, 2, 4 * 10**9):
        with refused(ValueError, "into()", "does not lead into the array"):
            t.into([1, 2, 3], offset)
    with refused(ValueError, "find_surely()", "NULL"):
        t.find_surely([1], 2)
    with refused(ValueError, "find_surely()", "NULL"):
        t.find_surely(None, 2)
