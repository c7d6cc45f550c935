"""Failing calls: statuses, classes, messages, errno, and checks before the call."""

from __future__ import annotations

import errno
import pickle
import threading
from collections.abc import Iterator
from types import ModuleType

import pytest

import interop
from tests.conftest import Binding
from tests.support.leaks import balanced
from tests.support.refusals import refused

FEATURES = ("errors",)


@pytest.fixture(scope="module")
def t(binding: Binding) -> ModuleType:
    return binding("errors")


@pytest.fixture(autouse=True)
def nothing_is_leaked(t: ModuleType) -> Iterator[None]:
    with balanced(t):
        yield


# Statuses


@pytest.mark.rules("R1.32")
def test_a_status_is_no_result(t: ModuleType) -> None:
    assert t.check(0) is None
    assert t.check_small(0) is None
    assert t.check_enum(0) is None
    assert t.check_pointer(1) is None


def test_a_failed_call_raises_call_error(t: ModuleType) -> None:
    with refused(interop.CallError, "check()", "-5") as caught:
        t.check(-5)
    assert caught.value.status == -5
    assert type(caught.value) is interop.CallError


def test_without_a_message_the_condition_is_named(t: ModuleType) -> None:
    with refused(interop.CallError, "check()", "result == 0"):
        t.check(1)


def test_statuses_of_other_types(t: ModuleType) -> None:
    with refused(interop.CallError, "check_small()", "200") as caught:
        t.check_small(200)
    assert caught.value.status == 200
    with refused(interop.CallError, "check_enum()") as caught:
        t.check_enum(3)
    assert caught.value.status == t.status.ODD
    with refused(interop.CallError, "check_enum()") as caught:
        t.check_enum(-77)
    assert caught.value.status == -77
    with refused(interop.CallError, "check_pointer()"):
        t.check_pointer(0)


@pytest.mark.rules("R1.32")
def test_retval_keeps_a_status(t: ModuleType) -> None:
    assert t.check_positive(7) == 7
    with refused(interop.CallError, "check_positive()"):
        t.check_positive(-7)


@pytest.mark.rules("R1.33")
def test_success_may_speak_of_parameters_and_constants(t: ModuleType) -> None:
    assert t.check_two(5, 5) is None
    with refused(interop.CallError, "check_two()"):
        t.check_two(4, 5)
    with refused(interop.CallError, "check_two()"):
        t.check_two(9, 0)


def test_success_may_speak_of_an_out_value(t: ModuleType) -> None:
    assert t.check_out(3) == 3
    with refused(interop.CallError, "check_out()"):
        t.check_out(0)


def test_a_checked_result_that_is_no_status_stays_a_result(t: ModuleType) -> None:
    assert t.root(9.0) == 3.0
    with refused(interop.CallError, "root()"):
        t.root(-1.0)
    assert t.lookup(1) == "found"
    with refused(OSError, "lookup()"):
        t.lookup(0)


@pytest.mark.rules("R1.32", "R3.49")
def test_outs_are_results_only_if_the_call_succeeds(t: ModuleType) -> None:
    assert tuple(t.ratio(17, 5)) == (3, 2)
    with refused(interop.CallError, "ratio()", "-7"):
        t.ratio(17, 0)


# Classes and messages


def test_raises_makes_a_class_of_the_module(t: ModuleType) -> None:
    assert issubclass(t.ReasonError, interop.CallError)
    assert t.ReasonError.__module__ == t.__name__
    assert t.ReasonError.__doc__
    with refused(t.ReasonError, "fail_with_reason()") as caught:
        t.fail_with_reason(1)
    assert caught.value.status == 1


def test_one_name_is_one_class(t: ModuleType) -> None:
    with pytest.raises(t.ReasonError):
        t.fail_without_reason(4)
    with pytest.raises(t.OtherError) as caught:
        t.fail_otherwise(4)
    assert not isinstance(caught.value, t.ReasonError)


def test_the_message_is_the_librarys_own(t: ModuleType) -> None:
    with refused(t.ReasonError, "fail_with_reason()", "first thing went wrong", "1"):
        t.fail_with_reason(1)
    with refused(t.ReasonError, "größerer Fehler"):
        t.fail_with_reason(2)


def test_a_message_that_is_null_is_as_if_there_were_none(t: ModuleType) -> None:
    with refused(t.ReasonError, "fail_without_reason()", "3"):
        t.fail_without_reason(3)


def test_a_message_that_cannot_be_decoded_does_not_hide_the_failure(t: ModuleType) -> None:
    with refused(t.ReasonError, "fail_with_bad_reason()") as caught:
        t.fail_with_bad_reason(3)
    assert caught.value.status == 3


# A class for each status


def test_the_status_picks_the_class(t: ModuleType) -> None:
    assert t.store_do(0) is None
    classes = {5: t.StoreBusy, 12: t.StoreMissing, 13: t.StoreMissing, 14: t.StoreTimeout, 15: t.StoreFull}
    for status, cls in classes.items():
        with refused(t.StoreError, "store_do()", "größerer Fehler", str(status)) as caught:
            t.store_do(status)
        assert type(caught.value) is cls
        assert caught.value.status is t.store(status)
    for status in (99, 7, -1):
        with pytest.raises(t.StoreError) as caught:
            t.store_do(status)
        assert type(caught.value) is t.StoreError
        assert caught.value.status == status
    assert isinstance(caught.value.status, int)


def test_classes_of_statuses_derive_from_that_of_all_and_from_pythons_own(t: ModuleType) -> None:
    assert t.StoreBusy.__mro__[1:3] == (t.StoreError, interop.CallError)
    assert t.StoreBusy.__module__ == t.__name__
    assert {"StoreError", "StoreBusy", "StoreMissing"} <= set(t.__all__)
    with pytest.raises(LookupError):
        t.store_do(12)
    with pytest.raises(TimeoutError) as caught:
        t.store_do(14)
    assert caught.value.errno is None
    assert "STORE_TIMEOUT" in str(caught.value)
    assert t.StoreMissing.__doc__ == "C: T_STORE_MISSING (12), T_STORE_GONE (13)."
    assert "store_do()" in t.StoreError.__doc__
    assert "StoreBusy" in t.StoreError.__doc__


def test_an_expression_may_pick_the_class(t: ModuleType) -> None:
    with pytest.raises(t.StoreBusy) as caught:
        t.store_extended(5 | 3 << 8)
    assert caught.value.status == 5 | 3 << 8
    with pytest.raises(t.StoreMissing) as caught:
        t.store_find(13)
    assert caught.value.status is t.store.STORE_GONE
    assert t.store_find(0) == "found"


def test_a_function_may_name_the_class_of_one_status(t: ModuleType) -> None:
    for status in (5, 12, 1):
        with pytest.raises(t.StoreBusy) as caught:
            t.store_only_busy(status)
        assert type(caught.value) is t.StoreBusy


def test_statuses_whose_type_is_the_enum(t: ModuleType) -> None:
    with pytest.raises(t.StoreMissing) as caught:
        t.store_typed(12)
    assert caught.value.status is t.store.STORE_MISSING
    with pytest.raises(t.StoreError) as caught:
        t.store_typed(1)
    assert (type(caught.value), caught.value.status) == (t.StoreError, 1)


def test_statuses_with_errno(t: ModuleType) -> None:
    assert issubclass(t.SystemStatus, OSError)
    with pytest.raises(FileNotFoundError) as caught:
        t.fail_errno_status(errno.ENOENT)
    assert isinstance(caught.value, t.SystemHalted)
    assert caught.value.errno == errno.ENOENT


def test_exceptions_are_pickled(t: ModuleType) -> None:
    for call, argument in (*((t.store_do, status) for status in (5, 14, 15, 99)), (t.fail_errno_status, 2)):
        with pytest.raises(interop.CallError) as caught:
            call(argument)
        again = pickle.loads(pickle.dumps(caught.value))
        assert type(again) is type(caught.value)
        assert (str(again), again.status) == (str(caught.value), caught.value.status)


# errno


@pytest.mark.parametrize("number", [errno.EACCES, errno.EINVAL, errno.ENOSPC])
def test_errno_raises_an_os_error(t: ModuleType, number: int) -> None:
    with refused(OSError, "fail_errno()") as caught:
        t.fail_errno(number)
    assert isinstance(caught.value, interop.CallError)
    assert isinstance(caught.value, OSError)
    assert caught.value.errno == number
    assert caught.value.strerror
    assert caught.value.strerror in str(caught.value)
    assert caught.value.status == -1


def test_errno_raises_the_fitting_subclass_of_os_error(t: ModuleType) -> None:
    with refused(FileNotFoundError):
        t.fail_errno(errno.ENOENT)
    with refused(PermissionError):
        t.fail_errno(errno.EACCES)
    with refused(InterruptedError):
        t.fail_errno(errno.EINTR)


def test_errno_with_a_class_of_the_module(t: ModuleType) -> None:
    assert issubclass(t.SystemFault, OSError)
    assert issubclass(t.SystemFault, interop.CallError)
    with refused(t.SystemFault, "fail_errno_class()") as caught:
        t.fail_errno_class(errno.EINVAL)
    assert caught.value.errno == errno.EINVAL
    with refused(t.SystemFault, "first thing went wrong") as caught:
        t.fail_errno_message(errno.EINVAL)
    assert caught.value.errno == errno.EINVAL


def test_errno_of_a_succeeding_call_raises_nothing(t: ModuleType) -> None:
    assert t.fail_errno(0) is None
    assert t.fail_errno_value(0) == 99


@pytest.mark.rules("R1.29")
def test_errno_is_zero_before_the_call(t: ModuleType) -> None:
    with pytest.raises(OSError):
        t.fail_errno(errno.EPERM)
    with refused(OSError, "leave_errno()") as caught:
        t.leave_errno(-1)
    assert not caught.value.errno
    t.set_errno(errno.ERANGE)
    t.keep_errno(0)
    assert interop.last_errno() == 0


@pytest.mark.rules("R1.29")
def test_save_errno_reads_without_raising(t: ModuleType) -> None:
    assert t.set_errno(errno.ERANGE) == errno.ERANGE
    assert interop.last_errno() == errno.ERANGE


@pytest.mark.rules("R1.30")
def test_a_call_that_does_not_save_leaves_the_saved_errno_alone(t: ModuleType) -> None:
    t.set_errno(errno.ERANGE)
    t.set_errno_unsaved(errno.EPERM)
    t.check(0)
    assert interop.last_errno() == errno.ERANGE


@pytest.mark.rules("R1.29")
def test_a_noisy_free_does_not_change_the_saved_errno(t: ModuleType) -> None:
    assert t.noisy(errno.ENOENT, 0) == "noisy"
    assert interop.last_errno() == errno.ENOENT
    assert t.noisy(errno.ENOENT, 1) is None
    assert interop.last_errno() == errno.ENOENT
    assert t.noisy_out(errno.EBUSY) == "noisy"
    assert interop.last_errno() == errno.EBUSY


@pytest.mark.rules("R1.30")
def test_the_saved_errno_is_one_per_thread(t: ModuleType) -> None:
    seen: list[int] = []

    def other() -> None:
        t.set_errno(errno.EPERM)
        seen.append(interop.last_errno())

    t.set_errno(errno.ERANGE)
    thread = threading.Thread(target=other)
    thread.start()
    thread.join()
    assert seen == [errno.EPERM]
    assert interop.last_errno() == errno.ERANGE


@pytest.mark.rules("R10.18")
def test_closing_a_handle_leaves_the_saved_errno_alone(t: ModuleType) -> None:
    box = t.box_open(errno.ERANGE, 0)
    box.close()
    assert interop.last_errno() == errno.ERANGE
    # A handle that is closed when the last call that uses it is cleaned up.
    box = t.box_open(0, 0)
    assert t.box_use(box, errno.EPERM, box.close) == errno.EPERM
    assert interop.last_errno() == errno.EPERM
    # An object that goes.
    box = t.box_open(0, 0)
    t.set_errno(errno.EBUSY)
    with pytest.warns(ResourceWarning):
        del box
    assert interop.last_errno() == errno.EBUSY
    # One that a failing call made, and that goes with it.
    box = t.box_open(0, 0)
    with pytest.raises(t.BoxError):
        t.box_fail(box, errno.EINTR)
    assert interop.last_errno() == errno.EINTR
    # A finaliser on another thread, whatever that saved.
    t.set_errno(errno.EBUSY)
    thread = threading.Thread(target=t.box_open(errno.EPERM, 0).close)
    thread.start()
    thread.join()
    assert interop.last_errno() == errno.EPERM


@pytest.mark.rules("R10.18", "R11.9")
def test_closing_says_why_it_failed(t: ModuleType) -> None:
    box = t.box_open(errno.ERANGE, 1)
    with pytest.raises(OSError) as caught:
        box.close()
    assert (caught.value.errno, interop.last_errno()) == (errno.EDOM, errno.ERANGE)
    # The function itself is a call like any other.
    box = t.box_open(errno.ERANGE, 2)
    with pytest.raises(OSError):
        t.box_close(box)
    assert (box.closed, interop.last_errno()) == (False, errno.EDOM)
    box.close()


@pytest.mark.rules("R11.11")
def test_the_saved_errno_survives_raising(t: ModuleType) -> None:
    box = t.box_open(0, 0)
    with pytest.raises(t.BoxError) as caught:
        t.box_fail(box, errno.ENOSPC)
    assert (caught.value.status, interop.last_errno()) == (1, errno.ENOSPC)
    t.check(0)
    assert str(caught.value)
    assert interop.last_errno() == errno.ENOSPC


@pytest.mark.rules("R11.9")
def test_errno_alone_decides_what_kind_of_os_error_it_is(t: ModuleType) -> None:
    # As a Windows code, 2 would be a missing file and 3 a missing folder: errno's meaning is the C library's.
    for number in (errno.ENOENT, errno.ESRCH, errno.EIO, errno.EAGAIN):
        with pytest.raises(OSError) as caught:
            t.fail_errno(number)
        assert isinstance(caught.value, type(OSError(number, "")))
        assert not hasattr(caught.value, "hresult")


# Before the call


def test_requires_is_checked_before_the_call(t: ModuleType) -> None:
    assert t.inverse(10) == 100
    entered = t.entered()
    with refused(ValueError, "inverse()", "value != 0"):
        t.inverse(0)
    assert t.entered() == entered


def test_exceptions_are_documented_where_they_are_raised(t: ModuleType) -> None:
    assert "ReasonError" in t.fail_with_reason.__doc__
    assert "SystemFault" in t.fail_errno_class.__doc__
