"""Arguments that cannot be marshalled: C is not entered, the caller's objects are as they were, nothing is leaked."""

from __future__ import annotations

import array
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from tests.conftest import Binding
from tests.support.leaks import balanced, same_references
from tests.support.refusals import refused

FEATURES = ("arrays", "strings", "calls")

places = pytest.mark.parametrize("place", [0, 1, 4, 8], ids=["first", "second", "middle", "last"])


@pytest.fixture(scope="module")
def arrays(binding: Binding) -> ModuleType:
    return binding("arrays")


@pytest.fixture(scope="module")
def strings(binding: Binding) -> ModuleType:
    return binding("strings")


@pytest.fixture(autouse=True)
def nothing_is_leaked(arrays: ModuleType, strings: ModuleType) -> Iterator[None]:
    with balanced(arrays), balanced(strings):
        entered = arrays.entered(), strings.entered()
        yield
        assert (arrays.entered(), strings.entered()) == entered


class Bad:
    """Fails to become a number, with an exception of its own."""

    def __index__(self) -> int:
        raise ZeroDivisionError("no number")

    def __float__(self) -> float:
        raise ZeroDivisionError("no number")


@places
@pytest.mark.parametrize("name", ["sum_double", "sum_float", "sum_int32", "sum_uint8", "sum_int64", "sum_ldouble"])
@pytest.mark.parametrize("bad", ["x", b"1", [1]], ids=repr)
def test_a_bad_element_of_an_in_array(arrays: ModuleType, name: str, place: int, bad: object) -> None:
    values: list[Any] = [1] * 9
    values[place] = bad
    with refused(TypeError, f"{name}()", "values", str(place)):
        getattr(arrays, name)(values)
    assert values[place] is bad


@places
def test_a_bad_element_of_an_inout_list_leaves_the_list_alone(arrays: ModuleType, place: int) -> None:
    values: list[Any] = [1] * 9
    values[place] = "x"
    kept = list(values)
    with refused(TypeError, "scale_double()", "values", str(place)):
        arrays.scale_double(values, 2)
    assert values == kept


@places
def test_an_element_that_raises(arrays: ModuleType, place: int) -> None:
    values: list[Any] = [1] * 9
    values[place] = Bad()
    for name in ("sum_double", "sum_int32", "sum_uint8"):
        with pytest.raises(ZeroDivisionError, match="no number"):
            getattr(arrays, name)(values)


@pytest.mark.rules("R3.42")
@places
@pytest.mark.parametrize("bad", [7, None, "a\0b", "\udc80"], ids=repr)
def test_a_bad_element_of_a_list_of_text(strings: ModuleType, place: int, bad: object) -> None:
    names: list[Any] = [f"name {i}" * 40 for i in range(9)]
    names[place] = bad
    for function, name in ((strings.total_length, "names"), (strings.argc, "argv")):
        with refused(Exception, name, str(place)):
            function(names)


@pytest.mark.rules("R3.42")
@places
def test_the_last_argument_of_many_fails(binding: Binding, place: int) -> None:
    calls = binding("calls")
    arguments: list[Any] = list(range(64))
    arguments[place * 7] = "x"
    with refused(TypeError, "sixty_four()", f"a{place * 7}"):
        calls.sixty_four(*arguments)


def test_a_bad_argument_after_a_pinned_buffer_releases_it(arrays: ModuleType) -> None:
    buffer = bytearray(8)
    view = memoryview(buffer).cast("d")
    with same_references(view), refused(TypeError, "scale_double()", "factor"):
        arrays.scale_double(view, "x")
    view.release()
    buffer.extend(b"more")


@pytest.mark.rules("R3.42", "R3.43")
def test_a_bad_second_array_releases_the_first(arrays: ModuleType) -> None:
    first = array.array("d", [1, 2])
    with same_references(first), refused(TypeError, "dot()", "b"):
        arrays.dot(first, [1, "x"])
    with same_references(first), refused(ValueError, "dot()"):
        arrays.dot(first, [1])
    first.append(3)


class Shrinking(list[Any]):
    """A list whose element empties it while it is converted."""


class Emptier:
    def __init__(self, target: list[Any]) -> None:
        self.target = target

    def __float__(self) -> float:
        self.target.clear()
        return 1.0

    def __index__(self) -> int:
        self.target.clear()
        return 1


@pytest.mark.parametrize("name", ["sum_double", "sum_int32", "sum_terminated"])
def test_a_list_that_shrinks_while_it_is_converted_is_an_error_and_no_crash(arrays: ModuleType, name: str) -> None:
    values: list[Any] = Shrinking([1] * 1000)
    values[2] = Emptier(values)
    with pytest.raises((ValueError, RuntimeError, TypeError, IndexError)):
        getattr(arrays, name)(values)


def test_an_inout_list_that_shrinks_while_it_is_converted_is_no_crash(arrays: ModuleType) -> None:
    for name in ("scale_double", "scale_int32"):
        values: list[Any] = [1] * 1000
        values[2] = Emptier(values)
        with pytest.raises((ValueError, RuntimeError, TypeError, IndexError)):
            getattr(arrays, name)(values, 2)


class Odd:
    """Says one length and has another."""

    def __init__(self, said: int, real: int) -> None:
        self.said = said
        self.real = real

    def __len__(self) -> int:
        return self.said

    def __getitem__(self, index: int) -> float:
        if index >= self.real:
            raise IndexError(index)
        return 1.0


@pytest.mark.parametrize("said", [-1, 1 << 62])
def test_a_sequence_that_lies_about_its_length_is_an_error_and_no_crash(arrays: ModuleType, said: int) -> None:
    with pytest.raises((TypeError, ValueError, IndexError, OverflowError, MemoryError)):
        arrays.sum_double(Odd(said, 3))


def test_a_buffer_that_is_released_is_an_error(arrays: ModuleType) -> None:
    view = memoryview(bytearray(8))
    view.release()
    with pytest.raises((ValueError, TypeError)):
        arrays.sum_uint8(view)


def test_an_array_of_objects_is_refused(arrays: ModuleType) -> None:
    with refused(TypeError, "sum_double()", "values"):
        arrays.sum_double(np.array([1.0, None], dtype=object))
