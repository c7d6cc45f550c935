"""Calls that fail in C, and results that cannot be unmarshalled: nothing is written back, all is freed exactly once."""

from __future__ import annotations

import array
from collections.abc import Iterator
from types import ModuleType

import pytest

import interop
from tests.conftest import Binding
from tests.support.leaks import balanced
from tests.support.refusals import refused

FEATURES = ("arrays", "strings", "errors")


@pytest.fixture(scope="module")
def arrays(binding: Binding) -> ModuleType:
    return binding("arrays")


@pytest.fixture(scope="module")
def strings(binding: Binding) -> ModuleType:
    return binding("strings")


@pytest.fixture(autouse=True)
def nothing_is_leaked(arrays: ModuleType, strings: ModuleType) -> Iterator[None]:
    with balanced(arrays), balanced(strings):
        yield
        strings.fail_at(0)
        arrays.fail_at(0)


def test_owned_text_that_cannot_be_decoded_is_freed(strings: ModuleType) -> None:
    freed = strings.freed()
    with refused(ValueError, "invalid_owned()"):
        strings.invalid_owned()
    assert strings.freed() == freed + 1


@pytest.mark.rules("R3.30", "R3.43")
@pytest.mark.parametrize(("invalid", "name"), [(1, "first"), (2, "second")])
def test_one_of_two_owned_texts_cannot_be_decoded(strings: ModuleType, invalid: int, name: str) -> None:
    freed = strings.freed()
    with refused(ValueError, "make_two()", name):
        strings.make_two(invalid)
    assert strings.freed() == freed + 2


@pytest.mark.rules("R3.47")
@pytest.mark.parametrize("invalid", [0, 1, 4, 8], ids=["first", "second", "middle", "last"])
def test_an_element_of_a_list_that_the_callee_made_cannot_be_decoded(strings: ModuleType, invalid: int) -> None:
    freed = strings.freed()
    with refused(ValueError, "make_list()", "names", str(invalid)):
        strings.make_list(9, invalid)
    assert strings.freed() == freed + 10


@pytest.mark.rules("R3.47")
@pytest.mark.parametrize("k", range(1, 8))
def test_the_callees_allocator_fails(strings: ModuleType, k: int) -> None:
    strings.fail_at(k)
    with refused(Exception, "make_list()"):
        strings.make_list(6, -1)


def test_a_result_that_the_callee_could_not_allocate(strings: ModuleType) -> None:
    strings.fail_at(1)
    with refused(ValueError, "duplicate()", "NULL"):
        strings.duplicate("text")


@pytest.mark.rules("R3.46", "R3.49")
def test_a_failed_call_gives_no_text(strings: ModuleType) -> None:
    with refused(interop.CallError, "make_status()", "5"):
        strings.make_status(5)
    assert strings.make_status(0) == "made"


@pytest.mark.rules("R1.34", "R3.30")
def test_a_failed_call_writes_nothing_back(arrays: ModuleType) -> None:
    values = [1, 2, 3]
    with refused(interop.CallError):
        arrays.scale_status(values, 1)
    assert values == [1, 2, 3]


def test_a_bad_length_writes_nothing_back(arrays: ModuleType) -> None:
    values = [1, 2, 3]
    for keep in (-1, 4):
        with refused(ValueError, "keep_first()", "values"):
            arrays.keep_first(values, keep)
        assert values == [1, 2, 3]


def test_an_array_whose_length_lies_is_freed(arrays: ModuleType) -> None:
    for reported in (-1, -(1 << 40)):
        with refused(ValueError, "make_array_badly()", "values"):
            arrays.make_array_badly(reported)
        with refused(ValueError, "make_counted()"):
            arrays.make_counted(3, reported)


def test_a_length_too_large_for_any_memory_is_an_error_and_no_crash(arrays: ModuleType) -> None:
    with pytest.raises((ValueError, MemoryError, OverflowError)):
        arrays.make_counted(3, 1 << 62)
    with pytest.raises((ValueError, MemoryError, OverflowError)):
        arrays.make_array_badly(1 << 62)


@pytest.mark.rules("R3.43")
def test_a_failed_call_releases_the_callers_buffers(arrays: ModuleType) -> None:
    buffer = array.array("i", [1, 2])
    with refused(interop.CallError):
        arrays.scale_status(buffer, 1)
    with refused(interop.CallError):
        arrays.fill_status(1, n=2, values=buffer)
    with refused(ValueError):
        arrays.report(9, n=2, values=buffer)
    buffer.append(3)


def test_a_failed_call_keeps_no_references(binding: Binding) -> None:
    errors = binding("errors")
    for _ in range(3):
        with pytest.raises(errors.ReasonError):
            errors.fail_with_reason(2)
        with pytest.raises(OSError):
            errors.fail_errno(2)
