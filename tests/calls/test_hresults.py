"""HRESULT: statuses that are checked without being asked, and exceptions that become statuses."""

from __future__ import annotations

import copy
import errno
import gc
import pickle
from collections.abc import Callable, Iterator
from types import ModuleType

import pytest

import interop
from interop.runtime.hresults import TABLE, Known
from tests.conftest import Binding
from tests.support.keywords import keeps_what_was_given
from tests.support.leaks import balanced
from tests.support.refusals import refused

FEATURES = ("hresults",)

BUILTINS = sorted({known.kind for known in TABLE if known.kind is not None}, key=lambda kind: kind.__name__)


def signed(code: int) -> int:
    return code - 2**32 if code >= 2**31 else code


@pytest.fixture(scope="module")
def t(binding: Binding) -> ModuleType:
    return binding("hresults")


@pytest.fixture(autouse=True)
def nothing_is_leaked(t: ModuleType) -> Iterator[None]:
    with balanced(t):
        yield
        gc.collect()
        assert t.things() == 0


# From C


@pytest.mark.rules("R11.1")
def test_the_sign_decides(t: ModuleType) -> None:
    for status in (0, 1, 0x7FFFFFFF):
        assert t.answer(status) is None
        assert t.named(status) is None
    for status in (-1, signed(0x80000000), signed(0x80004005)):
        with pytest.raises(interop.HResultError) as caught:
            t.answer(status)
        assert (caught.value.hresult, caught.value.status) == (status, status)
        with pytest.raises(interop.HResultError):
            t.named(status)


@pytest.mark.rules("R11.1", "R1.33")
def test_success_that_says_more_is_dropped(t: ModuleType) -> None:
    assert [t.half(value) for value in (4, 5)] == [2, 2]
    with refused(ValueError, "half()", "invalid argument", "0x80070057"):
        t.half(-1)


@pytest.mark.rules("R11.2")
@pytest.mark.parametrize("known", TABLE, ids=lambda known: known.name)
def test_a_status_of_the_table_is_its_exception(t: ModuleType, known: Known) -> None:
    with refused(interop.HResultError, "answer()", known.words, f"0x{known.code:08X}", known.name) as caught:
        t.answer(signed(known.code))
    error = caught.value
    assert isinstance(error, interop.InteropError)
    assert error.hresult == signed(known.code)
    fitting = [kind for kind in type(error).__mro__ if kind in BUILTINS]
    assert fitting[:1] == ([] if known.kind is None else [known.kind])
    assert interop.hresult_for_exception(error) == signed(known.code)


@pytest.mark.rules("R11.2")
@pytest.mark.parametrize("status", [0x8001010E, 0x80040154, 0x80040123])
def test_a_status_that_is_not_listed_is_a_plain_error(t: ModuleType, status: int) -> None:
    with refused(interop.HResultError, "answer()", f"0x{status:08X}") as caught:
        t.answer(signed(status))
    assert type(caught.value) is interop.HResultError


def test_the_result_itself_with_preserve_sig(t: ModuleType) -> None:
    for status in (0, 1, signed(0x80004005)):
        assert t.answer_itself(status) == status


def test_success_may_be_stricter(t: ModuleType) -> None:
    assert t.answer_strictly(0) is None
    with pytest.raises(interop.HResultError) as caught:
        t.answer_strictly(1)
    assert caught.value.hresult == 1
    with pytest.raises(PermissionError):
        t.answer_strictly(signed(0x80070005))


def test_words_and_classes_may_be_the_librarys(t: ModuleType) -> None:
    with refused(ValueError, "answer_in_words()", "no such thing", "E_INVALIDARG"):
        t.answer_in_words(signed(0x80070057))
    with refused(NotImplementedError, "answer_in_words()", "not implemented"):
        t.answer_in_words(signed(0x80004001))
    with refused(t.ThingError, "answer_with_class()") as caught:
        t.answer_with_class(-5)
    assert caught.value.status == -5
    assert not isinstance(caught.value, interop.HResultError)


@pytest.mark.rules("R11.11")
def test_errno_is_there_beside_the_status(t: ModuleType) -> None:
    with pytest.raises(ValueError, match="E_INVALIDARG"):
        t.fail_with_errno(errno.ERANGE)
    assert interop.last_errno() == errno.ERANGE
    with pytest.raises(FileNotFoundError) as caught:
        t.fail_by_errno(errno.ENOENT)
    assert (caught.value.errno, caught.value.status) == (errno.ENOENT, signed(0x80070057))


def test_errors_are_pickled_and_copied(t: ModuleType) -> None:
    for status in (0x80070002, 0x80070057, 0x80040123, 0x8007000E):
        with pytest.raises(interop.HResultError) as caught:
            t.answer(signed(status))
        for again in (pickle.loads(pickle.dumps(caught.value)), copy.copy(caught.value)):
            assert type(again) is type(caught.value)
            assert (str(again), again.hresult, again.function) == (str(caught.value), signed(status), "answer")


@pytest.mark.rules("R10.19")
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_handle_of_a_failed_call(t: ModuleType) -> None:
    for anyway in (0, 1):
        with pytest.raises(MemoryError):
            t.thing(signed(0x8007000E), anyway)
        assert t.things() == 0
    with t.thing(0, 0) as thing:
        assert t.thing.live() == 1
    thing = t.thing(1, 0)
    t.refuse_to_close(signed(0x80070005))
    try:
        with pytest.raises(PermissionError):
            t.thing_close(thing)
        assert not thing.closed
    finally:
        t.refuse_to_close(0)
    thing.close()


def test_what_a_class_was_given_by_name_outlives_the_callers_dictionary(t: ModuleType) -> None:
    assert keeps_what_was_given(t.thing, "status", "anyway")


# To C


@pytest.mark.rules("R11.3")
def test_a_callback_that_returns_succeeds(t: ModuleType) -> None:
    assert t.visit(lambda value: value + 1, 4) == 5
    with pytest.raises(TypeError):
        t.visit(lambda value: "no number", 4)


def raising(error: BaseException) -> Callable[[int], int]:
    def visit(value: int) -> int:
        raise error

    return visit


@pytest.mark.rules("R11.3")
@pytest.mark.parametrize("kind", BUILTINS, ids=lambda kind: kind.__name__)
def test_an_exception_becomes_the_status_of_its_class(t: ModuleType, kind: type[Exception]) -> None:
    class Own(kind):  # type: ignore[misc, valid-type]
        pass

    representative = [known.code for known in TABLE if known.kind is kind and known.represents]
    assert len(representative) == (kind is not LookupError)
    expected = signed(representative[0] if representative else 0x80131500)
    for error in (kind(), Own()):
        with pytest.raises(kind) as caught:
            t.visit(raising(error), 0)
        assert caught.value is error
        assert t.seen() == expected
        assert interop.hresult_for_exception(error) == expected


@pytest.mark.rules("R11.3")
@pytest.mark.parametrize("error", [Exception("x"), KeyError("x"), StopAsyncIteration(), KeyboardInterrupt()])
def test_an_exception_that_says_nothing_of_itself(t: ModuleType, error: BaseException) -> None:
    with pytest.raises(type(error)):
        t.visit(raising(error), 0)
    assert t.seen() == signed(0x80131500)


@pytest.mark.rules("R11.4")
@pytest.mark.parametrize("status", [0x80040123, 0x80004005, 0x80070057, 0x80131622, 0x80000000, 0xFFFFFFFF])
def test_a_status_goes_through_python_as_it_is(t: ModuleType, status: int) -> None:
    def visit(value: int) -> int:
        t.answer(signed(status))
        return 0

    with pytest.raises(interop.HResultError) as caught:
        t.visit(visit, 0)
    assert (t.seen(), caught.value.hresult) == (signed(status), signed(status))
    with pytest.raises(interop.HResultError):
        t.visit(raising(interop.HResultError(status)), 0)
    assert t.seen() == signed(status)


@pytest.mark.rules("R11.4")
def test_any_exception_may_say_its_status(t: ModuleType) -> None:
    class Own(Exception):
        hresult: object = 0x80040200

    error = Own()
    with pytest.raises(Own):
        t.visit(raising(error), 0)
    assert t.seen() == signed(0x80040200)
    # What is no failure would tell C that all is well.
    for no_failure in (0, 1, 2**40, "x", None):
        error.hresult = no_failure
        with pytest.raises(Own):
            t.visit(raising(error), 0)
        assert t.seen() == signed(0x80131500)


@pytest.mark.rules("R11.3")
def test_a_callable_that_raised_is_not_asked_again(t: ModuleType) -> None:
    with pytest.raises(OverflowError):
        t.visit_twice(raising(OverflowError()))
    assert t.seen() == signed(0x80004005)
    assert t.visit_twice(lambda value: value) is None
    assert t.seen() == 0


def test_a_callback_with_preserve_sig_returns_the_status_itself(t: ModuleType) -> None:
    assert t.tell(lambda: 1) is None
    assert t.seen() == 1
    with pytest.raises(PermissionError):
        t.tell(lambda: signed(0x80070005))
    with pytest.raises(IndexError):
        t.tell(lambda: [][0])
    assert t.seen() == signed(0x80131508)


# By hand


@pytest.mark.rules("R11.10")
def test_the_helpers() -> None:
    for fine in (0, 1, 0x7FFFFFFF):
        assert interop.exception_for_hresult(fine) is None
        interop.raise_for_hresult(fine)
    for code in (0x80070057, signed(0x80070057)):
        error = interop.exception_for_hresult(code, "bad name")
        assert isinstance(error, ValueError)
        assert str(error) == "bad name (HRESULT 0x80070057 E_INVALIDARG)"
        with pytest.raises(ValueError, match="invalid argument"):
            interop.raise_for_hresult(code)
    for no_hresult in (2**32, -(2**31) - 1):
        with pytest.raises(OverflowError):
            interop.exception_for_hresult(no_hresult)


def test_codes_and_representatives_are_there_once() -> None:
    assert len({known.code for known in TABLE}) == len(TABLE)
    represented = [known.kind for known in TABLE if known.represents]
    assert len(set(represented)) == len(represented)


@pytest.mark.rules("R11.12")
def test_errors_of_marshalling_are_no_statuses(t: ModuleType) -> None:
    for argument, kind in (("x", TypeError), (2**31, OverflowError), (None, TypeError)):
        with pytest.raises(kind) as caught:
            t.answer(argument)
        assert not isinstance(caught.value, interop.CallError)
        assert isinstance(caught.value, interop.InteropError)
