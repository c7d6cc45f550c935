"""Symbols bound at the first call: a library opened by name, without a header."""

from __future__ import annotations

import array
import errno
from types import ModuleType

import pytest

import interop
from tests.conftest import Binding
from tests.support.refusals import refused

FEATURES = ("lazy", "lazy_missing")


@pytest.fixture(scope="module")
def t(binding: Binding) -> ModuleType:
    return binding("lazy")


@pytest.mark.rules("R1.16")
def test_the_modules_own_folder_is_searched(t: ModuleType) -> None:
    assert t.add(2, 3) == 5


@pytest.mark.rules("R1.1")
def test_every_family_works_through_lazy_symbols(t: ModuleType) -> None:
    assert t.sum([1.0, 2.5]) == 3.5
    assert t.name() == "lazy"
    assert t.upper("abc") == "ABC"
    assert t.fill(n=3) == b"zzz"
    with refused(OSError, "fail()") as caught:
        t.fail(errno.EPIPE)
    assert isinstance(caught.value, OSError)
    assert caught.value.errno == errno.EPIPE


def test_expressions_call_lazy_functions(t: ModuleType) -> None:
    assert t.fill() == b"z" * 8


@pytest.mark.rules("R1.1")
def test_what_callables_give_is_made_by_lazy_functions(t: ModuleType) -> None:
    assert t.use(lambda number: "text", 1) == ord("t")
    assert t.use_giver(t.giver(lambda number: "given"), 1) == ord("g")
    with pytest.raises(ZeroDivisionError):
        t.visit(lambda x: x // 0, 3)
    assert t.stops() == 3
    runs: list[int] = []
    with refused(AttributeError, "lazy_no_alloc"):
        t.use_nothing(lambda number: runs.append(number) or "", 1)
    assert runs == []


def test_lazy_globals_are_read_and_written_through_lib(t: ModuleType) -> None:
    assert t.lib.lazy_level == 7
    t.lib.lazy_level = 8
    assert t.lib.lazy_level == 8
    t.lib.lazy_level = 7
    assert t.lib.lazy_add(20, 22) == 42


@pytest.mark.rules("R1.4")
def test_a_missing_symbol_is_an_attribute_error_at_the_call(t: ModuleType) -> None:
    for _ in range(2):
        with refused(AttributeError, "lazy_missing", "interop_testlib_lazy") as caught:
            t.missing(1)
        assert isinstance(caught.value, interop.SymbolNotFoundError)


@pytest.mark.rules("R1.6", "R1.7")
def test_no_suffix_is_ever_tried(t: ModuleType) -> None:
    with refused(AttributeError, "lazy_spelled"):
        t.spelled()


@pytest.mark.rules("R1.2")
def test_digits_are_a_name_and_no_ordinal(t: ModuleType) -> None:
    with refused(AttributeError, "'1'"):
        t.ordinal()


@pytest.mark.rules("R2.4")
def test_a_truth_value_of_one_byte_ignores_the_rest_of_the_register(t: ModuleType) -> None:
    assert t.truth(0) is False
    assert t.truth(7) is True


@pytest.mark.rules("R1.3", "R1.4")
def test_a_missing_library_is_an_os_error_at_the_call(binding: Binding) -> None:
    module = binding("lazy_missing")
    for _ in range(2):
        with refused(OSError, "interop_testlib_absent", "libinterop_testlib_absent_too.so") as caught:
            module.nowhere(1)
        assert isinstance(caught.value, interop.LibraryNotFoundError)


def test_arguments_are_checked_before_the_library_is_needed(binding: Binding) -> None:
    with refused(TypeError, "nowhere()", "value"):
        binding("lazy_missing").nowhere("1")


def test_a_wrong_array_is_refused_as_ever(t: ModuleType) -> None:
    with refused(TypeError, "sum()", "values"):
        t.sum(array.array("f", [1]))


def test_a_handle_from_elsewhere_binds_what_closes_it(t: ModuleType) -> None:
    box = t.box.from_address(t.box_place())
    box.close()
    assert t.boxes_shut() == 1


@pytest.mark.rules("R1.4")
def test_a_handle_that_nothing_can_close_is_refused(t: ModuleType) -> None:
    with refused(AttributeError, "lazy_ghost_shut"):
        t.ghost.from_address(1)
    t.ghost.from_address(1, owns=False).close()
